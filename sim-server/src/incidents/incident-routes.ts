import { type Incident, readIncident, ScenarioError } from '@upwind/scenarios';
import type { Site } from '@upwind/scenes';
import { EngineError } from '@upwind/sim-engine';
import { Type } from 'typebox';
import { type IncidentVerification, VerifyIncident } from '../contract/index.ts';
import { ServerError } from '../errors.ts';
import type { Application } from '../http/application.ts';
import { personOf } from '../identity/access.ts';
import type { ServerPorts } from '../ports.ts';
import type { EngineThread } from './engine-thread.ts';
import { IncidentStore } from './incident-store.ts';

const OfSite = Type.Object({ site: Type.String({ maxLength: 64 }) });
const Id = Type.Object({ id: Type.String({ maxLength: 64 }) });
const Page = Type.Object({ limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })) });
/** The incident itself is read by `readIncident`, whose refusals say more than a schema can. */
const Opening = Type.Object(
  { incident: Type.Unknown(), resultHash: VerifyIncident.properties.resultHash },
  { additionalProperties: false },
);
const commander = { access: ['commander'] } as const;
const reading = { access: ['commander', 'park-manager', 'trainer', 'administrator'] } as const;

export interface IncidentPorts extends Pick<ServerPorts, 'database' | 'sites' | 'live' | 'log'> {
  readonly engine: EngineThread;
}

/** Incidents of the sites: opened and closed by a commander, verified by the server's own engine. */
export async function incidentRoutes(app: Application, ports: IncidentPorts): Promise<void> {
  const incidents = new IncidentStore(ports.database);
  const changed = (site: string) => ports.live.publish(site, { kind: 'changed', what: 'incidents' });

  app.post(
    '/api/sites/:site/incidents',
    { config: commander, schema: { params: OfSite, body: Opening } },
    async (request, reply) => {
      const site = ports.sites.get(request.params.site);
      const incident = read(request.body.incident, site);
      const record = await incidents.open(site.id, incident, personOf(request).id, request.body.resultHash);
      ports.log.info({ incident: record.id, site: site.id, by: personOf(request).name }, 'incident opened');
      changed(site.id);
      reply.code(201);
      return record;
    },
  );

  app.get(
    '/api/sites/:site/incidents',
    { config: reading, schema: { params: OfSite, querystring: Page } },
    async (request) => incidents.list(ports.sites.get(request.params.site).id, request.query.limit ?? 100),
  );

  app.get('/api/incidents/:id', { config: reading, schema: { params: Id } }, (request) =>
    incidents.get(request.params.id),
  );

  app.post('/api/incidents/:id/close', { config: commander, schema: { params: Id } }, async (request) => {
    const record = await incidents.close(request.params.id, personOf(request).id);
    ports.log.info({ incident: record.id, site: record.site, by: personOf(request).name }, 'incident closed');
    changed(record.site);
    return record;
  });

  app.post(
    '/api/incidents/:id/verify',
    { config: { access: ['commander', 'park-manager'] }, schema: { params: Id, body: VerifyIncident } },
    async (request) => {
      const record = await incidents.get(request.params.id);
      const serverHash = await hashOf(ports.engine, ports.sites.get(record.site), record.incident);
      const resultHash = request.body.resultHash ?? record.resultHash;
      const verdict =
        resultHash === undefined ? 'nothing-to-compare' : resultHash === serverHash ? 'equal' : 'different';
      const answer: IncidentVerification = { serverHash, verdict, ...(resultHash !== undefined && { resultHash }) };
      await incidents.verified(record, personOf(request).id, answer);
      return answer;
    },
  );
}

function read(json: unknown, site: Site): Incident {
  try {
    return readIncident(json, 'the request', site);
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    throw new ServerError('UPW_INCIDENT_INVALID', { parameters: { what: clauseOf(error.message) }, cause: error });
  }
}

async function hashOf(engine: EngineThread, site: Site, incident: Incident): Promise<string> {
  try {
    return (await engine.run(site, incident)).hash;
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    throw new ServerError('UPW_ENGINE_FAILED', { parameters: { reason: clauseOf(error.message) }, cause: error });
  }
}

/** A sentence as a part of another one. */
const clauseOf = (sentence: string): string => sentence.replace(/[.!]+$/, '');
