import type { GeodeticPosition } from '@upwind/scenes';
import { type Random, randomFrom } from '../chance/random.ts';
import { Wander } from '../chance/wander.ts';
import { clearSkyRadiation, dayOfYear, sineOfElevation, solarHour } from './sun.ts';

/** Rain begins when the wetness, in standard deviations, passes this. */
const rainAbove = 1.7;

/** The air over the site as a mast feels it, but for the wind. A climate like the lower Yangtze's. */
export class Sky {
  airC = 15;
  /** Mean air temperature of the day, °C. */
  dailyMeanC = 15;
  humidityPct = 70;
  pressureHpa = 1013;
  radiationWm2 = 0;
  /** Rain of the last hour, mm. */
  rainMm = 0;

  readonly #place: GeodeticPosition;
  readonly #cloud: Wander;
  readonly #weather: Wander;
  readonly #wetness: Wander;
  readonly #pressure: Wander;

  constructor(place: GeodeticPosition, seed: number, timeMs: number) {
    const random: Random = randomFrom(seed, 'sky');
    this.#place = place;
    this.#cloud = new Wander(random, 0.18, 1800);
    this.#weather = new Wander(random, 2, 14_400);
    this.#wetness = new Wander(random, 1, 10_800);
    this.#pressure = new Wander(random, 5, 86_400);
    this.advance(timeMs, 0);
  }

  advance(timeMs: number, stepS: number): void {
    const { lat, lon } = this.#place;
    const cloud = Math.min(0.85, Math.max(0, 0.25 + this.#cloud.advance(stepS)));
    const wetness = this.#wetness.advance(stepS);
    this.radiationWm2 = clearSkyRadiation(sineOfElevation(timeMs, lat, lon)) * (1 - 0.75 * cloud ** 3.4);
    const season = 16.5 + 12 * Math.sin((2 * Math.PI * (dayOfYear(timeMs) - 115)) / 365);
    const day = 4.2 * Math.cos((2 * Math.PI * (solarHour(timeMs, lon) - 14.5)) / 24);
    this.dailyMeanC = season + this.#weather.advance(stepS);
    this.airC = this.dailyMeanC + day;
    this.humidityPct = Math.min(100, Math.max(20, 72 - 3.2 * day + 8 * wetness));
    this.pressureHpa = 1014 - 0.4 * (season - 16.5) + this.#pressure.advance(stepS);
    const rainMmPerH = wetness > rainAbove ? 6 * (wetness - rainAbove) : 0;
    this.rainMm += (rainMmPerH - this.rainMm) * (1 - Math.exp(-stepS / 3600));
  }
}
