import type { AirborneSource } from '../../release/airborne.ts';

/** Particles that one source sends out in one step. */
export interface Emission {
  readonly source: number;
  readonly count: number;
  /** Of each of them, kg. */
  readonly massKg: number;
}

/**
 * Shares `particles` out among the steps of sources: half by mass, half by time, so that neither a short burst nor a
 * long tail goes without. What a step has no particle for is carried by the next. `steps` of the same length as the
 * sources' own; the result depends on nothing else.
 */
export function emissionPlan(
  sources: readonly AirborneSource[],
  steps: number,
  particles: number,
): readonly (readonly Emission[])[] {
  let total = 0;
  let filled = 0;
  for (const { massKg } of sources) {
    for (let n = 0; n < steps; n += 1) {
      const mass = massKg[n] ?? 0;
      if (mass > 0) filled += 1;
      total += mass;
    }
  }
  const plan: Emission[][] = Array.from({ length: steps }, () => []);
  if (total <= 0) return plan;
  let due = 0;
  let sent = 0;
  sources.forEach(({ massKg }, source) => {
    let held = 0;
    let last: { step: number; at: number } | undefined;
    for (let n = 0; n < steps; n += 1) {
      const mass = massKg[n] ?? 0;
      if (mass <= 0) continue;
      held += mass;
      due += particles * (0.5 * (mass / total) + 0.5 / filled);
      const count = Math.floor(due + 0.5) - sent;
      if (count <= 0) continue;
      sent += count;
      const list = plan[n] as Emission[];
      list.push({ source, count, massKg: held / count });
      last = { step: n, at: list.length - 1 };
      held = 0;
    }
    if (held <= 0) return;
    if (last === undefined) {
      const step = massKg.findIndex((mass) => mass > 0);
      (plan[step] as Emission[]).push({ source, count: 1, massKg: held });
      sent += 1;
      return;
    }
    const list = plan[last.step] as Emission[];
    const one = list[last.at] as Emission;
    list[last.at] = { ...one, massKg: one.massKg + held / one.count };
  });
  return plan;
}
