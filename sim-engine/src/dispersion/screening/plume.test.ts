import { describe, expect, it } from 'vitest';
import { crosswindOf, draxlerShare, lateralSpread } from './lateral-spread.ts';
import { airOf, plainTable } from './plain.testing.ts';
import { crosswindIntegral, plumeConcentration } from './plume.ts';

describe('lateral spread', () => {
  it("is Draxler's share: 1 at the source, half after six minutes, ever smaller", () => {
    expect(draxlerShare(0)).toBe(1);
    expect(draxlerShare(300 / 0.81)).toBeCloseTo(0.5, 12);
    let before = 2;
    for (let t = 0; t < 7200; t += 11) {
      expect(draxlerShare(t)).toBeLessThan(before);
      before = draxlerShare(t);
    }
  });
  it('starts with σv over the wind at 2 m, at the source or above the roughness sublayer', () => {
    const now = airOf(0);
    expect(crosswindOf(now, 0).speedMPerS).toBeCloseTo((now.frictionVelocityMPerS * Math.log(20)) / 0.4, 9);
    expect(crosswindOf(now, 10).speedMPerS).toBeCloseTo(4, 9);
    expect(crosswindOf(now, 10).angleRad).toBeCloseTo(now.lateralDeviationMPerS / 4, 9);
  });
  it('is narrower in a shallow stable layer, and the two forms meet in neutral air', () => {
    const [neutral, stable] = [airOf(0), airOf(0.05)];
    expect(lateralSpread(stable, 100, 100)).toBeLessThan(0.8 * lateralSpread(neutral, 100, 100));
    expect(lateralSpread(airOf(1e-9), 100, 100) / lateralSpread(neutral, 100, 100)).toBeCloseTo(1, 3);
  });
});

describe('the plume in a steady wind', () => {
  it('answers a case worked by hand', () => {
    // u* = 0.4 m/s, plume speed 10·0.4 = 4 m/s, share at head height 0.05 /m; σv 0.6 m/s over the wind at 2 m.
    const base = airOf(0);
    const calm = { ...base, frictionVelocityMPerS: 0.4, lateralDeviationMPerS: 0.6 };
    const wind2 = (0.4 * Math.log(2 / 0.1)) / 0.4;
    const sigmaY = ((0.6 / wind2) * 200) / (1 + 0.9 * Math.sqrt(200 / wind2 / 300));
    const byHand = (0.05 / 4 / (Math.sqrt(2 * Math.PI) * sigmaY)) * Math.exp(-0.5 * (15 / sigmaY) ** 2);
    expect(plumeConcentration(plainTable, calm, 0, 200, 15, 1.5)).toBeCloseTo(byHand, 12);
    expect(crosswindIntegral(plainTable, calm, 200, 1.5)).toBeCloseTo(0.0125, 12);
  });
});
