import { describe, expect, it } from 'vitest';
import { averagedOver, toAveragingTime } from './averaging.ts';
import { loadFactor, meanderIntensity, peakToMean, shareAbove } from './fluctuation.ts';

describe('averaging times', () => {
  it('follow the 0.2 power: an hour has 0.70 of ten minutes, a moment twice as much', () => {
    expect(toAveragingTime(1, 600, 3600)).toBeCloseTo(6 ** -0.2, 12);
    expect(toAveragingTime(1, 600, 18.75)).toBeCloseTo(2, 12);
    expect(toAveragingTime(1, 600, 1)).toBe(toAveragingTime(1, 600, 18.75));
  });
  it('convert there and back, and never raise a mean over a longer time', () => {
    const tenMinutes = { kgPerM3: 2e-4, averagingTimeS: 600 };
    let before = Number.POSITIVE_INFINITY;
    for (const timeS of [20, 60, 600, 1800, 3600, 28_800]) {
      const mean = averagedOver(tenMinutes, timeS);
      expect(mean.averagingTimeS).toBe(timeS);
      expect(mean.kgPerM3).toBeLessThan(before);
      expect(averagedOver(mean, 600).kgPerM3).toBeCloseTo(2e-4, 15);
      before = mean.kgPerM3;
    }
  });
});

/** A log-normal mean by its own quantiles. */
function average(of: (quantile: number) => number): number {
  const count = 20_000;
  let sum = 0;
  for (let k = 0; k < count; k += 1) sum += of(1 - (k + 0.5) / count) / count;
  return sum;
}

describe('fluctuation', () => {
  it('of none leaves the mean, the load and the share alone', () => {
    const still = { intensity: 0 };
    expect(peakToMean(still, 0.01)).toBe(1);
    expect(loadFactor(still, 2.75)).toBe(1);
    expect([shareAbove(still, 0.99), shareAbove(still, 1)]).toEqual([0, 1]);
  });
  it('has a mean of one and the load factor that its own quantiles give', () => {
    for (const intensity of [0.3, 0.7, 1]) {
      const quantile = (share: number) => peakToMean({ intensity }, share);
      expect(average(quantile)).toBeCloseTo(1, 2);
      for (const n of [0.7, 1, 1.5, 2]) {
        expect(average((share) => quantile(share) ** n) / loadFactor({ intensity }, n)).toBeCloseTo(1, 1);
      }
    }
    expect(loadFactor({ intensity: 1 }, 1)).toBe(1);
    expect(loadFactor({ intensity: 1 }, 2)).toBe(2);
    expect(loadFactor({ intensity: 1 }, 0.7)).toBeLessThan(1);
  });
  it('agrees with itself: a peak that is exceeded 5 % of the time is exceeded 5 % of the time', () => {
    for (const intensity of [0.2, 1, 3]) {
      expect(shareAbove({ intensity }, 1 / peakToMean({ intensity }, 0.05))).toBeCloseTo(0.05, 9);
    }
    expect(peakToMean({ intensity: 1 }, 0.01)).toBeGreaterThan(peakToMean({ intensity: 0.5 }, 0.01));
  });
  it('by meander is nothing within a moment, 0.72 on the axis of ten minutes, and more off it', () => {
    expect(meanderIntensity(18.75).intensity).toBe(0);
    // M = 3: i² = 4/√7 − 1.
    expect(meanderIntensity(600).intensity).toBeCloseTo(Math.sqrt(4 / Math.sqrt(7) - 1), 12);
    expect(meanderIntensity(600, 1).intensity).toBeGreaterThan(meanderIntensity(600).intensity);
    // By hand, with swings of a Gaussian: the second moment at y = σy.
    const [narrow, swing] = [1, Math.sqrt(3)];
    let [mean, square] = [0, 0];
    for (let at = -30; at <= 30; at += 0.001) {
      const weight = (Math.exp(-(at * at) / (2 * swing * swing)) / (swing * Math.sqrt(2 * Math.PI))) * 0.001;
      const here = Math.exp(-((2 - at) ** 2) / (2 * narrow * narrow));
      mean += weight * here;
      square += weight * here * here;
    }
    expect(meanderIntensity(600, 1).intensity).toBeCloseTo(Math.sqrt(square / (mean * mean) - 1), 6);
  });
});
