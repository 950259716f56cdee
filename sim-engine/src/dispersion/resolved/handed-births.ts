import type { HandedGas } from '../area-gas.ts';

/** A particle made of handed gas: its place in local metres, height above ground, and the noise it is placed by. */
export interface HandedBirth {
  readonly x: number;
  readonly y: number;
  readonly heightM: number;
}

/**
 * Cuts handed gas into particles of one mass by systematic sampling: the cells in order, a particle whenever the mass
 * so far has grown by one more. What is left over waits for the next step, so that no mass is lost.
 */
export class HandedBirths {
  readonly massKg: number;
  readonly #gas: HandedGas;
  /** Half a particle at the start: rounding goes neither way. */
  #held: number;

  constructor(gas: HandedGas, particles: number) {
    this.#gas = gas;
    this.massKg = gas.mostKg / Math.max(1, particles);
    this.#held = 0.5 * this.massKg;
  }

  /** The particles of a step; `uniform(n)` gives the n-th random number of the step in [0, 1). */
  of(step: number, uniform: (n: number) => number): HandedBirth[] {
    const gas = this.#gas.of(step);
    const births: HandedBirth[] = [];
    if (gas === undefined || this.massKg <= 0) return births;
    const { x0M, y0M, cellM, nx } = this.#gas.grid;
    gas.cell.forEach((cell, k) => {
      this.#held += gas.massKg[k] as number;
      while (this.#held >= this.massKg) {
        this.#held -= this.massKg;
        const n = 3 * births.length;
        births.push({
          x: x0M + ((cell % nx) - 0.5 + uniform(n)) * cellM,
          y: y0M + (Math.floor(cell / nx) - 0.5 + uniform(n + 1)) * cellM,
          heightM: (gas.heightM[k] as number) * uniform(n + 2),
        });
      }
    });
    return births;
  }
}
