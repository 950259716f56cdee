import { chemicalPark, type Point } from '@upwind/scenes';
import { describe, expect, test } from 'vitest';
import { scenarios } from './scenarios/scenarios.ts';
import { Schedule } from './schedule.ts';
import { type SentSample, SimulatedPlant } from './simulated-plant.ts';

const start = Date.UTC(2026, 4, 12, 2);

type Seen = Map<string, SentSample[]>;

function run(minutes: number, seed = 1, scenario?: string): { seen: Seen; plant: SimulatedPlant } {
  const plant = new SimulatedPlant(chemicalPark, seed, start, scenario === undefined ? undefined : scenarios[scenario]);
  const schedule = new Schedule(chemicalPark.points, undefined);
  const seen: Seen = new Map(chemicalPark.points.map(({ id }) => [id, []]));
  for (let step = 0; step < minutes * 600; step += 1) {
    plant.advance();
    for (const point of schedule.due(plant.timeMs)) seen.get(point.id)?.push(plant.sample(point));
  }
  return { seen, plant };
}

/** Priorities of the limits that a point's samples crossed. */
function crossed(point: Point, samples: readonly SentSample[]): Set<string> {
  const { lowLow, low, high, highHigh } = point.limits ?? {};
  const found = new Set<string>();
  for (const { v } of samples) {
    for (const limit of [lowLow, low]) if (limit && v < limit.value) found.add(limit.priority);
    for (const limit of [high, highHigh]) if (limit && v > limit.value) found.add(limit.priority);
  }
  return found;
}

const values = (seen: Seen, id: string) => seen.get(id)?.map(({ v }) => v) ?? [];

function correlation(one: readonly number[], other: readonly number[]): number {
  const mean = (numbers: readonly number[]) => numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  const [meanOne, meanOther] = [mean(one), mean(other)];
  let both = 0;
  let squares = 0;
  let otherSquares = 0;
  one.forEach((value, index) => {
    const departure = value - meanOne;
    const otherDeparture = (other[index] ?? meanOther) - meanOther;
    both += departure * otherDeparture;
    squares += departure ** 2;
    otherSquares += otherDeparture ** 2;
  });
  return both / Math.sqrt(squares * otherSquares);
}

const hour = run(60);

describe('simulated plant', () => {
  test('the same seed and start give the same samples; another seed gives others', () => {
    const first = run(2).seen;
    expect(run(2).seen).toEqual(first);
    expect(run(2, 2).seen).not.toEqual(first);
  });

  test('every point speaks at its period, in its range, with rising source times', () => {
    for (const { id, range, periodMs } of chemicalPark.points) {
      const samples = hour.seen.get(id) ?? [];
      expect(samples.length, id).toBeGreaterThanOrEqual(3_600_000 / periodMs - 1);
      samples.forEach(({ t, v }, index) => {
        if (v < range.low || v > range.high) throw new Error(`${id} says ${v}, outside ${range.low} to ${range.high}`);
        if (index > 0 && t <= (samples[index - 1]?.t ?? 0)) throw new Error(`${id} repeats a source time`);
      });
    }
  });

  test('most points move: a twin of it is alive', () => {
    const still = chemicalPark.points.filter(({ id }) => new Set(values(hour.seen, id)).size < 2).map(({ id }) => id);
    expect(still.length).toBeLessThan(5);
  });

  test('a few medium and low alarms come soon and stay few; nothing high or critical without a scenario', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const { seen } = seed === 1 ? hour : run(5, seed);
      let soon = 0;
      let all = 0;
      for (const point of chemicalPark.points) {
        const samples = seen.get(point.id) ?? [];
        const priorities = crossed(point, samples);
        expect(priorities.has('high') || priorities.has('critical'), `${point.id} of seed ${seed}`).toBe(false);
        all += priorities.size;
        soon += crossed(
          point,
          samples.filter(({ t }) => t < start + 300_000),
        ).size;
      }
      expect(soon, `in the first five minutes of seed ${seed}`).toBeGreaterThanOrEqual(1);
      expect(soon, `in the first five minutes of seed ${seed}`).toBeLessThanOrEqual(6);
      expect(all).toBeLessThan(40);
    }
  });

  test('a limit that was crossed is left again', () => {
    const back = chemicalPark.points.filter((point) => {
      const samples = hour.seen.get(point.id) ?? [];
      return crossed(point, samples).size > 0 && crossed(point, samples.slice(-1)).size === 0;
    });
    expect(back.length).toBeGreaterThan(3);
  });

  test('quality is nearly always good, and now and then uncertain or bad', () => {
    const qualities = { good: 0, uncertain: 0, bad: 0 };
    for (const samples of hour.seen.values()) for (const { q } of samples) qualities[q] += 1;
    expect(qualities.uncertain).toBeGreaterThan(0);
    expect(qualities.bad).toBeGreaterThan(0);
    expect(qualities.good / (qualities.good + qualities.uncertain + qualities.bad)).toBeGreaterThan(0.995);
  });

  test('a pump’s current follows its flow, and both rest when no truck is loaded', () => {
    const flow = values(hour.seen, 'FI-101');
    const motor = values(hour.seen, 'II-101A');
    expect(correlation(flow, motor)).toBeGreaterThan(0.95);
    expect(Math.min(...flow)).toBeLessThan(1);
    expect(Math.max(...flow)).toBeGreaterThan(70);
    expect(Math.max(...values(hour.seen, 'II-101B'))).toBeLessThan(2);
  });

  test('a tank that feeds a truck falls, one that is filled rises', () => {
    const duty = values(hour.seen, 'LI-101A');
    const other = values(hour.seen, 'LI-101B');
    expect(duty.at(-1)).toBeLessThan((duty[0] ?? 0) - 0.05);
    expect(other.at(-1)).toBeGreaterThan((other[0] ?? 0) + 0.05);
  });

  test('the pressure over a liquefied gas is that of its temperature', () => {
    const temperature = values(hour.seen, 'TI-301A').at(-1) ?? 0;
    const pressure = values(hour.seen, 'PI-301A').at(-1) ?? 0;
    expect(temperature).toBeGreaterThan(5);
    expect(pressure).toBeGreaterThan(0.35);
    expect(pressure).toBeLessThan(0.85);
  });

  test('a machine that slept goes on from now without inventing what it missed', () => {
    const plant = new SimulatedPlant(chemicalPark, 1, start);
    plant.advance();
    plant.advance(8 * 3_600_000);
    expect(plant.timeMs).toBe(start + 8 * 3_600_000 + 100);
    for (const point of chemicalPark.points) {
      const { t, v } = plant.sample(point);
      expect(t).toBe(plant.timeMs);
      expect(Number.isFinite(v), point.id).toBe(true);
    }
  });
});

describe('scenarios', () => {
  test('a chlorine leak raises the chlorine detectors near the vessel, over minutes, and no others', () => {
    const { seen } = run(8, 1, 'chlorine-leak');
    const raised = chemicalPark.points.filter(
      (point) => point.quantity === 'gas-concentration' && crossed(point, seen.get(point.id) ?? []).size > 0,
    );
    expect(raised.length).toBeGreaterThanOrEqual(2);
    expect(raised.map(({ chemical }) => chemical)).toEqual(raised.map(() => 'chlorine'));
    expect(raised.some((point) => crossed(point, seen.get(point.id) ?? []).has('critical'))).toBe(true);
    for (const { id } of raised) {
      const before = seen.get(id)?.filter(({ t }) => t < start + 30_000) ?? [];
      expect(Math.max(...before.map(({ v }) => v))).toBeLessThan(0.33);
    }
  });

  test('an ammonia leak raises ammonia', () => {
    const { seen } = run(8, 1, 'ammonia-leak');
    const raised = chemicalPark.points.filter(
      (point) => point.chemical === 'ammonia' && crossed(point, seen.get(point.id) ?? []).size > 0,
    );
    expect(raised.length).toBeGreaterThanOrEqual(1);
  });

  test('when the wind turns, it has veered by a quarter after ten minutes', () => {
    const mean = (seen: Seen) => {
      const late = (seen.get('WD-001') ?? []).filter(({ t }) => t > start + 12 * 60_000);
      const east = late.reduce((sum, { v }) => sum + Math.sin((v * Math.PI) / 180), 0);
      const north = late.reduce((sum, { v }) => sum + Math.cos((v * Math.PI) / 180), 0);
      return (Math.atan2(east, north) * 180) / Math.PI;
    };
    const turned = (mean(run(16, 1, 'wind-turns').seen) - mean(run(16).seen) + 360) % 360;
    expect(turned).toBeGreaterThan(80);
    expect(turned).toBeLessThan(100);
  });
});
