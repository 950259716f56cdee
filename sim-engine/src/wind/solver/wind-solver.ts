import { type Block, type Crew, CrewLost } from '../../crew/crew.ts';
import { EngineError } from '../../errors.ts';
import type { ObstacleRaster } from '../obstacles.ts';
import type { WindField } from '../wind-field.ts';
import { faceCount } from '../wind-grid.ts';
import { conductanceOf, layoutOf } from './conductance.ts';
import { Multigrid } from './multigrid.ts';
import { openCells } from './reachable.ts';

/** Speeds on the faces of a grid, m/s, as in {@link WindField}. */
export interface Faces {
  readonly u: Float32Array;
  readonly v: Float32Array;
  readonly w: Float32Array;
}

export interface WindGeometryOptions {
  /**
   * α² = (α_h/α_v)², ratio of the Gauss precision moduli of horizontal and vertical speeds (Sasaki 1970): how readily
   * air goes over an obstacle rather than around. 1: as readily (neutral); less in stable air.
   */
  readonly verticalRatio?: number;
}

export interface SolveOptions {
  /** Where to stop: 2-norm of the net outflows of all cells over that of the first guess. */
  readonly relativeResidual?: number;
  /** Begin with the λ of the solve before: pays where the wind has changed by a little. */
  readonly warm?: boolean;
  readonly mostIterations?: number;
}

/** A vector of sums per part that a kernel writes, at most three each. */
const sumsAPart = 3;

/**
 * Makes first guesses of the wind free of divergence around the obstacles of one raster, changing them as little as
 * possible (Sasaki 1970; Sherman 1978): Poisson equation for λ, stair-step solids without flux, λ = 0 on the sides and on
 * the top, by conjugate gradients in flexible form with {@link Multigrid}. Set up once per geometry. The bytes of
 * a result do not depend on the crew. Equations and figures: docs/methods/wind-solver.md.
 */
export class WindSolver {
  readonly raster: ObstacleRaster;
  /** Speeds on the faces in the crew's memory: those of the last solve, until the next one. */
  readonly faces: { readonly u: Block<Float32Array>; readonly v: Block<Float32Array>; readonly w: Block<Float32Array> };
  readonly #crew: Crew;
  readonly #verticalRatio: number;
  readonly #multigrid: Multigrid;
  readonly #open: Block<Uint8Array>;
  readonly #sums: Block<Float64Array>;
  /** λ under way, λ of the solve before, residual, preconditioned residual, direction and A of it. */
  #x: Block<Float32Array>;
  #before: Block<Float32Array>;
  readonly #r: Block<Float32Array>;
  readonly #z: Block<Float32Array>;
  readonly #p: Block<Float32Array>;
  readonly #q: Block<Float32Array>;
  #hasBefore = false;

  /** Throws a RangeError where the memory does not suffice: some 80 bytes a cell. */
  constructor(raster: ObstacleRaster, crew: Crew, { verticalRatio = 1 }: WindGeometryOptions = {}) {
    this.raster = raster;
    this.#crew = crew;
    this.#verticalRatio = verticalRatio;
    const { nx, ny, nz, cellM, layerM } = raster.grid;
    const layout = layoutOf(nx, ny, nz);
    const open = openCells(raster, layout);
    const conductance = conductanceOf(raster, open, verticalRatio);
    const up = (verticalRatio * cellM * cellM) / layerM;
    this.#multigrid = new Multigrid(crew, conductance, [layerM, layerM, up], verticalRatio);
    this.#open = crew.bytes(layout.length);
    this.#open.array.set(open);
    this.#sums = crew.doubles(sumsAPart * this.#multigrid.finest.parts);
    const cells = (): Block<Float32Array> => crew.floats(layout.length);
    [this.#x, this.#before, this.#r, this.#z] = [cells(), cells(), cells(), cells()];
    [this.#p, this.#q] = [cells(), cells()];
    // Kernels read whole vectors, beyond the last face too.
    const faces = (): Block<Float32Array> => crew.floats(faceCount(raster.grid) + 4);
    this.faces = { u: faces(), v: faces(), w: faces() };
  }

  /**
   * The wind nearest to `firstGuess` that neither gathers nor spreads anywhere. Arrays of the result are its own. Throws
   * an EngineError UPW_ENGINE_WIND_INVALID where a speed is not a number.
   */
  solve(firstGuess: Faces, options: SolveOptions = {}): WindField {
    const steps = this.steps(firstGuess, options);
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  }

  /** The same, step by step: yields the relative residual before each iteration. */
  *steps(firstGuess: Faces, options: SolveOptions = {}): Generator<number, WindField> {
    let solved: { readonly residual: number; readonly iterations: number };
    try {
      solved = yield* this.#attempt(firstGuess, options);
    } catch (error) {
      if (!(error instanceof CrewLost)) throw error;
      solved = yield* this.#attempt(firstGuess, options);
    }
    [this.#x, this.#before] = [this.#before, this.#x];
    this.#hasBefore = true;
    const { u, v, w } = this.faces;
    const length = faceCount(this.raster.grid);
    const copy = (block: Block<Float32Array>): Float32Array => block.array.slice(0, length);
    return { raster: this.raster, u: copy(u), v: copy(v), w: copy(w), ...solved };
  }

  /** Reads only the first guess and the λ before, so that it can be done again. */
  *#attempt(
    firstGuess: Faces,
    { relativeResidual = 1e-5, warm = false, mostIterations = 60 }: SolveOptions,
  ): Generator<number, { readonly residual: number; readonly iterations: number }> {
    const { at: level, parts } = this.#multigrid.finest;
    const [x, r, z, p, q, sums] = [this.#x, this.#r, this.#z, this.#p, this.#q, this.#sums];
    const crew = this.#crew;
    for (const axis of ['u', 'v', 'w'] as const) this.faces[axis].array.set(firstGuess[axis]);
    for (const block of [x, p, q]) block.array.fill(0);
    this.#project(x);
    const first = this.#outflow();
    if (!Number.isFinite(first)) {
      const text =
        'A speed of the first guess of the wind is not a finite number; check the weather and the obstacles.';
      throw new EngineError('UPW_ENGINE_WIND_INVALID', text);
    }
    const target = relativeResidual * relativeResidual * first;
    let rest = first;
    let curvature = 0;
    let iterations = 0;
    const warmStart = warm && this.#hasBefore;
    while (rest > target && iterations < mostIterations) {
      yield Math.sqrt(rest / first);
      const isGiven = warmStart && iterations === 0;
      const guess = isGiven ? this.#before : z;
      if (!isGiven) this.#multigrid.cycle(z, r);
      crew.run('products', parts, level, guess.at, r.at, q.at, sums.at);
      const [zr, zq, zAz] = [this.#sum(0, 3), this.#sum(1, 3), this.#sum(2, 3)];
      // Conjugate to the direction before; A·p follows from A·z by the same recurrence (Chronopoulos & Gear 1989).
      const beta = curvature > 0 ? -zq / curvature : 0;
      curvature = zAz + beta * zq;
      if (!(curvature > 0)) break;
      const alpha = zr / curvature;
      crew.run('step', parts, level, guess.at, p.at, q.at, x.at, r.at, alpha, beta, sums.at);
      rest = this.#sum(0, 1);
      iterations += 1;
    }
    this.#project(x);
    const residual = first > 0 ? Math.sqrt(this.#outflow() / first) : 0;
    return { residual, iterations };
  }

  /** Adds the gradient of λ to the speeds on the faces; with λ = 0 it only closes those of solids. */
  #project(x: Block<Float32Array>): void {
    const { at, parts } = this.#multigrid.finest;
    const { u, v, w } = this.faces;
    const { cellM, layerM } = this.raster.grid;
    const speeds = [u.at, v.at, w.at] as const;
    const gradients = [1 / cellM, 1 / cellM, this.#verticalRatio / layerM] as const;
    this.#crew.run('addGradient', parts, at, x.at, this.#open.at, ...speeds, ...gradients);
  }

  /** Net outflow of every cell into r; the sum of their squares. */
  #outflow(): number {
    const { at, parts } = this.#multigrid.finest;
    const { u, v, w } = this.faces;
    const { cellM, layerM } = this.raster.grid;
    const areas = [cellM * layerM, cellM * layerM, cellM * cellM] as const;
    this.#crew.run('outflow', parts, at, u.at, v.at, w.at, this.#r.at, ...areas, this.#sums.at);
    return this.#sum(0, 1);
  }

  /** Sum over the parts, in their order, of every `stride`th number from `first`. */
  #sum(first: number, stride: number): number {
    const { array } = this.#sums;
    let sum = 0;
    for (let part = 0; part < this.#multigrid.finest.parts; part += 1) sum += array[first + part * stride] ?? 0;
    return sum;
  }

  /** Gives the memory back to the crew. */
  release(): void {
    this.#multigrid.release();
    const blocks = [this.#open, this.#sums, this.#x, this.#before, this.#r, this.#z, this.#p, this.#q];
    for (const block of [...blocks, this.faces.u, this.faces.v, this.faces.w]) this.#crew.release(block);
  }
}
