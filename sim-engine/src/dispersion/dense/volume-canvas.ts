import { emptyBox } from '../cell-box.ts';
import type { VolumeBuilder } from '../volume-builder.ts';
import type { Canvas } from './segment-painting.ts';

/** Paints into a volume by way of its array, and tells it afterwards which cells were touched. */
export function paintVolume(volume: VolumeBuilder, paint: (canvas: Canvas) => void): void {
  const { z0M, layerM, nz } = volume.grid;
  const box = emptyBox(volume.grid);
  const heightsM = Array.from({ length: nz }, (_, k) => z0M + k * layerM);
  paint({ ground: volume.grid, heightsM, thickM: layerM, kgPerM3: volume.kgPerM3, box });
  if (box.iHigh < box.iLow || box.jHigh < box.jLow) return;
  volume.touchBox(box.iLow, box.iHigh, box.jLow, box.jHigh, 0, nz - 1);
}
