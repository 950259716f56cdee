import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asStored, decodeTrack, encodeTrack, tickOf, timeOf } from './track.ts';

const rotation = fc
  .tuple(...Array.from({ length: 4 }, () => fc.double({ min: -1, max: 1, noNaN: true })))
  .filter((parts) => Math.hypot(...parts) > 0.1)
  .map((parts) => parts.map((part) => part / Math.hypot(...parts)) as [number, number, number, number]);
const metres = fc.double({ min: -50_000, max: 50_000, noNaN: true });
const arm = fc.double({ min: -0.8, max: 0.8, noNaN: true });
const head = fc.tuple(metres, metres, metres, rotation).map(([x, y, z, q]) => [x, y, z, ...q] as const);
const reach = fc.option(fc.tuple(arm, arm, arm, rotation), { nil: undefined });
const body = fc.tuple(head, reach, reach).map(([pose, leftReach, rightReach]) => {
  const hand = (reached: typeof leftReach) =>
    reached && ([pose[0] + reached[0], pose[1] + reached[1], pose[2] + reached[2], ...reached[3]] as const);
  const left = hand(leftReach);
  const right = hand(rightReach);
  return { head: pose, ...(left && { left }), ...(right && { right }) };
});
const samples = fc
  .array(body, { maxLength: 30 })
  .map((bodies) => bodies.map((pose, index) => ({ tick: 40 + index, ...pose })));

describe('a track', () => {
  test('DR31 reads back within a millimetre and 1/32767 of a turn', () => {
    fc.assert(
      fc.property(samples, (track) => {
        const back = decodeTrack(40, encodeTrack(track));
        expect(back.map(({ tick }) => tick)).toEqual(track.map(({ tick }) => tick));
        for (const [index, sample] of track.entries()) {
          for (const part of ['head', 'left', 'right'] as const) {
            const [want, got] = [sample[part], back[index]?.[part]];
            expect(got === undefined).toBe(want === undefined);
            for (const [axis, value] of (want ?? []).entries()) {
              expect(Math.abs((got?.[axis] ?? Number.NaN) - value)).toBeLessThanOrEqual(
                axis < 3 ? 0.00101 : 1 / 32_766,
              );
            }
          }
        }
      }),
      { seed: 31 },
    );
  });

  test('DR31 is judged as it is stored: storing what was read back changes nothing', () => {
    fc.assert(
      fc.property(body, (pose) => {
        const stored = asStored({ tick: 7, ...pose });
        expect(asStored(stored)).toEqual(stored);
      }),
      { seed: 31 },
    );
  });

  test('DR31 refuses a chunk that is cut short', () => {
    const bytes = encodeTrack([{ tick: 0, head: [1, 2, 3, 0, 0, 0, 1] }]);
    expect(() => decodeTrack(0, bytes.subarray(0, bytes.length - 1))).toThrow(RangeError);
  });

  test('DR30 ten ticks make a second', () => {
    expect([0, 0.05, 0.1, 0.3, 59.99].map(tickOf)).toEqual([0, 0, 1, 3, 599]);
    expect(timeOf(7)).toBe(0.7);
  });
});
