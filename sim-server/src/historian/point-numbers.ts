import type { Queryable } from '../database/database.ts';
import type { Sites } from '../sites/sites.ts';

/** The number by which each point of each site is stored. */
export class PointNumbers {
  readonly #numbers = new Map<string, number>();

  /** Gives new points of the sites their numbers and reads them all. */
  async restore(sites: Sites, within: Queryable): Promise<void> {
    const points = sites.list().flatMap((site) => site.points.map((point) => ({ site: site.id, point: point.id })));
    await within.execute(
      'insert into points (site, point) select * from unnest($1::text[], $2::text[]) on conflict do nothing',
      [points.map(({ site }) => site), points.map(({ point }) => point)],
    );
    const rows = await within.query<{ id: number; site: string; point: string }>('select id, site, point from points');
    for (const row of rows) this.#numbers.set(`${row.site}:${row.point}`, row.id);
  }

  of(site: string, point: string): number {
    const number = this.#numbers.get(`${site}:${point}`);
    if (number === undefined) throw new Error(`the point ${point} of ${site} has no number`);
    return number;
  }
}
