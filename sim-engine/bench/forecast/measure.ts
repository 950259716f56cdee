import type { IncidentResult } from '../../src/index.ts';
import type { Engine } from '../../src/worker/connect.ts';
import type { ParkBox } from '../park/park1km.ts';
import { parkLeak, parkSite } from './park-leak.ts';

/** What one process measured, the same in Node and in a browser. Times from the click, ms. */
export interface ForecastMeasure {
  /** Until the screening answer of the whole half hour is in hand, as the page shows it first. */
  readonly firstPlumeMs: readonly number[];
  readonly forecastMs: readonly number[];
  readonly ensembleMs: readonly number[];
  readonly members: number;
  readonly model: string;
  readonly hash: string;
}

export const members = 32;

/** Clicks `runs` times on an engine that has been used before. */
export async function measureForecast(
  engine: Engine,
  boxes: readonly ParkBox[],
  runs: number,
): Promise<ForecastMeasure> {
  const site = parkSite(boxes);
  const firstPlumeMs: number[] = [];
  const forecastMs: number[] = [];
  const ensembleMs: number[] = [];
  let last: IncidentResult | undefined;
  for (let n = 0; n <= runs; n += 1) {
    const start = performance.now();
    let first = 0;
    const onPreview = (): void => {
      first = performance.now() - start;
    };
    last = await engine.run(site, parkLeak, { onPreview });
    const forecast = performance.now() - start;
    await engine.ensemble(site, parkLeak, members);
    const whole = performance.now() - start;
    // The first one lets the compiler finish.
    if (n === 0) continue;
    firstPlumeMs.push(first);
    forecastMs.push(forecast);
    ensembleMs.push(whole);
  }
  return {
    firstPlumeMs,
    forecastMs,
    ensembleMs,
    members,
    model: last?.fields[0]?.model.id ?? '',
    hash: last?.hash ?? '',
  };
}
