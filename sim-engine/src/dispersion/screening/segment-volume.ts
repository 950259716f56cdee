import { bellCurve } from '../../arithmetic/normal-curve.ts';
import type { BoundaryLayer } from '../../weather/boundary-layer.ts';
import type { GridLines } from '../grid-lines.ts';
import type { VolumeBuilder } from '../volume-builder.ts';
import type { PlumeTable } from './plume-table.ts';
import type { Segment } from './segment.ts';
import { eachRow } from './segment-field.ts';
import { axisAt, extentOf, profileOf } from './segment-profile.ts';

/** Rungs per cell of the profile along the wind. */
const rungsPerCell = 3;

/** Adds `weight` times the concentration of one segment to a volume, every layer at the height of its middle. */
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
  const profile = profileOf(segment, air, extentOf(segment, air), cellM / rungsPerCell, () => cellM);
  const { fromM, stepM, narrowness, east, north, strength } = profile;
  const rungs = strength.length;
  /** Layer by layer the axis, and rung by rung the number of layers that matter. */
  const axes = Array.from({ length: nz }, (_, layer) =>
    axisAt(profile, table.at(grid.z0M + layer * grid.layerM), table.stepM),
  );
  const depth = new Int32Array(rungs);
  const faint = 0.1 * leastKgPerM3;
  for (let k = 0; k < rungs; k += 1) {
    let layers = nz;
    while (layers > 0 && weight * ((axes[layers - 1] as Float64Array)[k] as number) < faint) layers -= 1;
    depth[k] = layers;
  }
  const last = rungs - 2;
  eachRow(newer, profile, lines, (j, low, high) => {
    const dy = (lines.yM[j] as number) - newer.y;
    let top = -1;
    for (let i = low; i <= high; i += 1) {
      const dx = (lines.xM[i] as number) - newer.x;
      const place = Math.max(0, (dx * east + dy * north - fromM) / stepM);
      const k = Math.min(Math.floor(place), last);
      const layers = Math.max(depth[k] as number, depth[k + 1] as number);
      if (layers === 0) continue;
      const share = place - k;
      const thin = narrowness[k] as number;
      const off = (dy * east - dx * north) * (thin + ((narrowness[k + 1] as number) - thin) * share);
      const bell = weight * bellCurve(off);
      if (bell <= 0) continue;
      for (let layer = 0, cell = j * nx + i; layer < layers; layer += 1, cell += nx * ny) {
        const axis = axes[layer] as Float64Array;
        const here = axis[k] as number;
        kgPerM3[cell] = (kgPerM3[cell] as number) + (here + ((axis[k + 1] as number) - here) * share) * bell;
      }
      if (layers - 1 > top) top = layers - 1;
    }
    if (top < 0) return;
    volume.touch(low, j, 0);
    volume.touch(high, j, top);
  });
}
