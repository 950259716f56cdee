import { bellCurve } from '../../arithmetic/normal-curve.ts';
import type { BoundaryLayer } from '../../weather/boundary-layer.ts';
import type { GridLines } from '../grid-lines.ts';
import type { VolumeGrid } from '../volume.ts';
import type { VolumeBuilder } from '../volume-builder.ts';
import type { HeightColumn, PlumeTable } from './plume-table.ts';
import type { Segment } from './segment.ts';
import { eachRow } from './segment-field.ts';
import { axisAt, extentOf, profileOf } from './segment-profile.ts';

/** Rungs per cell of the profile along the wind. */
const rungsPerCell = 2;
/** Standard deviations to which a cloud is drawn. */
const reachAcross = 4;

/** The columns of a layer of a volume: its mean over the layer. */
export function columnOf(table: PlumeTable, { z0M, layerM }: VolumeGrid, layer: number): HeightColumn {
  const low = z0M - 0.5 * layerM + layer * layerM;
  return table.between(low, low + layerM);
}

/** Adds `weight` times the concentration of one segment to a volume, every value the mean over its cell. */
export function addSegmentVolume(
  segment: Segment,
  table: PlumeTable,
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
  const rungs = strength.length;
  // Rung by rung the axis at every layer, its largest, and the number of layers that matter.
  const axes = new Float64Array(rungs * nz);
  const most = new Float64Array(rungs);
  const depth = new Int32Array(rungs);
  const faint = (0.1 * leastKgPerM3) / weight;
  for (let layer = 0; layer < nz; layer += 1) {
    const axis = axisAt(profile, columnOf(table, grid, layer), table.stepM);
    for (let k = 0; k < rungs; k += 1) {
      const value = axis[k] as number;
      axes[layer * rungs + k] = value;
      if (value > (most[k] as number)) most[k] = value;
      if (value >= faint) depth[k] = layer + 1;
    }
  }
  const last = rungs - 2;
  // A row's cells that matter: rung, and weights of that rung and the next.
  const rung = new Int32Array(nx);
  const here = new Float64Array(nx);
  const next = new Float64Array(nx);
  eachRow(newer, profile, reachAcross, lines, (j, first, final) => {
    const dy = (lines.yM[j] as number) - newer.y;
    let layers = 0;
    let low = final + 1;
    let high = first - 1;
    for (let i = first; i <= final; i += 1) {
      const dx = (lines.xM[i] as number) - newer.x;
      const place = Math.max(0, (dx * east + dy * north - fromM) / stepM);
      const k = Math.min(Math.floor(place), last);
      const share = place - k;
      const thin = narrowness[k] as number;
      const off = (dy * east - dx * north) * (thin + ((narrowness[k + 1] as number) - thin) * share);
      const bell = bellCurve(off);
      rung[i] = k;
      here[i] = 0;
      next[i] = 0;
      if (Math.max(most[k] as number, most[k + 1] as number) * bell < faint) continue;
      here[i] = weight * bell * (1 - share);
      next[i] = weight * bell * share;
      layers = Math.max(layers, depth[k] as number, depth[k + 1] as number);
      if (i < low) low = i;
      high = i;
    }
    if (layers === 0) return;
    for (let layer = 0; layer < layers; layer += 1) {
      const base = (layer * ny + j) * nx;
      const from = layer * rungs;
      for (let i = low; i <= high; i += 1) {
        const at = from + (rung[i] as number);
        kgPerM3[base + i] =
          (kgPerM3[base + i] as number) +
          (here[i] as number) * (axes[at] as number) +
          (next[i] as number) * (axes[at + 1] as number);
      }
    }
    volume.touch(low, j, 0);
    volume.touch(high, j, layers - 1);
  });
}
