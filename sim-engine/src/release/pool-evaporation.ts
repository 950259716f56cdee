import { ln } from '../arithmetic/logarithm.ts';
import { pow } from '../arithmetic/power.ts';
import type { Chemical } from '../chemicals/chemical.ts';
import { atmospherePa, gasConstant, vaporisationHeat, vapourPressurePa } from '../chemicals/properties.ts';
import { boilingAt } from './exit-state.ts';
import { liquidHeat } from './liquid-heat.ts';
import { airDensity, airHeat, airViscosity, type SurroundingAir } from './surrounding-air.ts';

/** Diffusivity of water vapour in air, m²/s; others by Graham's law (ALOHA, NOAA TM NOS OR&R 43, 2013). */
const waterDiffusivity = 2.4e-5;
const waterMolarMass = 0.018015;
/** Prandtl number of air. */
const prandtl = 0.71;
/** Stefan–Boltzmann constant, W/(m² K⁴). */
const stefanBoltzmann = 5.670374419e-8;
/** Emissivity of a liquid, and of the air above it. */
const liquidEmissivity = 0.95;
const skyEmissivity = 0.8;
/** Share of the sun that a pool takes up; the rest it mirrors. */
const sunTaken = 0.9;
/** Pools are never dead still: even calm air turns over. */
const leastWindMPerS = 0.3;

/** What the air does to a pool whatever its temperature. */
export interface AirOverPool {
  readonly air: SurroundingAir;
  readonly pressurePa: number;
  /** Mass transfer into the wind, m/s. */
  readonly transferMPerS: number;
  /** Heat transfer from the air, W/(m² K). */
  readonly convectionWPerM2K: number;
}

/**
 * Mass transfer 0.0048 u^(7/9) D^(−1/9) Sc^(−2/3), u at 10 m (Mackay & Matsugu 1973, Can. J. Chem. Eng. 51, 434); heat
 * moves alike (Chilton & Colburn 1934).
 */
export function airOverPool(chemical: Chemical, air: SurroundingAir, diameterM: number): AirOverPool {
  const pressurePa = air.pressurePa ?? atmospherePa;
  const density = airDensity(air.temperatureK, pressurePa);
  const diffusivity = waterDiffusivity * Math.sqrt(waterMolarMass / chemical.molarMassKgPerMol.value);
  const schmidt = airViscosity(air.temperatureK) / airDensity(air.temperatureK) / diffusivity;
  const transferMPerS =
    0.0048 *
    pow(Math.max(leastWindMPerS, air.windSpeedMPerS), 7 / 9) *
    pow(Math.max(0.1, diameterM), -1 / 9) *
    pow(schmidt, -2 / 3);
  return {
    air,
    pressurePa,
    transferMPerS,
    convectionWPerM2K: transferMPerS * density * airHeat * pow(schmidt / prandtl, 2 / 3),
  };
}

/**
 * Evaporation of a pool into the wind, kg/(m² s): E = k (p M/(R T)) ln(1/(1 − p_v/p)), so that it grows without bound
 * towards boiling (Kawamura & Mackay 1987, J. Hazard. Mater. 15, 343; TNO Yellow Book 3.5).
 */
export function evaporationFlux(
  chemical: Chemical,
  temperatureK: number,
  { pressurePa, transferMPerS }: AirOverPool,
): number {
  const share = Math.min(0.999_999, vapourPressurePa(chemical, temperatureK) / pressurePa);
  const density = (pressurePa * chemical.molarMassKgPerMol.value) / (gasConstant * temperatureK);
  return -transferMPerS * density * ln(1 - share);
}

/** Heat from air, sky and sun into a pool of this temperature, W/m². */
export function heatFromAir(temperatureK: number, { air, convectionWPerM2K }: AirOverPool): number {
  const fourth = (t: number): number => t * t * t * t;
  return (
    convectionWPerM2K * (air.temperatureK - temperatureK) +
    liquidEmissivity * stefanBoltzmann * (skyEmissivity * fourth(air.temperatureK) - fourth(temperatureK)) +
    sunTaken * (air.solarWPerM2 ?? 0)
  );
}

/** A pool at the end of a short time: its temperature and what has evaporated, kg/m². */
export interface PoolChange {
  readonly temperatureK: number;
  readonly evaporatedKgPerM2: number;
}

/**
 * Heat balance of a pool over `dtS`, implicit in the temperature: what comes from the ground (`groundWPerM2K` times its
 * warmth above the pool), the air and the sun warms the liquid or evaporates it. At the boiling point all of it
 * evaporates.
 */
export function poolHeatBalance(
  chemical: Chemical,
  pool: { readonly temperatureK: number; readonly kgPerM2: number },
  over: AirOverPool,
  ground: { readonly temperatureK: number; readonly fluxWPerM2K: number },
  dtS: number,
): PoolChange {
  const boiling = boilingAt(chemical, over.pressurePa);
  const latent = vaporisationHeat(chemical, Math.min(pool.temperatureK, boiling));
  const warmth = pool.kgPerM2 * liquidHeat(chemical);
  const heatTo = (t: number): number =>
    (heatFromAir(t, over) + ground.fluxWPerM2K * (ground.temperatureK - t)) * dtS - warmth * (t - pool.temperatureK);
  const hottest = boiling - 1e-4;
  const rest = (t: number): number => heatTo(t) - evaporationFlux(chemical, t, over) * dtS * latent;
  const atBoiling = rest(hottest);
  if (atBoiling >= 0) {
    return { temperatureK: hottest, evaporatedKgPerM2: Math.min(pool.kgPerM2, heatTo(hottest) / latent) };
  }
  const temperatureK = root(rest, 0.4 * boiling, pool.temperatureK, hottest, atBoiling);
  const evaporatedKgPerM2 = Math.min(pool.kgPerM2, evaporationFlux(chemical, temperatureK, over) * dtS);
  return { temperatureK, evaporatedKgPerM2 };
}

/** Where a falling function is nought, to a tenth of a millikelvin: the Illinois variant of regula falsi. */
function root(rest: (t: number) => number, lowest: number, guess: number, highest: number, atHighest: number): number {
  let high = highest;
  let valueHigh = atHighest;
  let low = Math.max(lowest, Math.min(guess, highest) - 2);
  let valueLow = rest(low);
  for (let reach = 8; valueLow < 0 && low > lowest; reach *= 4) {
    high = low;
    valueHigh = valueLow;
    low = Math.max(lowest, low - reach);
    valueLow = rest(low);
  }
  if (valueLow <= 0) return low;
  let side = 0;
  for (let k = 0; k < 60 && high - low > 1e-4; k += 1) {
    // Between both, never at an end: towards boiling the function falls like a cliff.
    const straight = (low * valueHigh - high * valueLow) / (valueHigh - valueLow);
    const next = Math.min(high - 0.05 * (high - low), Math.max(low + 0.05 * (high - low), straight));
    const value = rest(next);
    if (value > 0) {
      low = next;
      valueLow = value;
      if (side === 1) valueHigh *= 0.5;
      side = 1;
    } else {
      high = next;
      valueHigh = value;
      if (side === -1) valueLow *= 0.5;
      side = -1;
    }
  }
  return 0.5 * (low + high);
}
