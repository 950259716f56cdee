import type { FastifyBaseLogger } from 'fastify';

/** Log lines as JSON on stderr: `log.info({ site }, 'a sentence')`. Never a password, token or cookie. */
export type Log = Pick<FastifyBaseLogger, 'debug' | 'info' | 'warn' | 'error'>;

/** What Fastify's logger is made with; header values that open doors are never written. */
export const logOptions = (level: string) => ({
  level,
  redact: { paths: ['req.headers.cookie', 'req.headers.authorization', 'password', '*.password'], censor: '[hidden]' },
  serializers: {
    req: (request: { readonly method: string; readonly url: string; readonly ip?: string }) => ({
      method: request.method,
      path: request.url.split('?')[0],
      ip: request.ip,
    }),
  },
  stream: process.stderr,
});

/** A log that says nothing, for parts started without a server. */
export const silentLog: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
