import { Type } from 'typebox';
import { ServerError } from '../../errors.ts';
import type { Application } from '../../http/application.ts';
import { personOf } from '../../identity/access.ts';
import type { DrillPorts } from '../ports.ts';
import { AttemptStore } from './attempt-store.ts';

const Id = Type.Object({ id: Type.String({ maxLength: 64 }) });
const Filter = Type.Object({
  trainee: Type.Optional(Type.String({ maxLength: 64 })),
  drill: Type.Optional(Type.String({ maxLength: 64 })),
  room: Type.Optional(Type.String({ maxLength: 64 })),
  before: Type.Optional(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
});
const reviewing = { access: ['trainer', 'trainee'] } as const;

/** What trainees have done: a trainer reads all attempts, a trainee their own. */
export async function attemptRoutes(app: Application, ports: DrillPorts): Promise<void> {
  const attempts = new AttemptStore(ports.database);

  app.get('/api/attempts', { config: reviewing, schema: { querystring: Filter } }, async (request) => {
    const person = personOf(request);
    const { limit = 100, ...filter } = request.query;
    if (person.role === 'trainee' && filter.trainee !== undefined && filter.trainee !== person.id) return [];
    return attempts.list({ ...filter, limit, ...(person.role === 'trainee' && { trainee: person.id }) });
  });

  app.get('/api/attempts/:id', { config: reviewing, schema: { params: Id } }, async (request) => {
    const person = personOf(request);
    const { id } = request.params;
    const attempt = await attempts.get(id);
    if (attempt === undefined) throw new ServerError('UPW_ATTEMPT_UNKNOWN', { parameters: { attempt: id } });
    if (person.role === 'trainee' && attempt.trainee !== person.id) {
      throw new ServerError('UPW_ATTEMPT_NOT_YOURS', { parameters: { attempt: id } });
    }
    return attempt;
  });
}
