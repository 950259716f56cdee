import type { Point, Site } from '@upwind/scenes';
import type { SiteSummary } from '../contract/index.ts';
import { ServerError } from '../errors.ts';

/** The sites of the house and their points. */
export class Sites {
  readonly #sites: ReadonlyMap<string, Site>;
  readonly #points: ReadonlyMap<string, ReadonlyMap<string, Point>>;

  constructor(sites: readonly Site[]) {
    this.#sites = new Map(sites.map((site) => [site.id, site]));
    this.#points = new Map(sites.map((site) => [site.id, new Map(site.points.map((point) => [point.id, point]))]));
  }

  list(): readonly Site[] {
    return [...this.#sites.values()];
  }

  find(id: string): Site | undefined {
    return this.#sites.get(id);
  }

  /** Throws `UPW_SITE_UNKNOWN`. */
  get(id: string): Site {
    const site = this.#sites.get(id);
    if (site === undefined) throw new ServerError('UPW_SITE_UNKNOWN', { parameters: { site: id } });
    return site;
  }

  point(site: string, point: string): Point | undefined {
    return this.#points.get(site)?.get(point);
  }
}

export const summaryOf = (site: Site): SiteSummary => ({
  id: site.id,
  kind: site.kind,
  name: site.name,
  origin: site.origin,
  elements: site.elements.length,
  points: site.points.length,
});
