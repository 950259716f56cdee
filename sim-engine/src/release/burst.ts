import { ln } from '../arithmetic/logarithm.ts';
import { pow } from '../arithmetic/power.ts';
import type { Chemical } from '../chemicals/chemical.ts';
import {
  atmospherePa,
  gasConstant,
  heatCapacityRatio,
  liquidDensity,
  vaporisationHeat,
  vapourPressurePa,
} from '../chemicals/properties.ts';
import { boilingAt, gasEnthalpy } from './exit-state.ts';
import { mixtureOf } from './expansion.ts';
import { liquidHeat } from './liquid-heat.ts';
import { airHeat, airMolarMass, type SurroundingAir } from './surrounding-air.ts';

/** A vessel that bursts. */
export interface BurstCharge {
  readonly phase: 'gas' | 'liquid' | 'liquefied-gas';
  readonly pressurePa: number;
  readonly temperatureK: number;
  readonly massKg: number;
}

/** What a burst leaves: a hemisphere of cloud with the air it drew in, and a pool. */
export interface Burst {
  readonly airborneKg: number;
  readonly pooledKg: number;
  readonly poolK: number;
  readonly dropletShare: number;
  readonly temperatureK: number;
  readonly radiusM: number;
  readonly airKg: number;
  /** Speed at which the pure cloud flew apart, m/s. */
  readonly speedMPerS: number;
}

/** Air drawn in by the expansion, at most: ten times the cloud's own mass (Kaiser & Walker 1978; CCPS 1999). */
const mostAirRatio = 10;

/**
 * Sudden loss of a vessel. The contents expand without heat to the pressure outside, which sets the flash and, by the
 * work left over, the speed u (Hardee & Lee 1975); as much liquid again as vapour stays aloft as spray (Kaiser & Walker
 * 1978), the rest makes a pool. The cloud grows as a hemisphere by its momentum, (π/2) ρ r³ dr/dt = m u, until it grows
 * no faster than the wind or has drawn in ten times its mass.
 */
export function burst(chemical: Chemical, charge: BurstCharge, air: SurroundingAir): Burst {
  const outsidePa = air.pressurePa ?? atmospherePa;
  const boilingK = boilingAt(chemical, outsidePa);
  const { vapourShare, speedMPerS } = adiabatic(chemical, charge, outsidePa, boilingK);
  const sprayed = Math.min(1 - vapourShare, vapourShare);
  const airborneKg = charge.massKg * (vapourShare + sprayed);
  const pooledKg = charge.massKg - airborneKg;
  const dropletShare = airborneKg > 0 ? (charge.massKg * sprayed) / airborneKg : 0;
  const growth = Math.max(1, air.windSpeedMPerS);
  const airRatio = Math.min(mostAirRatio, (4 / 3) * (speedMPerS / growth));
  const cold =
    charge.phase === 'gas'
      ? mixtureOf(chemical, gasHeatAfter(chemical, charge, speedMPerS), outsidePa).temperatureK
      : Math.min(charge.temperatureK, boilingK);
  const mixed = mixedWithAir(chemical, cold, dropletShare, airRatio, air, outsidePa);
  const airKg = airRatio * airborneKg;
  const moles = (airborneKg * (1 - mixed.dropletShare)) / chemical.molarMassKgPerMol.value + airKg / airMolarMass;
  const volume = (moles * gasConstant * mixed.temperatureK) / outsidePa;
  return {
    airborneKg,
    pooledKg,
    poolK: Math.min(charge.temperatureK, boilingK),
    dropletShare: mixed.dropletShare,
    temperatureK: mixed.temperatureK,
    radiusM: pow((3 * volume) / (2 * Math.PI), 1 / 3),
    airKg,
    speedMPerS,
  };
}

/** Vapour share and speed after expansion at constant entropy; work against the air is taken off. */
function adiabatic(
  chemical: Chemical,
  { phase, pressurePa, temperatureK }: BurstCharge,
  outsidePa: number,
  boilingK: number,
): { readonly vapourShare: number; readonly speedMPerS: number } {
  if (phase === 'gas') {
    const gamma = heatCapacityRatio(chemical);
    const ratio = Math.min(1, outsidePa / pressurePa);
    const cooled = temperatureK * pow(ratio, (gamma - 1) / gamma);
    const perKg = gasConstant / chemical.molarMassKgPerMol.value;
    // Internal energy given up, less the work of pushing the air back.
    const growth = (perKg * cooled) / outsidePa - (perKg * temperatureK) / pressurePa;
    const work = (perKg * (temperatureK - cooled)) / (gamma - 1) - outsidePa * growth;
    return { vapourShare: 1, speedMPerS: Math.sqrt(2 * Math.max(0, work)) };
  }
  // At constant entropy x h/Tb = c ln(T/Tb); the heat given up less the work of the pressure outside is motion.
  const heat = liquidHeat(chemical);
  const warm = Math.max(boilingK, temperatureK);
  const drop = boilingK * ln(warm / boilingK);
  const vapourShare = Math.min(1, (heat * drop) / vaporisationHeat(chemical, boilingK));
  const overPa = Math.max(0, vapourPressurePa(chemical, temperatureK) - outsidePa);
  const work = heat * (warm - boilingK - drop) - overPa / liquidDensity(chemical, temperatureK);
  return { vapourShare, speedMPerS: Math.sqrt(2 * Math.max(0, work)) };
}

function gasHeatAfter(chemical: Chemical, charge: BurstCharge, speed: number): number {
  return gasEnthalpy(chemical, charge.temperatureK) - 0.5 * speed * speed;
}

/**
 * A cold mixture of vapour and drops after it has taken in air: heat is shared, drops evaporate as far as the heat and
 * the air's room for vapour let them.
 */
export function mixedWithAir(
  chemical: Chemical,
  coldK: number,
  dropletShare: number,
  airRatio: number,
  air: SurroundingAir,
  outsidePa: number,
): { readonly temperatureK: number; readonly dropletShare: number } {
  if (!(airRatio > 0)) return { temperatureK: coldK, dropletShare };
  const gasHeat = chemical.gasHeatJPerKgK.value;
  const latent = vaporisationHeat(chemical, Math.min(coldK, 0.95 * chemical.criticalK.value));
  /** Liquid left at a temperature by the heat alone, and by the room in the air. */
  const byHeat = (t: number): number => {
    const heat =
      airRatio * airHeat * (air.temperatureK - t) -
      (1 - dropletShare) * gasHeat * (t - coldK) -
      dropletShare * liquidHeat(chemical) * (t - coldK);
    return dropletShare - heat / latent;
  };
  const byRoom = (t: number): number => {
    const pressure = vapourPressurePa(chemical, t);
    if (pressure >= 0.999 * outsidePa) return 0;
    const room = (airRatio / airMolarMass) * chemical.molarMassKgPerMol.value * (pressure / (outsidePa - pressure));
    return Math.max(0, 1 - room);
  };
  let low = Math.min(0.5 * coldK, air.temperatureK);
  let high = Math.max(coldK, air.temperatureK);
  for (let k = 0; k < 50; k += 1) {
    const middle = 0.5 * (low + high);
    // Warmer: less heat was spent on evaporation, more liquid is left; the air has more room for vapour.
    if (byHeat(middle) > byRoom(middle)) high = middle;
    else low = middle;
  }
  const temperatureK = 0.5 * (low + high);
  return { temperatureK, dropletShare: Math.min(dropletShare, Math.max(0, byRoom(temperatureK))) };
}
