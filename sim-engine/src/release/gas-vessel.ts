import { pow } from '../arithmetic/power.ts';
import type { Chemical } from '../chemicals/chemical.ts';
import { gasConstant, heatCapacityRatio } from '../chemicals/properties.ts';
import type { Emitter, Escape } from './emitter.ts';
import { type ExitState, gasEnthalpy } from './exit-state.ts';
import { criticalRatio, gasDischarge, gasFlux } from './orifice.ts';
import { compressibility } from './real-gas.ts';

/** Gas under pressure behind a hole. */
export interface GasCharge {
  readonly pressurePa: number;
  readonly temperatureK: number;
  readonly massKg: number;
  readonly holeAreaM2: number;
  readonly outsidePa: number;
  /** Gas that something keeps sending in, kg/s. */
  readonly feedKgPerS?: number;
}

/**
 * A vessel of gas that empties without heat from outside: p ∝ m^γ, T ∝ m^(γ−1), the real-gas factor kept as it was at
 * the start. It ends when the pressure is that outside. A feed is warm as at the start and only adds mass.
 */
export function gasVessel(chemical: Chemical, charge: GasCharge): Emitter {
  const { pressurePa, temperatureK, holeAreaM2, outsidePa, feedKgPerS = 0 } = charge;
  const gamma = heatCapacityRatio(chemical);
  const z = compressibility(chemical, pressurePa, temperatureK);
  const start = charge.massKg;
  const floor = start * pow(Math.min(1, outsidePa / pressurePa), 1 / gamma);
  let mass = start;
  const state = (): { p: number; t: number; density: number } => {
    const share = mass / start;
    const p = pressurePa * pow(share, gamma);
    const t = temperatureK * pow(share, gamma - 1);
    return { p, t, density: (p * chemical.molarMassKgPerMol.value) / (z * gasConstant * t) };
  };
  const rateNow = (): number => {
    if (mass <= floor) return 0;
    const { p, density } = state();
    return holeAreaM2 * gasFlux(p, density, gamma, gasDischarge, outsidePa);
  };
  return {
    rate: rateNow,
    remainingKg: () => (feedKgPerS > 0 ? Number.POSITIVE_INFINITY : Math.max(0, mass - floor)),
    advance: (dtS, hole, valve): Escape => {
      const { p, t, density } = state();
      // With a feed the valve is upstream; without one it is the hole's own.
      const open = feedKgPerS > 0 ? hole : hole * valve;
      const rate = rateNow() * open;
      const fed = feedKgPerS * valve * dtS;
      const left = Math.min(rate * dtS, Math.max(0, mass + fed - floor));
      // A compressor cannot push the vessel above the pressure it began with: what is more is not sent.
      mass = Math.min(start, mass - left + fed);
      if (!(left > 0)) return { massKg: 0 };
      // The last breath fills only part of the time: a narrower jet as fast as the others.
      const area = holeAreaM2 * open * gasDischarge * (left / (rate * dtS));
      return { massKg: left, exit: gasExit(chemical, { p, t, density, gamma }, left / dtS, area, outsidePa) };
    },
  };
}

/** The state of a gas in the narrowest place of its jet, choked or not. */
export function gasExit(
  chemical: Chemical,
  inside: { readonly p: number; readonly t: number; readonly density: number; readonly gamma: number },
  rateKgPerS: number,
  areaM2: number,
  outsidePa: number,
): ExitState {
  const { p, t, density, gamma } = inside;
  const ratio = Math.max(Math.min(1, outsidePa / p), criticalRatio(gamma));
  const exitDensity = density * pow(ratio, 1 / gamma);
  return {
    rateKgPerS,
    areaM2,
    pressurePa: ratio * p,
    speedMPerS: rateKgPerS / (areaM2 * exitDensity),
    enthalpyJPerKg: gasEnthalpy(chemical, t),
  };
}
