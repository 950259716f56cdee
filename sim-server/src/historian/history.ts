import type { HistoryAnswer } from '../contract/index.ts';
import type { Queryable } from '../database/database.ts';
import { qualityOf } from './quality-number.ts';

export interface HistoryQuestion {
  readonly point: string;
  /** The point's number in the database. */
  readonly number: number;
  /** UTC ms, both included. */
  readonly from: number;
  readonly to: number;
  /** Most samples in the answer, at least 4. */
  readonly limit: number;
}

interface HistoryRow {
  readonly source_time: number;
  readonly value: number;
  readonly quality: number;
}

/**
 * The samples of a point in a span of source time, oldest first. When there are more than `limit`, the span is cut
 * into buckets of equal length and the lowest and the highest sample of each is kept, so that no peak is lost; of a
 * bucket in which any sample is bad, one of the bad ones is kept too.
 */
export async function readHistory(question: HistoryQuestion, within: Queryable): Promise<HistoryAnswer> {
  const { point, number, from, to, limit } = question;
  const [counted] = await within.query<{ total: number }>(
    'select count(*) as total from samples where point = $1 and source_time between $2 and $3',
    [number, from, to],
  );
  const total = counted?.total ?? 0;
  const rows =
    total <= limit
      ? await within.query<HistoryRow>(
          `select source_time, value, quality from samples
           where point = $1 and source_time between $2 and $3 order by source_time`,
          [number, from, to],
        )
      : await within.query<HistoryRow>(thinned, [number, from, to, Math.max(1, Math.floor(limit / 3))]);
  const samples = rows.map((row) => ({
    sourceTime: row.source_time,
    value: row.value,
    quality: qualityOf(row.quality),
  }));
  return { point, from, to, samples, total };
}

/** `$4` buckets; `distinct on` takes the first row of each in its order. */
const thinned = `
  with span as (
    select source_time, value, quality,
      ((source_time - $2::bigint) * $4::bigint) / greatest($3::bigint - $2::bigint + 1, 1) as bucket
    from samples where point = $1 and source_time between $2 and $3
  ), kept as (
    (select distinct on (bucket) source_time, value, quality from span where quality < 2
      order by bucket, value, source_time)
    union
    (select distinct on (bucket) source_time, value, quality from span where quality < 2
      order by bucket, value desc, source_time)
    union
    (select distinct on (bucket) source_time, value, quality from span where quality = 2
      order by bucket, source_time)
  )
  select source_time, value, quality from kept order by source_time`;
