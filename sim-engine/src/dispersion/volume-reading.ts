import { type HazardVolume, volumeCell } from './volume.ts';

/**
 * Concentration at a place in a frame of a volume, kg/m³: linear between the middles of the cells, held below the
 * lowest layer and 0 above the highest and outside.
 */
export function volumeAt(volume: HazardVolume, frame: number, x: number, y: number, heightM: number): number {
  const { grid } = volume;
  const i = (x - grid.x0M) / grid.cellM;
  const j = (y - grid.y0M) / grid.cellM;
  const k = Math.max(0, (heightM - grid.z0M) / grid.layerM);
  const [i0, j0, k0] = [Math.floor(i), Math.floor(j), Math.floor(k)];
  const [fx, fy, fz] = [i - i0, j - j0, k - k0];
  const row = (cj: number, ck: number): number =>
    volumeCell(volume, frame, i0, cj, ck) * (1 - fx) + volumeCell(volume, frame, i0 + 1, cj, ck) * fx;
  const layer = (ck: number): number => row(j0, ck) * (1 - fy) + row(j0 + 1, ck) * fy;
  return layer(k0) * (1 - fz) + (fz > 0 ? layer(k0 + 1) * fz : 0);
}

/** A whole layer at a height in a frame, kg/m³, [j north][i east] on the volume's own cells. */
export function volumeSlice(volume: HazardVolume, frame: number, heightM: number): Float32Array<ArrayBuffer> {
  const { nx, ny, z0M, layerM } = volume.grid;
  const layer = new Float32Array(nx * ny);
  const box = volume.frames[frame];
  if (box === undefined) return layer;
  const k = Math.max(0, (heightM - z0M) / layerM);
  const k0 = Math.floor(k);
  const share = k - k0;
  for (let j = box.j0; j < box.j0 + box.nj; j += 1) {
    for (let i = box.i0; i < box.i0 + box.ni; i += 1) {
      const low = volumeCell(volume, frame, i, j, k0);
      const high = share > 0 ? volumeCell(volume, frame, i, j, k0 + 1) : 0;
      layer[j * nx + i] = low + (high - low) * share;
    }
  }
  return layer;
}
