import { Type } from 'typebox';
import type { HistoryAnswer, Sample } from '../contract/index.ts';
import type { Database } from '../database/database.ts';
import { ServerError } from '../errors.ts';
import type { Application } from '../http/application.ts';
import { everyRole } from '../identity/role.ts';
import type { Sites } from '../sites/sites.ts';
import { readHistory } from './history.ts';
import type { Latest } from './latest.ts';
import type { PointNumbers } from './point-numbers.ts';

const SiteId = Type.Object({ site: Type.String({ maxLength: 64 }) });
const PointId = Type.Object({ site: Type.String({ maxLength: 64 }), point: Type.String({ maxLength: 64 }) });
const Span = Type.Object({
  from: Type.Optional(Type.Integer()),
  to: Type.Optional(Type.Integer()),
  limit: Type.Optional(Type.Integer({ minimum: 4, maximum: 20_000 })),
});
const usualSpanMs = 3_600_000;
const usualLimit = 2_000;

export interface HistorianPorts {
  readonly database: Database;
  readonly sites: Sites;
  readonly latest: Latest;
  readonly numbers: PointNumbers;
}

/** The newest values of a site and the history of a point. */
export async function historianRoutes(app: Application, ports: HistorianPorts): Promise<void> {
  const { database, sites, latest, numbers } = ports;

  app.get(
    '/api/sites/:site/latest',
    { config: { access: everyRole }, schema: { params: SiteId } },
    async (request): Promise<readonly Sample[]> => latest.list(sites.answer(request.params.site).id),
  );

  app.get(
    '/api/sites/:site/points/:point/history',
    { config: { access: everyRole }, schema: { params: PointId, querystring: Span } },
    async (request): Promise<HistoryAnswer> => {
      const { site, point } = request.params;
      if (sites.point(sites.answer(site).id, point) === undefined) {
        throw new ServerError('UPW_POINT_UNKNOWN', { parameters: { site, point } });
      }
      const { to = Date.now(), limit = usualLimit } = request.query;
      const { from = to - usualSpanMs } = request.query;
      if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || from > to) {
        throw new ServerError('UPW_HISTORY_SPAN', { parameters: { from, to } });
      }
      return readHistory({ point, number: numbers.of(site, point), from, to, limit }, database);
    },
  );
}
