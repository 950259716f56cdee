import type { StabilityClass } from '@upwind/scenarios';
import { exp } from '../arithmetic/exponential.ts';
import { ln } from '../arithmetic/logarithm.ts';
import { atmospherePa, gravity } from '../constants.ts';
import { karman, windOverFriction } from './similarity.ts';

/** The state of the lowest air at one time: all that release and dispersion need to know of the weather. */
export interface BoundaryLayer {
  readonly roughnessM: number;
  /** 1/L; negative by convective day, 0 neutral, positive by stable night. */
  readonly inverseObukhovPerM: number;
  readonly frictionVelocityMPerS: number;
  readonly mixingHeightM: number;
  /** Standard deviation of the crosswind velocity over the averaging time. */
  readonly lateralDeviationMPerS: number;
  /** Degrees the wind comes from. */
  readonly windFromDeg: number;
  /** Share of the modelled transport speed that the mean wind really has; below 1 only in calm air. */
  readonly driftShare: number;
  readonly temperatureK: number;
  /** Height above ground at which the air has `temperatureK`, m. */
  readonly temperatureHeightM: number;
  /** Temperature scale θ* = u*²T/(κgL), K: 0 neutral, positive by stable night. */
  readonly temperatureScaleK: number;
  readonly pressurePa: number;
  /** Relative humidity, 0…1. */
  readonly relativeHumidity: number;
  readonly rainMmPerH: number;
  readonly stability: StabilityClass;
}

/** What a mast says, with stability already known as 1/L. */
export interface MastReading {
  readonly windSpeedMPerS: number;
  readonly windFromDeg: number;
  readonly windHeightM: number;
  readonly temperatureK: number;
  readonly roughnessM: number;
  readonly inverseObukhovPerM: number;
  readonly stability: StabilityClass;
  readonly sigmaThetaDeg?: number;
  readonly mixingHeightM?: number;
  /** 2 m where absent. */
  readonly temperatureHeightM?: number;
  /** One standard atmosphere where absent. */
  readonly pressurePa?: number;
  /** 0…1; 0.6 where absent. */
  readonly relativeHumidity?: number;
  readonly rainMmPerH?: number;
}

/** Below this speed the air is calm: turbulence is that of this speed and clouds drift with the wind there is. */
export const calmMPerS = 0.5;
/** Least crosswind deviation where no vane measured it, m/s: slow air meanders (Hanna 1990; AERMOD, EPA-454/B-24-009). */
const leastLateralMPerS = 0.2;
/**
 * Crosswind deviation of meander in dead calm over ten minutes, m/s: 0.5 m/s an hour (Hanna 1990, Atmos. Environ. 24A,
 * 1095) times the share 0.7 of ten minutes in an hour's (fifth root of the times). It fades up to a light wind.
 */
const calmMeanderMPerS = 0.35;
export const lightMPerS = 1;
/** Least measured angle, rad: a vane that stands still measures nothing (AERMOD takes σv/u ≥ 0.05). */
const leastSigmaTheta = 0.05;
/** Depth of a convective layer by day where nobody measures it, m. */
const usualConvectiveDepthM = 1000;
/** Humidity where nobody measures it: between a dry noon and a damp night. */
const usualHumidity = 0.6;
const screenHeightM = 2;

/** The air of one reading: friction velocity from the measured speed, σv from σθ or else from similarity. */
export function boundaryLayerOf(reading: MastReading): BoundaryLayer {
  const { roughnessM, inverseObukhovPerM } = reading;
  const speed = Math.max(calmMPerS, reading.windSpeedMPerS);
  const height = Math.max(reading.windHeightM, 6 * roughnessM);
  const frictionVelocityMPerS = speed / Math.max(1, windOverFriction(height, roughnessM, inverseObukhovPerM));
  const mixingHeightM = reading.mixingHeightM ?? mixingHeight(frictionVelocityMPerS, inverseObukhovPerM);
  const meander = calmMeanderMPerS * Math.max(0, 1 - reading.windSpeedMPerS / lightMPerS);
  const measured =
    reading.sigmaThetaDeg === undefined
      ? Math.max(leastLateralMPerS, similarityLateral(frictionVelocityMPerS, inverseObukhovPerM, mixingHeightM))
      : speed * Math.max(leastSigmaTheta, (reading.sigmaThetaDeg * Math.PI) / 180);
  const lateral = Math.max(meander, measured);
  return {
    roughnessM,
    inverseObukhovPerM,
    frictionVelocityMPerS,
    mixingHeightM,
    lateralDeviationMPerS: lateral,
    windFromDeg: reading.windFromDeg,
    driftShare: Math.min(1, reading.windSpeedMPerS / calmMPerS),
    temperatureK: reading.temperatureK,
    temperatureHeightM: reading.temperatureHeightM ?? screenHeightM,
    temperatureScaleK:
      (frictionVelocityMPerS * frictionVelocityMPerS * reading.temperatureK * inverseObukhovPerM) / (karman * gravity),
    pressurePa: reading.pressurePa ?? atmospherePa,
    relativeHumidity: reading.relativeHumidity ?? usualHumidity,
    rainMmPerH: reading.rainMmPerH ?? 0,
    stability: reading.stability,
  };
}

/** Mechanical mixing height 2300 u*^1.5 (Venkatram 1980), at least 10 m; by convective day at least the usual depth. */
export function mixingHeight(frictionVelocityMPerS: number, inverseObukhovPerM: number): number {
  const mechanical = 2300 * frictionVelocityMPerS * Math.sqrt(frictionVelocityMPerS);
  return inverseObukhovPerM < 0
    ? Math.max(usualConvectiveDepthM, mechanical)
    : Math.min(2000, Math.max(10, mechanical));
}

/** σv from similarity: u*(12 + zi/(2|L|))^⅓ unstable (Panofsky et al. 1977), 1.92 u* else (Panofsky & Dutton 1984). */
export function similarityLateral(frictionVelocity: number, inverseObukhov: number, mixingHeightM: number): number {
  if (inverseObukhov >= 0) return 1.92 * frictionVelocity;
  return frictionVelocity * exp(ln(12 - 0.5 * mixingHeightM * inverseObukhov) / 3);
}

/** Mean wind speed at a height, m/s. */
export function windSpeedAt(air: BoundaryLayer, heightM: number): number {
  return air.frictionVelocityMPerS * windOverFriction(heightM, air.roughnessM, air.inverseObukhovPerM);
}
