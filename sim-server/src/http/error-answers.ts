import { STATUS_CODES } from 'node:http';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorAnswer } from '../contract/index.ts';
import { ServerError } from '../errors.ts';
import type { Application } from './application.ts';

/** Every failure leaves as an `ErrorAnswer`; only our own fault is logged with its stack, and none of it is told. */
export function addErrorAnswers(app: Application): void {
  app.setErrorHandler(sendRefusal);
}

/** Answers with what an error means to the caller. */
export function sendRefusal(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const refusal = refusalOf(error);
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

function refusalOf(error: unknown): ServerError {
  if (error instanceof ServerError) return error;
  if (!(error instanceof Error)) return new ServerError('UPW_INTERNAL', { cause: error });
  const { statusCode = 500, validation, validationContext }: Partial<FastifyError> = error;
  if (validation !== undefined) {
    const [first] = validation;
    const where = `${validationContext ?? 'request'}${first?.instancePath ?? ''}`;
    return new ServerError('UPW_REQUEST_INVALID', { parameters: { what: `${where} ${first?.message ?? ''}`.trim() } });
  }
  if (statusCode === 413) return new ServerError('UPW_TOO_LARGE', { cause: error });
  if (statusCode >= 400 && statusCode < 500) {
    const what = error.message || (STATUS_CODES[statusCode] ?? 'not understood');
    return new ServerError('UPW_REQUEST_INVALID', { parameters: { what: what.replace(/[.!]+$/, '') }, cause: error });
  }
  return new ServerError('UPW_INTERNAL', { cause: error });
}
