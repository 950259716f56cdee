import { type GridLines, lineFrom } from '../grid-lines.ts';
import type { SegmentProfile } from './segment-profile.ts';

/** Rows of lines from `jLow` to `jHigh`, and in each, at j − jLow, the first and last column; empty where low > high. */
export interface SegmentRows {
  jLow: number;
  jHigh: number;
  low: Int32Array<ArrayBuffer>;
  high: Int32Array<ArrayBuffer>;
}

/** Room for rows, used again by whoever asks next. */
export function roomForRows(): SegmentRows {
  return { jLow: 0, jHigh: -1, low: new Int32Array(256), high: new Int32Array(256) };
}

/** Sets `rows` to those that a profile touches within `reach` standard deviations. */
export function findRows(
  rows: SegmentRows,
  newer: { readonly x: number; readonly y: number },
  { fromM, toM, widestM, east, north }: SegmentProfile,
  reach: number,
  { xM, yM }: GridLines,
): void {
  const width = reach * widestM;
  const south = newer.y + Math.min(fromM * north, toM * north) - width * Math.abs(east);
  const upper = newer.y + Math.max(fromM * north, toM * north) + width * Math.abs(east);
  rows.jLow = lineFrom(yM, south);
  rows.jHigh = lineFrom(yM, upper) - 1;
  if (rows.jHigh - rows.jLow >= rows.low.length) {
    rows.low = new Int32Array(yM.length);
    rows.high = new Int32Array(yM.length);
  }
  for (let j = rows.jLow; j <= rows.jHigh; j += 1) {
    const dy = (yM[j] as number) - newer.y;
    // Places x of the row with fromM ≤ along ≤ toM and |across| ≤ width.
    const least = Math.max(lowerEnd(dy * north, east, fromM, toM), lowerEnd(dy * east, -north, -width, width));
    const most = Math.min(upperEnd(dy * north, east, fromM, toM), upperEnd(dy * east, -north, -width, width));
    rows.low[j - rows.jLow] = lineFrom(xM, newer.x + least);
    rows.high[j - rows.jLow] = lineFrom(xM, newer.x + most) - 1;
  }
}

/** The least dx for which start + dx·slope lies in [least, most]. */
function lowerEnd(start: number, slope: number, least: number, most: number): number {
  if (Math.abs(slope) < 1e-12) return start >= least && start <= most ? -1e9 : 1e9;
  return Math.min((least - start) / slope, (most - start) / slope);
}

/** The greatest. */
function upperEnd(start: number, slope: number, least: number, most: number): number {
  if (Math.abs(slope) < 1e-12) return start >= least && start <= most ? 1e9 : -1e9;
  return Math.max((least - start) / slope, (most - start) / slope);
}
