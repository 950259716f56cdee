import { pow } from '../../arithmetic/power.ts';
import type { Chemical } from '../../chemicals/chemical.ts';
import { gravity } from '../../constants.ts';
import type { AirborneSource } from '../../release/airborne.ts';
import { type BoundaryLayer, windSpeedAt } from '../../weather/boundary-layer.ts';
import { groundAir } from './cloud-air.ts';
import { mixtureModel } from './mixture.ts';
import { chargeOf } from './source-section.ts';

/** Whether gas behaves as heavy, with the number it was judged by. */
export interface DensityJudgement {
  readonly dense: boolean;
  /** Density of what comes out, at its heaviest, over that of the air. */
  readonly densityRatio: number;
  readonly airDensityKgPerM3: number;
  /** Britter and McQuaid's number at its largest; 0 for gas not heavier than the air. */
  readonly number: number;
  /** The limit from which gas is heavy. */
  readonly limit: number;
  readonly reason: { readonly zh: string; readonly en: string };
}

/**
 * Limits of Britter & McQuaid (1988, Workbook on the Dispersion of Dense Gases, HSE CRR 17/1988, §5.2): gas is heavy from
 * (g′V̇/(u³D))^⅓ = 0.15 of a steady release, D = √(V̇/u), and from √(g′V)/(uD) = 0.20 of a burst, D = V^⅓; u at 10 m.
 */
const [steadyLimit, burstLimit] = [0.15, 0.2];

/** Judges a source by what it puts out at its densest, droplets and the air of a burst included, in this air. */
export function isDense(source: AirborneSource, chemical: Chemical, air: BoundaryLayer): DensityJudgement {
  const model = mixtureModel(chemical, groundAir(air));
  const ambient = model.air.densityKgPerM3;
  const wind = Math.max(0.1, windSpeedAt(air, 10) * air.driftShare);
  const burst = source.kind === 'burst';
  const limit = burst ? burstLimit : steadyLimit;
  let number = 0;
  let heaviest = 0;
  let last: { key: string; density: number } | undefined;
  source.massKg.forEach((mass, n) => {
    if (mass <= 0) return;
    const temperatureK = source.temperatureK[n] as number;
    const droplets = source.dropletShare[n] as number;
    const airKg = source.airKg?.[n] ?? 0;
    const key = `${temperatureK}/${droplets}/${airKg / mass}`;
    const charge = { rateKgPerS: mass, airKgPerS: airKg, temperatureK, dropletShare: droplets };
    const { gasFraction, heatJPerKg } = chargeOf(charge, model);
    const density = last?.key === key ? last.density : model.at(gasFraction, heatJPerKg).densityKgPerM3;
    last = { key, density };
    heaviest = Math.max(heaviest, density);
    if (density <= ambient) return;
    const reduced = (gravity * (density - ambient)) / ambient;
    if (burst) {
      const volume = (mass + airKg) / density;
      number = Math.max(number, Math.sqrt(reduced * volume) / (wind * pow(volume, 1 / 3)));
    } else {
      const flux = mass / source.stepS / density;
      const width = Math.sqrt(flux / wind);
      number = Math.max(number, pow((reduced * flux) / (wind * wind * wind * width), 1 / 3));
    }
  });
  const densityRatio = heaviest / ambient;
  const ratio = densityRatio.toFixed(2);
  const value = number.toFixed(2);
  if (number <= 0) {
    return {
      dense: false,
      densityRatio,
      airDensityKgPerM3: ambient,
      number: 0,
      limit,
      reason: {
        zh: `泄出物密度为空气的 ${ratio} 倍，不重于空气：按被动气体计算`,
        en: `what comes out is ${ratio} times as dense as the air, not heavier: computed as passive gas`,
      },
    };
  }
  const dense = number >= limit;
  return {
    dense,
    densityRatio,
    airDensityKgPerM3: ambient,
    number,
    limit,
    reason: dense
      ? {
          zh: `泄出物密度为空气的 ${ratio} 倍，Britter–McQuaid 数 ${value} ≥ ${limit}：按重气计算`,
          en: `what comes out is ${ratio} times as dense as the air and its Britter–McQuaid number ${value} is at least ${limit}: computed as heavy gas`,
        }
      : {
          zh: `泄出物密度为空气的 ${ratio} 倍，但 Britter–McQuaid 数 ${value} < ${limit}，风力占主导：按被动气体计算`,
          en: `what comes out is ${ratio} times as dense as the air, but its Britter–McQuaid number ${value} is below ${limit}, so that the wind rules: computed as passive gas`,
        },
  };
}
