import type { Block, Crew } from '../../crew/crew.ts';
import type { Conductance, Layout } from './conductance.ts';

/**
 * Over-relaxation of a sweep. Rows of one colour are relaxed at once, which must not amplify what changes from cell to
 * cell along a row: a cell that has its neighbours mostly there gets less.
 */
const relaxation = 1.15;
const mostAlongRow = 1.8;
/** Cells of a part: some ten microseconds of work. */
const cellsAPart = 24_000;
/** Rows of a slab, at least twice the stages of the smoother; cells of one of its layers, of which ten are in use. */
const leastSlab = 13;
const cellsNear = 4_000;
/** Rows that others are compared with. */
const mostLikely = 24;

/** What a sweep takes of a cell's imbalance, by what it shares with its neighbours in the row and with all. */
export function relaxationWeight(alongRow: number, all: number): number {
  return all > 0 ? Math.min(relaxation, mostAlongRow / (1 + alongRow / all)) / all : 0;
}

/** A level of the multigrid in the crew's memory, as kernels read it (kernels/assembly/level.ts). */
export interface Level {
  readonly layout: Layout;
  /** Address of its 16 words. */
  readonly at: number;
  readonly parts: number;
  /** Parts along y of what is done to whole slabs. */
  readonly slabs: number;
  readonly blocks: readonly Block<unknown>[];
}

/**
 * Writes a level into the crew's memory. `even`: conductances between neighbours along x, y, z, where they are the same
 * everywhere, so that only diagonals are kept; λ is 0 in solids, hence closed faces add nothing.
 */
export function writeLevel(crew: Crew, conductance: Conductance, even?: readonly [number, number, number]): Level {
  const { layout } = conductance;
  const { nx, ny, nz, span, row, plane, origin } = layout;
  const { tables, placeOfRow } = diagonalsOf(conductance);
  const values = crew.floats(tables.length * span);
  for (const [n, table] of tables.entries()) values.array.set(table, n * span);
  const entries = crew.integers(2 * ny * nz);
  for (let n = 0; n < ny * nz; n += 1) {
    const at = values.at + (placeOfRow[n] ?? 0) * span * 4;
    entries.array[2 * n] = at;
    entries.array[2 * n + 1] = at + span * 4;
  }
  const faces = even === undefined ? [conductance.west, conductance.south, conductance.floor] : [];
  const arrays = faces.map((face) => {
    const block = crew.floats(layout.length);
    block.array.set(face);
    return block;
  });
  const rowsAPart = Math.max(1, Math.ceil(cellsAPart / nx));
  const words = crew.integers(16);
  const [west, south, floor] = arrays.map(({ at }) => at);
  words.array.set([nx, ny, nz, span * 4, row * 4, plane * 4, origin * 4, rowsAPart, entries.at]);
  words.array.set([west ?? 0, south ?? 0, floor ?? 0], 12);
  const floats = new Float32Array(words.array.buffer, words.at, 16);
  floats.set(even ?? [0, 0, 0], 9);
  return {
    layout,
    at: words.at,
    parts: Math.ceil((ny * nz) / rowsAPart),
    slabs: slabsOf(layout, even !== undefined),
    blocks: [values, entries, words, ...arrays],
  };
}

/**
 * Slabs of a few layers of which a processor's own cache holds all that a smoother touches, wide enough for its stages,
 * and not too small to be shared out.
 */
function slabsOf({ nx, ny, nz }: Layout, isEven: boolean): number {
  const widest = Math.max(
    leastSlab,
    Math.round((isEven ? cellsNear : cellsNear / 2) / nx),
    Math.ceil(cellsAPart / (nx * nz)),
  );
  return Math.max(1, Math.floor(ny / widest));
}

/**
 * Diagonal and relaxation weight of every cell, as tables of a row each (a diagonal's is followed by its weights'); rows
 * that are alike, which are most, have one in common.
 */
function diagonalsOf({ layout, west, south, floor }: Conductance): {
  readonly tables: readonly Float32Array[];
  readonly placeOfRow: Int32Array;
} {
  const { nx, ny, nz, span, row, plane, origin } = layout;
  const tables: Float32Array[] = [];
  const likely: number[] = [];
  const placeOfRow = new Int32Array(ny * nz);
  const diagonal = new Float32Array(span);
  const weights = new Float32Array(span);
  for (let n = 0; n < ny * nz; n += 1) {
    const k = Math.floor(n / ny);
    const start = origin + k * plane + (n - k * ny) * row;
    let hasSolid = false;
    for (let i = 0; i < nx; i += 1) {
      const at = start + i;
      const alongRow = (west[at] ?? 0) + (west[at + 1] ?? 0);
      const across = (south[at] ?? 0) + (south[at + row] ?? 0) + (floor[at] ?? 0) + (floor[at + plane] ?? 0);
      const sum = alongRow + across;
      diagonal[i] = sum;
      weights[i] = relaxationWeight(alongRow, sum);
      if (sum === 0) hasSolid = true;
    }
    const known = hasSolid
      ? undefined
      : likely.find((place) => same(tables[place], diagonal) && same(tables[place + 1], weights));
    placeOfRow[n] = known ?? tables.length;
    if (known !== undefined) continue;
    // Rows without obstacles differ only by the sides, the ground and the top they lie at.
    if (!hasSolid && likely.length < mostLikely) likely.push(tables.length);
    tables.push(diagonal.slice(), weights.slice());
  }
  return { tables, placeOfRow };
}

function same(a: Float32Array | undefined, b: Float32Array): boolean {
  if (a === undefined) return false;
  for (let n = 0; n < b.length; n += 1) if (a[n] !== b[n]) return false;
  return true;
}
