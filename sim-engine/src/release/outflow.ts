import type { Release, ReleaseSource } from '@upwind/scenarios';
import { pow } from '../arithmetic/power.ts';
import type { Chemical } from '../chemicals/chemical.ts';
import { atmospherePa, heatCapacityRatio, liquidDensity, vapourPressurePa } from '../chemicals/properties.ts';
import { EngineError } from '../errors.ts';
import {
  flashedShare,
  flashingFlux,
  gasDensity,
  gasDischarge,
  gasFlux,
  holeArea,
  liquidDischarge,
  liquidFlux,
} from './orifice.ts';
import { evaporationFlux, poolDepthM } from './pool.ts';

/** What has come out by each time of an even ladder from second zero: out of the vessel, and into the air. */
export interface Outflow {
  readonly stepS: number;
  /** Out of the vessel by the end of each step, kg; one more than there are steps, starting with 0. */
  readonly leftKg: Float64Array<ArrayBuffer>;
  /** Airborne by then, kg: all of it for gases and liquefied gases, evaporated for cold liquids. */
  readonly airborneKg: Float64Array<ArrayBuffer>;
}

/** Surroundings of an outflow: wind at 10 m and air temperature over time. */
export type OutflowAir = (timeS: number) => { readonly windSpeedMPerS: number; readonly temperatureK: number };

type Vessel = Extract<ReleaseSource, { kind: 'vessel' }>;

/** Rate out of a vessel, kg/s, as a function of what is left in it. */
type VesselRate = (leftKg: number) => number;

/** The outflow of a release over `steps` of `stepS` seconds. Throws an EngineError that names the release. */
export function outflow(release: Release, chemical: Chemical, stepS: number, steps: number, air: OutflowAir): Outflow {
  const { source } = release;
  const rate: VesselRate = source.kind === 'rate' ? () => source.kgPerS : vesselRate(release, source, chemical);
  const inventory = source.kind === 'rate' ? Number.POSITIVE_INFINITY : source.inventoryKg;
  const wet = source.kind === 'vessel' && source.phase === 'liquid';
  const flashes = wet ? flashedShare(chemical, source.temperatureK) : 1;
  const stop = release.stopS ?? Number.POSITIVE_INFINITY;
  const leftKg = new Float64Array(steps + 1);
  const airborneKg = new Float64Array(steps + 1);
  let left = inventory;
  let poolKg = 0;
  for (let n = 0; n < steps; n += 1) {
    const time = n * stepS;
    const open = Math.max(0, Math.min(stop, time + stepS) - Math.max(release.startS, time));
    // Midpoint rule: the rate of what would be left half way through the step.
    const out = Math.min(left, open > 0 ? rate(left - 0.5 * Math.min(left, rate(left) * open)) * open : 0);
    left -= out;
    let airborne = out * flashes;
    if (wet) {
      poolKg += out - airborne;
      const now = air(time);
      const evaporated = Math.min(poolKg, poolRate(chemical, poolKg, source.temperatureK, now.windSpeedMPerS) * stepS);
      poolKg -= evaporated;
      airborne += evaporated;
    }
    leftKg[n + 1] = (leftKg[n] as number) + out;
    airborneKg[n + 1] = (airborneKg[n] as number) + airborne;
  }
  return { stepS, leftKg, airborneKg };
}

function poolRate(chemical: Chemical, poolKg: number, temperatureK: number, windSpeedMPerS: number): number {
  if (poolKg <= 0) return 0;
  const liquidK = Math.min(temperatureK, chemical.boilingK.value);
  const area = poolKg / (liquidDensity(chemical, liquidK) * poolDepthM);
  const diameter = Math.sqrt((4 * area) / Math.PI);
  return area * evaporationFlux(chemical, liquidK, windSpeedMPerS, diameter);
}

function vesselRate(release: Release, vessel: Vessel, chemical: Chemical): VesselRate {
  const area = holeArea(vessel.holeDiameterM);
  refuseTooLarge(release, vessel, chemical);
  if (vessel.phase === 'gas') return gasRate(release, vessel, chemical, area);
  if (vessel.phase === 'liquid') return liquidRate(release, vessel, chemical, area);
  const saturationPa = vapourPressurePa(chemical, vessel.temperatureK);
  if (vessel.temperatureK >= chemical.criticalK.value) {
    throw new EngineError(
      'UPW_ENGINE_PHASE_IMPOSSIBLE',
      `Release "${release.id}": ${chemical.name.en} cannot be liquefied at ${vessel.temperatureK} K, above its critical ${chemical.criticalK.value} K; give the phase "gas" or a lower temperature.`,
    );
  }
  const pressure = Math.max(vessel.pressurePa, saturationPa);
  if (pressure <= atmospherePa) {
    throw noDrive(release, pressure, 'give the phase "liquid" for a refrigerated liquid, or a higher temperature');
  }
  const flux = flashingFlux(chemical, pressure, vessel.temperatureK, 0, liquidDischarge);
  return (left) => (left > 0 ? flux * area : 0);
}

/** Gas under pressure empties adiabatically: T ∝ m^(γ−1), p ∝ m^γ. */
function gasRate(release: Release, vessel: Vessel, chemical: Chemical, area: number): VesselRate {
  if (vessel.pressurePa <= atmospherePa)
    throw noDrive(release, vessel.pressurePa, 'give an absolute pressure above it');
  const gamma = heatCapacityRatio(chemical);
  const density = gasDensity(chemical, vessel.pressurePa, vessel.temperatureK);
  return (left) => {
    const share = left / vessel.inventoryKg;
    if (share <= 0) return 0;
    return area * gasFlux(vessel.pressurePa * pow(share, gamma), density * share, gamma, gasDischarge);
  };
}

/** Liquid under its pressure and its head; the vessel is taken as a cylinder as high as wide, the hole at its foot. */
function liquidRate(release: Release, vessel: Vessel, chemical: Chemical, area: number): VesselRate {
  if (vessel.temperatureK >= chemical.criticalK.value) {
    throw new EngineError(
      'UPW_ENGINE_PHASE_IMPOSSIBLE',
      `Release "${release.id}": ${chemical.name.en} is no liquid at ${vessel.temperatureK} K, above its critical ${chemical.criticalK.value} K; give the phase "gas".`,
    );
  }
  const density = liquidDensity(chemical, vessel.temperatureK);
  const fullHead = liquidHead(vessel, density);
  return (left) => {
    const head = (fullHead * left) / vessel.inventoryKg;
    return left > 0 ? area * liquidFlux(vessel.pressurePa - atmospherePa, head, density, liquidDischarge) : 0;
  };
}

function liquidHead(vessel: Vessel, densityKgPerM3: number): number {
  return pow((4 * vessel.inventoryKg) / (Math.PI * densityKgPerM3), 1 / 3);
}

/** A hole wider than a sphere that would just hold the contents is no hole. */
function refuseTooLarge(release: Release, vessel: Vessel, chemical: Chemical): void {
  const density =
    vessel.phase === 'gas'
      ? gasDensity(chemical, vessel.pressurePa, vessel.temperatureK)
      : liquidDensity(chemical, Math.min(vessel.temperatureK, 0.98 * chemical.criticalK.value));
  const diameter = pow((6 * vessel.inventoryKg) / (Math.PI * density), 1 / 3);
  if (vessel.holeDiameterM <= diameter) return;
  throw new EngineError(
    'UPW_ENGINE_HOLE_TOO_LARGE',
    `Release "${release.id}": a hole of ${vessel.holeDiameterM} m is larger than a vessel that holds ${vessel.inventoryKg} kg (about ${diameter.toFixed(2)} m across); give a smaller hole or the true inventory.`,
  );
}

function noDrive(release: Release, pressurePa: number, advice: string): EngineError {
  return new EngineError(
    'UPW_ENGINE_VESSEL_PRESSURE',
    `Release "${release.id}": ${Math.round(pressurePa)} Pa absolute is not above the atmosphere's ${atmospherePa} Pa and drives nothing out; ${advice}.`,
  );
}
