import { describe, expect, it } from 'vitest';
import type { AirborneSource } from '../../release/airborne.ts';
import { type Emission, emissionPlan, mostParticles } from './emission.ts';

const steps = 120;

function source(kind: AirborneSource['kind'], massOf: (n: number) => number): AirborneSource {
  const none = new Float64Array(steps);
  return {
    release: 'r',
    kind,
    at: [0, 0, 0],
    stepS: 5,
    massKg: Float64Array.from({ length: steps }, (_, n) => massOf(n)),
    dropletShare: none,
    temperatureK: none,
    radiusM: none,
    speedMPerS: none,
  };
}

const massOf = (plan: readonly (readonly Emission[])[]): number =>
  plan.flat().reduce((sum, { count, massKg }) => sum + count * massKg, 0);
const countOf = (plan: readonly (readonly Emission[])[]): number =>
  plan.flat().reduce((sum, { count }) => sum + count, 0);

describe('particles of sources', () => {
  it.each<[string, AirborneSource[]]>([
    ['a steady leak', [source('jet', () => 2)]],
    ['a burst', [source('burst', (n) => (n === 3 ? 500 : 0))]],
    ['a leak with a faint pool', [source('jet', () => 2), source('pool', () => 1e-4)]],
    ['a leak that grows', [source('jet', (n) => n * n)]],
    ['next to nothing', [source('jet', (n) => (n === 7 ? 1e-9 : 0))]],
  ])('carry all the mass of %s, in bounded number', (_, sources) => {
    const plan = emissionPlan(sources, steps, 5000);
    const total = sources.reduce((sum, { massKg }) => sum + massKg.reduce((a, b) => a + b, 0), 0);
    expect(massOf(plan) / total).toBeCloseTo(1, 9);
    expect(countOf(plan)).toBeLessThanOrEqual(mostParticles(5000, steps, sources.length));
    expect(countOf(plan)).toBeGreaterThan(0);
  });

  it('give a burst many at once', () => {
    expect(countOf(emissionPlan([source('burst', (n) => (n === 0 ? 500 : 0))], steps, 5000))).toBeGreaterThan(1500);
  });

  it('do not know the future: what is stopped or joined later is the same before', () => {
    const running = emissionPlan([source('jet', () => 2)], steps, 5000);
    const stopped = emissionPlan([source('jet', (n) => (n < 60 ? 2 : 0))], steps, 5000);
    const joined = emissionPlan([source('jet', () => 2), source('pool', (n) => (n < 60 ? 0 : 9))], steps, 5000);
    expect(stopped.slice(0, 59)).toEqual(running.slice(0, 59));
    expect(joined.slice(0, 60)).toEqual(running.slice(0, 60));
  });
});
