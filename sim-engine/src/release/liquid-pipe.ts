import type { Chemical } from '../chemicals/chemical.ts';
import { liquidDensity, vapourPressurePa } from '../chemicals/properties.ts';
import { gravity } from '../constants.ts';
import type { Emitter, Escape } from './emitter.ts';
import { liquidEnthalpy } from './exit-state.ts';
import { liquidHeat } from './liquid-heat.ts';
import { flashingFlux, holeArea, liquidDischarge } from './orifice.ts';
import { flashingLoss, frictionFactor, lineDischarge } from './pipe-friction.ts';
import { saturationState } from './saturation-state.ts';
import { omegaCriticalRatio, omegaOf } from './two-phase.ts';

/** A line full of liquid with an opening at its end. */
export interface LiquidLine {
  readonly pressurePa: number;
  readonly temperatureK: number;
  readonly lengthM: number;
  readonly diameterM: number;
  readonly holeDiameterM: number;
  readonly roughnessM: number;
  readonly outsidePa: number;
  /** What a pump can send, kg/s; infinite where a vessel feeds the line. */
  readonly feedKgPerS: number;
  readonly upstreamKg: number;
  /** Height of the line above its opening, m. */
  readonly dropM: number;
}

/**
 * A liquid line or hose: friction and opening let through what the pressure drives, a pump no more than it sends. A
 * boiling liquid is slowed by its own vapour (Fauske 1985). With the valve closing, the line drains: by its drop, or by
 * its own vapour at a rate that falls with what is left.
 */
export function liquidPipe(chemical: Chemical, line: LiquidLine): Emitter {
  const { pressurePa, temperatureK, lengthM, diameterM, outsidePa, feedKgPerS } = line;
  const density = liquidDensity(chemical, temperatureK);
  const area = holeArea(Math.min(line.holeDiameterM, diameterM));
  const areaRatio = area / holeArea(diameterM);
  const slenderness = lengthM / diameterM;
  const friction = frictionFactor(line.roughnessM, diameterM);
  const discharge = lineDischarge(friction, slenderness, areaRatio, liquidDischarge);
  const saturationPa = vapourPressurePa(chemical, temperatureK);
  const boils = saturationPa > outsidePa;
  const enthalpyJPerKg = liquidEnthalpy(chemical, temperatureK);
  const whole = density * holeArea(diameterM) * lengthM;
  let held = whole;
  let upstream = line.upstreamKg;

  const exit = boils
    ? boilingExit(chemical, temperatureK, outsidePa)
    : { pressurePa: outsidePa, volumeM3PerKg: 1 / density };
  const forced = (overPa: number): number => discharge * Math.sqrt(2 * density * Math.max(0, overPa));
  const flash = boils
    ? flashingFlux(chemical, saturationPa, temperatureK, lengthM, areaRatio < 1 ? liquidDischarge : 1, outsidePa) *
      (areaRatio < 1 ? 1 : flashingLoss(slenderness))
    : 0;
  const head = density * gravity * line.dropM;
  const pressed = forced(pressurePa + head - Math.max(outsidePa, boils ? saturationPa : 0));
  const full = area * Math.sqrt(flash * flash + pressed * pressed);
  /** Rate of the line by itself, kg/s, as it is filled now. */
  const draining = (): number => {
    const share = held / whole;
    const falling = forced(head * share);
    return area * Math.sqrt(flash * flash * share * share + falling * falling);
  };
  const flows = (valve: number): { readonly fed: number; readonly drained: number } => {
    const fed = upstream > 0 ? valve * Math.min(feedKgPerS, full) : 0;
    return { fed, drained: full > 0 ? Math.max(0, 1 - fed / full) * draining() : 0 };
  };
  return {
    rate: () => {
      const { fed, drained } = flows(1);
      return Math.max(fed + drained, full * 0.1);
    },
    remainingKg: () => held + (feedKgPerS > 0 ? upstream : 0),
    advance: (dtS, hole, valve): Escape => {
      const { fed, drained } = flows(valve);
      const fromUpstream = Math.min(upstream, fed * hole * dtS);
      const fromLine = Math.min(held, drained * hole * dtS);
      upstream -= fromUpstream;
      held -= fromLine;
      const massKg = fromUpstream + fromLine;
      if (!(massKg > 0)) return { massKg: 0 };
      const rateKgPerS = massKg / dtS;
      const areaM2 = area * hole;
      const filling = Math.min(1, rateKgPerS / (full * hole));
      return {
        massKg,
        exit: {
          rateKgPerS,
          areaM2,
          // A line that a pump feeds below what it could pass is not choked: its end is nearer the pressure outside.
          pressurePa: outsidePa + (exit.pressurePa - outsidePa) * filling * filling,
          speedMPerS: (rateKgPerS * exit.volumeM3PerKg) / (areaM2 * (areaRatio < 1 ? liquidDischarge : 1)),
          enthalpyJPerKg,
        },
      };
    },
  };
}

/** Pressure and volume in the end of a line in which a saturated liquid boils: choked homogeneous equilibrium. */
function boilingExit(
  chemical: Chemical,
  temperatureK: number,
  outsidePa: number,
): { readonly pressurePa: number; readonly volumeM3PerKg: number } {
  const state = saturationState(chemical, temperatureK);
  const liquidM3PerKg = 1 / state.liquidKgPerM3;
  const omega = omegaOf({
    ...state,
    quality: 0,
    liquidM3PerKg,
    vapourM3PerKg: 1 / state.vapourKgPerM3,
    liquidJPerKgK: liquidHeat(chemical),
  });
  const ratio = Math.max(outsidePa / state.pressurePa, omegaCriticalRatio(omega));
  return { pressurePa: ratio * state.pressurePa, volumeM3PerKg: liquidM3PerKg * (1 + omega * (1 / ratio - 1)) };
}
