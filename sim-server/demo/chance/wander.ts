import { normal, type Random } from './random.ts';

/**
 * A value that wanders round zero with a given standard deviation and memory: an Ornstein–Uhlenbeck process in its exact
 * discrete form (Gillespie 1996, Phys. Rev. E 54, 2084), so that the step does not matter.
 */
export class Wander {
  value: number;
  readonly #random: Random;
  readonly #deviation: number;
  readonly #memoryS: number;

  constructor(random: Random, deviation: number, memoryS: number) {
    this.#random = random;
    this.#deviation = deviation;
    this.#memoryS = memoryS;
    this.value = deviation * normal(random);
  }

  /** Moves on by `stepS` seconds and gives the new value. */
  advance(stepS: number): number {
    const kept = Math.exp(-stepS / this.#memoryS);
    this.value = this.value * kept + this.#deviation * Math.sqrt(1 - kept * kept) * normal(this.#random);
    return this.value;
  }
}
