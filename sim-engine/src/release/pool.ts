import type { Bund } from '@upwind/scenarios';
import type { Chemical } from '../chemicals/chemical.ts';
import { liquidDensity } from '../chemicals/properties.ts';
import type { GroundProperties } from './ground.ts';
import { groundContact } from './ground-heat.ts';
import { airOverPool, poolHeatBalance } from './pool-evaporation.ts';
import { spreadArea } from './pool-spread.ts';
import type { SurroundingAir } from './surrounding-air.ts';

/** A pool on the ground over time. */
export interface Pool {
  /** Adds liquid of a temperature, kg. */
  pour(massKg: number, temperatureK: number): void;
  /** Lets `dtS` pass; returns what has evaporated, kg. */
  advance(dtS: number, air: SurroundingAir): number;
  massKg(): number;
  temperatureK(): number;
  radiusM(): number;
}

/** Largest first puddle, m²: the spread starts from a finite one. */
const firstAreaM2 = 0.1;

/** A pool that spreads, warms, boils and evaporates on its ground; the ground is as warm as the first air. */
export function poolOn(chemical: Chemical, ground: GroundProperties, bund: Bund | undefined): Pool {
  const contact = groundContact(ground);
  let mass = 0;
  let temperature = 0;
  let area = 0;
  let clock = 0;
  let groundK: number | undefined;
  return {
    massKg: () => mass,
    temperatureK: () => temperature,
    radiusM: () => Math.sqrt(area / Math.PI),
    pour: (massKg, temperatureK) => {
      if (!(massKg > 0)) return;
      temperature = mass > 0 ? (mass * temperature + massKg * temperatureK) / (mass + massKg) : temperatureK;
      mass += massKg;
    },
    advance: (dtS, air) => {
      clock += dtS;
      if (!(mass > 0)) return 0;
      groundK ??= air.temperatureK;
      const density = liquidDensity(chemical, temperature);
      const volume = mass / density;
      const before = area > 0 ? area : Math.min(firstAreaM2, volume / ground.leastDepthM);
      area = spreadArea(before, volume, density, ground, bund, dtS);
      contact.cover(area, clock - dtS);
      const perK = contact.fluxPerK(clock, dtS);
      const diameter = 2 * Math.sqrt(area / Math.PI);
      const change = poolHeatBalance(
        chemical,
        { temperatureK: temperature, kgPerM2: mass / area },
        airOverPool(chemical, air, diameter),
        { temperatureK: groundK, fluxWPerM2K: perK },
        dtS,
      );
      const evaporated = Math.min(mass, Math.max(0, change.evaporatedKgPerM2) * area);
      mass -= evaporated;
      temperature = change.temperatureK;
      // A film too thin to measure is gone.
      if (mass > 1e-9) return evaporated;
      const all = evaporated + mass;
      mass = 0;
      area = 0;
      contact.cover(0, clock);
      return all;
    },
  };
}
