import type { Block, Crew, KernelArguments, KernelName } from '../../src/crew/crew.ts';
import { SoloCrew } from '../../src/crew/solo.ts';
import { coarsen, type Factors, factorsFor } from '../../src/wind/solver/coarsen.ts';
import { type Conductance, conductanceOf, layoutOf } from '../../src/wind/solver/conductance.ts';
import * as oracle from '../../src/wind/solver/kernels.oracle.ts';
import { type Level, relaxationWeight, writeLevel } from '../../src/wind/solver/level.ts';
import { openCells } from '../../src/wind/solver/reachable.ts';
import { faceCount } from '../../src/wind/wind-grid.ts';
import { parkGrid, parkRaster, parkWind } from '../park/park-wind.ts';
import { readPark } from '../park/park1km.ts';
import type { Contestant } from './contestant.ts';

export interface Arena {
  readonly contestants: readonly Contestant[];
  /** All memory of the kernels, as their twins in C need it. */
  readonly memory: () => Uint8Array;
}

/** The kernels of the wind's solver on the finest two levels of park1km. */
export function windKernels(): Arena {
  const crew = new SoloCrew();
  const raster = parkRaster(readPark());
  const layout = layoutOf(parkGrid.nx, parkGrid.ny, parkGrid.nz);
  const open = openCells(raster, layout);
  const finest = conductanceOf(raster, open, 1);
  const { cellM, layerM } = parkGrid;
  const along = [layerM, layerM, (cellM * cellM) / layerM] as const;
  const fine = { ...writeLevel(crew, finest, along), twin: twinOf(finest, along) };
  const factors = factorsFor(finest, 1) ?? [2, 2, 2];
  const halved = coarsen(finest, factors);
  const coarse = { ...writeLevel(crew, halved), twin: twinOf(halved, [0, 0, 0]) };

  const belowCoarse = factorsFor(halved, 1) ?? [2, 2, 2];
  const quartered = coarsen(halved, belowCoarse);
  const coarsest = { ...writeLevel(crew, quartered), twin: twinOf(quartered, [0, 0, 0]) };

  const filled = (weight: Float32Array): Block<Float32Array> => {
    const block = crew.floats(weight.length);
    weight.forEach((value, n) => {
      if (value !== 0) block.array[n] = ((n * 7919) % 1000) / 1000 - 0.5;
    });
    return block;
  };
  const [x, b, z, p, q, r] = Array.from({ length: 6 }, () => filled(fine.twin.weight)) as unknown as Six;
  const [coarseX, coarseB] = [filled(coarse.twin.weight), filled(coarse.twin.weight)];
  const coarsestX = filled(coarsest.twin.weight);
  const gates = crew.bytes(layout.length);
  gates.array.set(open);
  const sums = crew.doubles(3 * fine.parts);
  const wind = parkWind(raster, 300);
  const faces = (['u', 'v', 'w'] as const).map((axis) => {
    const block = crew.floats(faceCount(parkGrid) + 4);
    block.array.set(wind[axis]);
    return block;
  }) as unknown as readonly [Block<Float32Array>, Block<Float32Array>, Block<Float32Array>];
  const cells = parkGrid.nx * parkGrid.ny * parkGrid.nz;
  const coarseCells = halved.layout.nx * halved.layout.ny * halved.layout.nz;
  const speeds = faces.map(({ at }) => at) as [number, number, number];

  const enter = enterWith(crew);
  const smoother = (
    kernel: 'smoothEven' | 'smoothUneven',
    items: number,
    level: RaceLevel,
    [to, residual]: readonly [Cells, Cells],
    below: RaceLevel,
    from: Cells,
    by: Factors,
  ): Contestant => {
    const args = [level.slabs, stages, level.at, to.at, residual.at, below.at, from.at, ...by] as const;
    return {
      kernel,
      items,
      compiled: () => {
        crew.run(kernel, level.slabs, 0, ...args);
        crew.run(kernel, level.slabs - 1, 1, ...args);
      },
      twin: () => oracle.smooth(level.twin, to.array, residual.array, below.layout, from.array, by, stages),
      native: { args, writes: { at: to.at, length: to.length } },
    };
  };
  const contestants = [
    smoother('smoothEven', cells, fine, [x, b], coarse, coarseX, factors),
    smoother('smoothUneven', coarseCells, coarse, [coarseX, coarseB], coarsest, coarsestX, belowCoarse),
    enter('restrictResidual', cells, coarse.parts, coarseB, [coarse.at, coarseB.at, fine.at, b.at, ...factors], () =>
      oracle.restrictResidual(halved.layout, coarseB.array, layout, b.array, factors),
    ),
    enter('products', cells, fine.parts, sums, [fine.at, z.at, r.at, q.at, sums.at], () =>
      oracle.products(fine.twin, z.array, r.array, q.array),
    ),
    enter('step', cells, fine.parts, x, [fine.at, z.at, p.at, q.at, x.at, r.at, 1e-3, 0.5, sums.at], () =>
      oracle.step(fine.twin, [z.array, p.array, q.array, x.array, r.array], 1e-3, 0.5),
    ),
    enter('outflow', cells, fine.parts, r, [fine.at, ...speeds, r.at, 15, 15, 25, sums.at], () =>
      oracle.outflow(fine.twin, [faces[0].array, faces[1].array, faces[2].array], r.array, [15, 15, 25]),
    ),
    enter('addGradient', cells, fine.parts, faces[0], [fine.at, z.at, gates.at, ...speeds, 1e-3, 1e-3, 1e-3], () =>
      oracle.addGradient(
        layout,
        z.array,
        gates.array,
        [faces[0].array, faces[1].array, faces[2].array],
        [1e-3, 1e-3, 1e-3],
      ),
    ),
  ];
  return { contestants, memory: () => new Uint8Array(x.array.buffer) };
}

/** Half-sweeps of the smoother, as in the solver. */
const stages = 6;

type RaceLevel = Level & { readonly twin: oracle.OracleLevel };
type Cells = Block<Float32Array>;
type Six = readonly [Cells, Cells, Cells, Cells, Cells, Cells];

function enterWith(crew: Crew) {
  return <K extends KernelName>(
    kernel: K,
    items: number,
    parts: number,
    writes: Block<Float32Array> | Block<Float64Array>,
    args: KernelArguments<K>,
    twin: () => void,
  ): Contestant => ({
    kernel,
    items,
    compiled: () => crew.run(kernel, parts, ...args),
    twin,
    // What is written in doubles is summed up differently by the twin: not compared.
    native: { args, writes: { at: writes.at, length: writes.array instanceof Float32Array ? writes.length : 0 } },
  });
}

function twinOf(conductance: Conductance, along: readonly [number, number, number]): oracle.OracleLevel {
  const { layout, west, south, floor } = conductance;
  const { nx, ny, nz, row, plane, origin, length } = layout;
  const diagonal = new Float32Array(length);
  const weight = new Float32Array(length);
  for (let k = 0; k < nz; k += 1) {
    for (let j = 0; j < ny; j += 1) {
      for (let i = 0, at = origin + k * plane + j * row; i < nx; i += 1, at += 1) {
        const alongRow = (west[at] ?? 0) + (west[at + 1] ?? 0);
        const across = (south[at] ?? 0) + (south[at + row] ?? 0) + (floor[at] ?? 0) + (floor[at + plane] ?? 0);
        diagonal[at] = alongRow + across;
        weight[at] = relaxationWeight(alongRow, alongRow + across);
      }
    }
  }
  return { layout, diagonal, weight, along, west, south, floor };
}
