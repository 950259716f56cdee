import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Sample } from '../contract/index.ts';
import { type Condition, judge, type LimitTransition, normal } from './judge.ts';
import { crosses, type LimitRule, returned } from './limit-rule.ts';

const high: LimitRule = {
  site: 'park',
  point: 'TI-1',
  element: 'T-1',
  limit: 'high',
  value: 80,
  priority: 'high',
  deadBand: 2,
  onDelayMs: 0,
  offDelayMs: 0,
};
const low: LimitRule = { ...high, limit: 'low', value: 10 };

const sample = (sourceTime: number, value: number, quality: Sample['quality'] = 'good'): Sample => ({
  point: 'TI-1',
  sourceTime,
  receivedTime: sourceTime + 7,
  value,
  quality,
});

function replay(rule: LimitRule, samples: readonly Sample[], from: Condition = normal) {
  let condition = from;
  const log: (LimitTransition & { readonly at: number })[] = [];
  for (const each of samples) {
    const judged = judge(rule, condition, each);
    condition = judged.condition;
    if (judged.transition !== undefined) log.push({ ...judged.transition, at: each.sourceTime });
  }
  return { condition, log };
}

const kinds = (rule: LimitRule, samples: readonly Sample[]) =>
  replay(rule, samples).log.map(({ kind, at }) => `${kind} ${at}`);

describe('one limit judged on a stream of samples', () => {
  test('AL1 each activation has an id of its own, made of what it is', () => {
    const { log } = replay(high, [sample(1, 81), sample(2, 70), sample(3, 90)]);
    expect(log.map(({ alarm }) => alarm)).toEqual(['park:TI-1:high:1', 'park:TI-1:high:1', 'park:TI-1:high:3']);
  });

  test('AL2 a value at the limit crosses it, in the direction of its name', () => {
    expect(kinds(high, [sample(1, 79.9), sample(2, 80)])).toEqual(['raised 2']);
    expect(kinds(low, [sample(1, 10.1), sample(2, 10)])).toEqual(['raised 2']);
  });

  test('AL3 the alarm clears only beyond the dead band', () => {
    expect(kinds(high, [sample(1, 80), sample(2, 79), sample(3, 78), sample(4, 77.9)])).toEqual([
      'raised 1',
      'cleared 4',
    ]);
    expect(kinds(low, [sample(1, 10), sample(2, 12), sample(3, 12.1)])).toEqual(['raised 1', 'cleared 3']);
  });

  test('AL3 without a dead band a value that no longer crosses clears', () => {
    const sharp = { ...high, deadBand: 0 };
    expect(kinds(sharp, [sample(1, 80), sample(2, 79.999)])).toEqual(['raised 1', 'cleared 2']);
  });

  test('AL4 the on-delay is counted in source time and broken by one sample that does not cross', () => {
    const slow = { ...high, onDelayMs: 600_000 };
    const minutes = (n: number, value: number) => sample(n * 60_000, value);
    expect(kinds(slow, [minutes(0, 85), minutes(7, 85), minutes(10, 85), minutes(11, 85)])).toEqual(['raised 600000']);
    expect(kinds(slow, [minutes(0, 85), minutes(7, 70), minutes(10, 85), minutes(19, 85)])).toEqual([]);
    expect(kinds(slow, [minutes(0, 85), minutes(7, 70), minutes(10, 85), minutes(20, 85)])).toEqual(['raised 1200000']);
  });

  test('AL5 the off-delay is counted in source time and broken by one sample that is not back', () => {
    const slow = { ...high, offDelayMs: 5_000 };
    const samples = [sample(0, 85), sample(1_000, 70), sample(3_000, 79), sample(4_000, 70), sample(8_999, 70)];
    expect(kinds(slow, samples)).toEqual(['raised 0']);
    expect(kinds(slow, [...samples, sample(9_000, 70)])).toEqual(['raised 0', 'cleared 9000']);
  });

  test('AL6 a bad sample raises nothing, clears nothing and stops no delay', () => {
    const slow = { ...high, onDelayMs: 10 };
    expect(kinds(high, [sample(1, 500, 'bad')])).toEqual([]);
    expect(kinds(high, [sample(1, 85), sample(2, 0, 'bad')])).toEqual(['raised 1']);
    expect(kinds(slow, [sample(0, 85), sample(5, 0, 'bad'), sample(10, 85)])).toEqual(['raised 10']);
    expect(kinds(high, [sample(1, 85, 'uncertain')])).toEqual(['raised 1']);
  });

  const stream = fc
    .array(
      fc.record({
        step: fc.integer({ min: 1, max: 4_000 }),
        value: fc.integer({ min: 70, max: 90 }),
        quality: fc.constantFrom<Sample['quality']>('good', 'good', 'good', 'uncertain', 'bad'),
      }),
      { maxLength: 60 },
    )
    .map((items) => {
      let time = 0;
      return items.map(({ step, value, quality }) => {
        time += step;
        return sample(time, value, quality);
      });
    });
  const anyRule = fc
    .record({
      deadBand: fc.integer({ min: 0, max: 4 }),
      onDelayMs: fc.integer({ min: 0, max: 8_000 }),
      offDelayMs: fc.integer({ min: 0, max: 8_000 }),
    })
    .map((delays): LimitRule => ({ ...high, ...delays }));

  test('AL13 the same samples give the same transitions, stopped and taken up at any place', () => {
    fc.assert(
      fc.property(anyRule, stream, fc.nat(60), (rule, samples, cut) => {
        const whole = replay(rule, samples);
        const first = replay(rule, samples.slice(0, cut));
        const second = replay(rule, samples.slice(cut), JSON.parse(JSON.stringify(first.condition)) as Condition);
        expect([...first.log, ...second.log]).toEqual(whole.log);
        expect(second.condition).toEqual(whole.condition);
      }),
      { seed: 20_261_122, numRuns: 500 },
    );
  });

  test('AL13 agrees with a reference that looks at the whole history each time', () => {
    fc.assert(
      fc.property(anyRule, stream, (rule, samples) => {
        expect(replay(rule, samples).log.map(({ kind, at }) => ({ kind, at }))).toEqual(reference(rule, samples));
      }),
      { seed: 20_261_122, numRuns: 1_000 },
    );
  });
});

/** Slow and plain: for each sample, how long has it been so without interruption, among the usable ones? */
function reference(rule: LimitRule, samples: readonly Sample[]) {
  const usable = samples.filter(({ quality }) => quality !== 'bad');
  const log: { kind: 'raised' | 'cleared'; at: number }[] = [];
  usable.forEach(({ sourceTime }, index) => {
    const active = log.at(-1)?.kind === 'raised';
    const holds = active ? (value: number) => returned(rule, value) : (value: number) => crosses(rule, value);
    const changedAt = log.at(-1)?.at ?? Number.NEGATIVE_INFINITY;
    let since: number | undefined;
    for (let i = index; i >= 0; i -= 1) {
      const earlier = usable[i];
      if (earlier === undefined || earlier.sourceTime <= changedAt || !holds(earlier.value)) break;
      since = earlier.sourceTime;
    }
    const delayMs = active ? rule.offDelayMs : rule.onDelayMs;
    if (since !== undefined && sourceTime - since >= delayMs)
      log.push({ kind: active ? 'cleared' : 'raised', at: sourceTime });
  });
  return log;
}
