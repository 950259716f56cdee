import { bellCurve, errorStep } from '../arithmetic/normal-curve.ts';
import type { BoundaryLayer } from '../weather/boundary-layer.ts';
import type { FieldGrid } from './hazard-field.ts';
import { alongShare, draxlerShare } from './lateral-spread.ts';
import { rootTwoPi } from './plume.ts';
import { lookUp, type PlumeTable } from './plume-table.ts';
import type { Segment } from './segment.ts';

const rootTwo = Math.SQRT2;
/** A Gaussian is followed to this many standard deviations: 6e-5 of its mass is left out. */
const reach = 4;

/** A box of cells, both ends included; empty when a low end is above its high end. */
export interface CellBox {
  iLow: number;
  iHigh: number;
  jLow: number;
  jHigh: number;
}

/**
 * Adds the concentration of one segment to a layer of the grid, kg/m³, each cell holding its mean over the cell's
 * width: a Gaussian across, its share of the vertical at the receptor's height, and error functions at its two ends.
 * `touched` grows by the cells that received something.
 */
export function addSegment(
  segment: Segment,
  table: PlumeTable,
  air: BoundaryLayer,
  grid: FieldGrid,
  layer: Float32Array<ArrayBuffer>,
  touched: CellBox,
): void {
  const { newer, older, lengthM, massKg } = segment;
  const smooth = (grid.cellM * grid.cellM) / 12;
  const calm = air.driftShare < 1;
  const sigmaYFar = Math.sqrt(square(older.lateralM * draxlerShare(older.clockS)) + smooth);
  const sigmaXFar = calm ? sigmaYFar : Math.sqrt(square(alongShare * older.travelM) + smooth);
  const sigmaXNear = calm ? sigmaYFar : Math.sqrt(square(alongShare * newer.travelM) + smooth);
  const still = lengthM < 0.05 * sigmaXFar;
  const east = lengthM > 0 ? (older.x - newer.x) / lengthM : 1;
  const north = lengthM > 0 ? (older.y - newer.y) / lengthM : 0;
  const from = -reach * sigmaXNear;
  const to = lengthM + reach * sigmaXFar;
  const width = reach * sigmaYFar * (lengthM > 0 && !still ? Math.min(2, to / lengthM) : 1);
  // Flux over the ground: a cloud that drifts slower than it mixes lies closer together.
  const squeeze = still ? 0 : (older.travelM - newer.travelM) / lengthM;
  const amplitude = still
    ? massKg / rootTwoPi
    : (segment.fluxKgPerS * squeeze) / (air.frictionVelocityMPerS * rootTwoPi);
  const jLow = rowOf(newer.y + Math.min(from * north, to * north) - width * Math.abs(east), grid.y0M, grid.cellM, 1);
  const jHigh = rowOf(newer.y + Math.max(from * north, to * north) + width * Math.abs(east), grid.y0M, grid.cellM, -1);
  for (let j = Math.max(0, jLow); j <= Math.min(grid.ny - 1, jHigh); j += 1) {
    const dy = grid.y0M + j * grid.cellM - newer.y;
    const dx0 = grid.x0M - newer.x;
    // Cells i of the row with from ≤ along ≤ to and |across| ≤ width.
    let low = 0;
    let high = grid.nx - 1;
    [low, high] = within(low, high, dx0 * east + dy * north, grid.cellM * east, from, to);
    [low, high] = within(low, high, dy * east - dx0 * north, -grid.cellM * north, -width, width);
    if (low > high) continue;
    for (let i = low; i <= high; i += 1) {
      const dx = dx0 + i * grid.cellM;
      const along = dx * east + dy * north;
      const across = dy * east - dx * north;
      const at = still ? 0.5 : along / lengthM;
      const travel = Math.max(0, newer.travelM + at * (older.travelM - newer.travelM));
      const vertical = Math.max(0, newer.verticalM + at * (older.verticalM - newer.verticalM));
      const lateral = Math.max(0, newer.lateralM + at * (older.lateralM - newer.lateralM));
      const clock = Math.max(0, newer.clockS + at * (older.clockS - newer.clockS));
      const sigmaY = Math.sqrt(square(lateral * draxlerShare(clock)) + smooth);
      const off = across / sigmaY;
      if (off > reach || off < -reach) continue;
      const sigmaX = calm ? sigmaY : Math.sqrt(square(alongShare * travel) + smooth);
      let value: number;
      if (still) {
        const behind = (along - 0.5 * lengthM) / sigmaX;
        value =
          (lookUp(table.densityPerM, table.stepM, vertical) * bellCurve(off) * bellCurve(behind)) /
          (rootTwoPi * sigmaX * sigmaY);
      } else {
        const part = 0.5 * (errorStep(along / (rootTwo * sigmaX)) - errorStep((along - lengthM) / (rootTwo * sigmaX)));
        if (part <= 0) continue;
        value = (lookUp(table.integralPerM, table.stepM, vertical) * part * bellCurve(off)) / sigmaY;
      }
      const cell = j * grid.nx + i;
      layer[cell] = (layer[cell] as number) + amplitude * value;
    }
    touched.iLow = Math.min(touched.iLow, low);
    touched.iHigh = Math.max(touched.iHigh, high);
    touched.jLow = Math.min(touched.jLow, j);
    touched.jHigh = Math.max(touched.jHigh, j);
  }
}

function square(x: number): number {
  return x * x;
}

function rowOf(y: number, y0: number, cell: number, inward: 1 | -1): number {
  return inward > 0 ? Math.ceil((y - y0) / cell) : Math.floor((y - y0) / cell);
}

/** Cells of [low, high] whose value start + i·slope lies in [least, most]. */
function within(
  low: number,
  high: number,
  start: number,
  slope: number,
  least: number,
  most: number,
): [number, number] {
  if (Math.abs(slope) < 1e-12) return start >= least && start <= most ? [low, high] : [1, 0];
  const a = (least - start) / slope;
  const b = (most - start) / slope;
  return [Math.max(low, Math.ceil(Math.min(a, b))), Math.min(high, Math.floor(Math.max(a, b)))];
}
