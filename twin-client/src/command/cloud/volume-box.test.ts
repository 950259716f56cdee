import type { VolumeFrame, VolumeGrid } from '@upwind/sim-engine';
import { describe, expect, it } from 'vitest';
import { coarseOf, codeAt, textureBoxOf } from './volume-box.ts';

const grid: VolumeGrid = { x0M: 0, y0M: 0, z0M: 1, cellM: 10, layerM: 2, nx: 40, ny: 40, nz: 10 };

/** A puff round its own middle: codes fall off by eight a cell. */
function puff(i0: number, j0: number, k0: number, n: number): VolumeFrame {
  const codes = new Uint8Array(n ** 3);
  const middle = (n - 1) / 2;
  for (let at = 0; at < codes.length; at += 1) {
    const [i, j, k] = [at % n, Math.floor(at / n) % n, Math.floor(at / n / n)];
    codes[at] = Math.max(0, 120 - 8 * Math.hypot(i - middle, j - middle, k - middle));
  }
  return { i0, j0, k0, ni: n, nj: n, nk: n, codes };
}

describe('a frame as a texture', () => {
  it('fills the box of its cells, with clean air around it but not under it', () => {
    const { size, from, to, data } = textureBoxOf(grid, puff(10, 4, 0, 5));
    expect(size).toEqual([7, 7, 6]);
    expect(from).toEqual([85, 25, 0]);
    expect(to).toEqual([155, 95, 12]);
    const at = (i: number, j: number, k: number) => data[(k * size[1] + j) * size[0] + i];
    expect(at(3, 3, 2)).toBe(120);
    expect(at(3, 3, 0)).toBe(104);
    for (const place of [at(0, 3, 2), at(6, 3, 2), at(3, 0, 2), at(3, 6, 2), at(3, 3, 5)]) expect(place).toBe(0);
  });

  it('that floats above the ground has clean air under it too', () => {
    const { size, from, data } = textureBoxOf(grid, puff(0, 0, 3, 3));
    expect(size[2]).toBe(5);
    expect(from[2]).toBe(4);
    expect(Math.max(...data.subarray(0, size[0] * size[1]))).toBe(0);
  });

  it('takes the air beside a wall into the wall, but leaves a thin rim clean', () => {
    const frame = puff(0, 0, 0, 5);
    const codes = frame.codes.slice();
    codes[2 * 25 + 2 * 5 + 2] = 0;
    codes.fill(9, 3 * 25, 4 * 25);
    codes[3 * 25 + 2 * 5 + 2] = 0;
    const { data, size } = textureBoxOf(grid, { ...frame, codes });
    const at = (i: number, j: number, k: number) => data[(k * size[1] + j + 1) * size[0] + i + 1];
    expect(at(2, 2, 2)).toBe(112);
    expect(at(2, 2, 3)).toBe(0);
  });

  it('without gas is one clean texel', () => {
    expect([...textureBoxOf(grid, { ...puff(0, 0, 0, 3), ni: 0, codes: new Uint8Array(0) }).data]).toEqual([0]);
  });
});

describe('the coarse picture', () => {
  it('never says that a texel with gas is empty, and leaves out what is far from any', () => {
    const box = textureBoxOf({ ...grid }, { i0: 0, j0: 0, k0: 0, ni: 40, nj: 3, nk: 3, codes: spot(40 * 9, 5) });
    const { data, size } = coarseOf(box, 10);
    expect(size).toEqual([11, 2, 1]);
    expect([...data.subarray(0, 11)]).toEqual([255, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(Math.max(...coarseOf(box, 201).data)).toBe(0);
  });
});

function spot(length: number, at: number): Uint8Array<ArrayBuffer> {
  const codes = new Uint8Array(length);
  codes[at] = 200;
  return codes;
}

it('codes count eighths of a doubling', () => {
  expect(codeAt(1e-6, 1e-6)).toBe(1);
  expect(codeAt(8e-6, 1e-6)).toBeCloseTo(25, 9);
});
