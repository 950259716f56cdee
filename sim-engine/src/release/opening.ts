import type { Release } from '@upwind/scenarios';

/** How far a release is open at a time, each 0…1: its hole (started, stopped) and its valve (throttled, closed). */
export interface Opening {
  /** Mean share over a stretch of time. */
  hole(fromS: number, toS: number): number;
  valve(fromS: number, toS: number): number;
}

/** A value that changes evenly from `fromS` to `toS` and then holds. */
interface Ramp {
  readonly fromS: number;
  readonly toS: number;
  readonly from: number;
  readonly to: number;
}

/** Reads `startS`, `stopS` and the actions of a release, in order of time. */
export function openingOf({ startS, stopS, actions = [] }: Release): Opening {
  const hole: Ramp[] = [step(startS, 0, 1)];
  const valve: Ramp[] = [];
  const last = stopS ?? Number.POSITIVE_INFINITY;
  const ordered = actions
    .map((action, k) => ({ action, k }))
    .sort((a, b) => a.action.timeS - b.action.timeS || a.k - b.k)
    .map(({ action }) => action);
  for (const action of ordered) {
    const at = action.timeS;
    if (action.kind === 'start') {
      hole.push(step(at, valueAt(hole, at, 0), 1));
      valve.push(step(at, valueAt(valve, at, 1), 1));
    } else if (action.kind === 'stop') {
      hole.push(step(at, valueAt(hole, at, 0), 0));
    } else if (action.kind === 'throttle') {
      valve.push(step(at, valueAt(valve, at, 1), action.share));
    } else {
      valve.push({ fromS: at, toS: at + action.overS, from: valueAt(valve, at, 1), to: 0 });
    }
  }
  // Nothing happens before the release starts, and nothing after its end.
  const within = (ramps: readonly Ramp[], initial: number) => (fromS: number, toS: number) =>
    meanOf(ramps, initial, Math.max(fromS, startS), Math.min(toS, last)) *
    Math.max(0, (Math.min(toS, last) - Math.max(fromS, startS)) / (toS - fromS));
  const holeRamps = hole.sort((a, b) => a.fromS - b.fromS);
  return {
    hole: within(holeRamps, 0),
    valve: (fromS, toS) => meanOf(valve, 1, fromS, toS),
  };
}

function step(atS: number, from: number, to: number): Ramp {
  return { fromS: atS, toS: atS, from, to };
}

/** The ramp that began last rules. */
function valueAt(ramps: readonly Ramp[], timeS: number, initial: number): number {
  let value = initial;
  for (const { fromS, toS, from, to } of ramps) {
    if (fromS > timeS) break;
    value = timeS >= toS ? to : from + ((to - from) * (timeS - fromS)) / (toS - fromS);
  }
  return value;
}

/** Exact mean between two times of what is linear between its corners. */
function meanOf(ramps: readonly Ramp[], initial: number, fromS: number, toS: number): number {
  if (!(toS > fromS)) return 0;
  const corners = [fromS, toS];
  for (const ramp of ramps) {
    for (const corner of [ramp.fromS, ramp.toS]) if (corner > fromS && corner < toS) corners.push(corner);
  }
  corners.sort((a, b) => a - b);
  let sum = 0;
  for (let k = 1; k < corners.length; k += 1) {
    const low = corners[k - 1] as number;
    const high = corners[k] as number;
    // The middle of a piece without a corner inside is its mean.
    if (high > low) sum += (high - low) * valueAt(ramps, 0.5 * (low + high), initial);
  }
  return sum / (toS - fromS);
}
