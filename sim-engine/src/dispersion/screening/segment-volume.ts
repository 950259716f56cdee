import { bellCurve } from '../../arithmetic/normal-curve.ts';
import type { BoundaryLayer } from '../../weather/boundary-layer.ts';
import type { GridLines } from '../grid-lines.ts';
import type { VolumeGrid } from '../volume.ts';
import type { VolumeBuilder } from '../volume-builder.ts';
import type { HeightColumn, PlumeTable } from './plume-table.ts';
import type { Segment } from './segment.ts';
import { extentOf, profileOf, type SegmentProfile } from './segment-profile.ts';
import { findRows, roomForRows } from './segment-rows.ts';

/** Rungs per cell of the profile along the wind. */
const rungsPerCell = 2;
/** Standard deviations to which a cloud is drawn. */
const reachAcross = 4;
/** One segment's gas is left out where it is less than this share of the least that a volume shows. */
const faintShare = 0.1;

/** Layer by layer the columns of a volume: their means over the layers. */
export function columnsOf(table: PlumeTable, { z0M, layerM, nz }: VolumeGrid): HeightColumn[] {
  return Array.from({ length: nz }, (_, layer) => {
    const low = z0M - 0.5 * layerM + layer * layerM;
    return table.between(low, low + layerM);
  });
}

/** Rung by rung the axis of a segment at every layer. The room is used again for every segment. */
interface Axes {
  /** kg/m³ at rung·nz + layer. */
  values: Float64Array<ArrayBuffer>;
  /** The largest of a rung. */
  most: Float64Array<ArrayBuffer>;
  /** Layers of a rung up to the highest that matters. */
  depth: Int32Array<ArrayBuffer>;
}

const axes: Axes = { values: new Float64Array(0), most: new Float64Array(0), depth: new Int32Array(0) };
const rows = roomForRows();

/** Adds `weight` times the concentration of one segment to a volume, every value the mean over its cell. */
export function addSegmentVolume(
  segment: Segment,
  table: PlumeTable,
  columns: readonly HeightColumn[],
  air: BoundaryLayer,
  volume: VolumeBuilder,
  lines: GridLines,
  weight = 1,
): void {
  const { grid, kgPerM3, leastKgPerM3 } = volume;
  const { nx, ny, nz, cellM } = grid;
  const { newer } = segment;
  const extent = extentOf(segment, air, lines);
  if (extent === undefined) return;
  const profile = profileOf(segment, air, extent, cellM / rungsPerCell, () => cellM);
  const { fromM, stepM, narrowness, east, north, strength } = profile;
  const faint = (faintShare * leastKgPerM3) / weight;
  if (!fillAxes(profile, columns, table.stepM, faint)) return;
  const { values, most, depth } = axes;
  const last = strength.length - 2;
  const layerCells = nx * ny;
  const { xM, yM } = lines;
  findRows(rows, newer, profile, reachAcross, lines);
  const { jLow, jHigh } = rows;
  for (let j = jLow; j <= jHigh; j += 1) {
    const dy = (yM[j] as number) - newer.y;
    const final = rows.high[j - jLow] as number;
    let layers = 0;
    let low = nx;
    let high = -1;
    for (let i = rows.low[j - jLow] as number; i <= final; i += 1) {
      const dx = (xM[i] as number) - newer.x;
      const place = Math.max(0, (dx * east + dy * north - fromM) / stepM);
      const k = Math.min(Math.floor(place), last);
      const share = place - k;
      const thin = narrowness[k] as number;
      const off = (dy * east - dx * north) * (thin + ((narrowness[k + 1] as number) - thin) * share);
      const bell = bellCurve(off);
      if (Math.max(most[k] as number, most[k + 1] as number) * bell < faint) continue;
      const here = weight * bell * (1 - share);
      const next = weight * bell * share;
      const from = k * nz;
      const other = from + nz;
      let top = Math.max(depth[k] as number, depth[k + 1] as number) - 1;
      // Layers above the highest where this cell matters are left alone.
      const least = faint * weight;
      while (top >= 0 && here * (values[from + top] as number) + next * (values[other + top] as number) < least)
        top -= 1;
      if (top < 0) continue;
      for (let layer = 0, cell = j * nx + i; layer <= top; layer += 1, cell += layerCells) {
        kgPerM3[cell] =
          (kgPerM3[cell] as number) +
          here * (values[from + layer] as number) +
          next * (values[other + layer] as number);
      }
      if (top >= layers) layers = top + 1;
      if (i < low) low = i;
      high = i;
    }
    if (layers > 0) volume.touchRow(j, low, high, 0, layers - 1);
  }
}

/** Fills the axes with a profile; false where none of it matters. */
function fillAxes(
  { strength, verticalM, still }: SegmentProfile,
  columns: readonly HeightColumn[],
  tableStepM: number,
  faint: number,
): boolean {
  const rungs = strength.length;
  const nz = columns.length;
  if (axes.values.length < rungs * nz) axes.values = new Float64Array(rungs * nz);
  if (axes.most.length < rungs) {
    axes.most = new Float64Array(rungs);
    axes.depth = new Int32Array(rungs);
  }
  const { values, most, depth } = axes;
  most.fill(0, 0, rungs);
  depth.fill(0, 0, rungs);
  let any = false;
  for (let layer = 0; layer < nz; layer += 1) {
    const { densityPerM, integralPerM } = columns[layer] as HeightColumn;
    const column = still ? densityPerM : integralPerM;
    const end = column.length - 1.000001;
    for (let k = 0; k < rungs; k += 1) {
      const flux = strength[k] as number;
      if (flux <= 0) {
        values[k * nz + layer] = 0;
        continue;
      }
      const place = Math.min(Math.max(0, (verticalM[k] as number) / tableStepM), end);
      const at = Math.floor(place);
      const under = column[at] as number;
      const value = flux * (under + ((column[at + 1] as number) - under) * (place - at));
      values[k * nz + layer] = value;
      if (value > (most[k] as number)) most[k] = value;
      if (value < faint) continue;
      depth[k] = layer + 1;
      any = true;
    }
  }
  return any;
}
