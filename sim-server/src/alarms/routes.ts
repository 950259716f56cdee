import { Type } from 'typebox';
import { Acknowledge, type Alarm } from '../contract/index.ts';
import type { Application } from '../http/application.ts';
import { personOf } from '../identity/access.ts';
import { everyRole } from '../identity/role.ts';
import type { Sites } from '../sites/sites.ts';
import type { AlarmDesk } from './alarm-desk.ts';

const SiteId = Type.Object({ site: Type.String({ maxLength: 64 }) });
const AlarmId = Type.Object({ site: Type.String({ maxLength: 64 }), alarm: Type.String({ maxLength: 256 }) });
const Which = Type.Object({
  /** `open`: not over yet (default); `all`: over as well, newest first. */
  state: Type.Optional(Type.Enum(['open', 'all'])),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000 })),
  /** Only alarms raised before this source time. */
  before: Type.Optional(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })),
});

export interface AlarmPorts {
  readonly alarms: AlarmDesk;
  readonly sites: Sites;
}

/** The alarms of a site, and acknowledging one. */
export async function alarmRoutes(app: Application, { alarms, sites }: AlarmPorts): Promise<void> {
  app.get(
    '/api/sites/:site/alarms',
    { config: { access: everyRole }, schema: { params: SiteId, querystring: Which } },
    async (request): Promise<readonly Alarm[]> => {
      const site = sites.answer(request.params.site).id;
      const { state = 'open', limit = 200, before } = request.query;
      return state === 'open' ? alarms.open(site) : alarms.newest(site, limit, before);
    },
  );

  app.post(
    '/api/sites/:site/alarms/:alarm/acknowledge',
    {
      config: { access: ['park-manager', 'commander', 'administrator'] },
      schema: { params: AlarmId, body: Acknowledge },
    },
    async (request): Promise<Alarm> => {
      const site = sites.answer(request.params.site).id;
      return alarms.acknowledge(site, request.params.alarm, personOf(request), request.body.comment);
    },
  );
}
