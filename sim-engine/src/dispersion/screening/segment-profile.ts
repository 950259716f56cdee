import { bellCurve, errorStep } from '../../arithmetic/normal-curve.ts';
import type { BoundaryLayer } from '../../weather/boundary-layer.ts';
import { type GridLines, gapAt } from '../grid-lines.ts';
import { alongShare } from './lateral-spread.ts';
import { rootTwoPi } from './plume.ts';
import { type HeightColumn, lookUp } from './plume-table.ts';
import type { Segment } from './segment.ts';
import { spreadAlong, spreadsAlong } from './trail.ts';

/** Ends are followed to this many standard deviations: 6e-5 of the mass is left out. */
const reach = 4;

/** What a segment is along its own axis: everything but the Gaussian across, which is all that a cell adds. */
export interface SegmentProfile {
  /** Unit vector from the newer to the older end. */
  readonly east: number;
  readonly north: number;
  /** Along-wind place of the first rung, m from the newer end; rungs follow every `stepM`. */
  readonly fromM: number;
  readonly stepM: number;
  readonly toM: number;
  /** Times a height's column at `verticalM` this is the concentration on the axis. */
  readonly strength: Float64Array<ArrayBuffer>;
  /** Rung by rung the distance in the plume table, m. */
  readonly verticalM: Float64Array<ArrayBuffer>;
  /** 1/σy, 1/m. */
  readonly narrowness: Float64Array<ArrayBuffer>;
  readonly widestM: number;
  /** Whether it is a puff, whose height share is a density, or a stretch of plume, whose is an integral. */
  readonly still: boolean;
}

/** How far along its axis a segment reaches, both ways, as far as lines see it; `undefined` where they do not. */
export function extentOf(
  { newer, older, lengthM, newerBlur, olderBlur }: Segment,
  air: BoundaryLayer,
  { xM, yM }: GridLines,
): readonly [number, number] | undefined {
  const spread = spreadAlong(newer, older, air);
  const near = alongOf(newer.travelM, spread(0)) * newerBlur;
  const far = alongOf(older.travelM, spread(1)) * olderBlur;
  const gap = gapAt(xM, xM[0] as number);
  const east = lengthM > 0 ? (older.x - newer.x) / lengthM : 1;
  const north = lengthM > 0 ? (older.y - newer.y) / lengthM : 0;
  // The places of the four corners along the axis bound those of every cell between them.
  const places = [xM[0] as number, xM[xM.length - 1] as number].flatMap((x) =>
    [yM[0] as number, yM[yM.length - 1] as number].map((y) => (x - newer.x) * east + (y - newer.y) * north),
  );
  const from = Math.max(-reach * near - 2 * gap, Math.min(...places) - gap);
  const to = Math.min(lengthM + reach * far + 2 * gap, Math.max(...places) + gap);
  return from < to ? [from, to] : undefined;
}

/** A window of a segment's axis, its values means over cells of the width that `widthAt` tells at a place. */
export function profileOf(
  { newer, older, lengthM, massKg, fluxKgPerS, newerBlur, olderBlur }: Segment,
  air: BoundaryLayer,
  [fromM, toM]: readonly [number, number],
  rungM: number,
  widthAt: (x: number, y: number) => number,
): SegmentProfile {
  const east = lengthM > 0 ? (older.x - newer.x) / lengthM : 1;
  const north = lengthM > 0 ? (older.y - newer.y) / lengthM : 0;
  const farSpreadM = spreadAlong(newer, older, air)(1);
  const still = lengthM < 0.05 * alongOf(older.travelM, farSpreadM);
  const rungs = Math.max(2, Math.min(20_000, Math.ceil((toM - fromM) / rungM))) + 1;
  const stepM = (toM - fromM) / (rungs - 1);
  const strength = new Float64Array(rungs);
  const verticalM = new Float64Array(rungs);
  const narrowness = new Float64Array(rungs);
  // Flux over the ground: a cloud that drifts slower than it mixes lies closer together.
  const squeeze = still ? 0 : (older.travelM - newer.travelM) / lengthM;
  const flux = (fluxKgPerS * squeeze) / (air.frictionVelocityMPerS * rootTwoPi);
  const travelled = older.travelM - newer.travelM;
  const stretched = older.verticalM - newer.verticalM;
  // The place of each rung as a share of the way, which becomes the spread there and then one over the width.
  for (let k = 0; k < rungs; k += 1) narrowness[k] = still ? 0.5 : (fromM + k * stepM) / lengthM;
  spreadsAlong(newer, older, air, narrowness);
  let widestM = 0;
  for (let k = 0; k < rungs; k += 1) {
    const along = fromM + k * stepM;
    const at = still ? 0.5 : along / lengthM;
    const width = widthAt(newer.x + along * east, newer.y + along * north);
    // The mean of a Gaussian over a cell is nearly a Gaussian whose variance is greater by width²/12.
    const smooth = (width * width) / 12;
    const spread = narrowness[k] as number;
    const sigmaY = Math.sqrt(spread * spread + smooth);
    const alongM = alongOf(Math.max(0, newer.travelM + at * travelled), spread);
    verticalM[k] = Math.max(0, newer.verticalM + at * stretched);
    narrowness[k] = 1 / sigmaY;
    widestM = Math.max(widestM, sigmaY);
    if (still) {
      const sigmaX = Math.sqrt(alongM * alongM + smooth);
      const bell = bellCurve((along - 0.5 * lengthM) / sigmaX);
      strength[k] = (massKg * bell) / (rootTwoPi * rootTwoPi * sigmaX * sigmaY);
    } else {
      const near = Math.SQRT2 * Math.sqrt(newerBlur * newerBlur * alongM * alongM + smooth);
      const far = Math.SQRT2 * Math.sqrt(olderBlur * olderBlur * alongM * alongM + smooth);
      const part = 0.5 * (errorStep(along / near) - errorStep((along - lengthM) / far));
      strength[k] = part <= 0 ? 0 : (flux * part) / sigmaY;
    }
  }
  return { east, north, fromM, stepM, toM, strength, verticalM, narrowness, widestM, still };
}

/** Concentration on the axis rung by rung at the height of a column, kg/m³. */
export function axisAt(profile: SegmentProfile, column: HeightColumn, tableStepM: number): Float64Array<ArrayBuffer> {
  const { strength, verticalM, still } = profile;
  const share = still ? column.densityPerM : column.integralPerM;
  return strength.map((value, k) => (value <= 0 ? 0 : value * lookUp(share, tableStepM, verticalM[k] as number)));
}

function alongOf(travelM: number, spreadM: number): number {
  return Math.max(alongShare * travelM, 0.1 * spreadM);
}
