import type { Point, Site, WeatherMast } from '@upwind/scenes';
import type { Quality, Sample, WeatherAnswer } from '../contract/index.ts';
import type { Latest } from '../historian/latest.ts';
import type { LiveBus } from '../live/live-bus.ts';
import type { Sites } from './sites.ts';

/** Wind turns and gusts within seconds: what is told is the mean of the last minute (Yamartino 1984 for direction). */
const windowMs = 60_000;
/** Air at sea level of the ICAO standard atmosphere, where a mast measures no temperature. */
const standardTemperatureK = 288.15;
const freezingK = 273.15;

interface Reading {
  readonly sourceTime: number;
  readonly value: number;
}

/** What the masts of the sites say, kept for a minute. */
export class Weather {
  readonly #sites: Sites;
  readonly #latest: Latest;
  readonly #recent = new Map<string, Reading[]>();

  constructor(sites: Sites, latest: Latest, live: LiveBus) {
    this.#sites = sites;
    this.#latest = latest;
    live.subscribe((site, event) => {
      if (event.kind === 'samples') for (const sample of event.samples) this.#keep(site, sample);
    });
  }

  /** The weather of a site now; nothing when it has no mast or its wind has never been measured well. */
  of(siteId: string, now: number): WeatherAnswer | undefined {
    const site = this.#sites.find(siteId);
    if (site?.mast === undefined) return undefined;
    const { mast } = site;
    const speed = this.#last(site, mast.windSpeed);
    const direction = this.#last(site, mast.windDirection);
    if (speed === undefined || direction === undefined) return undefined;
    const sourceTime = Math.min(speed.sourceTime, direction.sourceTime);
    const speeds = this.#window(site, mast.windSpeed, speed);
    const directions = this.#window(site, mast.windDirection, direction);
    return {
      weather: {
        timeS: 0,
        windSpeedMPerS: bounded(mean(speeds), 0, 60),
        windFromDeg: meanDirectionDeg(directions),
        windHeightM: mast.heightM,
        temperatureK: this.#temperatureK(site, mast),
        ...this.#optional('sigmaThetaDeg', site, mast.windDirectionDeviation, { high: 104 }),
        ...this.#optional('solarWPerM2', site, mast.solarRadiation, { high: 1_500 }),
        ...this.#optional('relativeHumidity', site, mast.humidity, { unit: 0.01, high: 1 }),
        ...this.#optional('pressurePa', site, mast.airPressure, { unit: 100, low: 45_000, high: 110_000 }),
        ...this.#optional('rainMmPerH', site, mast.rain, { high: 500 }),
        ...this.#temperatureDifference(site, mast),
      },
      sourceTime,
      stale: now - sourceTime > staleAfterMs(this.#sites.point(site.id, mast.windSpeed)),
    };
  }

  #keep(site: string, sample: Sample): void {
    const mast = this.#sites.find(site)?.mast;
    if (sample.point !== mast?.windSpeed && sample.point !== mast?.windDirection) return;
    if (!isUsable(sample.quality)) return;
    const key = `${site}:${sample.point}`;
    const readings = this.#recent.get(key) ?? [];
    readings.push(sample);
    this.#recent.set(
      key,
      readings.filter((reading) => reading.sourceTime > sample.sourceTime - windowMs),
    );
  }

  /** The newest usable reading: kept from the stream, or what the database knew at the start. */
  #last(site: Site, point: string): Reading | undefined {
    const kept = this.#recent.get(`${site.id}:${point}`)?.at(-1);
    if (kept !== undefined) return kept;
    const sample = this.#latest.get(site.id, point);
    return sample !== undefined && isUsable(sample.quality) ? sample : undefined;
  }

  #window(site: Site, point: string, last: Reading): readonly number[] {
    const readings = this.#recent.get(`${site.id}:${point}`) ?? [last];
    return readings.map((reading) => reading.value);
  }

  #temperatureK(site: Site, mast: WeatherMast): number {
    const reading = mast.airTemperature === undefined ? undefined : this.#last(site, mast.airTemperature);
    if (mast.airTemperature === undefined || reading === undefined) return standardTemperatureK;
    const celsius = this.#sites.point(site.id, mast.airTemperature)?.unit !== 'K';
    return bounded(celsius ? reading.value + freezingK : reading.value, 200, 340);
  }

  /** Two thermometers of one mast; what differs by more than 30 K is a broken one. */
  #temperatureDifference(site: Site, { airTemperatures: pair }: WeatherMast) {
    const lower = pair && this.#last(site, pair.lower);
    const upper = pair && this.#last(site, pair.upper);
    if (pair === undefined || lower === undefined || upper === undefined) return {};
    const upperLessLowerK = upper.value - lower.value;
    if (!(Math.abs(upperLessLowerK) <= 30)) return {};
    return { temperatureDifference: { lowerM: pair.lowerM, upperM: pair.upperM, upperLessLowerK } };
  }

  /** A reading times what its unit is worth, within bounds. */
  #optional<Name extends string>(
    name: Name,
    site: Site,
    point: string | undefined,
    { unit = 1, low = 0, high }: { readonly unit?: number; readonly low?: number; readonly high: number },
  ) {
    const reading = point === undefined ? undefined : this.#last(site, point);
    return reading === undefined ? {} : ({ [name]: bounded(reading.value * unit, low, high) } as Record<Name, number>);
  }
}

/** The direction of the mean unit vector, degrees from north; equal and opposite winds give the last one. */
export function meanDirectionDeg(directions: readonly number[]): number {
  const radians = directions.map((degrees) => (degrees * Math.PI) / 180);
  const east = mean(radians.map(Math.sin));
  const north = mean(radians.map(Math.cos));
  if (Math.hypot(east, north) < 1e-9) return (directions.at(-1) ?? 0) % 360;
  return ((Math.atan2(east, north) * 180) / Math.PI + 360) % 360;
}

/** As points are shown: five periods, at least 5 s. */
const staleAfterMs = (point: Point | undefined): number => Math.max(5_000, 5 * (point?.periodMs ?? 0));
const isUsable = (quality: Quality): boolean => quality !== 'bad';
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const bounded = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
