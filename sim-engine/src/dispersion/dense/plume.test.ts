import { describe, expect, it } from 'vitest';
import type { Chemical } from '../../chemicals/chemical.ts';
import { chemicals } from '../../chemicals/table.ts';
import { boundaryLayerOf } from '../../weather/boundary-layer.ts';
import { crosswindIntegral } from '../screening/plume.ts';
import { plumeTable } from '../screening/plume-table.ts';
import { groundAir } from './cloud-air.ts';
import { ambientAir } from './humid-air.ts';
import { mixtureModel } from './mixture.ts';
import type { Surroundings } from './section.ts';
import type { Emission } from './source-section.ts';
import { mixtureOfConcentration, stationPeak, steadyPlume } from './steady-plume.ts';

function chemicalOf(id: string): Chemical {
  const found = chemicals.find((chemical) => chemical.id === id);
  if (found === undefined) throw new Error(id);
  return found;
}

function surroundings(id: string, inverseObukhovPerM: number, spreadShare = 1, windSpeedMPerS = 4): Surroundings {
  const air = boundaryLayerOf({
    windSpeedMPerS,
    windFromDeg: 270,
    windHeightM: 10,
    temperatureK: 293,
    roughnessM: 0.01,
    inverseObukhovPerM,
    stability: 'D',
  });
  return { air, mixture: mixtureModel(chemicalOf(id), groundAir(air)), windEast: 1, windNorth: 0, spreadShare };
}

const pool = (rateKgPerS: number, temperatureK: number, radiusM: number, dropletShare = 0): Emission => ({
  kind: 'pool',
  at: [0, 0, 0],
  rateKgPerS,
  dropletShare,
  temperatureK,
  radiusM,
  speedMPerS: 0,
});

describe('the mixture of gas, air and water', () => {
  const dry = ambientAir(300, 101_325, 0);
  it('of no gas is the air, and of warm gas alone is the ideal gas', () => {
    const model = mixtureModel(chemicalOf('chlorine'), dry);
    expect(model.at(0, 0).densityKgPerM3 / dry.densityKgPerM3).toBeCloseTo(1, 6);
    expect(model.at(1, model.enthalpyOf(300, 0)).densityKgPerM3).toBeCloseTo(
      (101_325 * 0.07091) / (8.314462618 * 300),
      4,
    );
  });
  it('keeps enthalpy: half methane at its boiling point and half dry air at 300 K meet at the mean by heat capacity', () => {
    const model = mixtureModel(chemicalOf('methane'), dry);
    const cp = chemicalOf('methane').gasHeatJPerKgK.value;
    const cold = 120;
    const state = model.at(0.5, 0.5 * model.enthalpyOf(cold, 0));
    expect(state.temperatureK).toBeCloseTo((cp * cold + 1005 * 300) / (cp + 1005), 1);
  });
  it('evaporates droplets as air is added, the mixture below the boiling point meanwhile', () => {
    const chemical = chemicalOf('ammonia');
    const model = mixtureModel(chemical, ambientAir(300, 101_325, 0.5));
    const h = model.enthalpyOf(chemical.boilingK.value, 0.8);
    const shares = [0.99, 0.7, 0.5, 0.3, 0.1, 0.02].map((y) => model.at(y, y * h));
    for (let k = 1; k < shares.length; k += 1) {
      expect(shares[k]?.dropletShare).toBeLessThanOrEqual(shares[k - 1]?.dropletShare as number);
    }
    expect(shares[3]?.temperatureK).toBeLessThan(chemical.boilingK.value);
    expect(shares[5]?.dropletShare).toBe(0);
    expect(shares[3]?.densityKgPerM3).toBeGreaterThan(1.2);
  });
  it('of pure stuff holds the droplets it was given at its boiling point', () => {
    const chemical = chemicalOf('chlorine');
    const model = mixtureModel(chemical, dry);
    const state = model.at(1, model.enthalpyOf(chemical.boilingK.value, 0.7));
    expect(state.dropletShare).toBeCloseTo(0.7, 2);
    expect(state.temperatureK).toBeCloseTo(chemical.boilingK.value, 0);
  });
  it('makes fog of humid air that is cooled', () => {
    const model = mixtureModel(chemicalOf('methane'), ambientAir(290, 101_325, 0.9));
    const h = model.enthalpyOf(112, 0);
    expect(model.at(0.05, 0.05 * h).fogShare).toBeGreaterThan(0.2);
    expect(model.at(0.0005, 0.0005 * h).fogShare).toBe(0);
  });
});

describe('a steady plume', () => {
  it('of passive gas is the gradient transfer of the surface layer, within 8 % whatever the stability', () => {
    for (const inverse of [-0.1, -0.02, 0, 0.02, 0.1]) {
      const around = surroundings('carbon-monoxide', inverse);
      const distances = [50, 100, 200, 400, 800];
      const table = plumeTable(around.air, 0, 1000, 1);
      for (const station of steadyPlume(pool(1e-3, 293, 1), around, distances, 1e6)) {
        const integral = (2 * station.state.effectiveHalfWidthM * stationPeak(station, 0.5)) / 1e-3;
        const ratio = integral / crosswindIntegral(table, around.air, station.distanceM, 0.5);
        expect(ratio, `1/L ${inverse}, ${station.distanceM} m`).toBeGreaterThan(0.92);
        expect(ratio, `1/L ${inverse}, ${station.distanceM} m`).toBeLessThan(1.08);
      }
    }
  });
  it('of heavy gas is wider and lower than one of passive gas at the same rate', () => {
    const heavy = steadyPlume(pool(20, 239, 5), surroundings('chlorine', 0), [100], 1e6)[0];
    const light = steadyPlume(pool(20, 293, 5), surroundings('carbon-monoxide', 0), [100], 1e6)[0];
    expect(heavy?.state.effectiveHalfWidthM).toBeGreaterThan(2 * (light?.state.effectiveHalfWidthM as number));
    expect(heavy?.state.depthM).toBeLessThan(0.6 * (light?.state.depthM as number));
  });
  it('thins out steadily, keeps its gas and never leaves the bounds of physics', () => {
    for (const id of ['chlorine', 'methane', 'ammonia', 'propane']) {
      for (const inverse of [-0.05, 0, 0.05]) {
        const around = surroundings(id, inverse);
        const boiling = chemicalOf(id).boilingK.value;
        const distances = [5, 10, 20, 50, 100, 200, 500, 1000, 2000];
        let before = Number.POSITIVE_INFINITY;
        for (const { state, section } of steadyPlume(pool(10, boiling, 6), around, distances, 1e6)) {
          expect(state.axisKgPerM3).toBeLessThan(before);
          before = state.axisKgPerM3;
          const { temperatureK, densityKgPerM3 } = state.mixture;
          expect(temperatureK).toBeGreaterThan(boiling - 60);
          expect(temperatureK).toBeLessThanOrEqual(293.01);
          const flux = state.axisKgPerM3 * 2 * state.effectiveHalfWidthM * state.depthM * state.speedMPerS;
          expect(flux / section.gasKgPerS).toBeCloseTo(1, 2);
          expect(densityKgPerM3).toBeGreaterThan(0.9);
        }
      }
    }
  });
  it('of a short release reaches less of its steady value the farther it goes', () => {
    const shares = steadyPlume(pool(5, 239, 5), surroundings('chlorine', 0), [50, 200, 800, 3200], 60).map(
      (s) => s.peakShare,
    );
    expect(shares[0]).toBeGreaterThan(0.99);
    for (let k = 1; k < shares.length; k += 1) expect(shares[k]).toBeLessThan(shares[k - 1] as number);
  });
  it('is narrower and higher in a shorter mean', () => {
    const [long] = steadyPlume(pool(0.01, 293, 1), surroundings('carbon-monoxide', -0.02, 1), [400], 1e6);
    const [short] = steadyPlume(pool(0.01, 293, 1), surroundings('carbon-monoxide', -0.02, 0.5), [400], 1e6);
    expect(short?.state.axisKgPerM3).toBeGreaterThan(1.5 * (long?.state.axisKgPerM3 as number));
  });
  it('turns a concentration back into the mixture it is', () => {
    const { mixture } = surroundings('methane', 0);
    const h = mixture.enthalpyOf(112, 0);
    const state = mixture.at(0.1, 0.1 * h);
    const back = mixtureOfConcentration(mixture, 0.1 * state.densityKgPerM3, h);
    expect(back.moleFraction).toBeCloseTo(state.moleFraction, 5);
  });
});

describe('a jet', () => {
  const jet = (upDeg: number, heightM: number): Emission => ({
    kind: 'jet',
    at: [0, 0, heightM],
    rateKgPerS: 5,
    dropletShare: 0.7,
    temperatureK: 239.1,
    radiusM: 0.25,
    speedMPerS: 40,
    upDeg,
  });
  it('level near the ground lands within metres and is faster than the wind for long', () => {
    const stations = steadyPlume(jet(0, 1), surroundings('chlorine', 0), [2, 20, 50], 1e6);
    expect(stations[1]?.section.aloft).toBe(false);
    expect(stations[1]?.state.speedMPerS).toBeGreaterThan(1.5 * (stations[1]?.state.windMPerS as number));
  });
  it('upwards rises, bends over, falls and lands downwind', () => {
    const stations = steadyPlume(jet(80, 2), surroundings('chlorine', 0, 1, 3), [3, 10, 400], 1e6);
    expect(stations[0]?.section.heightM).toBeGreaterThan(4);
    expect(stations[2]?.section.aloft).toBe(false);
  });
  it('in still surroundings entrains as Ricou and Spalding measured: mass grows by 0.32 times distance over diameter', () => {
    const around = surroundings('carbon-monoxide', 0, 1, 0.5);
    const still = { ...around, air: { ...around.air, frictionVelocityMPerS: 1e-4, lateralDeviationMPerS: 1e-4 } };
    const emission: Emission = { ...jet(0, 60), dropletShare: 0, temperatureK: 293, radiusM: 0.25, rateKgPerS: 9 };
    const [station] = steadyPlume(emission, still, [15], 1e6);
    const growth = (station?.section.massKgPerS as number) / 9;
    expect(growth / (0.32 * (15 / 0.5))).toBeGreaterThan(0.85);
    expect(growth / (0.32 * (15 / 0.5))).toBeLessThan(1.25);
  });
});
