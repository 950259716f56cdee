import { expect, it } from 'vitest';
import { seededGenerator } from '../../arithmetic/generator.ts';
import type { Block } from '../../crew/crew.ts';
import { SoloCrew } from '../../crew/solo.ts';
import { faceCount } from '../wind-grid.ts';
import { coarsen, type Factors } from './coarsen.ts';
import { type Conductance, conductanceOf, type Layout, layoutOf } from './conductance.ts';
import {
  addGradient,
  type OracleLevel,
  outflow,
  products,
  restrictResidual,
  smooth,
  step,
  sweepEven,
  sweepUneven,
} from './kernels.oracle.ts';
import { relaxationWeight, writeLevel } from './level.ts';
import { openCells } from './reachable.ts';
import { randomArray, roughGround } from './rough-ground.testing.ts';

/** Of the largest number of an array: some rounding errors of f32. */
const tolerance = 2e-6;
const along = [3, 3, 25 / 3] as const;

const raster = roughGround(21, 26, 11, 7);
const crew = new SoloCrew();
const random = seededGenerator(11);
const layout = layoutOf(21, 26, 11);
const open = openCells(raster, layout);
const finest = conductanceOf(raster, open, 1);
const fine = levelsOf(finest, along);

/** A level for the kernels and for their twins. */
function levelsOf(conductance: Conductance, even?: readonly [number, number, number]) {
  const { west, south, floor } = conductance;
  const { row, plane, length } = conductance.layout;
  const diagonal = new Float32Array(length);
  const weight = new Float32Array(length);
  forCells(conductance.layout, (at) => {
    const alongRow = (west[at] ?? 0) + (west[at + 1] ?? 0);
    const across = (south[at] ?? 0) + (south[at + row] ?? 0) + (floor[at] ?? 0) + (floor[at + plane] ?? 0);
    diagonal[at] = alongRow + across;
    weight[at] = relaxationWeight(alongRow, alongRow + across);
  });
  const oracle: OracleLevel = { ...conductance, diagonal, weight, along: even ?? [0, 0, 0] };
  return { compiled: writeLevel(crew, conductance, even), oracle };
}

function forCells({ nx, ny, nz, row, plane, origin }: Layout, visit: (at: number) => void): void {
  for (let k = 0; k < nz; k += 1) {
    for (let j = 0; j < ny; j += 1) for (let i = 0; i < nx; i += 1) visit(origin + k * plane + j * row + i);
  }
}

/** Random numbers in the cells that air may enter, zeros elsewhere: in the crew's memory, and a copy. */
function cellsOf({ layout: { length }, layout, weight }: OracleLevel): [Block<Float32Array>, Float32Array] {
  const values = randomArray(random, length);
  const copy = new Float32Array(length);
  forCells(layout, (at) => {
    if (weight[at] !== 0) copy[at] = values[at] ?? 0;
  });
  const block = crew.floats(length);
  block.array.set(copy);
  return [block, copy];
}

function expectAlike(block: Block<Float32Array>, twin: Float32Array): void {
  const { array } = block;
  const largest = twin.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const error = twin.reduce((most, value, n) => Math.max(most, Math.abs(value - (array[n] ?? 0))), 0);
  expect(largest).toBeGreaterThan(0);
  expect(error / largest).toBeLessThan(tolerance);
}

it('relaxes an even level as its twin does', () => {
  const [x, twinX] = cellsOf(fine.oracle);
  const [b, twinB] = cellsOf(fine.oracle);
  for (const colour of [0, 1, 0, 1]) {
    crew.run('sweepEven', fine.compiled.parts, fine.compiled.at, x.at, b.at, colour);
    sweepEven(fine.oracle, twinX, twinB, colour);
  }
  expectAlike(x, twinX);
});

it.each<Factors>([
  [2, 2, 2],
  [2, 2, 1],
  [1, 1, 2],
  [1, 2, 2],
])('relaxes, sums down and interpolates up between levels by factors %i, %i, %i as its twins do', (...factors) => {
  const coarse = levelsOf(coarsen(finest, factors));
  const [coarseX, twinCoarseX] = cellsOf(coarse.oracle);
  const [coarseB, twinCoarseB] = cellsOf(coarse.oracle);
  const [x, twinX] = cellsOf(fine.oracle);
  const [b, twinB] = cellsOf(fine.oracle);
  const { at, parts } = coarse.compiled;
  crew.run('restrictResidual', parts, at, coarseB.at, fine.compiled.at, b.at, ...factors);
  restrictResidual(coarse.oracle.layout, twinCoarseB, layout, twinB, factors);
  expectAlike(coarseB, twinCoarseB);
  for (const colour of [0, 1]) {
    crew.run('sweepUneven', parts, at, coarseX.at, coarseB.at, colour);
    sweepUneven(coarse.oracle, twinCoarseX, twinCoarseB, colour);
  }
  expectAlike(coarseX, twinCoarseX);
  // Slabs of any number give the same; rows of both levels are many enough for two.
  for (const slabs of [1, 2]) {
    const all = [slabs, 6, fine.compiled.at, x.at, b.at, at, coarseX.at, ...factors] as const;
    crew.run('smoothEven', slabs, 0, ...all);
    crew.run('smoothEven', slabs - 1, 1, ...all);
    smooth(fine.oracle, twinX, twinB, coarse.oracle.layout, twinCoarseX, factors, 6);
    expectAlike(x, twinX);
  }
  const uneven = levelsOf(finest);
  const whole = [2, 6, uneven.compiled.at, x.at, b.at, at, coarseX.at, ...factors] as const;
  crew.run('smoothUneven', 2, 0, ...whole);
  crew.run('smoothUneven', 1, 1, ...whole);
  smooth(uneven.oracle, twinX, twinB, coarse.oracle.layout, twinCoarseX, factors, 6);
  expectAlike(x, twinX);
});

it('takes a step of conjugate gradients as its twins do', () => {
  const vectors = Array.from({ length: 5 }, () => cellsOf(fine.oracle));
  const [z, p, q, x, r] = vectors.map(([block]) => block);
  const twins = vectors.map(([, twin]) => twin) as unknown as Parameters<typeof step>[1];
  const { at, parts } = fine.compiled;
  const sums = crew.doubles(3 * parts);
  const total = (first: number, stride: number): number => {
    let sum = 0;
    for (let part = 0; part < parts; part += 1) sum += sums.array[first + part * stride] ?? 0;
    return sum;
  };
  if (!z || !p || !q || !x || !r) throw new Error('five vectors');
  crew.run('products', parts, at, z.at, r.at, q.at, sums.at);
  const sumsOfTwin = products(fine.oracle, twins[0], twins[4], twins[2]);
  for (const n of [0, 1, 2] as const) {
    expect(Math.abs(total(n, 3) - sumsOfTwin[n]) / Math.abs(sumsOfTwin[2])).toBeLessThan(tolerance);
  }
  crew.run('step', parts, at, z.at, p.at, q.at, x.at, r.at, 0.3, 0.7, sums.at);
  const square = step(fine.oracle, twins, 0.3, 0.7);
  for (const [n, block] of [z, p, q, x, r].entries()) expectAlike(block, twins[n] ?? new Float32Array());
  expect(Math.abs(total(0, 1) - square) / square).toBeLessThan(tolerance);
});

it('takes outflow and gradient as its twins do', () => {
  const [x, twinX] = cellsOf(fine.oracle);
  const [b, twinB] = cellsOf(fine.oracle);
  const length = faceCount(raster.grid);
  const faces = ['u', 'v', 'w'].map((): [Block<Float32Array>, Float32Array] => {
    const twin = randomArray(random, length);
    const block = crew.floats(length + 4);
    block.array.set(twin);
    return [block, twin];
  });
  const [u, v, w] = faces.map(([block]) => block);
  const twins = faces.map(([, twin]) => twin) as unknown as readonly [Float32Array, Float32Array, Float32Array];
  if (!u || !v || !w) throw new Error('three axes');
  const gates = crew.bytes(layout.length);
  gates.array.set(open);
  const { at, parts } = fine.compiled;
  const sums = crew.doubles(parts);
  crew.run('addGradient', parts, at, x.at, gates.at, u.at, v.at, w.at, 0.2, 0.2, 0.3);
  addGradient(layout, twinX, open, twins, [0.2, 0.2, 0.3]);
  const used = usedFaces();
  for (const [n, block] of [u, v, w].entries()) {
    const twin = twins[n] ?? new Float32Array();
    const { array } = block;
    const errors = twin.map((speed, face) => (used[n]?.[face] ? Math.abs(speed - (array[face] ?? 0)) : 0));
    expect(Math.max(...errors)).toBeLessThan(tolerance);
  }
  crew.run('outflow', parts, at, u.at, v.at, w.at, b.at, 15, 15, 25, sums.at);
  const square = outflow(fine.oracle, twins, twinB, [15, 15, 25]);
  expectAlike(b, twinB);
  const total = sums.array.reduce((sum, value) => sum + value, 0);
  expect(Math.abs(total - square) / square).toBeLessThan(tolerance);
});

/** Of the three arrays of faces, those that belong to a cell: the arrays are one longer than cells along every axis. */
function usedFaces(): readonly (readonly boolean[])[] {
  const { nx, ny, nz } = raster.grid;
  const ends = [
    [nx + 1, ny, nz],
    [nx, ny + 1, nz],
    [nx, ny, nz + 1],
  ];
  return ends.map(([ni = 0, nj = 0, nk = 0]) =>
    Array.from({ length: faceCount(raster.grid) }, (_, face) => {
      const i = face % (nx + 1);
      const j = Math.floor(face / (nx + 1)) % (ny + 1);
      const k = Math.floor(face / ((nx + 1) * (ny + 1)));
      return i < ni && j < nj && k < nk;
    }),
  );
}
