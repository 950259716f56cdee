import { STATUS_CODES } from 'node:http';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorAnswer } from '../contract/index.ts';
import { sqlState } from '../database/postgres.ts';
import { ServerError } from '../errors.ts';
import type { Application } from './application.ts';

/** Every failure leaves as an `ErrorAnswer`; only our own fault is logged with its stack, and none of it is told. */
export function addErrorAnswers(app: Application): void {
  app.setErrorHandler(sendRefusal);
}

/** Answers with what an error means to the caller. */
export function sendRefusal(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const refusal = refusalOf(error, request);
  if (refusal.status >= 500 && refusal.code !== 'UPW_DATABASE_DOWN') {
    request.log.error({ err: error, path: request.routeOptions.url }, 'the server failed at a request');
  }
  if (refusal.code === 'UPW_LOGIN_TOO_OFTEN') reply.header('retry-after', refusal.parameters['seconds']);
  reply.code(refusal.status).send(answerOf(refusal));
}

/** The body of a refusal. */
export const answerOf = (refusal: ServerError): ErrorAnswer => ({
  error: { code: refusal.code, message: refusal.message, parameters: { ...refusal.parameters } },
});

/**
 * SQLSTATE of a value that PostgreSQL cannot hold, such as a NUL in a text or a number beyond its type: what a caller
 * gave and no schema had refused.
 */
const unstorable = new Set(['22003', '22021', '22P02', '22P05']);

function refusalOf(error: unknown, request: FastifyRequest): ServerError {
  if (error instanceof ServerError) return error;
  if (!(error instanceof Error)) return new ServerError('UPW_INTERNAL', { cause: error });
  const { statusCode = 500, validation, validationContext }: Partial<FastifyError> = error;
  if (validation !== undefined) {
    const [first] = validation;
    const where = `${validationContext ?? 'request'}${first?.instancePath ?? ''}`;
    const why = first?.message === 'schema is false' ? 'is not known here' : (first?.message ?? '');
    return invalid(`${where} ${why}`.trim());
  }
  if (unstorable.has(sqlState(error) ?? '')) {
    return invalid('a value holds a character or a number that cannot be stored', error);
  }
  if (statusCode === 413) return new ServerError('UPW_TOO_LARGE', { cause: error });
  if (statusCode === 415) return invalid('its body is not application/json', error);
  // Files outside of the folder that is served, hidden ones and folders: nobody learns which of them exist.
  if (statusCode === 403 || statusCode === 404) {
    const path = request.url.split('?', 1)[0]?.slice(0, 200) ?? '/';
    return new ServerError('UPW_NOT_FOUND', { parameters: { path }, cause: error });
  }
  if (statusCode >= 400 && statusCode < 500) {
    const what = error.message || (STATUS_CODES[statusCode] ?? 'not understood');
    return invalid(what.replace(/[.!]+$/, ''), error);
  }
  return new ServerError('UPW_INTERNAL', { cause: error });
}

const invalid = (what: string, cause?: unknown) =>
  new ServerError('UPW_REQUEST_INVALID', { parameters: { what }, cause });
