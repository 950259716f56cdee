import type { Point, Site } from '@upwind/scenes';
import type { Quality } from '../src/contract/telemetry.ts';
import { Upsets } from './excursions/upsets.ts';
import { InstrumentFaults } from './instruments/faults.ts';
import { Instrument } from './instruments/instrument.ts';
import { detectorPoints } from './process/detectors.ts';
import { Equipment } from './process/equipment.ts';
import type { Moment, Part, Reading } from './process/moment.ts';
import { peoplePoints } from './process/people.ts';
import { Transfers } from './process/transfers.ts';
import { Vessels } from './process/vessels.ts';
import { weatherPoints } from './process/weather-points.ts';
import type { Scenario, ScenarioMaker } from './scenarios/scenario.ts';
import { particularitiesOf } from './sites/known-sites.ts';
import { Sky } from './weather/sky.ts';
import { Wind } from './weather/wind.ts';

/** A sample as a device sends it: source time in UTC milliseconds, value in the point's unit, quality. */
export interface SentSample {
  t: number;
  v: number;
  q: Quality;
}

/** A plant moves in steps of this size. */
export const stepMs = 100;

/**
 * A plant with every point of a site: the same site, seed, start and scenario give the same samples. It has no clock of
 * its own; `advance` moves it.
 */
export class SimulatedPlant {
  readonly site: Site;
  readonly #parts: readonly Part[];
  readonly #readings = new Map<string, Reading>();
  readonly #instruments: ReadonlyMap<string, Instrument>;
  readonly #faults: InstrumentFaults;
  readonly #upsets: Upsets;
  readonly #scenario: Scenario | undefined;
  readonly #last = new Map<string, number>();
  readonly #startMs: number;
  #moment: Moment;

  constructor(site: Site, seed: number, startMs: number, scenario?: ScenarioMaker) {
    this.site = site;
    this.#startMs = startMs;
    const sky = new Sky(site.origin, seed, startMs);
    this.#moment = { timeMs: startMs, elapsedS: 0, stepS: 0, sky, wind: new Wind(seed, sky) };
    const vessels = new Vessels(site, seed);
    const particular = particularitiesOf(site.id);
    const transfers = new Transfers(particular.transfers, vessels, seed);
    const special = [weatherPoints(site), transfers, vessels, peoplePoints(site, seed), detectorPoints(site, seed)];
    const isExplained = (point: string) => special.some(({ readings }) => readings.has(point));
    const equipment = new Equipment(site, seed, transfers, isExplained, particular);
    this.#parts = [...special, equipment];
    for (const { readings } of this.#parts) {
      for (const [point, reading] of readings) if (!this.#readings.has(point)) this.#readings.set(point, reading);
    }
    this.#instruments = new Map(site.points.map((point) => [point.id, new Instrument(point, seed)]));
    this.#faults = new InstrumentFaults([...this.#readings.keys()], seed);
    this.#upsets = new Upsets(site, seed, (point) => !isExplained(point.id) && equipment.isRunning(point.element));
    this.#scenario = scenario?.(site, seed);
  }

  get timeMs(): number {
    return this.#moment.timeMs;
  }

  /** How many times a limit was meant to be crossed so far. */
  get upsets(): number {
    return this.#upsets.started;
  }

  /** Moves on by one step, or by more when the machine slept. */
  advance(byMs = stepMs): void {
    const timeMs = this.#moment.timeMs + byMs;
    const moment = { ...this.#moment, timeMs, stepS: byMs / 1000, elapsedS: (timeMs - this.#startMs) / 1000 };
    this.#moment = moment;
    moment.sky.advance(timeMs, moment.stepS);
    moment.wind.advance(moment.stepS, moment.sky);
    for (const part of this.#parts) part.advance(moment);
    this.#faults.advance(moment.elapsedS);
    this.#upsets.advance(moment.elapsedS);
    this.#scenario?.advance(moment);
  }

  /** What the instrument of a point of this site says now. */
  sample(point: Point): SentSample {
    const moment = this.#moment;
    const q = this.#faults.qualityOf(point.id);
    const last = this.#last.get(point.id);
    if (q === 'bad' && last !== undefined) return { t: moment.timeMs, v: last, q };
    const process = this.#readings.get(point.id)?.(moment) ?? 0;
    const upset = this.#upsets.upset(point.id, process, moment.elapsedS);
    const value = this.#scenario?.change(point, upset, moment) ?? upset;
    const v = this.#instruments.get(point.id)?.show(value) ?? value;
    this.#last.set(point.id, v);
    return { t: moment.timeMs, v, q };
  }
}
