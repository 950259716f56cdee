import { describe, expect, it } from 'vitest';
import { seededGenerator } from '../arithmetic/generator.ts';
import { codeOf, type VolumeFrame, type VolumeGrid } from './volume.ts';
import { VolumeBuilder } from './volume-builder.ts';

const grid: VolumeGrid = { x0M: 0, y0M: 0, z0M: 1.5, cellM: 10, layerM: 3, nx: 12, ny: 9, nz: 5 };
const least = 1e-6;

/** Every cell's code, whatever box a frame has. */
function spreadOut({ i0, j0, k0, ni, nj, nk, codes }: VolumeFrame): number[] {
  const all = Array.from({ length: grid.nx * grid.ny * grid.nz }, () => 0);
  for (let k = 0; k < nk; k += 1) {
    for (let j = 0; j < nj; j += 1) {
      for (let i = 0; i < ni; i += 1) {
        all[((k + k0) * grid.ny + j + j0) * grid.nx + i + i0] = codes[(k * nj + j) * ni + i] as number;
      }
    }
  }
  return all;
}

describe('the builder of a volume', () => {
  it('says in a frame what every cell holds, and begins the next one empty', () => {
    const volume = new VolumeBuilder(grid, least);
    const { next } = seededGenerator(7);
    for (let frame = 0; frame < 4; frame += 1) {
      for (let n = 0; n < 20; n += 1) {
        const [i, j, k] = [Math.floor(next() * 12), Math.floor(next() * 9), Math.floor(next() * 5)];
        volume.add(i, j, k, 10 ** (-8 + 4 * next()));
      }
      const expected = Array.from(volume.kgPerM3, (value) => codeOf(value, least));
      expect(spreadOut(volume.take())).toEqual(expected);
      expect(volume.kgPerM3.every((value) => value === 0)).toBe(true);
    }
    expect(volume.take().codes).toHaveLength(0);
  });

  it('believes whoever writes into rows and boxes directly', () => {
    const volume = new VolumeBuilder(grid, least);
    const fill = (i: number, j: number, k: number): void => {
      volume.kgPerM3[(k * grid.ny + j) * grid.nx + i] = 3e-6;
    };
    for (let i = 2; i <= 5; i += 1) fill(i, 4, 1);
    volume.touchRow(4, 2, 5, 0, 1);
    fill(9, 7, 3);
    volume.touchBox(8, 10, 6, 8, 3, 4);
    // Two corners stand for all between them.
    fill(3, 1, 2);
    volume.touch(2, 0, 1);
    volume.touch(4, 2, 3);
    const expected = Array.from(volume.kgPerM3, (value) => codeOf(value, least));
    expect(spreadOut(volume.take())).toEqual(expected);
  });

  it('is trimmed to the cells that hold enough to be shown', () => {
    const volume = new VolumeBuilder(grid, least);
    volume.add(1, 1, 0, 0.5 * least);
    volume.add(4, 3, 2, 2 * least);
    volume.add(6, 5, 2, 1.01 * least);
    volume.add(11, 8, 4, 0.9 * least);
    const { i0, j0, k0, ni, nj, nk } = volume.take();
    expect([i0, j0, k0, ni, nj, nk]).toEqual([4, 3, 2, 3, 3, 1]);
  });

  it('is empty where nothing reaches the least', () => {
    const volume = new VolumeBuilder(grid, least);
    volume.add(1, 1, 0, 0.5 * least);
    expect(volume.take()).toMatchObject({ ni: 0, nj: 0, nk: 0 });
  });
});
