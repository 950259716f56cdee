import type { Sample } from '../contract/index.ts';
import type { Queryable } from '../database/database.ts';
import type { PointNumbers } from './point-numbers.ts';
import { numberOfQuality } from './quality-number.ts';

/** A sample with the site it belongs to. */
export interface SiteSample {
  readonly site: string;
  readonly sample: Sample;
}

/** Stores samples with one statement; gives how many were new. A sample that is there already stays as it was. */
export function storeSamples(
  samples: readonly SiteSample[],
  numbers: PointNumbers,
  within: Queryable,
): Promise<number> {
  return within.execute(
    `insert into samples (point, source_time, received_time, value, quality)
     select * from unnest($1::integer[], $2::bigint[], $3::bigint[], $4::float8[], $5::smallint[])
     on conflict do nothing`,
    [
      samples.map(({ site, sample }) => numbers.of(site, sample.point)),
      samples.map(({ sample }) => sample.sourceTime),
      samples.map(({ sample }) => sample.receivedTime),
      samples.map(({ sample }) => sample.value),
      samples.map(({ sample }) => numberOfQuality(sample.quality)),
    ],
  );
}
