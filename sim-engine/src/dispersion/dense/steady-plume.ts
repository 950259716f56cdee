import { erf } from '../../arithmetic/error-function.ts';
import { exp } from '../../arithmetic/exponential.ts';
import { pow } from '../../arithmetic/power.ts';
import { alongShare } from '../screening/lateral-spread.ts';
import type { Mixture, MixtureModel } from './mixture.ts';
import type { Section, SectionState, Surroundings } from './section.ts';
import { groundSpeed, jetSigma, stateOf } from './section-state.ts';
import { advance } from './section-step.ts';
import { type Emission, sectionOf } from './source-section.ts';

/** The plume of a steady source in a steady wind at one distance. */
export interface Station {
  readonly distanceM: number;
  readonly section: Section;
  readonly state: SectionState;
  /** Largest share of the steady value that a release of the given duration reaches here. */
  readonly peakShare: number;
}

/** Stations at these distances downwind (rising), for a release that lasts `durationS`. */
export function steadyPlume(
  emission: Emission,
  around: Surroundings,
  distancesM: readonly number[],
  durationS: number,
): Station[] {
  const section = sectionOf(emission, around);
  const [x0, y0] = emission.at;
  return distancesM.map((distanceM) => {
    for (let n = 0; n < 400; n += 1) {
      const state = stateOf(section, around);
      const gone = (section.x - x0) * around.windEast + (section.y - y0) * around.windNorth;
      const left = distanceM - gone;
      if (left < 0.001 * distanceM) break;
      advance(
        section,
        around,
        Math.max(1e-3, left / Math.max(groundSpeed(state), 0.05)) * (left < 0.02 * distanceM ? 0.9 : 0.1),
      );
    }
    const state = stateOf(section, around);
    const half = 0.5 * groundSpeed(state) * durationS;
    const peakShare = erf(half / (Math.SQRT2 * alongShare * Math.max(1e-3, section.travelM)));
    return { distanceM, section: { ...section }, state, peakShare };
  });
}

/** Concentration on the axis at a height, over that at the ground (aloft: that of the jet's axis, with its mirror image). */
export function heightShare(section: Section, state: SectionState, heightM: number): number {
  if (!section.aloft) return exp(-pow(heightM / state.scaleM, state.exponent));
  const sigma = jetSigma(state);
  const bell = (off: number): number => exp(-0.5 * (off / sigma) * (off / sigma));
  return bell(heightM - section.heightM) + bell(heightM + section.heightM);
}

/** Largest concentration at a height that a station sees, kg/m³. */
export function stationPeak({ section, state, peakShare }: Station, heightM: number): number {
  return peakShare * state.axisKgPerM3 * heightShare(section, state, heightM);
}

/**
 * The mixture of a concentration, kg/m³, in a cloud that carries `enthalpyPerGas` J per kg of gas: clouds mix so that
 * heat goes with the gas.
 */
export function mixtureOfConcentration(model: MixtureModel, kgPerM3: number, enthalpyPerGas: number): Mixture {
  let low = 0;
  let high = 1;
  for (let n = 0; n < 50; n += 1) {
    const y = 0.5 * (low + high);
    if (y * model.at(y, y * enthalpyPerGas).densityKgPerM3 < kgPerM3) low = y;
    else high = y;
  }
  return model.at(high, high * enthalpyPerGas);
}
