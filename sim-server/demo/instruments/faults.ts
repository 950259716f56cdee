import type { Quality } from '../../src/contract/telemetry.ts';
import { between, type Random, randomFrom, waiting } from '../chance/random.ts';

/** Mean time between two instruments of the whole plant that are not to be trusted, s. */
const betweenFaultsS = 200;

interface Fault {
  quality: Quality;
  untilS: number;
}

/** Now and then one instrument is being calibrated (uncertain) or broken (bad, and its value stands still). */
export class InstrumentFaults {
  readonly #random: Random;
  readonly #points: readonly string[];
  readonly #faults = new Map<string, Fault>();
  #nextS: number;

  constructor(points: readonly string[], seed: number) {
    this.#random = randomFrom(seed, 'instrument faults');
    this.#points = points;
    this.#nextS = between(this.#random, 30, 60);
  }

  advance(elapsedS: number): void {
    for (const [point, { untilS }] of this.#faults) if (elapsedS >= untilS) this.#faults.delete(point);
    if (elapsedS < this.#nextS) return;
    this.#nextS = elapsedS + waiting(this.#random, betweenFaultsS);
    const point = this.#points[Math.floor(this.#random() * this.#points.length)];
    if (point === undefined) return;
    const quality = this.#random() < 0.6 ? 'uncertain' : 'bad';
    this.#faults.set(point, { quality, untilS: elapsedS + between(this.#random, 15, 45) });
  }

  qualityOf(point: string): Quality {
    return this.#faults.get(point)?.quality ?? 'good';
  }
}
