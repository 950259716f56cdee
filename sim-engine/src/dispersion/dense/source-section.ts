import { pow } from '../../arithmetic/power.ts';
import { cos, sin } from '../../arithmetic/trigonometry.ts';
import { gravity } from '../../constants.ts';
import type { EntryKind } from '../../release/airborne.ts';
import { cloudShape } from './cloud-shape.ts';
import type { MixtureModel } from './mixture.ts';
import type { Section, Surroundings } from './section.ts';

/** What one source puts into the air in one second. */
export interface Emission {
  readonly kind: EntryKind;
  readonly at: readonly [number, number, number];
  readonly rateKgPerS: number;
  readonly dropletShare: number;
  readonly temperatureK: number;
  readonly radiusM: number;
  readonly speedMPerS: number;
  /** Air that a burst has already drawn in, kg/s; it has the temperature of the gas. */
  readonly airKgPerS?: number;
  readonly towardsDeg?: number;
  readonly upDeg?: number;
}

/** Gas and the air it came with: share of gas, and enthalpy per kg of both, J/kg. */
export function chargeOf(
  emission: Pick<Emission, 'rateKgPerS' | 'airKgPerS' | 'temperatureK' | 'dropletShare'>,
  mixture: MixtureModel,
): { readonly gasFraction: number; readonly heatJPerKg: number } {
  const { rateKgPerS, airKgPerS = 0, temperatureK, dropletShare } = emission;
  const gasFraction = rateKgPerS > 0 ? rateKgPerS / (rateKgPerS + airKgPerS) : 1;
  const { heatJPerKgK, temperatureK: airK } = mixture.air;
  const heatJPerKg =
    gasFraction * mixture.enthalpyOf(temperatureK, dropletShare) +
    (1 - gasFraction) * heatJPerKgK * (temperatureK - airK);
  return { gasFraction, heatJPerKg };
}

/** The section that leaves a source: from a pool as a slab, from a jet as the jet. */
export function sectionOf(emission: Emission, around: Surroundings): Section {
  return emission.kind === 'jet' && emission.speedMPerS > 0
    ? jetSection(emission, around)
    : poolSection(emission, around);
}

/**
 * A pool gives a slab as wide as the square of its area, at the pool's middle: gas travels half a pool on the average.
 * It leaves with the wind, or, where that is too slow to carry so much heavy gas, as fast as it flows away by itself:
 * the critical speed (g′q)^⅓ of a layer with flux q per width (Britter 1979, hydraulic control at the source).
 */
function poolSection(emission: Emission, around: Surroundings): Section {
  const { air, mixture, windEast, windNorth } = around;
  const { rateKgPerS, radiusM, temperatureK, dropletShare } = emission;
  const heat = mixture.enthalpyOf(temperatureK, dropletShare);
  const { densityKgPerM3 } = mixture.at(1, heat);
  const halfWidthM = 0.5 * Math.sqrt(Math.PI) * Math.max(0.05, radiusM);
  const flux = rateKgPerS / (densityKgPerM3 * 2 * halfWidthM);
  const ambient = mixture.air.densityKgPerM3;
  const reduced = Math.max(0, (gravity * (densityKgPerM3 - ambient)) / ambient);
  const critical = pow(reduced * flux, 1 / 3);
  let depthM = Math.sqrt(flux);
  let wind = 1;
  for (let n = 0; n < 20; n += 1) {
    wind = Math.max(0.05, cloudShape(air, depthM, 0).windMPerS);
    depthM = 0.5 * (depthM + flux / Math.max(wind, critical));
  }
  const excess = Math.max(0, critical - wind);
  return {
    x: emission.at[0],
    y: emission.at[1],
    heightM: 0,
    aloft: false,
    massKgPerS: rateKgPerS,
    gasKgPerS: rateKgPerS,
    heatW: rateKgPerS * heat,
    pushEastN: rateKgPerS * excess * windEast,
    pushNorthN: rateKgPerS * excess * windNorth,
    pushUpN: 0,
    halfWidthM,
    sigmaM: 0,
    depthM,
    travelM: 0,
    clockS: 0,
  };
}

function jetSection(emission: Emission, around: Surroundings): Section {
  const { air, mixture, windEast, windNorth } = around;
  const { rateKgPerS, speedMPerS, radiusM, at } = emission;
  const up = ((emission.upDeg ?? 0) * Math.PI) / 180;
  const level = cos(up) * speedMPerS;
  const bearing = emission.towardsDeg === undefined ? undefined : (emission.towardsDeg * Math.PI) / 180;
  const east = bearing === undefined ? windEast : sin(bearing);
  const north = bearing === undefined ? windNorth : cos(bearing);
  const heightM = Math.max(at[2], 0.5 * radiusM);
  const wind = cloudShape(air, heightM, 0).windMPerS;
  return {
    x: at[0],
    y: at[1],
    heightM,
    aloft: true,
    massKgPerS: rateKgPerS,
    gasKgPerS: rateKgPerS,
    heatW: rateKgPerS * mixture.enthalpyOf(emission.temperatureK, emission.dropletShare),
    pushEastN: rateKgPerS * (level * east - wind * windEast),
    pushNorthN: rateKgPerS * (level * north - wind * windNorth),
    pushUpN: rateKgPerS * sin(up) * speedMPerS,
    halfWidthM: 0.5 * radiusM,
    sigmaM: 0.01,
    depthM: Math.sqrt(Math.PI) * radiusM,
    travelM: 0,
    clockS: 0,
  };
}
