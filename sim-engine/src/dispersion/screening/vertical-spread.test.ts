import { describe, expect, it } from 'vitest';
import { distanceOfHeight, lookUp, plumeTable, plumeTables } from './plume-table.ts';
import { verticalSpread } from './vertical-spread.ts';

describe('vertical spread', () => {
  it.each([
    ['ground source, neutral', 0, 0.5],
    ['ground source, stable', 0.04, 0.5],
    ['ground source, convective', -0.05, 0.5],
    ['20 m source, neutral', 0, 20],
  ])('%s: the shares over all heights make one, at every distance, and none is negative', (_name, inverse, height) => {
    const mixing = { roughnessM: 0.1, inverseObukhovPerM: inverse, mixingHeightM: 300 };
    const table = plumeTable(mixing, height, 1600, 1);
    for (const distance of [30, 200, 1500]) {
      let sum = 0;
      let below = 0.1;
      for (let z = 0.1; z < 300; z *= 1.12) {
        const share = lookUp(table.at(z).densityPerM, 1, distance);
        expect(share).toBeGreaterThanOrEqual(0);
        sum += share * (z * 1.06 - below);
        below = z * 1.06;
      }
      expect(sum, `${distance} m`).toBeGreaterThan(0.97);
      expect(sum, `${distance} m`).toBeLessThan(1.03);
    }
  });

  it('rises faster by day than by night, and is mixed evenly under the lid in the end', () => {
    const heightAt = (inverseObukhovPerM: number): number => {
      const spread = verticalSpread({ roughnessM: 0.1, inverseObukhovPerM, mixingHeightM: 500 }, 0.5, 600);
      return spread.meanHeightM[spread.distanceM.findIndex((x) => x >= 500)] as number;
    };
    expect(heightAt(-0.05)).toBeGreaterThan(1.5 * heightAt(0));
    expect(heightAt(0)).toBeGreaterThan(1.5 * heightAt(0.04));
    const far = plumeTable({ roughnessM: 0.1, inverseObukhovPerM: -0.05, mixingHeightM: 100 }, 0.5, 40_000, 100);
    for (const height of [1.5, 50]) {
      expect((far.at(height).densityPerM.at(-1) as number) * 100).toBeGreaterThan(0.9);
      expect((far.at(height).densityPerM.at(-1) as number) * 100).toBeLessThan(1.1);
    }
  });

  it('grows at the rate of Lagrangian similarity over a neutral surface: dz̄/dt ≈ κu*', () => {
    // Batchelor 1964, Chatwin 1968; in a plume as seen at a place the rate lies within a fifth of it.
    const spread = verticalSpread({ roughnessM: 0.01, inverseObukhovPerM: 0, mixingHeightM: 3000 }, 0.2, 2000);
    const [a, b] = [300, 600].map((d) => spread.distanceM.findIndex((x) => x >= d)) as [number, number];
    const rise = (spread.meanHeightM[b] as number) - (spread.meanHeightM[a] as number);
    const time = (spread.timeM[b] as number) - (spread.timeM[a] as number);
    expect(rise / time / 0.4).toBeGreaterThan(0.8);
    expect(rise / time / 0.4).toBeLessThan(1.2);
  });

  it('follows a 10 % ladder of airs closely enough', () => {
    const get = plumeTables(1, 1000, 1);
    const mixing = { roughnessM: 0.1, inverseObukhovPerM: 0.0203, mixingHeightM: 333 };
    const near = get(mixing);
    const exact = plumeTable(mixing, 1, 1000, 1);
    expect(get({ ...mixing, inverseObukhovPerM: 0.02031 })).toBe(near);
    for (const x of [50, 200, 900]) {
      expect(lookUp(near.at(1.5).densityPerM, 1, x) / lookUp(exact.at(1.5).densityPerM, 1, x)).toBeCloseTo(1, 1);
    }
  });

  it('finds the distance of a mean height again', () => {
    const table = plumeTable({ roughnessM: 0.1, inverseObukhovPerM: 0, mixingHeightM: 800 }, 1, 1000, 1);
    for (const x of [5, 77.5, 640]) expect(distanceOfHeight(table, lookUp(table.meanHeightM, 1, x))).toBeCloseTo(x, 6);
  });

  it('loses to the ground what the ground takes, and nothing else', () => {
    const mixing = { roughnessM: 0.01, inverseObukhovPerM: 0.02, mixingHeightM: 200 };
    const uptake = 0.04;
    const none = plumeTable(mixing, 0.5, 2000, 1);
    const some = plumeTable({ ...mixing, uptake }, 0.5, 2000, 1);
    expect(lookUp(none.airborne, 1, 2000)).toBeCloseTo(1, 9);
    // What is gone is the integral of uptake times the concentration on the ground.
    let taken = 0;
    for (let x = 0.5; x < 2000; x += 1) taken += uptake * lookUp(some.at(0).integralPerM, 1, x);
    expect(1 - lookUp(some.airborne, 1, 2000)).toBeGreaterThan(0.1);
    expect(taken / (1 - lookUp(some.airborne, 1, 2000))).toBeCloseTo(1, 1);
    expect(lookUp(some.at(1.5).integralPerM, 1, 1000)).toBeLessThan(lookUp(none.at(1.5).integralPerM, 1, 1000));
  });
});
