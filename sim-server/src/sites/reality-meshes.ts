import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Site } from '@upwind/scenes';
import type { RealityMesh, SiteAnswer } from '../contract/index.ts';
import type { LiveBus } from '../live/live-bus.ts';
import type { Log } from '../log.ts';
import { type FoundMesh, meshSignature, readMesh } from './reality-mesh.ts';
import type { Sites } from './sites.ts';

export interface RealityMeshesOptions {
  /** `<UPWIND_HOME>/reality`: one folder for each mesh. */
  readonly folder: string;
  readonly sites: Sites;
  readonly live: LiveBus;
  readonly log: Log;
}

/** A mesh belongs to the nearest site within this distance of its origin; farther ones are sites of their own. */
const reachM = 5_000;
const lookEveryMs = 1_000;
const idForm = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
/** Roughness of the surroundings of a place of which only the mesh is known: Davenport–Wieringa class 6, very rough. */
const unknownRoughnessM = 0.5;

/** The reality meshes that lie in the home folder; looks every second whether one came, changed or went. */
export class RealityMeshes {
  readonly #options: RealityMeshesOptions;
  readonly #found = new Map<string, FoundMesh>();
  readonly #signatures = new Map<string, string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(options: RealityMeshesOptions) {
    this.#options = options;
  }

  /** Looks for the first time and goes on looking. */
  async start(): Promise<void> {
    await this.look();
    const again = () => {
      this.#timer = setTimeout(() => this.look().finally(() => this.#timer !== undefined && again()), lookEveryMs);
    };
    again();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** The meshes of a site. */
  of(site: string): readonly RealityMesh[] {
    return [...this.#found.values()].filter((found) => this.#siteOf(found) === site).map(({ mesh }) => mesh);
  }

  find(id: string): FoundMesh | undefined {
    return this.#found.get(id);
  }

  /** Looks once; tells the twins of the sites whose meshes are not what they were. */
  async look(): Promise<void> {
    const { folder, log } = this.#options;
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    const names = new Set(
      entries.filter((entry) => !entry.isFile() && idForm.test(entry.name)).map(({ name }) => name),
    );
    const changed = new Set<string>();
    for (const name of [...this.#signatures.keys()]) {
      if (!names.has(name)) this.#forget(name, changed);
    }
    for (const name of names) {
      const path = join(folder, name);
      const signature = await meshSignature(path);
      if (signature === this.#signatures.get(name)) continue;
      this.#forget(name, changed);
      if (signature === undefined) continue;
      this.#signatures.set(name, signature);
      try {
        const found = await readMesh(name, path, signature);
        this.#found.set(name, found);
        changed.add(this.#siteOf(found));
        log.info({ mesh: name, triangles: found.mesh.triangles }, 'a reality mesh is served');
      } catch (error) {
        log.warn({ mesh: name, reason: error instanceof Error ? error.message : String(error) }, 'no reality mesh');
      }
    }
    if (changed.size > 0) this.#tell(changed);
  }

  #forget(name: string, changed: Set<string>): void {
    const known = this.#found.get(name);
    if (known !== undefined) changed.add(this.#siteOf(known));
    this.#found.delete(name);
    this.#signatures.delete(name);
  }

  #tell(changed: ReadonlySet<string>): void {
    const { sites, live } = this.#options;
    const lonely = [...this.#found.values()].filter((found) => this.#nearest(found) === undefined);
    sites.setRealityOnly(lonely.map(siteOfMesh));
    for (const site of changed) live.publish(site, { kind: 'changed', what: 'reality' });
  }

  #siteOf(found: FoundMesh): string {
    return this.#nearest(found)?.id ?? siteOfMesh(found).id;
  }

  #nearest({ mesh }: FoundMesh): Site | undefined {
    const distances = this.#options.sites.list().map((site) => ({ site, m: distanceM(site.origin, mesh.origin) }));
    return distances.filter(({ m }) => m <= reachM).sort((a, b) => a.m - b.m)[0]?.site;
  }
}

/** A place of which nothing is known but its mesh. */
const siteOfMesh = ({ mesh, extent }: FoundMesh): SiteAnswer => ({
  id: `reality-${mesh.id.toLowerCase().replaceAll(/[^a-z0-9-]/g, '-')}`,
  kind: 'reality-only',
  name: { zh: mesh.name, en: mesh.name },
  origin: mesh.origin,
  extent: { min: extent.min, max: extent.max },
  roughnessM: unknownRoughnessM,
  elements: [],
  points: [],
});

/** Great-circle distance on a sphere of the IUGG mean radius (haversine), m. */
function distanceM(a: Site['origin'], b: Site['origin']): number {
  const meanRadiusM = 6_371_008.8;
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (difference: number) => Math.sin(radians(difference) / 2) ** 2;
  const h = half(b.lat - a.lat) + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * half(b.lon - a.lon);
  return 2 * meanRadiusM * Math.asin(Math.min(1, Math.sqrt(h)));
}
