import { hypot } from '../../arithmetic/hypotenuse.ts';
import { errorStep } from '../../arithmetic/normal-curve.ts';
import type { CellBox } from '../cell-box.ts';
import { alongShare } from '../screening/lateral-spread.ts';
import type { TrailPoint } from './dense-trail.ts';
import { meanShare } from './vertical-share.ts';

/** An even horizontal grid: middles of cells at (x0M + i·cellM, y0M + j·cellM). */
export interface Ground {
  readonly x0M: number;
  readonly y0M: number;
  readonly cellM: number;
  readonly nx: number;
  readonly ny: number;
}

/** Where concentration is added, kg/m³: one layer a height, i fastest, then j, then height. */
export interface Canvas {
  readonly ground: Ground;
  readonly heightsM: readonly number[];
  /** Depth of the layer that each height stands for, m; absent: the height alone. */
  readonly thickM?: number;
  readonly kgPerM3: Float32Array<ArrayBuffer>;
  /** Grows to the cells touched. */
  readonly box: CellBox;
}

/** A softened edge or end is followed to this many standard deviations. */
const reach = 3;
const rungsPerCell = 2;
/** The least half-width of a flat top, in standard deviations: below, a segment is a Gaussian. */
const leastFlat = 0.05;

/**
 * Paints the mass between two neighbouring points of a trail: even along the way between them, its ends softened by the
 * along-wind spread, across a flat top with softened edges, upright as the points are. No mass is lost inside the grid.
 */
export function paintSegment(
  older: TrailPoint,
  newer: TrailPoint,
  massKg: number,
  calmShare: number,
  canvas: Canvas,
): void {
  if (massKg <= 0) return;
  const { ground, heightsM, thickM, kgPerM3, box } = canvas;
  const { cellM } = ground;
  const smooth = (cellM * cellM) / 12;
  const lengthM = hypot(older.x - newer.x, older.y - newer.y);
  const east = lengthM > 1e-6 ? (older.x - newer.x) / lengthM : 1;
  const north = lengthM > 1e-6 ? (older.y - newer.y) / lengthM : 0;
  // In calm air nothing draws the cloud out: it is as long as it is wide.
  const alongOf = (point: TrailPoint): number => {
    const round = calmShare * calmShare * (point.sigmaM * point.sigmaM + 0.25 * point.halfWidthM * point.halfWidthM);
    return Math.sqrt(alongShare * alongShare * point.travelM * point.travelM + round + smooth);
  };
  const [nearX, farX] = [alongOf(newer), alongOf(older)];
  const fromM = -reach * nearX;
  const toM = lengthM + reach * farX;
  const rungs = Math.max(3, Math.min(4000, Math.ceil(((toM - fromM) * rungsPerCell) / cellM) + 1));
  const stepM = (toM - fromM) / (rungs - 1);
  const nz = heightsM.length;
  const axis = new Float64Array(rungs * nz);
  const flat = new Float64Array(rungs);
  const narrow = new Float64Array(rungs);
  const oldUpright = heightsM.map((z) => meanShare(older, z, thickM));
  const newUpright = heightsM.map((z) => meanShare(newer, z, thickM));
  let widest = 0;
  for (let r = 0; r < rungs; r += 1) {
    const along = fromM + r * stepM;
    const share = lengthM > 1e-6 ? Math.min(1, Math.max(0, along / lengthM)) : 0.5;
    const mix = (a: number, b: number): number => a + share * (b - a);
    const sigma = Math.sqrt(mix(newer.sigmaM, older.sigmaM) * mix(newer.sigmaM, older.sigmaM) + smooth);
    const half = Math.max(leastFlat * sigma, mix(newer.halfWidthM, older.halfWidthM));
    const blur = Math.SQRT2 * mix(nearX, farX);
    // Mass per metre of way: an even stretch blurred; a stretch much shorter than its blur is a bell.
    const line = (massKg * blurred(along, lengthM, blur)) / 2;
    flat[r] = half;
    narrow[r] = 1 / (Math.SQRT2 * sigma);
    widest = Math.max(widest, half + reach * sigma);
    for (let k = 0; k < nz; k += 1) {
      axis[r * nz + k] = (line * mix(newUpright[k] as number, oldUpright[k] as number)) / (2 * half);
    }
  }
  visit(ground, newer, east, north, fromM, toM, widest, box, (i, j, along, across) => {
    const place = Math.min(rungs - 1.000001, Math.max(0, (along - fromM) / stepM));
    const r = Math.floor(place);
    const share = place - r;
    const half = (flat[r] as number) + share * ((flat[r + 1] as number) - (flat[r] as number));
    const thin = (narrow[r] as number) + share * ((narrow[r + 1] as number) - (narrow[r] as number));
    const off = Math.abs(across);
    const lateral = 0.5 * (errorStep((half + off) * thin) + errorStep((half - off) * thin));
    if (lateral <= 0) return;
    for (let k = 0; k < nz; k += 1) {
      const low = axis[r * nz + k] as number;
      const value = lateral * (low + share * ((axis[(r + 1) * nz + k] as number) - low));
      const cell = (k * ground.ny + j) * ground.nx + i;
      kgPerM3[cell] = (kgPerM3[cell] as number) + value;
    }
  });
}

/** Twice the share per metre of an even stretch [0, length] blurred by a Gaussian of √2·σ = blur. */
function blurred(along: number, length: number, blur: number): number {
  if (length > 0.02 * blur) return (errorStep(along / blur) - errorStep((along - length) / blur)) / length;
  const h = 0.05 * blur;
  const middle = along - 0.5 * length;
  return (errorStep((middle + h) / blur) - errorStep((middle - h) / blur)) / (2 * h);
}

/** Calls `cell` for the cells whose middle lies in a strip along an axis from (x, y). */
function visit(
  ground: Ground,
  { x, y }: TrailPoint,
  east: number,
  north: number,
  fromM: number,
  toM: number,
  widthM: number,
  box: CellBox,
  cell: (i: number, j: number, along: number, across: number) => void,
): void {
  const { x0M, y0M, cellM, nx, ny } = ground;
  const southM = y + Math.min(fromM * north, toM * north) - widthM * Math.abs(east);
  const northM = y + Math.max(fromM * north, toM * north) + widthM * Math.abs(east);
  const jLow = Math.max(0, Math.ceil((southM - y0M) / cellM));
  const jHigh = Math.min(ny - 1, Math.floor((northM - y0M) / cellM));
  for (let j = jLow; j <= jHigh; j += 1) {
    const dy = y0M + j * cellM - y;
    const along0 = (x0M - x) * east + dy * north;
    const across0 = dy * east - (x0M - x) * north;
    const [a, b] = within(0, nx - 1, along0, cellM * east, fromM, toM);
    const [low, high] = within(a, b, across0, -cellM * north, -widthM, widthM);
    if (low > high) continue;
    for (let i = low; i <= high; i += 1) cell(i, j, along0 + i * cellM * east, across0 - i * cellM * north);
    box.iLow = Math.min(box.iLow, low);
    box.iHigh = Math.max(box.iHigh, high);
    box.jLow = Math.min(box.jLow, j);
    box.jHigh = Math.max(box.jHigh, j);
  }
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
  if (low > high) return [1, 0];
  if (Math.abs(slope) < 1e-12) return start >= least && start <= most ? [low, high] : [1, 0];
  const a = (least - start) / slope;
  const b = (most - start) / slope;
  return [Math.max(low, Math.ceil(Math.min(a, b))), Math.min(high, Math.floor(Math.max(a, b)))];
}
