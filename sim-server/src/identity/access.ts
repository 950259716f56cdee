import type { FastifyRequest, RouteOptions } from 'fastify';
import type { Person } from '../contract/index.ts';
import { ServerError } from '../errors.ts';
import type { Application } from '../http/application.ts';
import type { Log } from '../log.ts';
import { sessionToken } from './cookie.ts';
import { isOwnOrigin } from './origin.ts';
import type { Access } from './role.ts';
import type { Session, Sessions } from './sessions.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call this route. The server does not start while a route has none. */
    access?: Access;
  }
  interface FastifyRequest {
    /** Who is logged in. On a route that declares roles there always is someone: see `personOf`. */
    person?: Person;
    session?: Session;
  }
}

/** One route as declared: the rows of the role × route matrix. */
export interface RouteAccess {
  readonly method: string;
  readonly path: string;
  readonly access: Access;
}

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

export interface AccessGuard {
  readonly sessions: Sessions;
  readonly publicOrigin: string | undefined;
  readonly log: Log;
}

/**
 * Guards every route added afterwards: who may call it, and that nobody changes anything from another website. Gives
 * the table of routes, which fills as they are added. Adding a route without `config.access` throws
 * `UPW_ROUTE_WITHOUT_ACCESS`.
 */
export function guardAccess(app: Application, guard: AccessGuard): readonly RouteAccess[] {
  const table: RouteAccess[] = [];
  app.addHook('onRoute', (route: RouteOptions) => {
    const methods = [route.method].flat();
    const access = route.config?.access;
    if (access === undefined || access.length === 0) {
      throw new ServerError('UPW_ROUTE_WITHOUT_ACCESS', { parameters: { method: methods.join(), path: route.url } });
    }
    for (const method of methods) table.push({ method, path: route.url, access });
  });

  app.addHook('onRequest', async (request) => {
    if (request.is404) return;
    if (!readingMethods.has(request.method) && !isOwnOrigin(request.headers, guard.publicOrigin)) {
      throw new ServerError('UPW_ORIGIN_REFUSED', { parameters: { origin: request.headers.origin ?? 'unknown' } });
    }
    const access = request.routeOptions.config.access ?? [];
    if (access === 'everyone') return;
    const token = sessionToken(request.headers.cookie);
    const session = token === undefined ? undefined : await guard.sessions.find(token);
    if (session === undefined) throw new ServerError('UPW_SESSION_NEEDED');
    request.session = session;
    request.person = session.person;
    const { role } = session.person;
    if (!access.includes(role)) {
      guard.log.warn({ person: session.person.name, role, path: request.routeOptions.url }, 'refused by role');
      throw new ServerError('UPW_ROLE_REFUSED', { parameters: { role, needed: access.join(', ') } });
    }
  });
  return table;
}

/** Who is calling a route that declares roles. */
export function personOf(request: FastifyRequest): Person {
  if (request.person === undefined) throw new ServerError('UPW_SESSION_NEEDED');
  return request.person;
}

/** The caller as the audit chain names them. */
export function actorOf(request: FastifyRequest): { readonly actor: string; readonly actorName: string } {
  const person = personOf(request);
  return { actor: person.id, actorName: person.name };
}
