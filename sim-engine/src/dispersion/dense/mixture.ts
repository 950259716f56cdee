import type { Chemical } from '../../chemicals/chemical.ts';
import { gasConstant, liquidDensity, vapourPressurePa } from '../../chemicals/properties.ts';
import {
  type AmbientAir,
  condensationJPerKg,
  dryAirHeat,
  dryAirKgPerMol,
  fusionJPerKg,
  vapourHeat,
  waterHeat,
  waterKgPerMol,
  waterPressurePa,
} from './humid-air.ts';

/** Gas, humid air and their droplets at one pressure and one temperature. */
export interface Mixture {
  readonly temperatureK: number;
  readonly densityKgPerM3: number;
  /** Share of the gas's mass that is liquid. */
  readonly dropletShare: number;
  /** Share of the water's mass that is condensed. */
  readonly fogShare: number;
  /** Gas in a mole of gas, air and vapour, droplets counted as gas. */
  readonly moleFraction: number;
}

/**
 * The equilibrium of gas, air and water at the pressure of the air: homogeneous, ideal gases, the two liquids do not
 * mix. Enthalpy is counted from vapour of all parts at the temperature of the air, J/kg of mixture, and does not
 * change when the cloud takes up air; only heat from the ground changes it.
 */
export interface MixtureModel {
  readonly air: AmbientAir;
  /** Heat capacity of the gas, J/(kg K). */
  readonly gasHeatJPerKgK: number;
  /** Enthalpy of a kilogram of the released stuff with this share of droplets, J/kg. */
  enthalpyOf(temperatureK: number, dropletShare: number): number;
  /** State of a mixture with this mass fraction of gas and this enthalpy. */
  at(gasFraction: number, enthalpyJPerKg: number): Mixture;
}

/** Below this all condensed water is ice, above freezing none is; between, in proportion, K. */
const allIceK = 258.15;
const freezingK = 273.15;
const coldestK = 60;
const hottestK = 1500;

export function mixtureModel(chemical: Chemical, air: AmbientAir): MixtureModel {
  const gasKgPerMol = chemical.molarMassKgPerMol.value;
  const gasHeat = chemical.gasHeatJPerKgK.value;
  const liquidHeat = chemical.liquidHeatJPerKgK?.value ?? gasHeat;
  const boilingK = chemical.boilingK.value;
  const latent = chemical.vaporisationJPerKg.value;
  const { pressurePa, temperatureK: airK } = air;
  const dropletDensity = liquidDensity(chemical, Math.min(boilingK, chemical.criticalK.value * 0.95));
  const liquidEnthalpy = (t: number): number => gasHeat * (boilingK - airK) - latent + liquidHeat * (t - boilingK);

  /** Shares condensed at a temperature: the more volatile first, once again with the other known. */
  const condensed = (y: number, t: number): readonly [droplets: number, fog: number] => {
    const dry = ((1 - y) * (1 - air.humidity)) / dryAirKgPerMol;
    const water = ((1 - y) * air.humidity) / waterKgPerMol;
    const gas = y / gasKgPerMol;
    const gasPa = t >= chemical.criticalK.value ? Number.POSITIVE_INFINITY : vapourPressurePa(chemical, t);
    const waterPa = waterPressurePa(t);
    const mostOf = (others: number, own: number): number =>
      own >= pressurePa ? Number.POSITIVE_INFINITY : (others * own) / (pressurePa - own);
    let fog = water;
    let vapour = gas;
    for (let pass = 0; pass < 2; pass += 1) {
      vapour = Math.min(gas, mostOf(dry + water - fog, gasPa));
      fog = water - Math.min(water, mostOf(dry + vapour, waterPa));
    }
    return [gas > 0 ? 1 - vapour / gas : 0, water > 0 ? fog / water : 0];
  };
  const enthalpy = (y: number, t: number, droplets: number, fog: number): number => {
    const warm = t - airK;
    const vapour = gasHeat * warm;
    const gas = vapour + droplets * (liquidEnthalpy(t) - vapour);
    const ice = Math.min(1, Math.max(0, (freezingK - t) / (freezingK - allIceK)));
    const moist = vapourHeat * warm;
    const wet = waterHeat * warm - condensationJPerKg(airK) - ice * fusionJPerKg;
    const water = moist + fog * (wet - moist);
    return y * gas + (1 - y) * ((1 - air.humidity) * dryAirHeat * warm + air.humidity * water);
  };
  const density = (y: number, t: number, droplets: number, fog: number): number => {
    const moles =
      (y * (1 - droplets)) / gasKgPerMol +
      (1 - y) * ((1 - air.humidity) / dryAirKgPerMol + (air.humidity * (1 - fog)) / waterKgPerMol);
    const volume = (moles * gasConstant * t) / pressurePa;
    return 1 / (volume + (y * droplets) / dropletDensity + ((1 - y) * air.humidity * fog) / 1000);
  };
  const moleFraction = (y: number): number => {
    const gas = y / gasKgPerMol;
    return gas / (gas + (1 - y) * ((1 - air.humidity) / dryAirKgPerMol + air.humidity / waterKgPerMol));
  };

  const at = (gasFraction: number, target: number): Mixture => {
    const y = Math.min(1, Math.max(0, gasFraction));
    const error = (t: number): number => {
      const [droplets, fog] = condensed(y, t);
      return enthalpy(y, t, droplets, fog) - target;
    };
    // Enthalpy grows with temperature throughout: bracketed, false position with the Illinois rule, else halves.
    let low = airK;
    let atLow = error(low);
    let high = low;
    let atHigh = atLow;
    for (let step = 2; atLow > 0 && low > coldestK; step *= 2) {
      high = low;
      atHigh = atLow;
      low = Math.max(coldestK, low - step);
      atLow = error(low);
    }
    for (let step = 2; atHigh < 0 && high < hottestK; step *= 2) {
      low = high;
      atLow = atHigh;
      high = Math.min(hottestK, high + step);
      atHigh = error(high);
    }
    let side = 0;
    let weightLow = atLow;
    let weightHigh = atHigh;
    for (let n = 0; n < 60 && high - low > 1e-5 && weightHigh - weightLow > 0; n += 1) {
      const guess = n % 8 === 7 ? 0.5 * (low + high) : low - (weightLow * (high - low)) / (weightHigh - weightLow);
      const middle = Math.min(high, Math.max(low, guess));
      const here = error(middle);
      if (Math.abs(here) < 1e-3) {
        low = middle;
        high = middle;
        atLow = here;
        atHigh = here;
        break;
      }
      if (here < 0) {
        low = middle;
        atLow = here;
        weightLow = here;
        if (side < 0) weightHigh *= 0.5;
        side = -1;
      } else {
        high = middle;
        atHigh = here;
        weightHigh = here;
        if (side > 0) weightLow *= 0.5;
        side = 1;
      }
    }
    // Pure gas boils at one temperature: between both ends of a jump the state is mixed by enthalpy.
    const share = atHigh > atLow ? Math.min(1, Math.max(0, -atLow / (atHigh - atLow))) : 0;
    const [dropletsLow, fogLow] = condensed(y, low);
    const [dropletsHigh, fogHigh] = condensed(y, high);
    const temperatureK = low + share * (high - low);
    const dropletShare = dropletsLow + share * (dropletsHigh - dropletsLow);
    const fogShare = fogLow + share * (fogHigh - fogLow);
    return {
      temperatureK,
      densityKgPerM3: density(y, temperatureK, dropletShare, fogShare),
      dropletShare,
      fogShare,
      moleFraction: moleFraction(y),
    };
  };
  return {
    air,
    gasHeatJPerKgK: gasHeat,
    at,
    enthalpyOf: (t, dropletShare) => enthalpy(1, t, dropletShare, 0),
  };
}
