import { randomFrom } from '../chance/random.ts';
import { Wander } from '../chance/wander.ts';
import { DirectionDeviation } from './direction-deviation.ts';
import type { Sky } from './sky.ts';

/** σθ is taken over ten minutes of one direction a second (US EPA-454/R-99-005, 6.1). */
const windowS = 600;

/**
 * Wind at a mast: a mean from the south-east that turns over hours, meander over minutes, turbulence over seconds. By
 * day the sun stirs the air (σθ about 15–20°, Pasquill B–C), by night it is calmer and steadier (about 8–10°, E).
 */
export class Wind {
  speedMPerS = 3;
  /** Direction the wind comes from, degrees clockwise from north, 0 ≤ … < 360. */
  directionDeg = 120;
  /** Where air that has gone some minutes comes from: the direction without its eddies, degrees. */
  carriedDeg = 120;
  /** Turns everything by so much: a scenario may. */
  turnedDeg = 0;

  readonly #synoptic: Wander;
  readonly #meander: Wander;
  readonly #eddy: Wander;
  readonly #lull: Wander;
  readonly #gust: Wander;
  readonly #window = new DirectionDeviation(windowS);
  #sinceDirectionS = 0;

  constructor(seed: number, sky: Sky) {
    const random = randomFrom(seed, 'wind');
    this.#synoptic = new Wander(random, 14, 10_800);
    this.#meander = new Wander(random, 1, 240);
    this.#eddy = new Wander(random, 1, 6);
    this.#lull = new Wander(random, 0.16, 1500);
    this.#gust = new Wander(random, 1, 5);
    for (let second = 0; second < windowS; second += 1) this.advance(1, sky);
  }

  advance(stepS: number, sky: Sky): void {
    const stirred = Math.min(1, sky.radiationWm2 / 700);
    const mean = 3 + 0.9 * stirred;
    const turbulence = 0.15 + 0.11 * stirred;
    const slow = Math.max(0.35, 1 + this.#lull.advance(stepS));
    this.speedMPerS = Math.max(0.3, mean * slow * (1 + turbulence * this.#gust.advance(stepS)));
    const meander = (5 + 5 * stirred) * this.#meander.advance(stepS);
    this.carriedDeg = bearing(122 + this.turnedDeg + this.#synoptic.advance(stepS) + meander);
    this.directionDeg = bearing(this.carriedDeg + (7 + 9 * stirred) * this.#eddy.advance(stepS));
    this.#sinceDirectionS += stepS;
    if (this.#sinceDirectionS >= 1) {
      this.#sinceDirectionS -= 1;
      this.#window.add(this.directionDeg);
    }
  }

  /** Standard deviation of the direction over the last ten minutes, degrees. */
  get deviationDeg(): number {
    return this.#window.degrees;
  }
}

function bearing(degrees: number): number {
  return ((degrees % 360) + 360) % 360;
}
