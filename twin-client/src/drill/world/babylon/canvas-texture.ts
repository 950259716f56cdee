import { DynamicTexture } from '@babylonjs/core/Materials/Textures/dynamicTexture.js';
import { Texture } from '@babylonjs/core/Materials/Textures/texture.js';
import type { Scene } from '@babylonjs/core/scene.js';

/** A texture drawn here with a 2D canvas: nothing is fetched. */
export function canvasTexture(
  scene: Scene,
  name: string,
  [width, height]: readonly [number, number],
  draw: (context: CanvasRenderingContext2D) => void,
): DynamicTexture {
  const texture = new DynamicTexture(name, { width, height }, scene, true, Texture.TRILINEAR_SAMPLINGMODE);
  draw(texture.getContext() as unknown as CanvasRenderingContext2D);
  texture.update(true);
  texture.anisotropicFilteringLevel = 4;
  return texture;
}

/** A texture that repeats every `tileM` metres over texture places in metres. */
export function tiled(texture: DynamicTexture, tileM: number, tileHighM = tileM): DynamicTexture {
  texture.wrapU = Texture.WRAP_ADDRESSMODE;
  texture.wrapV = Texture.WRAP_ADDRESSMODE;
  texture.uScale = 1 / tileM;
  texture.vScale = 1 / tileHighM;
  return texture;
}

/** Grey noise that repeats seamlessly, around 1 of full brightness by ± `contrast`; octaves of value noise. */
export function drawNoise(
  context: CanvasRenderingContext2D,
  size: number,
  contrast: number,
  cells: readonly number[],
): void {
  const image = context.createImageData(size, size);
  const grids = cells.map((count, octave) => noiseGrid(count, octave + 1));
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      let value = 0;
      let weight = 0;
      for (const [octave, grid] of grids.entries()) {
        const count = cells[octave] ?? 1;
        const share = 1 / (octave + 1);
        value += share * smooth(grid, count, (x / size) * count, (y / size) * count);
        weight += share;
      }
      const grey = 255 * (1 - contrast + 2 * contrast * (value / weight)) - contrast * 60;
      const at = (y * size + x) * 4;
      image.data[at] = grey;
      image.data[at + 1] = grey;
      image.data[at + 2] = grey;
      image.data[at + 3] = 255;
    }
  }
  context.putImageData(image, 0, 0);
}

function noiseGrid(count: number, seed: number): Float32Array {
  const grid = new Float32Array(count * count);
  let state = seed * 7919 + 17;
  for (let at = 0; at < grid.length; at++) {
    state = (state * 1_103_515_245 + 12_345) & 0x7fff_ffff;
    grid[at] = (state >> 8) / 0x7f_ffff;
  }
  return grid;
}

function smooth(grid: Float32Array, count: number, x: number, y: number): number {
  const [x0, y0] = [Math.floor(x), Math.floor(y)];
  const [fx, fy] = [x - x0, y - y0];
  const [u, v] = [fx * fx * (3 - 2 * fx), fy * fy * (3 - 2 * fy)];
  const at = (gx: number, gy: number) => grid[(gy % count) * count + (gx % count)] ?? 0;
  const low = at(x0, y0) + (at(x0 + 1, y0) - at(x0, y0)) * u;
  const high = at(x0, y0 + 1) + (at(x0 + 1, y0 + 1) - at(x0, y0 + 1)) * u;
  return low + (high - low) * v;
}
