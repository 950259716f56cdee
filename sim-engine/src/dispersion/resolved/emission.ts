import type { AirborneSource } from '../../release/airborne.ts';

/** Particles that one source sends out in one step. */
export interface Emission {
  readonly source: number;
  readonly count: number;
  /** Of each of them, kg. */
  readonly massKg: number;
}

/** Share of the particles that goes evenly to the steps of a run. */
const evenShare = 0.8;
/** Share that a step gets whose gas is all new, falling with the square of what is new: of a burst, and of a beginning. */
const burstShare = 0.4;
const freshShare = 0.05;

/**
 * How many particles the gas of a step is worth, of `particles` over a run of `steps`. It knows the past only
 * (`freshPart`: the step's gas over all gas so far), so that a run that is changed later has the same particles before.
 */
export function particlesOfStep(particles: number, steps: number, freshPart: number, burst: boolean): number {
  return particles * (evenShare / steps + (burst ? burstShare : freshShare) * freshPart * freshPart);
}

/** The most particles that `particlesOfStep` can come to, with one more a step for rounding. */
export function mostParticles(particles: number, steps: number, sources: number): number {
  // Σ 1/n² is less than 1.65.
  return Math.ceil(particles * (evenShare + 1.65 * burstShare)) + steps + 2 * sources;
}

/**
 * Shares particles out among the steps of sources: in a step half by mass, half evenly. What a step has no particle for
 * is carried by the next. `steps` of the same length as the sources' own; a step's particles depend on it and on those
 * before alone.
 */
export function emissionPlan(
  sources: readonly AirborneSource[],
  steps: number,
  particles: number,
): readonly (readonly Emission[])[] {
  const plan: Emission[][] = Array.from({ length: steps }, () => []);
  const held = sources.map(() => 0);
  const due = sources.map(() => 0.5);
  const last = sources.map(() => 0);
  let soFar = 0;
  for (let n = 0; n < steps; n += 1) {
    const active = sources.filter(({ massKg }) => (massKg[n] ?? 0) > 0).length;
    const total = sources.reduce((sum, { massKg }) => sum + (massKg[n] ?? 0), 0);
    if (total <= 0) continue;
    soFar += total;
    sources.forEach(({ massKg, kind }, source) => {
      const mass = massKg[n] ?? 0;
      if (mass <= 0) return;
      const worth = particlesOfStep(particles, steps, total / soFar, kind === 'burst');
      held[source] = (held[source] as number) + mass;
      due[source] = (due[source] as number) + worth * (0.5 * (mass / total) + 0.5 / active);
      last[source] = n;
      const count = Math.floor(due[source] as number);
      if (count === 0) return;
      due[source] = (due[source] as number) - count;
      (plan[n] as Emission[]).push({ source, count, massKg: (held[source] as number) / count });
      held[source] = 0;
    });
  }
  held.forEach((mass, source) => {
    if (mass > 0) (plan[last[source] as number] as Emission[]).push({ source, count: 1, massKg: mass });
  });
  return plan;
}
