import { Type } from 'typebox';
import type { RealityMesh, SiteAnswer, SiteSummary, WeatherAnswer } from '../contract/index.ts';
import { ServerError } from '../errors.ts';
import type { Application } from '../http/application.ts';
import { everyRole } from '../identity/role.ts';
import type { RealityMeshes } from './reality-meshes.ts';
import type { Sites } from './sites.ts';

const SiteId = Type.Object({ site: Type.String({ maxLength: 64 }) });
/** As the router cuts them out of the address; typebox cannot convert a property named `*`. */
interface MeshFile {
  readonly mesh: string;
  readonly version: string;
  readonly '*': string;
}
const open = { access: everyRole };

export interface SitePorts {
  readonly sites: Sites;
  readonly reality: RealityMeshes;
  readonly weather: (site: string) => WeatherAnswer | undefined;
}

/** Sites, their weather and their reality meshes. */
export async function siteRoutes(app: Application, { sites, reality, weather }: SitePorts): Promise<void> {
  app.get('/api/sites', { config: open }, async (): Promise<readonly SiteSummary[]> => sites.summaries());

  app.get(
    '/api/sites/:site',
    { config: open, schema: { params: SiteId } },
    async (request): Promise<SiteAnswer> => sites.answer(request.params.site),
  );

  app.get(
    '/api/sites/:site/reality',
    { config: open, schema: { params: SiteId } },
    async (request): Promise<readonly RealityMesh[]> => reality.of(sites.answer(request.params.site).id),
  );

  app.get(
    '/api/sites/:site/weather',
    { config: open, schema: { params: SiteId } },
    async (request): Promise<WeatherAnswer> => {
      const { id: site } = sites.answer(request.params.site);
      const answer = weather(site);
      if (answer === undefined) throw new ServerError('UPW_WEATHER_NONE', { parameters: { site } });
      return answer;
    },
  );

  app.get<{ Params: MeshFile }>('/reality/:mesh/:version/*', { config: open }, (request, reply) => {
    const { mesh, version, '*': file } = request.params;
    const found = reality.find(mesh);
    if (found === undefined || found.version !== version) {
      throw new ServerError('UPW_REALITY_UNKNOWN', { parameters: { mesh, file } });
    }
    // The version in the address changes with the content, so the browser may keep what it has.
    reply.header('cache-control', 'private, max-age=31536000, immutable');
    return reply.sendFile(file, found.folder, { cacheControl: false, dotfiles: 'deny', index: false });
  });
}
