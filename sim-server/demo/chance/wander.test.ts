import { describe, expect, test } from 'vitest';
import { randomFrom } from './random.ts';
import { Wander } from './wander.ts';

function spread(stepS: number, steps: number) {
  const wander = new Wander(randomFrom(7, 'spread'), 2, 10);
  const values = Array.from({ length: steps }, () => wander.advance(stepS));
  const mean = values.reduce((sum, value) => sum + value, 0) / steps;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / steps;
  return { mean, deviation: Math.sqrt(variance), values };
}

describe('wander', () => {
  test('has the spread it was given, whatever the step', () => {
    for (const stepS of [0.1, 1, 60]) {
      const { mean, deviation } = spread(stepS, 60_000);
      expect(Math.abs(mean)).toBeLessThan(0.35);
      expect(deviation).toBeGreaterThan(1.75);
      expect(deviation).toBeLessThan(2.25);
    }
  });

  test('remembers: after one memory time 37 % of a departure is left', () => {
    const { values } = spread(1, 200_000);
    let product = 0;
    let square = 0;
    for (let index = 0; index + 10 < values.length; index += 1) {
      product += (values[index] ?? 0) * (values[index + 10] ?? 0);
      square += (values[index] ?? 0) ** 2;
    }
    expect(product / square).toBeCloseTo(Math.exp(-1), 1);
  });

  test('the same seed and name give the same walk, another name another', () => {
    const walk = (name: string) => {
      const wander = new Wander(randomFrom(1, name), 1, 5);
      return [1, 2, 3].map(() => wander.advance(1));
    };
    expect(walk('a')).toEqual(walk('a'));
    expect(walk('a')).not.toEqual(walk('b'));
  });
});
