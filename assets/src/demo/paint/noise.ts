/** A number in [0, 1) that belongs to a place and a seed: the same on every machine (after Wang's integer hash). */
export function hashed(x: number, y: number, seed: number): number {
  let h = (Math.imul(x | 0, 0x27d4eb2d) ^ Math.imul(y | 0, 0x165667b1) ^ Math.imul(seed | 0, 0x9e3779b1)) >>> 0;
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}

/** Numbers in [0, 1) from a seed, one after the other (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A seed that belongs to a name. */
export function seedOf(name: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) h = Math.imul(h ^ name.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

const SIDE = 512;
const MASK = SIDE - 1;

/** Values between −1 and 1 on a square that repeats, made once and looked up millions of times. */
function square(value: (column: number, row: number) => number): Float32Array {
  const values = new Float32Array(SIDE * SIDE);
  for (let row = 0; row < SIDE; row++) {
    for (let column = 0; column < SIDE; column++) values[row * SIDE + column] = value(column, row);
  }
  return values;
}

const smooth = (t: number) => t * t * (3 - 2 * t);

/** One octave: a lattice of `cells` random values across the square, smoothly joined, repeating. */
function octave(column: number, row: number, cells: number, seed: number): number {
  const x = (column / SIDE) * cells;
  const y = (row / SIDE) * cells;
  const [x0, y0] = [Math.floor(x), Math.floor(y)];
  const [u, v] = [smooth(x - x0), smooth(y - y0)];
  const at = (i: number, j: number) => hashed((x0 + i) % cells, (y0 + j) % cells, seed) * 2 - 1;
  const upper = at(0, 0) + (at(1, 0) - at(0, 0)) * u;
  const lower = at(0, 1) + (at(1, 1) - at(0, 1)) * u;
  return upper + (lower - upper) * v;
}

const grainSquare = square((column, row) => hashed(column, row, 101) + hashed(column, row, 202) - 1);
const cloudSquare = square((column, row) => {
  let sum = 0;
  let weight = 0.56;
  for (let cells = 8, layer = 0; layer < 5; cells *= 2, layer++) {
    sum += weight * octave(column, row, cells, 300 + layer);
    weight *= 0.52;
  }
  return sum;
});

/** Unrelated from pixel to pixel, −1 to 1, most often near 0. */
export function grain(column: number, row: number): number {
  return grainSquare[((row & MASK) * SIDE + (column & MASK)) | 0] ?? 0;
}

/**
 * Clouds of detail in metres, about −1 to 1. `sizeM` is the size of the largest blots; two calls with different
 * `layer` have nothing to do with one another.
 */
export function cloud(x: number, y: number, sizeM: number, layer = 0): number {
  // Eight blots lie across the square.
  const scale = SIDE / 8 / sizeM;
  const fx = x * scale + layer * 157.3 + 100_000 * SIDE;
  const fy = y * scale + layer * 311.7 + 100_000 * SIDE;
  const x0 = Math.floor(fx);
  const y0 = Math.floor(fy);
  const u = fx - x0;
  const v = fy - y0;
  const left = x0 & MASK;
  const right = (x0 + 1) & MASK;
  const upper = (y0 & MASK) * SIDE;
  const lower = ((y0 + 1) & MASK) * SIDE;
  const a = cloudSquare[upper + left] ?? 0;
  const b = cloudSquare[upper + right] ?? 0;
  const c = cloudSquare[lower + left] ?? 0;
  const d = cloudSquare[lower + right] ?? 0;
  return a + (b - a) * u + (c - a + (a - b - c + d) * u) * v;
}
