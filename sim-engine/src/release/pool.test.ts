import type { Bund, SpillSurface } from '@upwind/scenarios';
import { describe, expect, it } from 'vitest';
import { chemicalOf } from '../chemicals/table.ts';
import { burst } from './burst.ts';
import { fallSpeed, leftAfterFall, sauterDiameter } from './droplets.ts';
import { groundProperties } from './ground.ts';
import { groundContact } from './ground-heat.ts';
import { type Pool, poolOn } from './pool.ts';
import { airOverPool, evaporationFlux } from './pool-evaporation.ts';

const air = { windSpeedMPerS: 3, temperatureK: 293.15 };
const lng = chemicalOf('methane', 'the test');

function spill(chemical: string, surface: SpillSurface, kg: number, temperatureK: number, bund?: Bund): Pool {
  const pool = poolOn(chemicalOf(chemical, 'the test'), groundProperties[surface], bund);
  pool.pour(kg, temperatureK);
  return pool;
}

describe('a pool on the ground', () => {
  it('loses nothing: what was poured lies there or has evaporated', () => {
    for (const surface of ['soil', 'concrete', 'water'] as const) {
      const pool = spill('propane', surface, 5000, 231);
      let gone = 0;
      for (let t = 0; t < 600; t += 2) gone += pool.advance(2, air);
      expect(gone + pool.massKg(), surface).toBeCloseTo(5000, 8);
    }
  });
  it('spreads first as √(2 g h) says and stops at the least depth of its surface', () => {
    const pool = spill('gasoline', 'concrete', 1000, 288);
    pool.advance(1, air);
    const volume = 1000 / 663;
    const early = Math.sqrt(0.1 / Math.PI + 2 * Math.sqrt((2 * 9.81 * volume) / Math.PI));
    expect(pool.radiusM() / early).toBeCloseTo(1, 1);
    for (let t = 0; t < 300; t += 2) pool.advance(2, air);
    const depth = pool.massKg() / (663 * Math.PI * pool.radiusM() ** 2);
    expect(depth / groundProperties.concrete.leastDepthM).toBeCloseTo(1, 1);
  });
  it('is held by a bund, and what the wall cannot hold runs over', () => {
    const bund = { areaM2: 50, heightM: 0.5 };
    const held = spill('benzene', 'concrete', 10_000, 288, bund);
    const over = spill('benzene', 'concrete', 30_000, 288, bund);
    for (let t = 0; t < 300; t += 5) {
      held.advance(5, air);
      over.advance(5, air);
    }
    expect(Math.PI * held.radiusM() ** 2).toBeCloseTo(50, 6);
    expect(Math.PI * over.radiusM() ** 2).toBeGreaterThan(500);
  });
  it('of LNG boils on water at the rates measured there, 0.1 to 0.2 kg/(m² s), and steadily', () => {
    const pool = spill('methane', 'water', 1e6, 111.6, { areaM2: 400, heightM: 20 });
    for (let t = 0; t < 60; t += 1) pool.advance(1, air);
    const flux = pool.advance(1, air) / 400;
    expect(flux).toBeGreaterThan(0.1);
    expect(flux).toBeLessThan(0.25);
  });
  it('of LNG on concrete boils as the cold goes down into it, by 1/√t', () => {
    const contact = groundContact(groundProperties.concrete);
    contact.cover(100, 0);
    const warmth = 293.15 - 111.6;
    const exact = (0.92 * warmth) / Math.sqrt(Math.PI * 4.16e-7 * 100);
    expect((contact.fluxPerK(100.5, 1) * warmth) / exact).toBeCloseTo(1, 3);
    expect(contact.fluxPerK(400.5, 1) / contact.fluxPerK(100.5, 1)).toBeCloseTo(0.5, 2);
  });
  it('that grows keeps the heat of its new ground, whatever the number of rings', () => {
    const contact = groundContact(groundProperties.soil);
    for (let t = 0; t < 400; t += 1) contact.cover(0.01 * (t + 1) ** 2, t);
    // ∫ of 1/√(age) over an area that grows as t² is 8/3 of 1/√t of a pool that was there from the start.
    const still = groundContact(groundProperties.soil);
    still.cover(1, 0);
    expect(contact.fluxPerK(400, 1) / still.fluxPerK(400, 1)).toBeGreaterThan(2.3);
    expect(contact.fluxPerK(400, 1) / still.fluxPerK(400, 1)).toBeLessThan(2.9);
  });
  it('evaporates faster in wind, sun and warmth, and cools below the air', () => {
    const rate = (over: Partial<typeof air & { solarWPerM2: number }>): number => {
      const pool = spill('gasoline', 'concrete', 2000, 288, { areaM2: 100, heightM: 1 });
      let gone = 0;
      for (let t = 0; t < 1800; t += 5) gone += pool.advance(5, { ...air, ...over });
      expect(pool.temperatureK()).toBeLessThan(293.15);
      return gone;
    };
    expect(rate({ windSpeedMPerS: 8 })).toBeGreaterThan(rate({}));
    expect(rate({ solarWPerM2: 800 })).toBeGreaterThan(rate({}));
    expect(rate({ temperatureK: 300 })).toBeGreaterThan(rate({}));
  });
  it('of benzene in 3 m/s gives off a gram or so a second and square metre', () => {
    const benzene = chemicalOf('benzene', 'the test');
    const flux = evaporationFlux(benzene, 293.15, airOverPool(benzene, air, 10));
    expect(flux).toBeGreaterThan(1e-3);
    expect(flux).toBeLessThan(4e-3);
  });
});

describe('a burst', () => {
  const propane = chemicalOf('propane', 'the test');
  const charge = { phase: 'liquefied-gas', pressurePa: 836_000, temperatureK: 293.15, massKg: 10_000 } as const;
  it('splits into cloud and pool, twice what flashes aloft', () => {
    const cloud = burst(propane, charge, air);
    expect(cloud.airborneKg + cloud.pooledKg).toBeCloseTo(10_000, 8);
    expect(cloud.airborneKg / 10_000).toBeGreaterThan(0.5);
    expect(cloud.airborneKg / 10_000).toBeLessThan(0.7);
    expect(cloud.speedMPerS).toBeGreaterThan(50);
    expect(cloud.speedMPerS).toBeLessThan(300);
  });
  it('is a hemisphere as large as its vapour and its air at their temperature', () => {
    const cloud = burst(propane, charge, air);
    expect(cloud.airKg).toBeCloseTo(10 * cloud.airborneKg, 6);
    expect(cloud.temperatureK).toBeLessThan(293);
    expect(cloud.temperatureK).toBeGreaterThan(200);
    const moles = (cloud.airborneKg * (1 - cloud.dropletShare)) / 0.0441 + cloud.airKg / 0.028964;
    const volume = (2 / 3) * Math.PI * cloud.radiusM ** 3;
    expect((moles * 8.314462618 * cloud.temperatureK) / 101_325 / volume).toBeCloseTo(1, 3);
  });
  it('of a gas is all cloud, and larger the more there is', () => {
    const gas = { phase: 'gas', pressurePa: 5e6, temperatureK: 293.15, massKg: 100 } as const;
    const small = burst(lng, gas, air);
    expect([small.pooledKg, small.dropletShare]).toEqual([0, 0]);
    expect(burst(lng, { ...gas, massKg: 800 }, air).radiusM / small.radiusM).toBeCloseTo(2, 6);
  });
  it('of a cold liquid is a pool', () => {
    const benzene = chemicalOf('benzene', 'the test');
    expect(burst(benzene, { ...charge, phase: 'liquid' }, air).pooledKg).toBe(10_000);
  });
});

describe('drops', () => {
  const chlorine = chemicalOf('chlorine', 'the test');
  it('are smaller in a faster and in a more superheated jet', () => {
    const size = (superheat: number, speed: number): number => sauterDiameter(chlorine, 239, superheat, speed, 293);
    expect(size(54, 60)).toBeLessThan(size(54, 20));
    expect(size(54, 5)).toBeLessThan(size(5, 5));
    expect(size(54, 30)).toBeGreaterThan(5e-5);
    expect(size(54, 30)).toBeLessThan(1e-3);
  });
  it('of water fall as rain does (Gunn & Kinzer 1949): 4.0 m/s at 1 mm, 0.27 m/s at 0.1 mm', () => {
    expect(fallSpeed(0.001, 1000, 293)).toBeGreaterThan(3.6);
    expect(fallSpeed(0.001, 1000, 293)).toBeLessThan(4.4);
    expect(fallSpeed(0.0001, 1000, 293)).toBeGreaterThan(0.23);
    expect(fallSpeed(0.0001, 1000, 293)).toBeLessThan(0.3);
  });
  it('are gone before the ground when they are small and fall far', () => {
    expect(leftAfterFall(chlorine, 3e-4, 239, 0, 293)).toBe(1);
    expect(leftAfterFall(chlorine, 3e-4, 239, 1, 293)).toBeLessThan(1);
    expect(leftAfterFall(chlorine, 1e-4, 239, 20, 293)).toBe(0);
  });
});
