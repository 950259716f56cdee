import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { asin, atan, atan2 } from './arctangent.ts';
import { newDigest } from './digest.ts';
import { erf, erfc } from './error-function.ts';
import { exp } from './exponential.ts';
import { seededGenerator } from './generator.ts';
import { hypot } from './hypotenuse.ts';
import { ln, log10 } from './logarithm.ts';
import { pow } from './power.ts';
import { cos, sin, tan } from './trigonometry.ts';

function ulps(a: number, b: number): number {
  if (a === b) return 0;
  const spacing = Math.max(Number.MIN_VALUE, 2 ** (Math.floor(Math.log2(Math.abs(b))) - 52));
  return Math.abs(a - b) / spacing;
}

function worst(ours: (x: number) => number, theirs: (x: number) => number, low: number, high: number): number {
  const generator = seededGenerator(7);
  let most = 0;
  for (let i = 0; i < 50_000; i += 1) {
    const x = low + (high - low) * (generator.next() + generator.next() / 4294967296);
    most = Math.max(most, ulps(ours(x), theirs(x)));
  }
  return most;
}

describe('the elementary functions agree with the machine to 2 units in the last place', () => {
  it('exp', () => {
    expect(worst(exp, Math.exp, -40, 40)).toBeLessThanOrEqual(2);
    expect(worst(exp, Math.exp, -700, 700)).toBeLessThanOrEqual(2);
    expect([exp(0), exp(1000), exp(-1000), exp(709.7)]).toEqual([1, Infinity, 0, Math.exp(709.7)]);
    expect(exp(-745)).toBeGreaterThan(0);
    expect(exp(Number.NaN)).toBeNaN();
  });
  it('ln and log10', () => {
    expect(worst(ln, Math.log, 1e-9, 4)).toBeLessThanOrEqual(2);
    expect(worst(ln, Math.log, 1, 1e12)).toBeLessThanOrEqual(2);
    expect(worst(log10, Math.log10, 0.1, 1e6)).toBeLessThanOrEqual(3);
    expect([ln(1), ln(0), ln(-1)]).toEqual([0, -Infinity, Number.NaN]);
    expect(ulps(ln(1e-310), Math.log(1e-310))).toBeLessThanOrEqual(2);
  });
  it('pow', () => {
    for (const y of [0.2, 0.5, 1.55, 2.75, 4.4, -1.3]) {
      expect(
        worst(
          (x) => pow(x, y),
          (x) => x ** y,
          1e-6,
          1e5,
        ),
        `exponent ${y}`,
      ).toBeLessThanOrEqual(2);
    }
    expect([pow(0, 2.5), pow(5, 0), pow(3, 2), pow(1e200, 3), pow(1e-200, 3)]).toEqual([0, 1, 9, Infinity, 0]);
    expect(pow(-1, 0.5)).toBeNaN();
  });
  it('sin, cos and tan', () => {
    expect(worst(sin, Math.sin, -7, 7)).toBeLessThanOrEqual(2);
    expect(worst(cos, Math.cos, -7, 7)).toBeLessThanOrEqual(2);
    expect(worst(tan, Math.tan, -1.5, 1.5)).toBeLessThanOrEqual(3);
    expect(Math.abs(sin(12345.678) - Math.sin(12345.678))).toBeLessThan(1e-15);
    expect(sin(Infinity)).toBeNaN();
  });
  it('atan, atan2 and asin', () => {
    expect(worst(atan, Math.atan, -10, 10)).toBeLessThanOrEqual(2);
    expect(worst(asin, Math.asin, -1, 1)).toBeLessThanOrEqual(3);
    for (const [y, x] of [
      [1, 2],
      [1, -2],
      [-1, -2],
      [-1, 2],
      [0, -1],
      [3, 0],
      [-3, 0],
      [0, 0],
    ] as const) {
      expect(ulps(atan2(y, x), Math.atan2(y, x)), `${y}, ${x}`).toBeLessThanOrEqual(2);
    }
  });
  it('erf and erfc, against values of Abramowitz & Stegun, table 7.1', () => {
    expect(erf(0.5)).toBeCloseTo(0.5204998778, 10);
    expect(erf(1)).toBeCloseTo(0.8427007929, 10);
    expect(erf(1.5)).toBeCloseTo(0.9661051465, 10);
    expect(erf(-2)).toBeCloseTo(-0.995322265, 10);
    expect(erfc(3)).toBeCloseTo(2.209049699858544e-5, 18);
    expect(erf(7)).toBe(1);
  });
  it('hypot', () => {
    expect(hypot(3, 4)).toBe(5);
  });
});

describe('the generator', () => {
  it('gives the same stream for the same seed, another for another, and fills [0, 1)', () => {
    const draw = (seed: number): number[] => {
      const generator = seededGenerator(seed);
      return Array.from({ length: 1000 }, () => generator.next());
    };
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
    const mean = draw(3).reduce((a, b) => a + b, 0) / 1000;
    expect(mean).toBeGreaterThan(0.45);
    expect(mean).toBeLessThan(0.55);
    expect(Math.max(...draw(4))).toBeLessThan(1);
  });
});

describe('the digest', () => {
  it('changes with every number, with their order, and not with the sign of zero', () => {
    const of = (...values: number[]): string => {
      const digest = newDigest();
      for (const value of values) digest.number(value);
      return digest.hex();
    };
    expect(of(1, 2, 3)).toMatch(/^[0-9a-f]{32}$/);
    expect(of(1, 2, 3)).toBe(of(1, 2, 3));
    expect(of(1, 2, 3)).not.toBe(of(1, 3, 2));
    expect(of(1, 2)).not.toBe(of(1, 2, 0));
    expect(of(0)).toBe(of(-0));
  });
  it('equals the published function on a known input', () => {
    // 16 bytes of words 0, 1, 2, 3 with seed 0x239b961b in each lane differ from the reference's single seed, so the
    // promise here is only stability: this value must never change, or stored hashes lose their meaning.
    const digest = newDigest();
    digest.floats(new Float32Array([0, 1, 2, 3]));
    digest.text('Upwind');
    expect(digest.hex()).toMatchInlineSnapshot(`"0a2fdb8b478821ba990c4538144b6d5e"`);
  });
});

describe('the engine uses only these', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const banned =
    /Math\.(exp|expm1|log|log10|log2|log1p|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|asinh|acosh|atanh|hypot|cbrt|random|fround16)\b|\*\*(?!\/|\*|$| )/;
  const files = (folder: string): string[] =>
    readdirSync(folder).flatMap((name) => {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) return files(path);
      return path.endsWith('.ts') && !path.endsWith('.test.ts') ? [path] : [];
    });
  it('no other transcendental function appears in its source', () => {
    const sources = files(join(root, 'src'));
    expect(sources.length).toBeGreaterThan(10);
    for (const file of sources) {
      const code = readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => !/^\s*(\*|\/\/|\/\*)/.test(line));
      for (const line of code) {
        expect(line, file).not.toMatch(banned);
        expect(line, file).not.toMatch(/[\w)\]] \*\* [\w(]/);
      }
    }
  });
});
