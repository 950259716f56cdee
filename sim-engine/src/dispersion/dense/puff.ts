import { erf } from '../../arithmetic/error-function.ts';
import { exp } from '../../arithmetic/exponential.ts';
import { pow } from '../../arithmetic/power.ts';
import { gravity } from '../../constants.ts';
import { draxlerShare } from '../screening/lateral-spread.ts';
import { cloudShape } from './cloud-shape.ts';
import {
  frontEntrainment,
  frontFroude,
  groundHeat,
  meanGradient,
  stratification,
  topEntrainment,
  turbulentSquare,
} from './entrainment.ts';
import type { Surroundings } from './section.ts';
import { chargeOf, type Emission } from './source-section.ts';
import type { Upright } from './vertical-share.ts';

/** A cloud that left at once: a round slab on the ground that spreads, takes up air and drifts. */
export interface Puff {
  x: number;
  y: number;
  massKg: number;
  readonly gasKg: number;
  /** Enthalpy over air and vapour at the temperature of the air, J. */
  heatJ: number;
  /** Momentum beyond that of the wind, kg m/s, east and north. */
  pushEast: number;
  pushNorth: number;
  radiusM: number;
  sigmaM: number;
  depthM: number;
  clockS: number;
}

/** A puff as it is. */
export interface PuffState extends Upright {
  /** Effective area ∫c dA/c₀ over the ground, m². */
  readonly areaM2: number;
  readonly densityKgPerM3: number;
  readonly temperatureK: number;
  /** Concentration in the middle at the ground, kg/m³. */
  readonly axisKgPerM3: number;
  readonly frontMPerS: number;
  readonly eastMPerS: number;
  readonly northMPerS: number;
  readonly windMPerS: number;
  readonly growth: number;
  readonly gradient: number;
}

const largestChange = 0.05;

/** The puff of a burst: a cylinder with the volume of the burst's hemisphere, at rest. */
export function puffOf(emission: Emission, massKg: number, around: Surroundings): Puff {
  const { air, mixture, windEast, windNorth } = around;
  const { gasFraction, heatJPerKg } = chargeOf(emission, mixture);
  const { densityKgPerM3 } = mixture.at(gasFraction, heatJPerKg);
  const allKg = massKg / gasFraction;
  const volume = allKg / densityKgPerM3;
  // As wide as the hemisphere, but not flatter or steeper than a cylinder of equal height and radius by a factor of 4.
  const even = pow(volume / Math.PI, 1 / 3);
  const radiusM = Math.min(2 * even, Math.max(0.5 * even, emission.radiusM));
  const depthM = volume / (Math.PI * radiusM * radiusM);
  const wind = cloudShape(air, depthM, 0).windMPerS;
  return {
    x: emission.at[0],
    y: emission.at[1],
    massKg: allKg,
    gasKg: massKg,
    heatJ: allKg * heatJPerKg,
    pushEast: -allKg * wind * windEast,
    pushNorth: -allKg * wind * windNorth,
    radiusM,
    sigmaM: 0,
    depthM,
    clockS: 0,
  };
}

/**
 * Effective area of a round flat top of radius a softened by σ: 2π∫r p dr with p = ½[erf((a+r)/√2σ) + erf((a−r)/√2σ)],
 * over p(0); from the mean of a folded Gaussian, so that σ ≪ a gives πa² and a ≪ σ gives 2πσ².
 */
export function softenedArea(radiusM: number, sigmaM: number): number {
  if (sigmaM <= 1e-9) return Math.PI * radiusM * radiusM;
  const ratio = radiusM / sigmaM;
  if (ratio < 1e-3) return 2 * Math.PI * sigmaM * sigmaM;
  const edge = erf(ratio * Math.SQRT1_2);
  const bell = 0.7978845608028654 * exp(-0.5 * ratio * ratio);
  return Math.PI * (radiusM * radiusM + sigmaM * sigmaM + (radiusM * sigmaM * bell) / edge);
}

export function puffState(puff: Puff, { air, mixture, windEast, windNorth }: Surroundings): PuffState {
  const gasShare = puff.gasKg / puff.massKg;
  const state = mixture.at(gasShare, puff.heatJ / puff.massKg);
  const density = state.densityKgPerM3;
  const areaM2 = softenedArea(puff.radiusM, puff.sigmaM);
  const depthM = puff.massKg / (density * areaM2);
  const ambient = mixture.air.densityKgPerM3;
  const reduced = (gravity * (density - ambient)) / ambient;
  const richardson = (reduced * depthM) / (air.frictionVelocityMPerS * air.frictionVelocityMPerS);
  const shape = cloudShape(air, depthM, stratification(richardson));
  const drift = air.driftShare * shape.windMPerS;
  return {
    depthM,
    scaleM: shape.scaleM,
    exponent: shape.exponent,
    areaM2,
    densityKgPerM3: density,
    temperatureK: state.temperatureK,
    axisKgPerM3: density * gasShare,
    frontMPerS: reduced > 0 ? frontFroude * Math.sqrt(reduced * depthM) : 0,
    eastMPerS: drift * windEast + puff.pushEast / puff.massKg,
    northMPerS: drift * windNorth + puff.pushNorth / puff.massKg,
    windMPerS: shape.windMPerS,
    growth: shape.growth,
    gradient: shape.gradient,
  };
}

/** Moves a puff on by `durationS`, in steps that its own changes ask for. */
export function advancePuff(puff: Puff, around: Surroundings, durationS: number): void {
  const { air, mixture, windEast, windNorth, spreadShare } = around;
  const ambient = mixture.air;
  let left = durationS;
  for (let n = 0; left > 0 && n < 5000; n += 1) {
    const state = puffState(puff, around);
    const density = state.densityKgPerM3;
    const gasShare = puff.gasKg / puff.massKg;
    const heatCapacity = ambient.heatJPerKgK + gasShare * (mixture.gasHeatJPerKgK - ambient.heatJPerKgK);
    const friction = air.frictionVelocityMPerS;
    const heat = groundHeat(ambient.temperatureK, state.temperatureK, density, heatCapacity, friction, state.windMPerS);
    const square = turbulentSquare(friction, heat, state.depthM, density, heatCapacity, state.temperatureK);
    const reduced = (gravity * (density - ambient.densityKgPerM3)) / ambient.densityKgPerM3;
    const lid = Math.max(0, 1 - state.scaleM / air.mixingHeightM);
    const gradient = meanGradient(state.gradient, spreadShare);
    const top =
      lid * lid * topEntrainment(Math.sqrt(square), (reduced * state.depthM) / square, gradient, state.growth);
    const share = draxlerShare(puff.clockS);
    const sigma = 0.5 * spreadShare * air.lateralDeviationMPerS * share * (1 + share);
    const tiny = 1e-3 * Math.max(0.01, puff.sigmaM + puff.radiusM);
    const softening = ((softenedArea(puff.radiusM, puff.sigmaM + tiny) - state.areaM2) / tiny) * sigma;
    const rim = 2 * Math.PI * puff.radiusM * frontEntrainment * state.frontMPerS;
    const mass = ambient.densityKgPerM3 * (state.areaM2 * top + state.depthM * (rim + Math.max(0, softening)));
    const change = Math.max(
      mass / puff.massKg,
      (state.frontMPerS + sigma) / Math.max(1e-6, puff.radiusM + puff.sigmaM),
    );
    const step = Math.min(left, largestChange / Math.max(1e-9, change));
    const east = state.windMPerS * windEast;
    const north = state.windMPerS * windNorth;
    const ownEast = east + puff.pushEast / puff.massKg;
    const ownNorth = north + puff.pushNorth / puff.massKg;
    const speed = Math.sqrt(ownEast * ownEast + ownNorth * ownNorth);
    const rough = (density * friction * friction * state.areaM2) / Math.max(0.01, state.windMPerS * state.windMPerS);
    puff.pushEast -= rough * (speed * ownEast - state.windMPerS * east) * step;
    puff.pushNorth -= rough * (speed * ownNorth - state.windMPerS * north) * step;
    puff.massKg += mass * step;
    puff.heatJ += heat * state.areaM2 * step;
    puff.radiusM += state.frontMPerS * step;
    puff.sigmaM += sigma * step;
    puff.x += state.eastMPerS * step;
    puff.y += state.northMPerS * step;
    puff.depthM = state.depthM;
    puff.clockS += step;
    left -= step;
  }
}
