import type { FieldGrid } from './hazard-field.ts';
import type { VolumeGrid } from './volume.ts';

/** Wanted width of a volume's cells, and its height, m. */
const widthM = 10;
const heightM = 60;

/** The volume over a field's grid: its ground, in whole cells of the field of about 10 m, 60 m high, in layers of `depthM`. */
export function volumeGridOver({ x0M, y0M, cellM, nx, ny }: FieldGrid, depthM = 3): VolumeGrid {
  const times = Math.max(1, Math.round(widthM / cellM));
  const wide = times * cellM;
  return {
    x0M: x0M - cellM / 2 + wide / 2,
    y0M: y0M - cellM / 2 + wide / 2,
    z0M: depthM / 2,
    cellM: wide,
    layerM: depthM,
    nx: Math.ceil(nx / times),
    ny: Math.ceil(ny / times),
    nz: heightM / depthM,
  };
}
