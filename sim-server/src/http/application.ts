import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import fastifyStatic from '@fastify/static';
import { type TypeBoxTypeProvider, TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { logOptions } from '../log.ts';
import { addErrorAnswers, sendRefusal } from './error-answers.ts';
import { addSecurityHeaders } from './security-headers.ts';

/** The Fastify application that all routes of the house are added to. */
export type Application = FastifyInstance<
  Server,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

export interface ApplicationOptions {
  readonly server: Server;
  readonly logLevel: string;
  readonly publicOrigin: string | undefined;
}

export interface OpenedApplication {
  readonly app: Application;
  /** Fastify's own listener, kept off the server: the dispatcher decides what reaches it. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
}

const bodyLimit = 1024 * 1024;

/** Makes the application on a server that it neither opens nor listens to. */
export async function openApplication(options: ApplicationOptions): Promise<OpenedApplication> {
  let handle: OpenedApplication['handle'] | undefined;
  const app = Fastify({
    serverFactory: (handler) => {
      handle = handler;
      return options.server;
    },
    logger: logOptions(options.logLevel),
    // Hundreds of tiles a second: what is refused or fails is logged, not every request.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit,
    forceCloseConnections: true,
    // The address that counts for limits and the audit is the connection's. Only with a public address is there a proxy
    // in front, and only one on this machine is believed.
    trustProxy: options.publicOrigin === undefined ? false : 'loopback',
    routerOptions: { maxParamLength: 256 },
    frameworkErrors: sendRefusal,
  }).withTypeProvider<TypeBoxTypeProvider>();
  app.setValidatorCompiler(TypeBoxValidatorCompiler);
  addErrorAnswers(app);
  await app.register(cookie);
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: 1024,
    // Tiles hold JPEG and packed vertices: only texts gain.
    customTypes: /^(text\/|application\/json|image\/svg)/,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
  await app.register(fastifyStatic, { serve: false });
  await addSecurityHeaders(app, options.publicOrigin);
  if (handle === undefined) throw new Error('Fastify did not ask for its server');
  return { app, handle };
}
