import type { Point } from '@upwind/scenes';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeSamples, futureMs, pastMs } from './decode.ts';

const point: Point = {
  id: 'TI-1',
  element: 'T-1',
  name: { zh: '温度', en: 'Temperature' },
  quantity: 'temperature',
  unit: '°C',
  range: { low: -20, high: 200 },
  at: [0, 0, 1],
  periodMs: 1000,
};
const now = 1_790_000_000_000;
const decode = (payload: string | Uint8Array) =>
  decodeSamples('upwind/v1/park/TI-1', typeof payload === 'string' ? Buffer.from(payload) : payload, point, now);
const codes = (payload: string) => decode(payload).refusals.map(({ code }) => code);

describe('what a message may say', () => {
  test('one sample, with or without quality', () => {
    expect(decode(`{"t":${now - 5},"v":21.5}`)).toEqual({
      samples: [{ point: 'TI-1', sourceTime: now - 5, receivedTime: now, value: 21.5, quality: 'good' }],
      refusals: [],
    });
    expect(decode(`{"t":${now},"v":1,"q":"uncertain"}`).samples[0]?.quality).toBe('uncertain');
  });

  test('a bare number has the time of its arrival', () => {
    expect(decode(' 42 ').samples).toEqual([
      { point: 'TI-1', sourceTime: now, receivedTime: now, value: 42, quality: 'good' },
    ]);
  });

  test('one bad sample of an array does not lose the good ones', () => {
    const read = decode(`[{"t":${now - 2},"v":1},{"t":${now - 1},"v":1e6},7,{"t":${now},"v":2}]`);
    expect(read.samples.map(({ value }) => value)).toEqual([1, 2]);
    expect(read.refusals.map(({ code }) => code)).toEqual(['UPW_TELEMETRY_RANGE', 'UPW_TELEMETRY_PAYLOAD']);
  });

  test.each([
    ['', 'UPW_TELEMETRY_PAYLOAD'],
    ['not json', 'UPW_TELEMETRY_PAYLOAD'],
    ['"12"', 'UPW_TELEMETRY_PAYLOAD'],
    ['null', 'UPW_TELEMETRY_PAYLOAD'],
    ['{"t":1790000000000,"v":NaN}', 'UPW_TELEMETRY_PAYLOAD'],
    ['{"t":1790000000000}', 'UPW_TELEMETRY_VALUE'],
    ['{"t":1790000000000,"v":null}', 'UPW_TELEMETRY_VALUE'],
    ['{"t":1790000000000,"v":"1"}', 'UPW_TELEMETRY_VALUE'],
    ['{"t":1790000000000,"v":1e999}', 'UPW_TELEMETRY_VALUE'],
    ['{"t":1790000000000,"v":1e308}', 'UPW_TELEMETRY_RANGE'],
    ['{"t":1790000000000,"v":201}', 'UPW_TELEMETRY_RANGE'],
    ['{"t":1790000000000,"v":1,"q":"GOOD"}', 'UPW_TELEMETRY_QUALITY'],
    ['{"v":1}', 'UPW_TELEMETRY_TIME'],
    ['{"t":"1790000000000","v":1}', 'UPW_TELEMETRY_TIME'],
    ['{"t":1790000000000.5,"v":1}', 'UPW_TELEMETRY_TIME'],
    ['{"t":1e308,"v":1}', 'UPW_TELEMETRY_TIME'],
    ['{"t":0,"v":1}', 'UPW_TELEMETRY_PAST'],
    ['{"t":-0,"v":1}', 'UPW_TELEMETRY_PAST'],
    ['{"t":1790000000,"v":1}', 'UPW_TELEMETRY_PAST'],
    ['{"t":2147483648000,"v":1}', 'UPW_TELEMETRY_FUTURE'],
    ['{"t":9007199254740991,"v":1}', 'UPW_TELEMETRY_FUTURE'],
  ])('%s is refused with %s', (payload, code) => {
    expect(codes(payload)).toEqual([code]);
    expect(decode(payload).samples).toEqual([]);
  });

  test('times are taken up to the edges and not beyond', () => {
    for (const [t, taken] of [
      [now - pastMs, true],
      [now - pastMs - 1, false],
      [now + futureMs, true],
      [now + futureMs + 1, false],
    ] as const) {
      expect(decode(`{"t":${t},"v":1}`).samples.length).toBe(taken ? 1 : 0);
    }
  });

  test('minus zero becomes zero', () => {
    expect(Object.is(decode('-0').samples[0]?.value, 0)).toBe(true);
  });

  test('a bad sample is kept with whatever number it carries', () => {
    expect(decode(`{"t":${now},"v":-9999,"q":"bad"}`).samples[0]).toMatchObject({ value: -9999, quality: 'bad' });
  });

  test('too many bytes or samples are refused as a whole', () => {
    expect(codes(`[${'1,'.repeat(5_000)}1]`)).toEqual(['UPW_TELEMETRY_TOO_MANY']);
    expect(codes(' '.repeat(300_000))).toEqual(['UPW_TELEMETRY_TOO_MANY']);
  });

  test('a refusal repeats at most a little of what came, without control characters', () => {
    const [refused] = decode(JSON.stringify({ t: now, v: `\u001b[31m\n${'x'.repeat(10_000)}` })).refusals;
    expect(refused?.message).not.toMatch(/\p{Cc}/u);
    expect(refused?.message.length).toBeLessThan(400);
  });

  test('whatever bytes come, a message is read or refused and nothing is thrown', () => {
    const json = fc.json({ maxDepth: 3 }).map((text) => Buffer.from(text));
    const like = fc
      .record({
        t: fc.oneof(fc.double(), fc.integer(), fc.constant(now)),
        v: fc.double(),
        q: fc.constantFrom('good', 'x'),
      })
      .map((item) => Buffer.from(JSON.stringify([item, item])));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), json, like), (payload) => {
        const { samples } = decode(payload);
        for (const { value, sourceTime } of samples) {
          expect(value >= -20 && value <= 200).toBe(true);
          expect(Number.isSafeInteger(sourceTime)).toBe(true);
        }
      }),
      { seed: 20_261_122, numRuns: 2_000 },
    );
  });
});
