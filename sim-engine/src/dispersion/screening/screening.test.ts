import { describe, expect, it } from 'vitest';
import { type BoundaryLayer, boundaryLayerOf } from '../../weather/boundary-layer.ts';
import type { CellBox } from '../cell-box.ts';
import type { FieldGrid } from '../hazard-field.ts';
import { crosswindOf, draxlerShare } from './lateral-spread.ts';
import { crosswindIntegral, plumeConcentration } from './plume.ts';
import { distanceOfHeight, lookUp, type PlumeTable, plumeTable, plumeTables } from './plume-table.ts';
import { segmentsOf } from './segment.ts';
import { addSegment } from './segment-field.ts';
import { blown, emptyTrail, type Trail } from './trail.ts';
import { verticalSpread } from './vertical-spread.ts';

const air = (inverseObukhovPerM: number, windFromDeg = 270, windSpeedMPerS = 4): BoundaryLayer =>
  boundaryLayerOf({
    windSpeedMPerS,
    windFromDeg,
    windHeightM: 10,
    temperatureK: 293,
    roughnessM: 0.1,
    inverseObukhovPerM,
    stability: 'D',
  });

describe('vertical spread', () => {
  it.each([
    ['ground source, neutral', 0, 0.5],
    ['ground source, stable', 0.04, 0.5],
    ['ground source, convective', -0.05, 0.5],
    ['20 m source, neutral', 0, 20],
  ])('%s: the shares over all heights make one, at every distance, and none is negative', (_name, inverse, height) => {
    const mixing = { roughnessM: 0.1, inverseObukhovPerM: inverse, mixingHeightM: 300 };
    for (const distance of [30, 200, 1500]) {
      let sum = 0;
      let below = 0.1;
      for (let z = 0.1; z < 300; z *= 1.12) {
        const spread = verticalSpread(mixing, height, z, 1600);
        const at = spread.distanceM.findIndex((x) => x >= distance);
        const share = spread.densityPerM[at] as number;
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
      const spread = verticalSpread({ roughnessM: 0.1, inverseObukhovPerM, mixingHeightM: 500 }, 0.5, 1.5, 600);
      return spread.meanHeightM[spread.distanceM.findIndex((x) => x >= 500)] as number;
    };
    expect(heightAt(-0.05)).toBeGreaterThan(1.5 * heightAt(0));
    expect(heightAt(0)).toBeGreaterThan(1.5 * heightAt(0.04));
    const far = verticalSpread({ roughnessM: 0.1, inverseObukhovPerM: -0.05, mixingHeightM: 100 }, 0.5, 1.5, 40_000);
    expect((far.densityPerM.at(-1) as number) * 100).toBeGreaterThan(0.9);
    expect((far.densityPerM.at(-1) as number) * 100).toBeLessThan(1.1);
  });

  it('grows at the rate of Lagrangian similarity over a neutral surface: dz̄/dt ≈ κu*', () => {
    // Batchelor 1964, Chatwin 1968; in a plume as seen at a place the rate lies within a fifth of it.
    const spread = verticalSpread({ roughnessM: 0.01, inverseObukhovPerM: 0, mixingHeightM: 3000 }, 0.2, 1.5, 2000);
    const [a, b] = [300, 600].map((d) => spread.distanceM.findIndex((x) => x >= d)) as [number, number];
    const rise = (spread.meanHeightM[b] as number) - (spread.meanHeightM[a] as number);
    const time = (spread.timeM[b] as number) - (spread.timeM[a] as number);
    expect(rise / time / 0.4).toBeGreaterThan(0.8);
    expect(rise / time / 0.4).toBeLessThan(1.2);
  });

  it('follows a 10 % ladder of airs closely enough', () => {
    const get = plumeTables(1, 1.5, 1000, 1);
    const mixing = { roughnessM: 0.1, inverseObukhovPerM: 0.0203, mixingHeightM: 333 };
    const near = get(mixing);
    const exact = plumeTable(mixing, 1, 1.5, 1000, 1);
    expect(get({ ...mixing, inverseObukhovPerM: 0.02031 })).toBe(near);
    for (const x of [50, 200, 900]) {
      expect(lookUp(near.densityPerM, 1, x) / lookUp(exact.densityPerM, 1, x)).toBeCloseTo(1, 1);
    }
  });

  it('finds the distance of a mean height again', () => {
    const table = plumeTable({ roughnessM: 0.1, inverseObukhovPerM: 0, mixingHeightM: 800 }, 1, 1.5, 1000, 1);
    for (const x of [5, 77.5, 640]) expect(distanceOfHeight(table, lookUp(table.meanHeightM, 1, x))).toBeCloseTo(x, 6);
  });
});

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
    const now = air(0);
    expect(crosswindOf(now, 0).speedMPerS).toBeCloseTo((now.frictionVelocityMPerS * Math.log(20)) / 0.4, 9);
    expect(crosswindOf(now, 10).speedMPerS).toBeCloseTo(4, 9);
    expect(crosswindOf(now, 10).angleRad).toBeCloseTo(now.lateralDeviationMPerS / 4, 9);
  });
});

/** A table with no physics in it, for answers by hand. */
const plain: PlumeTable = {
  stepM: 1,
  densityPerM: new Float64Array(5000).fill(0.05),
  speed: new Float64Array(5000).fill(10),
  timeM: Float64Array.from({ length: 5000 }, (_, k) => k / 10),
  integralPerM: new Float64Array(5000).fill(0.005),
  meanHeightM: Float64Array.from({ length: 5000 }, (_, k) => k),
};

describe('the plume in a steady wind', () => {
  it('answers a case worked by hand', () => {
    // u* = 0.4 m/s, plume speed 10·0.4 = 4 m/s, share at head height 0.05 /m; σv 0.6 m/s over the wind at 2 m.
    const base = air(0);
    const calm = { ...base, frictionVelocityMPerS: 0.4, lateralDeviationMPerS: 0.6 };
    const wind2 = (0.4 * Math.log(2 / 0.1)) / 0.4;
    const sigmaY = ((0.6 / wind2) * 200) / (1 + 0.9 * Math.sqrt(200 / wind2 / 300));
    const byHand = (0.05 / 4 / (Math.sqrt(2 * Math.PI) * sigmaY)) * Math.exp(-0.5 * (15 / sigmaY) ** 2);
    expect(plumeConcentration(plain, calm, 0, 200, 15)).toBeCloseTo(byHand, 12);
    expect(crosswindIntegral(plain, calm, 200)).toBeCloseTo(0.0125, 12);
  });
});

const grid: FieldGrid = { x0M: -39, y0M: -199, cellM: 2, nx: 420, ny: 200 };
const emptyBox = (): CellBox => ({ iLow: grid.nx, iHigh: -1, jLow: grid.ny, jHigh: -1 });

function blow(table: PlumeTable, at: (n: number) => BoundaryLayer, steps: number, mass: (n: number) => number): Trail {
  let trail = emptyTrail;
  for (let n = 0; n < steps; n += 1) {
    trail = blown(trail, at(n), table, crosswindOf(at(n), 1), [0, 0], mass(n), 5);
  }
  return trail;
}

function fieldOf(trail: Trail, now: BoundaryLayer, on = grid): Float32Array<ArrayBuffer> {
  const layer = new Float32Array(on.nx * on.ny);
  for (const segment of segmentsOf(trail, now))
    addSegment(segment, trail.table as PlumeTable, now, on, layer, emptyBox());
  return layer;
}

describe('the trail of segments', () => {
  const steady = air(0.01);
  const table = plumeTable(steady, 1, 1.5, 3000, 1);
  const at = (layer: Float32Array, x: number, y: number): number =>
    layer[Math.round((y - grid.y0M) / grid.cellM) * grid.nx + Math.round((x - grid.x0M) / grid.cellM)] as number;

  it('becomes the plume in a steady wind, within 2 % where the cells resolve it', () => {
    const layer = fieldOf(
      blow(
        table,
        () => steady,
        200,
        () => 5,
      ),
      steady,
    );
    for (const x of [101, 301, 701]) {
      for (const y of [1, 15, -15]) {
        const plume = plumeConcentration(table, steady, 1, x, y);
        expect(at(layer, x, y) / plume, `${x}, ${y}`).toBeGreaterThan(0.98);
        expect(at(layer, x, y) / plume, `${x}, ${y}`).toBeLessThan(1.02);
      }
    }
  });

  it('joins its segments in a steady wind and keeps all of the mass', () => {
    const segments = segmentsOf(
      blow(
        table,
        () => steady,
        100,
        () => 5,
      ),
      steady,
    );
    expect(segments.length).toBeLessThan(5);
    expect(segments.reduce((sum, { massKg }) => sum + massKg, 0)).toBeCloseTo(500, 9);
  });

  it('is never negative and the same on both sides of its axis', () => {
    const layer = fieldOf(
      blow(
        table,
        () => steady,
        60,
        (n) => 5 + (n % 3),
      ),
      steady,
    );
    expect(layer.every((value) => value >= 0 && Number.isFinite(value))).toBe(true);
    for (const x of [51, 201, 401]) {
      for (const y of [1, 9, 31]) expect(at(layer, x, y) / at(layer, x, -y)).toBeCloseTo(1, 4);
    }
  });

  it('holds the mass of a puff: its layer sums to mass times the share at head height', () => {
    const puff = blow(
      plain,
      () => steady,
      20,
      (n) => (n === 0 ? 7 : 0),
    );
    const sum = fieldOf(puff, steady).reduce((total, value) => total + value, 0) * grid.cellM * grid.cellM;
    // The ends blur by the spread of each place's own distance: 1–2 % of a lone puff.
    expect(sum / (7 * 0.05)).toBeGreaterThan(0.98);
    expect(sum / (7 * 0.05)).toBeLessThan(1.02);
  });

  it('holds it in a wind that turns and changes, too', () => {
    const wide: FieldGrid = { x0M: -990, y0M: -990, cellM: 6, nx: 330, ny: 330 };
    const turning = (n: number): BoundaryLayer => air(0.01, 200 + 2 * n, 3 + 0.05 * n);
    const trail = blow(plain, turning, 40, () => 4);
    const sum = fieldOf(trail, turning(39), wide).reduce((total, value) => total + value, 0) * 36;
    expect(sum / (160 * 0.05)).toBeGreaterThan(0.97);
    expect(sum / (160 * 0.05)).toBeLessThan(1.03);
    const total = segmentsOf(trail, turning(39)).reduce((mass, { massKg }) => mass + massKg, 0);
    expect(total).toBeCloseTo(160, 9);
  });

  it('spreads round a source in dead calm without blowing up', () => {
    const calm = air(0.02, 0, 0);
    const layer = fieldOf(
      blow(
        table,
        () => calm,
        100,
        () => 1,
      ),
      calm,
    );
    expect(Math.max(...layer)).toBeGreaterThan(0);
    expect(Math.max(...layer)).toBeLessThan(5);
    expect(at(layer, 21, 1) / at(layer, -19, 1)).toBeGreaterThan(0.7);
  });

  it('blows to where the wind goes: from the west to the east, from 30° to 210°', () => {
    const [older] = blow(
      table,
      () => air(0, 270),
      10,
      () => 1,
    ).nodes;
    expect(older?.x).toBeGreaterThan(50);
    expect(Math.abs(older?.y ?? 9)).toBeLessThan(1e-9);
    const [other] = blow(
      table,
      () => air(0, 30),
      10,
      () => 1,
    ).nodes;
    expect((other?.x ?? 0) / (other?.y ?? 1)).toBeCloseTo(Math.tan(Math.PI / 6), 9);
    expect(other?.y).toBeLessThan(0);
  });
});
