import { bellCurve, errorStep } from '../../arithmetic/normal-curve.ts';
import type { BoundaryLayer } from '../../weather/boundary-layer.ts';
import type { CellBox } from '../cell-box.ts';
import type { FieldGrid } from '../hazard-field.ts';
import { alongShare, draxlerShare } from './lateral-spread.ts';
import { rootTwoPi } from './plume.ts';
import { lookUp, type PlumeTable } from './plume-table.ts';
import type { Segment } from './segment.ts';

/** A Gaussian is followed to this many standard deviations: 6e-5 of its mass is left out. */
const reach = 4;
/** Rungs per cell on which a segment's profile along the wind is held. */
const rungsPerCell = 4;

/** What a segment is along its own axis: everything but the Gaussian across, which is all that a cell adds. */
interface Profile {
  /** Along-wind place of the first rung, m from the newer end; rungs follow every `stepM`. */
  readonly fromM: number;
  readonly stepM: number;
  readonly toM: number;
  /** Concentration on the axis, kg/m³. */
  readonly axis: Float64Array<ArrayBuffer>;
  /** 1/σy, 1/m. */
  readonly narrowness: Float64Array<ArrayBuffer>;
  readonly widestM: number;
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
  const { newer, older, lengthM } = segment;
  const { cellM } = grid;
  const { fromM, stepM, toM, axis, narrowness, widestM } = profileOf(segment, table, air, cellM);
  const east = lengthM > 0 ? (older.x - newer.x) / lengthM : 1;
  const north = lengthM > 0 ? (older.y - newer.y) / lengthM : 0;
  const width = reach * widestM;
  const south = newer.y + Math.min(fromM * north, toM * north) - width * Math.abs(east);
  const upper = newer.y + Math.max(fromM * north, toM * north) + width * Math.abs(east);
  const jLow = Math.max(0, Math.ceil((south - grid.y0M) / cellM));
  const jHigh = Math.min(grid.ny - 1, Math.floor((upper - grid.y0M) / cellM));
  const dx0 = grid.x0M - newer.x;
  for (let j = jLow; j <= jHigh; j += 1) {
    const dy = grid.y0M + j * cellM - newer.y;
    const along0 = dx0 * east + dy * north;
    const across0 = dy * east - dx0 * north;
    // Cells i of the row with fromM ≤ along ≤ toM and |across| ≤ width.
    let low = 0;
    let high = grid.nx - 1;
    [low, high] = within(low, high, along0, cellM * east, fromM, toM);
    [low, high] = within(low, high, across0, -cellM * north, -width, width);
    if (low > high) continue;
    for (let i = low; i <= high; i += 1) {
      const place = Math.max(0, (along0 + i * cellM * east - fromM) / stepM);
      const k = Math.min(Math.floor(place), axis.length - 2);
      const share = place - k;
      const thin = narrowness[k] as number;
      const off = (across0 - i * cellM * north) * (thin + ((narrowness[k + 1] as number) - thin) * share);
      const here = axis[k] as number;
      const value = (here + ((axis[k + 1] as number) - here) * share) * bellCurve(off);
      if (value <= 0) continue;
      const cell = j * grid.nx + i;
      layer[cell] = (layer[cell] as number) + value;
    }
    touched.iLow = Math.min(touched.iLow, low);
    touched.iHigh = Math.max(touched.iHigh, high);
    touched.jLow = Math.min(touched.jLow, j);
    touched.jHigh = Math.max(touched.jHigh, j);
  }
}

function profileOf(
  { newer, older, lengthM, massKg, fluxKgPerS }: Segment,
  table: PlumeTable,
  air: BoundaryLayer,
  cellM: number,
): Profile {
  // The mean of a Gaussian over a cell is nearly a Gaussian whose variance is greater by cell²/12.
  const smooth = (cellM * cellM) / 12;
  const calm = air.driftShare < 1;
  const acrossOf = (lateralM: number, clockS: number): number =>
    Math.sqrt(square(lateralM * draxlerShare(clockS)) + smooth);
  const alongOf = (travelM: number, sigmaY: number): number =>
    calm ? sigmaY : Math.sqrt(square(alongShare * travelM) + smooth);
  const farY = acrossOf(older.lateralM, older.clockS);
  const farX = alongOf(older.travelM, farY);
  const nearX = alongOf(newer.travelM, acrossOf(newer.lateralM, newer.clockS));
  const still = lengthM < 0.05 * farX;
  const fromM = -reach * nearX;
  const toM = lengthM + reach * farX;
  const rungs = Math.max(2, Math.min(20_000, Math.ceil(((toM - fromM) * rungsPerCell) / cellM))) + 1;
  const stepM = (toM - fromM) / (rungs - 1);
  const axis = new Float64Array(rungs);
  const narrowness = new Float64Array(rungs);
  // Flux over the ground: a cloud that drifts slower than it mixes lies closer together.
  const squeeze = still ? 0 : (older.travelM - newer.travelM) / lengthM;
  const flux = (fluxKgPerS * squeeze) / (air.frictionVelocityMPerS * rootTwoPi);
  let widestM = 0;
  for (let k = 0; k < rungs; k += 1) {
    const along = fromM + k * stepM;
    const at = still ? 0.5 : along / lengthM;
    const between = (a: number, b: number): number => Math.max(0, a + at * (b - a));
    const vertical = between(newer.verticalM, older.verticalM);
    const sigmaY = acrossOf(between(newer.lateralM, older.lateralM), between(newer.clockS, older.clockS));
    const sigmaX = alongOf(between(newer.travelM, older.travelM), sigmaY);
    narrowness[k] = 1 / sigmaY;
    widestM = Math.max(widestM, sigmaY);
    if (still) {
      const bell = bellCurve((along - 0.5 * lengthM) / sigmaX);
      axis[k] =
        (massKg * bell * lookUp(table.densityPerM, table.stepM, vertical)) / (rootTwoPi * rootTwoPi * sigmaX * sigmaY);
    } else {
      const blur = Math.SQRT2 * sigmaX;
      const part = 0.5 * (errorStep(along / blur) - errorStep((along - lengthM) / blur));
      axis[k] = part <= 0 ? 0 : (flux * part * lookUp(table.integralPerM, table.stepM, vertical)) / sigmaY;
    }
  }
  return { fromM, stepM, toM, axis, narrowness, widestM };
}

function square(x: number): number {
  return x * x;
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
