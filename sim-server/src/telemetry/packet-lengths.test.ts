import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PacketLengths } from './packet-lengths.ts';

/** A packet as MQTT 3.1.1 writes it (2.2.3). */
function packet(length: number): number[] {
  const header = [0x30];
  let rest = length;
  do {
    header.push(rest >= 128 ? (rest % 128) + 128 : rest);
    rest = Math.floor(rest / 128);
  } while (rest > 0);
  return [...header, ...Array.from({ length }, (_, i) => i % 256)];
}

describe('the lengths of MQTT packets', () => {
  test('packets up to the most pass however they are cut; a longer one is found', () => {
    const lengths = fc.array(fc.constantFrom(0, 1, 2, 127, 128, 300, 16_383, 16_384, 20_000), { maxLength: 8 });
    fc.assert(
      fc.property(lengths, fc.infiniteStream(fc.integer({ min: 1, max: 5_000 })), (all, cuts) => {
        const most = 16_384;
        const bytes = Uint8Array.from(all.flatMap(packet));
        const follower = new PacketLengths(most);
        let passes = true;
        for (let at = 0; at < bytes.length && passes; ) {
          const cut = cuts.next().value;
          passes = follower.take(bytes.subarray(at, at + cut));
          at += cut;
        }
        expect(passes).toBe(all.every((length) => length <= most));
      }),
      { seed: 8460, numRuns: 200 },
    );
  });

  test('a long packet is refused at its header, before any of it has come', () => {
    expect(new PacketLengths(1_000).take(Uint8Array.from(packet(1_001).slice(0, 3)))).toBe(false);
    expect(new PacketLengths(1_000).take(Uint8Array.of(0x10, 0xff, 0xff, 0xff, 0x7f))).toBe(false);
  });

  test('a length of five bytes is none', () => {
    expect(new PacketLengths(1e12).take(Uint8Array.of(0x10, 0xff, 0xff, 0xff, 0xff, 0x7f))).toBe(false);
  });
});
