import type { Point, Site } from '@upwind/scenes';
import type { SiteAnswer, SiteSummary } from '../contract/index.ts';
import { ServerError } from '../errors.ts';

/** The sites of the house and their points, and the places of which only a reality mesh is known. */
export class Sites {
  readonly #sites: ReadonlyMap<string, Site>;
  readonly #points: ReadonlyMap<string, ReadonlyMap<string, Point>>;
  #realityOnly: ReadonlyMap<string, SiteAnswer> = new Map();

  constructor(sites: readonly Site[]) {
    this.#sites = new Map(sites.map((site) => [site.id, site]));
    this.#points = new Map(sites.map((site) => [site.id, new Map(site.points.map((point) => [point.id, point]))]));
  }

  /** The sites with elements and points. */
  list(): readonly Site[] {
    return [...this.#sites.values()];
  }

  /** All of them, in short. */
  summaries(): readonly SiteSummary[] {
    return [...this.#sites.values(), ...this.#realityOnly.values()].map(summaryOf);
  }

  find(id: string): Site | undefined {
    return this.#sites.get(id);
  }

  /** Throws `UPW_SITE_UNKNOWN`, for places without elements as well. */
  get(id: string): Site {
    const site = this.#sites.get(id);
    if (site === undefined) throw new ServerError('UPW_SITE_UNKNOWN', { parameters: { site: id } });
    return site;
  }

  has(id: string): boolean {
    return this.#sites.has(id) || this.#realityOnly.has(id);
  }

  /** The site, or the place of which only a mesh is known. Throws `UPW_SITE_UNKNOWN`. */
  answer(id: string): SiteAnswer {
    return this.#realityOnly.get(id) ?? this.get(id);
  }

  point(site: string, point: string): Point | undefined {
    return this.#points.get(site)?.get(point);
  }

  setRealityOnly(sites: readonly SiteAnswer[]): void {
    this.#realityOnly = new Map(sites.filter(({ id }) => !this.#sites.has(id)).map((site) => [site.id, site]));
  }
}

const summaryOf = (site: SiteAnswer): SiteSummary => ({
  id: site.id,
  kind: site.kind,
  name: site.name,
  origin: site.origin,
  elements: site.elements.length,
  points: site.points.length,
});
