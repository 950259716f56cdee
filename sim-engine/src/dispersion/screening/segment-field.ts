import { bellCurve } from '../../arithmetic/normal-curve.ts';
import type { BoundaryLayer } from '../../weather/boundary-layer.ts';
import { gapAt, type Layer } from '../grid-lines.ts';
import type { PlumeTable } from './plume-table.ts';
import type { Segment } from './segment.ts';
import { axisAt, extentOf, profileOf, type SegmentProfile } from './segment-profile.ts';
import { findRows, roomForRows } from './segment-rows.ts';

/** Rungs per gap of the lines on which a segment's profile along the wind is held. */
const rungsPerGap = 2;
/** A zone is followed to this many standard deviations: near a source the axis is 10⁵ times a toxic limit. */
const reachAcross = 5;
/** Near its root a plume is drawn on its own finer ladder, up to this many of the finest gaps, m. */
const rootGaps = 60;

/**
 * Adds `weight` times the concentration of one segment to a layer, kg/m³, each value the mean over its cell: a Gaussian
 * across, its share of the vertical at the layer's height, and error functions at its two ends.
 */
export function addSegment(segment: Segment, table: PlumeTable, air: BoundaryLayer, layer: Layer, weight = 1): void {
  const { xM, yM } = layer.lines;
  const { newer } = segment;
  const widthAt = (x: number, y: number): number => Math.max(gapAt(xM, x), gapAt(yM, y));
  const extent = extentOf(segment, air, layer.lines);
  if (extent === undefined) return;
  const [fromM, toM] = extent;
  const rootM = widthAt(newer.x, newer.y);
  const usualM = widthAt(xM[0] as number, yM[0] as number);
  const root = rootGaps * rootM;
  const split = rootM < 0.7 * usualM && root > fromM && root < toM ? root : toM;
  addWindow(segment, table, layer, weight, profileOf(segment, air, [fromM, split], rootM / rungsPerGap, widthAt));
  if (split === toM) return;
  // A place on the seam belongs to one window only.
  const seam = split + 1e-9;
  addWindow(segment, table, layer, weight, profileOf(segment, air, [seam, toM], usualM / rungsPerGap, widthAt));
}

const rows = roomForRows();

function addWindow(
  { newer }: Segment,
  table: PlumeTable,
  { lines, values, heightM, touched }: Layer,
  weight: number,
  profile: SegmentProfile,
): void {
  const { xM, yM } = lines;
  const { fromM, stepM, narrowness, east, north } = profile;
  const axis = axisAt(profile, table.at(heightM), table.stepM);
  const nx = xM.length;
  const last = axis.length - 2;
  findRows(rows, newer, profile, reachAcross, lines);
  const { jLow, jHigh } = rows;
  for (let j = jLow; j <= jHigh; j += 1) {
    const low = rows.low[j - jLow] as number;
    const high = rows.high[j - jLow] as number;
    if (low > high) continue;
    const dy = (yM[j] as number) - newer.y;
    for (let i = low; i <= high; i += 1) {
      const dx = (xM[i] as number) - newer.x;
      const place = Math.max(0, (dx * east + dy * north - fromM) / stepM);
      const k = Math.min(Math.floor(place), last);
      const share = place - k;
      const thin = narrowness[k] as number;
      const off = (dy * east - dx * north) * (thin + ((narrowness[k + 1] as number) - thin) * share);
      if (Math.abs(off) >= reachAcross) continue;
      const here = axis[k] as number;
      const value = (here + ((axis[k + 1] as number) - here) * share) * bellCurve(off);
      if (value <= 0) continue;
      const cell = j * nx + i;
      values[cell] = (values[cell] as number) + weight * value;
    }
    touched.iLow = Math.min(touched.iLow, low);
    touched.iHigh = Math.max(touched.iHigh, high);
    touched.jLow = Math.min(touched.jLow, j);
    touched.jHigh = Math.max(touched.jHigh, j);
  }
}
