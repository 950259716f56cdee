import { Type } from 'typebox';
import { OpenDrillRoom, type RoomTicket } from '../../contract/index.ts';
import type { Application } from '../../http/application.ts';
import { personOf } from '../../identity/access.ts';
import type { DrillPorts } from '../ports.ts';
import { Tickets } from '../tickets/tickets.ts';
import { RoomDirectory } from './room-directory.ts';
import { drillSummary } from './summary.ts';

const Code = Type.Object({ code: Type.String({ maxLength: 16 }) });
const trainer = { access: ['trainer'] } as const;
const drilling = { access: ['trainer', 'trainee'] } as const;

/** The drills there are, and the rooms in which they are done. */
export async function roomRoutes(app: Application, ports: DrillPorts): Promise<void> {
  const rooms = new RoomDirectory(ports);
  const tickets = new Tickets(ports.database, ports.now);

  app.get('/api/drills', { config: drilling }, async () => ports.library.drills.map(drillSummary));

  app.post('/api/drill-rooms', { config: trainer, schema: { body: OpenDrillRoom } }, async (request, reply) => {
    const opened = await rooms.open(rooms.drill(request.body.drill), personOf(request));
    ports.live.publish(opened.drill.site, { kind: 'changed', what: 'drills' });
    reply.code(201);
    return opened;
  });

  app.get('/api/drill-rooms', { config: drilling }, async () => (await rooms.list()).map(({ summary }) => summary));

  app.get('/api/drill-rooms/:code', { config: drilling, schema: { params: Code } }, async (request) => {
    return (await rooms.find(request.params.code)).summary;
  });

  app.post('/api/drill-rooms/:code/ticket', { config: drilling, schema: { params: Code } }, async (request) => {
    const person = personOf(request);
    const room = await rooms.find(request.params.code);
    const seat = person.role === 'trainee' ? 'trainee' : 'observer';
    if (seat === 'trainee') await rooms.command(room, 'admits', person);
    const { ticket, expiresAt } = await tickets.issue({
      room: room.roomId,
      person: person.id,
      displayName: person.displayName,
      seat,
    });
    return { ticket, roomId: room.roomId, expiresAt } satisfies RoomTicket;
  });

  app.post('/api/drill-rooms/:code/start', { config: trainer, schema: { params: Code } }, async (request, reply) => {
    await rooms.command(await rooms.find(request.params.code), 'startBy', personOf(request));
    return reply.code(204).send();
  });

  app.post('/api/drill-rooms/:code/end', { config: trainer, schema: { params: Code } }, async (request, reply) => {
    await rooms.command(await rooms.find(request.params.code), 'endBy', personOf(request));
    return reply.code(204).send();
  });

  app.get('/api/drill-refusals', { config: trainer }, async () => ports.refusals.all);
}
