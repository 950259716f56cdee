import fastifyCookie from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

const name = 'upwind_session';

/** The session token in a Cookie header. */
export const sessionToken = (header: string | undefined): string | undefined =>
  header === undefined ? undefined : fastifyCookie.parse(header)[name];

/** Gives the browser its token: never readable by scripts, never sent from another site. */
export function setSessionCookie(reply: FastifyReply, token: string, expiresAt: number, secure: boolean): void {
  reply.setCookie(name, token, { ...attributes(secure), expires: new Date(expiresAt) });
}

export function clearSessionCookie(reply: FastifyReply, secure: boolean): void {
  reply.clearCookie(name, attributes(secure));
}

/** Whether the reader's connection is encrypted, here or at the proxy whose address `publicOrigin` is. */
export const isSecure = (request: FastifyRequest, publicOrigin: string | undefined): boolean =>
  request.protocol === 'https' || (publicOrigin?.startsWith('https:') ?? false);

const attributes = (secure: boolean) => ({ path: '/', httpOnly: true, sameSite: 'strict', secure }) as const;
