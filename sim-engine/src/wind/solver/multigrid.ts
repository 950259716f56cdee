import type { Block, Crew } from '../../crew/crew.ts';
import { coarsen, type Factors, factorsFor } from './coarsen.ts';
import type { Conductance } from './conductance.ts';
import { type Level, writeLevel } from './level.ts';

/** Sweeps over every level on the way up, each of two stages, and over the coarsest. */
const stages = 6;
const sweepsAtBottom = 8;

interface Coarse {
  readonly level: Level;
  readonly factors: Factors;
  readonly x: Block<Float32Array>;
  readonly b: Block<Float32Array>;
}

/**
 * Geometric multigrid as preconditioner (Trottenberg, Oosterlee & Schüller 2001): one sawtooth cycle, that is, the
 * residual is summed down to the coarsest level and the corrections are interpolated up and smoothed there. The smoother
 * relaxes rows in two colours as Gauss–Seidel does, cells within a row as Jacobi, so that its loops are vectors.
 * It is not symmetric: the outer iteration has to be flexible.
 */
export class Multigrid {
  readonly finest: Level;
  readonly #crew: Crew;
  readonly #coarse: readonly Coarse[];

  constructor(crew: Crew, finest: Conductance, even: readonly [number, number, number], verticalRatio: number) {
    this.#crew = crew;
    this.finest = writeLevel(crew, finest, even);
    const coarse: Coarse[] = [];
    let conductance = finest;
    for (;;) {
      const factors = factorsFor(conductance, verticalRatio);
      if (factors === undefined) break;
      conductance = coarsen(conductance, factors);
      const { length } = conductance.layout;
      coarse.push({ level: writeLevel(crew, conductance), factors, x: crew.floats(length), b: crew.floats(length) });
    }
    this.#coarse = coarse;
  }

  /** z ≈ A⁻¹·r on the finest level; both in its layout. Overwrites z. */
  cycle(z: Block<Float32Array>, r: Block<Float32Array>): void {
    const crew = this.#crew;
    let above: { level: Level; x: Block<Float32Array>; b: Block<Float32Array> } = { level: this.finest, x: z, b: r };
    const way = [above];
    for (const next of this.#coarse) {
      const { level, b, factors } = next;
      crew.run('restrictResidual', level.parts, level.at, b.at, above.level.at, above.b.at, ...factors);
      above = next;
      way.push(next);
    }
    above.x.array.fill(0);
    for (let n = 0; n < sweepsAtBottom; n += 1) this.#sweep(above.level, above.x, above.b, way.length === 1);
    for (let n = this.#coarse.length - 1; n >= 0; n -= 1) {
      const below = this.#coarse[n];
      const target = way[n];
      if (below === undefined || target === undefined) break;
      const { level, x, b } = target;
      this.#smooth(level, x, b, below, n === 0);
    }
  }

  /** Interpolates up and sweeps, in slabs along y: what the threads share out, and what stays near. */
  #smooth(level: Level, x: Block<unknown>, b: Block<unknown>, below: Coarse, isFinest: boolean): void {
    const kernel = isFinest ? 'smoothEven' : 'smoothUneven';
    const { slabs } = level;
    const all = [slabs, stages, level.at, x.at, b.at, below.level.at, below.x.at, ...below.factors] as const;
    this.#crew.run(kernel, slabs, 0, ...all);
    this.#crew.run(kernel, slabs - 1, 1, ...all);
  }

  #sweep({ at, parts }: Level, x: Block<unknown>, b: Block<unknown>, isFinest: boolean): void {
    const kernel = isFinest ? 'sweepEven' : 'sweepUneven';
    this.#crew.run(kernel, parts, at, x.at, b.at, 0);
    this.#crew.run(kernel, parts, at, x.at, b.at, 1);
  }

  release(): void {
    for (const block of this.finest.blocks) this.#crew.release(block);
    for (const { level, x, b } of this.#coarse) for (const block of [...level.blocks, x, b]) this.#crew.release(block);
  }
}
