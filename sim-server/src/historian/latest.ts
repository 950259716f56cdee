import type { Sample } from '../contract/index.ts';
import type { Database } from '../database/database.ts';
import { qualityOf } from './quality-number.ts';

/** The newest sample of every point, by source time, in memory. */
export class Latest {
  readonly #sites = new Map<string, Map<string, Sample>>();

  /** Keeps a sample when it is newer than what is known of its point; tells whether it was. */
  offer(site: string, sample: Sample): boolean {
    let points = this.#sites.get(site);
    if (points === undefined) {
      points = new Map();
      this.#sites.set(site, points);
    }
    const known = points.get(sample.point);
    if (known !== undefined && known.sourceTime >= sample.sourceTime) return false;
    points.set(sample.point, sample);
    return true;
  }

  get(site: string, point: string): Sample | undefined {
    return this.#sites.get(site)?.get(point);
  }

  list(site: string): readonly Sample[] {
    return [...(this.#sites.get(site)?.values() ?? [])];
  }

  /** Reads the newest stored sample of every point. */
  async restore(database: Database): Promise<void> {
    const rows = await database.query<{
      readonly site: string;
      readonly point: string;
      readonly source_time: number;
      readonly received_time: number;
      readonly value: number;
      readonly quality: number;
    }>(
      `select p.site, p.point, s.source_time, s.received_time, s.value, s.quality
       from points p cross join lateral (
         select source_time, received_time, value, quality from samples
         where point = p.id order by source_time desc limit 1) s`,
    );
    for (const row of rows) {
      this.offer(row.site, {
        point: row.point,
        sourceTime: row.source_time,
        receivedTime: row.received_time,
        value: row.value,
        quality: qualityOf(row.quality),
      });
    }
  }
}
