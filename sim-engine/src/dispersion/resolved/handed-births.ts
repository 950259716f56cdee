import type { HandedGas } from '../area-gas.ts';
import { particlesOfStep } from './emission.ts';

/** A particle made of handed gas: its place in local metres, its height above ground, its mass. */
export interface HandedBirth {
  readonly x: number;
  readonly y: number;
  readonly heightM: number;
  readonly massKg: number;
}

/**
 * Cuts the gas that is handed over in a step into particles of one mass by systematic sampling: the cells in order, a
 * particle in the middle of every equal part of their mass. All of a step's gas becomes particles in that step.
 */
export class HandedBirths {
  readonly #gas: HandedGas;
  readonly #particles: number;
  readonly #steps: number;
  #soFar = 0;

  /** `particles` over a run of `steps`. */
  constructor(gas: HandedGas, particles: number, steps: number) {
    this.#gas = gas;
    this.#particles = particles;
    this.#steps = steps;
  }

  /** The particles of a step; `uniform(n)` gives the n-th random number of the step in [0, 1). */
  of(step: number, uniform: (n: number) => number): HandedBirth[] {
    const gas = this.#gas.of(step);
    const total = gas?.massKg.reduce((sum, mass) => sum + mass, 0) ?? 0;
    if (gas === undefined || total <= 0) return [];
    this.#soFar += total;
    const wanted = particlesOfStep(this.#particles, this.#steps, total / this.#soFar, false);
    const count = Math.max(1, Math.floor(wanted + 0.5));
    const massKg = total / count;
    const { x0M, y0M, cellM, nx } = this.#gas.grid;
    const births: HandedBirth[] = [];
    let k = 0;
    let reached = gas.massKg[0] as number;
    for (let n = 0; n < count; n += 1) {
      const place = (n + 0.5) * massKg;
      while (reached < place && k + 1 < gas.cell.length) {
        k += 1;
        reached += gas.massKg[k] as number;
      }
      const cell = gas.cell[k] as number;
      births.push({
        x: x0M + ((cell % nx) - 0.5 + uniform(3 * n)) * cellM,
        y: y0M + (Math.floor(cell / nx) - 0.5 + uniform(3 * n + 1)) * cellM,
        heightM: (gas.heightM[k] as number) * uniform(3 * n + 2),
        massKg,
      });
    }
    return births;
  }
}
