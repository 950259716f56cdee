import { hypot } from '../../arithmetic/hypotenuse.ts';
import { pow } from '../../arithmetic/power.ts';
import { gravity } from '../../constants.ts';
import { cloudShape } from './cloud-shape.ts';
import { stratification } from './entrainment.ts';
import { leastAveragingS, type Section, type SectionState, type Surroundings, softened } from './section.ts';

/** Least speed of a section, m/s: still air does not take it away, but it must not pile up without end either. */
const leastSpeed = 0.1;
const root = Math.sqrt(Math.PI);

/** Spread of a mean of `averagingTimeS` over that of 600 s. */
export function spreadShareOf(averagingTimeS: number): number {
  return pow(Math.max(leastAveragingS, averagingTimeS) / 600, 0.2);
}

/** What the section is like in these surroundings: its depth and speed are found together. */
export function stateOf(section: Section, { air, mixture, windEast, windNorth }: Surroundings): SectionState {
  const gasShare = section.gasKgPerS / section.massKgPerS;
  const state = mixture.at(gasShare, section.heatW / section.massKgPerS);
  const density = state.densityKgPerM3;
  const excessEast = section.pushEastN / section.massKgPerS;
  const excessNorth = section.pushNorthN / section.massKgPerS;
  const excessUp = section.aloft ? section.pushUpN / section.massKgPerS : 0;
  const width = section.aloft ? 0 : softened(section.halfWidthM, section.sigmaM);
  let depth = section.depthM;
  const airDensity = mixture.air.densityKgPerM3;
  const friction = air.frictionVelocityMPerS;
  const perDepth = (gravity * (density - airDensity)) / (airDensity * friction * friction);
  let shape = cloudShape(
    air,
    section.aloft ? section.heightM : depth,
    section.aloft ? 0 : stratification(perDepth * depth),
  );
  let speed = leastSpeed;
  for (let n = 0; n < 12; n += 1) {
    const east = shape.windMPerS * windEast + excessEast;
    const north = shape.windMPerS * windNorth + excessNorth;
    speed = Math.max(leastSpeed, Math.sqrt(east * east + north * north + excessUp * excessUp));
    const area = section.massKgPerS / (density * speed);
    if (section.aloft) {
      depth = Math.sqrt(area);
      break;
    }
    const next = area / (2 * width);
    const done = Math.abs(next - depth) < 1e-4 * next;
    depth = next;
    shape = cloudShape(air, depth, stratification(perDepth * depth));
    if (done) break;
  }
  const drift = air.driftShare * shape.windMPerS;
  return {
    mixture: state,
    effectiveHalfWidthM: section.aloft ? 0.5 * depth : width,
    depthM: depth,
    scaleM: shape.scaleM,
    exponent: shape.exponent,
    speedMPerS: speed,
    eastMPerS: drift * windEast + excessEast,
    northMPerS: drift * windNorth + excessNorth,
    excessMPerS: Math.sqrt(excessEast * excessEast + excessNorth * excessNorth + excessUp * excessUp),
    windMPerS: shape.windMPerS,
    ambientGradient: shape.gradient,
    growth: shape.growth,
    axisKgPerM3: density * gasShare,
    richardson: perDepth * depth,
  };
}

/** Standard deviation of a round jet with this state, m: a Gaussian that carries the flux of the top hat. */
export function jetSigma({ depthM }: SectionState): number {
  return depthM / (root * Math.SQRT2);
}

/** Height above ground at which a jet of this state touches it: half the side of the square of equal area. */
export function touchHeight({ depthM }: SectionState): number {
  return 0.5 * depthM;
}

/** Way a section goes over the ground in one second, m. */
export function groundSpeed({ eastMPerS, northMPerS }: SectionState): number {
  return hypot(eastMPerS, northMPerS);
}
