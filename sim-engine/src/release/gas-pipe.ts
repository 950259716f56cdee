import { exp } from '../arithmetic/exponential.ts';
import type { Chemical } from '../chemicals/chemical.ts';
import { gasConstant, heatCapacityRatio } from '../chemicals/properties.ts';
import type { Emitter, Escape } from './emitter.ts';
import { type ExitState, gasEnthalpy } from './exit-state.ts';
import { gasVessel } from './gas-vessel.ts';
import { gasDischarge, gasFlux, holeArea } from './orifice.ts';
import { frictionFactor } from './pipe-friction.ts';
import { compressibility, gasDensity } from './real-gas.ts';

/** A pipeline of gas with an opening. */
export interface GasLine {
  readonly pressurePa: number;
  readonly temperatureK: number;
  readonly lengthM: number;
  readonly diameterM: number;
  readonly holeDiameterM: number;
  readonly roughnessM: number;
  readonly outsidePa: number;
  /** Sent on by the plant, kg/s. */
  readonly feedKgPerS: number;
  /** Upstream of the valve, kg. */
  readonly upstreamKg: number;
}

/** Below this share of the pipe's area the pipe empties like a vessel through the hole (TNO Yellow Book 2.5.2.5). */
const smallHole = 0.2;

/** The gas line as an emitter: a small hole empties it like a vessel, a large one by the wave that runs along it. */
export function gasPipe(chemical: Chemical, line: GasLine): Emitter {
  const { pressurePa, temperatureK, holeDiameterM, diameterM, lengthM, outsidePa } = line;
  const holeAreaM2 = holeArea(Math.min(holeDiameterM, diameterM));
  const volume = holeArea(diameterM) * lengthM;
  const massKg = gasDensity(chemical, pressurePa, temperatureK) * volume;
  if (holeAreaM2 <= smallHole * holeArea(diameterM)) {
    return limited(
      (feedKgPerS) => gasVessel(chemical, { pressurePa, temperatureK, massKg, holeAreaM2, outsidePa, feedKgPerS }),
      line,
    );
  }
  return rupturedPipe(chemical, line, holeAreaM2, volume);
}

/** A feed from an inventory that can run out is spread over time by its rate; it ends when the inventory does. */
function limited(make: (feedKgPerS: number) => Emitter, { feedKgPerS, upstreamKg }: GasLine): Emitter {
  const inner = make(feedKgPerS);
  let upstream = upstreamKg;
  return {
    rate: inner.rate,
    remainingKg: inner.remainingKg,
    advance: (dtS, hole, valve) => {
      const asked = feedKgPerS * valve * dtS;
      const given = Math.min(asked, upstream);
      upstream -= given;
      return inner.advance(dtS, hole, asked > 0 ? (valve * given) / asked : valve);
    },
  };
}

/**
 * Full-bore rupture by Wilson's double exponential (Wilson 1979; Bell 1978; TNO Yellow Book 2.5.2.5):
 * q = q₀/(1 + C)·[C e^(−t/T) + e^(−t/C²T)], C = Q₀/(T q₀), T = ⅔ (L/c) √(γ f L/D), so that ∫q dt = Q₀, the gas above
 * the pressure outside. A half-closed opening slows its clock. What is fed follows with the same time T.
 */
function rupturedPipe(chemical: Chemical, line: GasLine, holeAreaM2: number, volumeM3: number): Emitter {
  const { pressurePa, temperatureK, lengthM, diameterM, roughnessM, outsidePa, feedKgPerS } = line;
  const gamma = heatCapacityRatio(chemical);
  const molar = chemical.molarMassKgPerMol.value;
  const z = compressibility(chemical, pressurePa, temperatureK);
  const density = gasDensity(chemical, pressurePa, temperatureK);
  const sound = Math.sqrt((z * gamma * gasConstant * temperatureK) / molar);
  const discharge = holeAreaM2 >= 0.999 * (Math.PI / 4) * diameterM * diameterM ? 1 : gasDischarge;
  const first = holeAreaM2 * gasFlux(pressurePa, density, gamma, discharge, outsidePa);
  const stock = Math.max(0, volumeM3 * density * (1 - outsidePa / pressurePa));
  const friction = frictionFactor(roughnessM, diameterM);
  const slow = (2 / 3) * (lengthM / sound) * Math.sqrt((gamma * friction * lengthM) / diameterM);
  // A pipe so short that friction does not matter still needs its stock over its first rate.
  const time = Math.max(slow, 1e-3 * (stock / Math.max(first, 1e-12)));
  const c = stock / (time * first);
  const gone = (clock: number): number =>
    (stock / (1 + c)) * (1 - exp(-clock / time) + c * (1 - exp(-clock / (c * c * time))));
  let clock = 0;
  let left = 0;
  let transit = 0;
  let upstream = line.upstreamKg;
  const rateNow = (): number =>
    first > 0 ? (first / (1 + c)) * (c * exp(-clock / time) + exp(-clock / (c * c * time))) + transit / time : 0;
  return {
    rate: rateNow,
    remainingKg: () => stock - left + transit + (feedKgPerS > 0 ? upstream : 0),
    advance: (dtS, hole, valve): Escape => {
      const fed = Math.min(upstream, feedKgPerS * valve * dtS);
      upstream -= fed;
      const followed = transit * (1 - exp((-dtS * hole) / time));
      // The pump's first kilogram arrives after the line's own.
      transit += fed - followed;
      clock += dtS * hole;
      const total = Math.min(stock, gone(clock));
      const massKg = total - left + followed;
      left = total;
      if (!(massKg > 0) || !(hole > 0)) return { massKg: Math.max(0, massKg) };
      return { massKg, exit: pipeExit(massKg / dtS, holeAreaM2 * hole * discharge) };
    },
  };

  /** Gas that comes out of a long pipe: at the speed of sound where it is choked, else at the pressure outside. */
  function pipeExit(rateKgPerS: number, areaM2: number): ExitState {
    const exitK = (2 * temperatureK) / (gamma + 1);
    const perDensity = (gasConstant * exitK) / molar;
    const speed = Math.sqrt(gamma * perDensity);
    const pressure = Math.max(outsidePa, ((rateKgPerS / areaM2) * perDensity) / speed);
    const speedMPerS = Math.min(speed, ((rateKgPerS / areaM2) * perDensity) / pressure);
    return {
      rateKgPerS,
      areaM2,
      pressurePa: pressure,
      speedMPerS,
      enthalpyJPerKg: gasEnthalpy(chemical, temperatureK),
    };
  }
}
