import type { VolumeFrame, VolumeGrid } from '@upwind/sim-engine';

type Vector = readonly [number, number, number];

/** Bytes of a texture in three dimensions, x fastest, and the box of ENU metres that it fills. */
export interface TextureBox {
  readonly data: Uint8Array<ArrayBuffer>;
  readonly size: Vector;
  readonly from: Vector;
  readonly to: Vector;
}

/** The box that a frame's texture fills, ENU metres: its cells and the rim of clean air. */
export function boxOf(
  { x0M, y0M, z0M, cellM, layerM }: VolumeGrid,
  { i0, j0, k0, ni, nj, nk }: Omit<VolumeFrame, 'codes'>,
): Pick<TextureBox, 'from' | 'to'> {
  const below = k0 > 0 ? 1 : 0;
  const from: Vector = [x0M + (i0 - 1.5) * cellM, y0M + (j0 - 1.5) * cellM, z0M + (k0 - 0.5 - below) * layerM];
  const to: Vector = [from[0] + (ni + 2) * cellM, from[1] + (nj + 2) * cellM, from[2] + (nk + 1 + below) * layerM];
  return { from, to };
}

/** Whether a frame holds any gas. */
export const holdsGas = ({ ni, nj, nk }: VolumeFrame): boolean => ni > 0 && nj > 0 && nk > 0;

const empty: TextureBox = { data: new Uint8Array(1), size: [1, 1, 1], from: [0, 0, 0], to: [1, 1, 1] };

/** A jump of more than this many codes (a factor of 16) from one cell to the next is a wall, not the rim of a cloud. */
const wallCodes = 32;

/**
 * A frame as a texture with a rim of clean air, so that what is read outside its box is clean; the lowest layer has no
 * rim, since the ground is there. Cells inside walls take the mean of the dense air beside them, for the eye only:
 * without it every building would wear a coat of clean air half a cell thick.
 */
export function textureBoxOf(grid: VolumeGrid, frame: VolumeFrame): TextureBox {
  const { ni, nj, nk, codes } = frame;
  if (!holdsGas(frame)) return empty;
  const below = frame.k0 > 0 ? 1 : 0;
  const size: Vector = [ni + 2, nj + 2, nk + 1 + below];
  const data = new Uint8Array(size[0] * size[1] * size[2]);
  for (let k = 0; k < nk; k += 1) {
    for (let j = 0; j < nj; j += 1) {
      const row = (k * nj + j) * ni;
      const to = ((k + below) * size[1] + j + 1) * size[0] + 1;
      data.set(codes.subarray(row, row + ni), to);
      for (let i = 0; i < ni; i += 1) {
        if (codes[row + i] === 0) data[to + i] = besideWall(frame, i, j, row + i);
      }
    }
  }
  return { data, size, ...boxOf(grid, frame) };
}

/** Mean of the dense neighbours of an empty cell in its layer; 0 where none is dense. */
function besideWall({ ni, nj, codes }: VolumeFrame, i: number, j: number, at: number): number {
  let sum = 0;
  let count = 0;
  const take = (there: boolean, cell: number) => {
    const code = there ? (codes[cell] ?? 0) : 0;
    if (code <= wallCodes) return;
    sum += code;
    count += 1;
  };
  take(i > 0, at - 1);
  take(i < ni - 1, at + 1);
  take(j > 0, at - ni);
  take(j < nj - 1, at + ni);
  return count === 0 ? 0 : Math.round(sum / count);
}

/** Cells of a block of the coarse picture, along each side. */
export const blockCells = 4;

/**
 * Where a ray need not look: blocks of 4³ texels, 255 where the block or one beside it has a code of at least `first`.
 */
export function coarseOf({ data, size: [nx, ny, nz] }: TextureBox, first: number): Pick<TextureBox, 'data' | 'size'> {
  const blocks = (n: number) => Math.ceil(n / blockCells);
  const [bx, by, bz] = [blocks(nx), blocks(ny), blocks(nz)];
  const held = new Uint8Array(bx * by * bz);
  for (let k = 0, at = 0; k < nz; k += 1) {
    for (let j = 0; j < ny; j += 1) {
      const row = ((k >> 2) * by + (j >> 2)) * bx;
      for (let i = 0; i < nx; i += 1, at += 1) if ((data[at] ?? 0) >= first) held[row + (i >> 2)] = 255;
    }
  }
  const near = new Uint8Array(held.length);
  const around = (b: number, n: number): readonly [number, number] => [Math.max(0, b - 1), Math.min(n - 1, b + 1)];
  for (let k = 0; k < bz; k += 1) {
    for (let j = 0; j < by; j += 1) {
      for (let i = 0; i < bx; i += 1) {
        if (held[(k * by + j) * bx + i] === 0) continue;
        const [[i0, i1], [j0, j1], [k0, k1]] = [around(i, bx), around(j, by), around(k, bz)];
        for (let c = k0; c <= k1; c += 1) {
          for (let b = j0; b <= j1; b += 1) near.fill(255, (c * by + b) * bx + i0, (c * by + b) * bx + i1 + 1);
        }
      }
    }
  }
  return { data: near, size: [bx, by, bz] };
}

/** Code of a concentration on a volume's scale, with its fraction; below 1 for less than the volume holds. */
export function codeAt(kgPerM3: number, leastKgPerM3: number): number {
  return 1 + 8 * Math.log2(kgPerM3 / leastKgPerM3);
}
