import type { Point, Quantity } from '@upwind/scenes';
import { normal, type Random, randomFrom } from '../chance/random.ts';

/** Noise of an instrument, share of its span. What the process does by itself is not noise. */
const noise: Partial<Record<Quantity, number>> = {
  temperature: 0.0006,
  pressure: 0.0006,
  level: 0.0002,
  flow: 0.0015,
  current: 0.0015,
  vibration: 0.003,
  'gas-concentration': 0.0008,
  oxygen: 0.001,
  'valve-position': 0.0005,
  'people-count': 0,
  running: 0,
  rain: 0,
};

/** Whole numbers only. */
const counts: readonly Quantity[] = ['people-count', 'running'];

/** One transmitter: adds its noise, rounds to what it can tell apart, and stops at the ends of its range. */
export class Instrument {
  readonly resolution: number;
  readonly #point: Point;
  readonly #random: Random;
  readonly #noise: number;

  constructor(point: Point, seed: number) {
    this.#point = point;
    this.#random = randomFrom(seed, `noise ${point.id}`);
    this.#noise = (noise[point.quantity] ?? 0.0004) * (point.range.high - point.range.low);
    this.resolution = resolutionOf(point);
  }

  /** What the instrument shows for a true value. */
  show(value: number): number {
    const { range, quantity } = this.#point;
    const noisy = value + (this.#noise === 0 ? 0 : this.#noise * normal(this.#random));
    const shown = this.#rounded(quantity === 'wind-direction' ? ((noisy % 360) + 360) % 360 : noisy);
    if (quantity === 'wind-direction' && shown === 360) return 0;
    return Math.min(range.high, Math.max(range.low, shown)) + 0;
  }

  /** Division by a whole number gives the shortest decimal: 3 × 0.1 would be 0.30000000000000004. */
  #rounded(value: number): number {
    const steps = Math.round(value / this.resolution);
    return this.resolution < 1 ? steps / Math.round(1 / this.resolution) : steps * this.resolution;
  }
}

/** About a thousandth of the span as a power of ten; a tank gauge tells millimetres. */
function resolutionOf({ range, quantity, unit }: Point): number {
  if (counts.includes(quantity)) return 1;
  if (quantity === 'level' && unit === 'm') return 0.001;
  return 10 ** Math.floor(Math.log10((range.high - range.low) / 1000));
}
