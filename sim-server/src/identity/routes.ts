import { Type } from 'typebox';
import { type AuditAnswer, Login, NewPerson, PersonChange, type SessionAnswer } from '../contract/index.ts';
import { ServerError } from '../errors.ts';
import type { Application } from '../http/application.ts';
import { actorOf } from './access.ts';
import { clearSessionCookie, isSecure, setSessionCookie } from './cookie.ts';
import type { Identity } from './identity.ts';
import { everyRole } from './role.ts';

const administrator = { access: ['administrator'] } as const;
const Id = Type.Object({ id: Type.String({ maxLength: 64 }) });
const Page = Type.Object({
  before: Type.Optional(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
});

export interface IdentityPorts {
  readonly identity: Identity;
  readonly publicOrigin: string | undefined;
}

/** Log-in and log-out, people, the audit chain. */
export async function identityRoutes(app: Application, { identity, publicOrigin }: IdentityPorts): Promise<void> {
  const { people, sessions, audit } = identity;

  app.post('/api/session', { config: { access: 'everyone' }, schema: { body: Login } }, async (request, reply) => {
    const { token, session } = await identity.logIn(request.body.name, request.body.password, request.ip);
    setSessionCookie(reply, token, session.expiresAt, isSecure(request, publicOrigin));
    return { person: session.person, expiresAt: session.expiresAt } satisfies SessionAnswer;
  });

  app.get('/api/session', { config: { access: everyRole } }, async (request) => {
    if (request.session === undefined) throw new ServerError('UPW_SESSION_NEEDED');
    const { person, expiresAt } = request.session;
    return { person, expiresAt } satisfies SessionAnswer;
  });

  app.delete('/api/session', { config: { access: everyRole } }, async (request, reply) => {
    if (request.session !== undefined) await sessions.end(request.session.id);
    clearSessionCookie(reply, isSecure(request, publicOrigin));
    return reply.code(204).send();
  });

  app.get('/api/people', { config: administrator }, () => people.list());

  app.post('/api/people', { config: administrator, schema: { body: NewPerson } }, async (request, reply) => {
    reply.code(201);
    return people.add(request.body, actorOf(request));
  });

  app.patch(
    '/api/people/:id',
    { config: administrator, schema: { params: Id, body: PersonChange } },
    async (request) => {
      const { id } = request.params;
      const changed = await people.change(id, request.body, actorOf(request));
      const { role, disabled, password } = request.body;
      if (role !== undefined || disabled === true || password !== undefined) await sessions.endOf(id);
      return changed;
    },
  );

  app.get('/api/audit', { config: administrator, schema: { querystring: Page } }, async (request) => {
    const { before, limit = 100 } = request.query;
    const [entries, chain] = await Promise.all([audit.newest(limit, before), audit.verify()]);
    return { entries: [...entries], chain } satisfies AuditAnswer;
  });
}
