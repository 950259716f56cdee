import { gravity } from '../../constants.ts';
import { draxlerShare } from '../screening/lateral-spread.ts';
import {
  frontFroude,
  groundHeat,
  jetEntrainment,
  meanGradient,
  shearEntrainment,
  topEntrainment,
  turbulentSquare,
} from './entrainment.ts';
import type { Section, SectionState, Surroundings } from './section.ts';
import { softened } from './section.ts';
import { jetSigma, stateOf, touchHeight } from './section-state.ts';

/** Air a bent jet takes in per speed of the wind across it (Hoult, Fay & Forney 1969: 0.6). */
const crossEntrainment = 0.6;
/** Standard deviation of the vertical wind over u* (Panofsky et al. 1977). */
const verticalDeviation = 1.3;
/** A step changes mass and width by at most this share. */
const largestChange = 0.06;

interface Rates {
  mass: number;
  heat: number;
  pushEast: number;
  pushNorth: number;
  pushUp: number;
  halfWidth: number;
  sigma: number;
}

/** Moves a section on by `durationS` in these surroundings, in steps that its own changes ask for (Heun). */
export function advance(section: Section, around: Surroundings, durationS: number): void {
  let left = durationS;
  for (let n = 0; left > 0 && n < 5000; n += 1) {
    const state = stateOf(section, around);
    section.depthM = state.depthM;
    if (section.aloft && section.heightM <= touchHeight(state)) {
      land(section, state);
      continue;
    }
    const first = ratesOf(section, state, around);
    const change = Math.max(
      first.mass / section.massKgPerS,
      (first.halfWidth + first.sigma) / Math.max(softened(section.halfWidthM, section.sigmaM), 1e-6),
      section.aloft ? Math.abs(first.pushUp) / (section.massKgPerS * Math.max(1, state.speedMPerS)) : 0,
      section.aloft ? Math.abs(section.pushUpN) / section.massKgPerS / Math.max(0.3, 4 * state.depthM) : 0,
    );
    const step = Math.min(left, largestChange / Math.max(1e-9, change));
    const trial = { ...section };
    apply(trial, first, state, step);
    const second = ratesOf(trial, stateOf(trial, around), around);
    for (const key of rateKeys) first[key] = 0.5 * (first[key] + second[key]);
    apply(section, first, state, step);
    left -= step;
  }
}

const rateKeys = ['mass', 'heat', 'pushEast', 'pushNorth', 'pushUp', 'halfWidth', 'sigma'] as const;

function apply(section: Section, rates: Rates, state: SectionState, step: number): void {
  section.massKgPerS += rates.mass * step;
  section.heatW += rates.heat * step;
  section.pushEastN += rates.pushEast * step;
  section.pushNorthN += rates.pushNorth * step;
  section.pushUpN += rates.pushUp * step;
  section.halfWidthM += rates.halfWidth * step;
  section.sigmaM += rates.sigma * step;
  section.x += state.eastMPerS * step;
  section.y += state.northMPerS * step;
  section.travelM += state.speedMPerS * step;
  section.clockS += step;
  if (section.aloft) {
    section.heightM += (section.pushUpN / section.massKgPerS) * step;
    section.sigmaM = jetSigma(state);
  }
}

function land(section: Section, state: SectionState): void {
  section.aloft = false;
  section.pushUpN = 0;
  section.halfWidthM = 0.5 * state.depthM;
  section.sigmaM = 0;
  section.heightM = 0;
}

function ratesOf(section: Section, state: SectionState, around: Surroundings): Rates {
  return section.aloft ? aloftRates(section, state, around) : groundRates(section, state, around);
}

/** Rates of change over travel time of a slab on the ground. */
function groundRates(
  section: Section,
  state: SectionState,
  { air, mixture, windEast, windNorth, spreadShare }: Surroundings,
): Rates {
  const { depthM, speedMPerS, excessMPerS, windMPerS, effectiveHalfWidthM: width } = state;
  const { densityKgPerM3: density, temperatureK } = state.mixture;
  const ambient = mixture.air;
  const friction = air.frictionVelocityMPerS;
  const gasShare = section.gasKgPerS / section.massKgPerS;
  const heatCapacity = ambient.heatJPerKgK + gasShare * (mixture.gasHeatJPerKgK - ambient.heatJPerKgK);
  const heat = groundHeat(ambient.temperatureK, temperatureK, density, heatCapacity, friction, windMPerS);
  const square = turbulentSquare(friction, heat, depthM, density, heatCapacity, temperatureK);
  const reduced = (gravity * (density - ambient.densityKgPerM3)) / ambient.densityKgPerM3;
  const richardson = (reduced * depthM) / square;
  const lid = Math.max(0, 1 - state.scaleM / air.mixingHeightM);
  const top =
    lid *
    lid *
    topEntrainment(Math.sqrt(square), richardson, meanGradient(state.ambientGradient, spreadShare), state.growth);
  const contrast = Math.sqrt(density / ambient.densityKgPerM3);
  const shear =
    excessMPerS > 1e-6
      ? contrast * excessMPerS * shearEntrainment((reduced * depthM) / (excessMPerS * excessMPerS))
      : 0;
  const side = jetEntrainment * contrast * excessMPerS;
  const front = reduced > 0 ? frontFroude * Math.sqrt(reduced * depthM) : 0;
  const share = draxlerShare(section.clockS);
  const sigma = 0.5 * spreadShare * air.lateralDeviationMPerS * share * (1 + share);
  // Air that softening takes in: the growth of the effective width at fixed flat top.
  const tiny = 1e-3 * Math.max(0.01, section.sigmaM + section.halfWidthM);
  const softening =
    ((softened(section.halfWidthM, section.sigmaM + tiny) - softened(section.halfWidthM, section.sigmaM)) / tiny) *
    sigma;
  const mass =
    ambient.densityKgPerM3 * speedMPerS * 2 * (width * (top + shear) + depthM * (side + Math.max(0, softening)));
  // Ground friction beyond what the wind makes up for: ρ u*² (|u|u − |U|U)/U².
  const rough = (density * friction * friction * 2 * width * speedMPerS) / Math.max(0.01, windMPerS * windMPerS);
  const east = windMPerS * windEast;
  const north = windMPerS * windNorth;
  const ownEast = east + section.pushEastN / section.massKgPerS;
  const ownNorth = north + section.pushNorthN / section.massKgPerS;
  return {
    mass,
    heat: heat * 2 * width * speedMPerS,
    pushEast: -rough * (speedMPerS * ownEast - windMPerS * east),
    pushNorth: -rough * (speedMPerS * ownNorth - windMPerS * north),
    pushUp: 0,
    halfWidth: front + side,
    sigma,
  };
}

/** Rates of change of a jet or plume above the ground. */
function aloftRates(
  section: Section,
  state: SectionState,
  { air, mixture, windEast, windNorth, spreadShare }: Surroundings,
): Rates {
  const { speedMPerS: speed, windMPerS, excessMPerS } = state;
  const density = state.mixture.densityKgPerM3;
  const ambient = mixture.air.densityKgPerM3;
  const area = state.depthM * state.depthM;
  const radius = Math.sqrt(area / Math.PI);
  const ownEast = windMPerS * windEast + section.pushEastN / section.massKgPerS;
  const ownNorth = windMPerS * windNorth + section.pushNorthN / section.massKgPerS;
  // Excess speed along the way of the jet, and the wind across it.
  const along = (windMPerS * (windEast * ownEast + windNorth * ownNorth)) / Math.max(1e-6, speed);
  const across = Math.sqrt(Math.max(0, windMPerS * windMPerS - along * along));
  const contrast = Math.sqrt(density / ambient);
  const shear = jetEntrainment * contrast * Math.min(excessMPerS, Math.abs(speed - along));
  const share = draxlerShare(section.clockS);
  const sigma = jetSigma(state);
  const stir =
    0.5 *
    share *
    (1 + share) *
    (spreadShare * air.lateralDeviationMPerS + verticalDeviation * air.frictionVelocityMPerS);
  const mass =
    ambient *
    speed *
    (2 * Math.PI * radius * (shear + crossEntrainment * across * Math.min(1, excessMPerS / Math.max(0.01, windMPerS))) +
      (area * stir) / Math.max(sigma, 0.01));
  return {
    mass,
    heat: 0,
    pushEast: 0,
    pushNorth: 0,
    pushUp: gravity * (ambient - density) * area * speed,
    halfWidth: 0,
    sigma: 0,
  };
}
