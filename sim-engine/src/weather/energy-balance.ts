import { exp } from '../arithmetic/exponential.ts';
import { pow } from '../arithmetic/power.ts';
import { sin } from '../arithmetic/trigonometry.ts';
import { type MeasuredWind, obukhovOfCooling, obukhovOfHeating } from './obukhov.ts';
import { saturationPressure } from './temperature.ts';

/** What is known of sun, warmth and cloud at one time; absent is not measured. */
export interface Radiation {
  readonly elevationDeg: number;
  readonly solarWPerM2?: number;
  readonly netWPerM2?: number;
  /** 0…1. */
  readonly cloudShare?: number;
}

/** The ground of a plant: light reflected, share of heat that goes below, moisture to evaporate (Hanna & Chang 1992). */
const albedo = 0.2;
const groundShare = 0.1;
const moisture = 0.5;
/** Empirical constants of Holtslag & van Ulden 1983, J. Clim. Appl. Meteor. 22, 517. */
const turbidity = [990, -30] as const;
const cloudDims = [-0.75, 3.4] as const;
const skyWarmth = 5.31e-13;
const cloudWarmth = 60;
const groundWarming = 0.12;
const moistOffset = 20;
/** Stefan and Boltzmann's constant, W/(m² K⁴). */
const stefan = 5.670374419e-8;

/** Global radiation under a cloudy sky, W/m². */
export function globalRadiation(elevationDeg: number, cloudShare: number): number {
  const clear = turbidity[0] * sin((Math.max(0, elevationDeg) * Math.PI) / 180) + turbidity[1];
  return Math.max(0, clear) * (1 + cloudDims[0] * pow(cloudShare, cloudDims[1]));
}

/** Cloud that dims the sun this much; 0 … 1. */
export function cloudOfSun(elevationDeg: number, solarWPerM2: number): number {
  const clear = globalRadiation(elevationDeg, 0);
  if (clear <= 0) return 0;
  return pow(Math.min(1, Math.max(0, (1 - solarWPerM2 / clear) / -cloudDims[0])), 1 / cloudDims[1]);
}

/** Net radiation of the ground, W/m². */
export function netRadiation(solarWPerM2: number, cloudShare: number, temperatureK: number): number {
  const t2 = temperatureK * temperatureK;
  const longwave = skyWarmth * t2 * t2 * t2 - stefan * t2 * t2 + cloudWarmth * cloudShare;
  return ((1 - albedo) * solarWPerM2 + longwave) / (1 + groundWarming);
}

/** Heat that the ground gives to the air, W/m² (de Bruin & Holtslag 1982, J. Appl. Meteor. 21, 1610). */
export function sensibleHeat(netWPerM2: number, temperatureK: number, pressurePa: number): number {
  // Psychrometric constant over the slope of the saturation curve.
  const slope = saturationPressure(temperatureK + 0.5) - saturationPressure(temperatureK - 0.5);
  const ratio = (1005 * pressurePa) / (0.622 * 2.45e6 * slope);
  return ((1 - moisture + ratio) / (1 + ratio)) * (1 - groundShare) * netWPerM2 - moisture * moistOffset;
}

/**
 * 1/L from the energy balance of the ground: by day heated by net radiation (measured, or from sun and cloud), by night
 * cooled with θ* = 0.09 (1 − 0.5 N²) K under a cloud cover N (van Ulden & Holtslag 1985), N from net radiation where
 * that is measured. `undefined` where neither sun, warmth nor cloud is known.
 */
export function obukhovOfRadiation(
  wind: MeasuredWind,
  { elevationDeg, solarWPerM2, netWPerM2, cloudShare }: Radiation,
  temperatureK: number,
  pressurePa: number,
): number | undefined {
  if (solarWPerM2 === undefined && netWPerM2 === undefined && cloudShare === undefined) return undefined;
  const day = elevationDeg > 0;
  const cloud = cloudShare ?? (day && solarWPerM2 !== undefined ? cloudOfSun(elevationDeg, solarWPerM2) : 0);
  const sun = day ? (solarWPerM2 ?? globalRadiation(elevationDeg, cloud)) : 0;
  const net = netWPerM2 ?? netRadiation(sun, cloud, temperatureK);
  const heat = day ? sensibleHeat(net, temperatureK, pressurePa) : -1;
  const perKelvin = (1004.7 * pressurePa) / (287.05 * temperatureK);
  if (heat > 0) return obukhovOfHeating(wind, temperatureK, heat / perKelvin);
  const cover = netWPerM2 === undefined || day ? cloud : cloudOfWarmth(netWPerM2, temperatureK);
  const nightly = 0.09 * (1 - 0.5 * cover * cover);
  // Towards evening the ground cools the air no more than it gives.
  const share = day ? 1 - exp(heat / 20) : 1;
  return share < 1e-3 ? 0 : obukhovOfCooling(wind, temperatureK, nightly * share);
}

/** Cloud under which a dark ground loses this much warmth; 0 … 1. */
function cloudOfWarmth(netWPerM2: number, temperatureK: number): number {
  const clear = netRadiation(0, 0, temperatureK);
  return Math.min(1, Math.max(0, ((netWPerM2 - clear) * (1 + groundWarming)) / cloudWarmth));
}
