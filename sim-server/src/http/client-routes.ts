import type { FastifyReply, FastifyRequest } from 'fastify';
import { ServerError } from '../errors.ts';
import type { Application } from './application.ts';
import type { ClientFile, ClientFiles } from './client-files.ts';

const servedByOthers = /^\/(api|reality|matchmake|live)(\/|$)/;

/** The pages: files of the built client; every other address a browser opens is the client's to know. */
export async function clientRoutes(app: Application, files: ClientFiles): Promise<void> {
  app.get('/*', { config: { access: 'everyone' } }, async (request, reply) => {
    const path = decodedPath(request);
    if (path === undefined || servedByOthers.test(path)) throw notFound(request);
    const file = path === '/' ? undefined : await files.find(path.slice(1));
    if (file !== undefined) return sendFile(request, reply, file);
    const page = path === '/' || !/\.[A-Za-z0-9]+$/.test(path);
    if (!page) throw notFound(request);
    const index = await files.find('index.html');
    if (index !== undefined) return sendFile(request, reply, index);
    return reply.code(503).type('text/html; charset=utf-8').send(notBuilt);
  });
  app.setNotFoundHandler((request) => {
    throw notFound(request);
  });
}

function sendFile(request: FastifyRequest, reply: FastifyReply, file: ClientFile): FastifyReply {
  reply.header('etag', file.etag).header('vary', 'accept-encoding');
  reply.header('cache-control', file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (request.headers['if-none-match'] === file.etag) return reply.code(304).send();
  reply.type(file.type);
  const accepted = request.headers['accept-encoding'] ?? '';
  if (file.br !== undefined && /\bbr\b/.test(accepted)) return reply.header('content-encoding', 'br').send(file.br);
  if (file.gzip !== undefined && /\bgzip\b/.test(accepted)) {
    return reply.header('content-encoding', 'gzip').send(file.gzip);
  }
  return reply.send(file.plain);
}

function decodedPath(request: FastifyRequest): string | undefined {
  try {
    return decodeURIComponent(request.url.split('?', 1)[0] ?? '/');
  } catch {
    return undefined;
  }
}

const notFound = (request: FastifyRequest) =>
  new ServerError('UPW_NOT_FOUND', { parameters: { path: request.url.split('?', 1)[0]?.slice(0, 200) ?? '/' } });

const notBuilt = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Upwind</title>
<body style="font: 16px system-ui; max-width: 40em; margin: 4em auto">
<h1>The pages are not built yet · 页面尚未构建</h1>
<p>Run <code>npm start</code> in the project's folder: it builds them and starts the server.</p>
<p>请在项目文件夹中运行 <code>npm start</code>,它会构建页面并启动服务器。</p>
`;
