import { bellCurve } from '../../arithmetic/normal-curve.ts';
import type { BoundaryLayer } from '../../weather/boundary-layer.ts';
import { type GridLines, gapAt, type Layer, lineFrom } from '../grid-lines.ts';
import type { VolumeBuilder } from '../volume-builder.ts';
import { rootTwoPi } from './plume.ts';
import { type HeightColumn, lookUp, type PlumeTable } from './plume-table.ts';
import type { Segment } from './segment.ts';
import { spreadAlong } from './trail.ts';

/** Neighbouring puffs differ by at most this share of their spread, in place and in spread. */
const closeness = 0.5;
/** A puff is followed to this many standard deviations. */
const puffReach = 4.5;

interface Puff {
  readonly x: number;
  readonly y: number;
  readonly sigmaM: number;
  readonly verticalM: number;
  readonly massKg: number;
}

/**
 * A segment as a row of round puffs: in a light wind the meander is as fast as the wind itself and carries gas to all
 * sides, against the wind as well (the puff integral of Cirillo & Poli 1992, Atmos. Environ. 26A, 451, which tends to a
 * Gaussian plume as the wind freshens and to 1/r rings around the source as it dies).
 */
export function puffsOf({ newer, older, lengthM, massKg }: Segment, air: BoundaryLayer, finestM: number): Puff[] {
  const puffs: Puff[] = [];
  const spreadAt = spreadAlong(newer, older, air);
  const [near, far] = [spreadAt(0), spreadAt(1)];
  const wayM = Math.max(1e-6, lengthM + Math.abs(far - near));
  for (let from = 0; from < 1; ) {
    const here = Math.max(spreadAt(from), 0.5 * finestM);
    const to = Math.min(1, from + Math.max(1e-3, (closeness * here) / wayM));
    const at = 0.5 * (from + (to > 0.999 ? 1 : to));
    const end = to > 0.999 ? 1 : to;
    puffs.push({
      x: newer.x + at * (older.x - newer.x),
      y: newer.y + at * (older.y - newer.y),
      sigmaM: spreadAt(at),
      verticalM: newer.verticalM + at * (older.verticalM - newer.verticalM),
      massKg: massKg * (end - from),
    });
    from = end;
  }
  return puffs;
}

/** Adds `weight` times a puff to a layer. */
export function addPuff(
  puff: Puff,
  table: PlumeTable,
  { lines, values, heightM, touched }: Layer,
  weight: number,
): void {
  const density = lookUp(table.at(heightM).densityPerM, table.stepM, puff.verticalM);
  const stamp = stampOf(puff, lines);
  if (stamp === undefined) return;
  const { iLow, iHigh, jLow, jHigh, across, along, peak } = stamp;
  const nx = lines.xM.length;
  for (let j = jLow; j <= jHigh; j += 1) {
    const row = weight * peak * density * (along[j - jLow] as number);
    for (let i = iLow, cell = j * nx + iLow; i <= iHigh; i += 1, cell += 1) {
      values[cell] = (values[cell] as number) + row * (across[i - iLow] as number);
    }
  }
  touched.iLow = Math.min(touched.iLow, iLow);
  touched.iHigh = Math.max(touched.iHigh, iHigh);
  touched.jLow = Math.min(touched.jLow, jLow);
  touched.jHigh = Math.max(touched.jHigh, jHigh);
}

/** Adds `weight` times a puff to a volume. */
export function addPuffVolume(
  puff: Puff,
  table: PlumeTable,
  columns: readonly HeightColumn[],
  volume: VolumeBuilder,
  lines: GridLines,
  weight: number,
): void {
  const { grid, kgPerM3, leastKgPerM3 } = volume;
  const stamp = stampOf(puff, lines);
  if (stamp === undefined) return;
  const { iLow, iHigh, jLow, jHigh, across, along, peak } = stamp;
  for (let layer = 0; layer < grid.nz; layer += 1) {
    const column = (columns[layer] as HeightColumn).densityPerM;
    const most = weight * peak * lookUp(column, table.stepM, puff.verticalM);
    if (most < 0.02 * leastKgPerM3) continue;
    for (let j = jLow; j <= jHigh; j += 1) {
      const row = most * (along[j - jLow] as number);
      for (let i = iLow, cell = (layer * grid.ny + j) * grid.nx + iLow; i <= iHigh; i += 1, cell += 1) {
        kgPerM3[cell] = (kgPerM3[cell] as number) + row * (across[i - iLow] as number);
      }
    }
    volume.touchBox(iLow, iHigh, jLow, jHigh, layer, layer);
  }
}

/** The Gaussians of a puff along both axes, means over cells. */
function stampOf(puff: Puff, { xM, yM }: GridLines) {
  const axis = (lines: Float64Array<ArrayBuffer>, place: number) => {
    const gap = gapAt(lines, place);
    const sigma = Math.sqrt(puff.sigmaM * puff.sigmaM + (gap * gap) / 12);
    const low = lineFrom(lines, place - puffReach * sigma);
    const high = lineFrom(lines, place + puffReach * sigma) - 1;
    const bell = new Float64Array(Math.max(0, high - low + 1));
    for (let k = low; k <= high; k += 1) bell[k - low] = bellCurve(((lines[k] as number) - place) / sigma);
    return { low, high, bell, sigma };
  };
  const x = axis(xM, puff.x);
  const y = axis(yM, puff.y);
  if (x.low > x.high || y.low > y.high) return undefined;
  const peak = puff.massKg / (rootTwoPi * rootTwoPi * x.sigma * y.sigma);
  return { iLow: x.low, iHigh: x.high, jLow: y.low, jHigh: y.high, across: x.bell, along: y.bell, peak };
}
