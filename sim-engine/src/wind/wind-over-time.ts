import type { StabilityClass } from '@upwind/scenarios';
import type { BoundaryLayer } from '../weather/boundary-layer.ts';
import { type MassBalance, windField } from './steady-wind.ts';
import type { WindField } from './wind-field.ts';

/** A field that stands for a moment: the wind is `share` times its speeds. */
export interface MomentaryWind {
  readonly field: WindField;
  readonly share: number;
  /** What the field's direction differs from the moment's, degrees. */
  readonly turnDeg: number;
}

export interface WindOverTime {
  /** One for every time asked for, in that order. */
  readonly moments: readonly MomentaryWind[];
  readonly fields: readonly WindField[];
  /** Directions closer than this share a field, degrees. */
  readonly rungDeg: number;
}

/** Widths of the steps of direction, degrees: the finest that needs few enough fields is taken. */
const rungsDeg = [5, 7.5, 10, 15, 22.5, 45];
/** Fields kept at a time; one of 1.3 million cells holds 16 MB. */
const mostFields = 12;
/** Changes from one field to another: each costs the turbulence of the whole grid anew. */
const mostChanges = 60;
/** A field is kept until the wind has turned beyond its step by this share of it, so that gusts do not flip it. */
const heldShare = 0.25;

/** What the air has in common that shares a field: each class, unstable and neutral and stable, or any. */
const kinships: readonly ((stability: StabilityClass) => string)[] = [
  (stability) => stability,
  (stability) => (stability < 'C' ? 'unstable' : stability < 'E' ? 'neutral' : 'stable'),
  () => 'any',
];

/**
 * The wind around obstacles over time. Steady fields scale with the friction velocity, so that one is solved only for a
 * new step of direction or a new stability class, each started from the one before. Directions step from that of the
 * first moment, which therefore is exact; the result depends on the times only, not on who asks first. Where direction
 * and class change so much that this needs too many fields, steps widen and classes share one.
 */
export function windFieldsOver(
  balance: MassBalance,
  airAt: (timeS: number) => BoundaryLayer,
  timesS: readonly number[],
): WindOverTime {
  const airs = timesS.map(airAt);
  const from = airs[0]?.windFromDeg ?? 0;
  const { rungDeg, rungs, keys } = chosenSteps(airs, from);
  const solved = new Map<string, { field: WindField; air: BoundaryLayer }>();
  const moments = airs.map((air, n) => {
    const key = keys[n] as string;
    let found = solved.get(key);
    if (found === undefined) {
      const windFromDeg = from + rungDeg * (rungs[n] as number);
      const ideal = { ...air, windFromDeg, driftShare: 1 };
      found = { field: windField(balance, ideal, solved.size > 0), air: ideal };
      solved.set(key, found);
    }
    const share = (air.driftShare * air.frictionVelocityMPerS) / found.air.frictionVelocityMPerS;
    return { field: found.field, share, turnDeg: shortTurn(found.air.windFromDeg - air.windFromDeg) };
  });
  return { moments, fields: [...solved.values()].map(({ field }) => field), rungDeg };
}

/** Moment by moment the step of direction that it takes, and the name of its field. */
interface Steps {
  readonly rungDeg: number;
  readonly rungs: readonly number[];
  readonly keys: readonly string[];
}

/** The finest steps that need few enough fields and changes; the coarsest where none do. */
function chosenSteps(airs: readonly BoundaryLayer[], from: number): Steps {
  let steps: Steps = { rungDeg: rungsDeg[0] as number, rungs: [], keys: [] };
  for (const kinship of kinships) {
    for (const width of rungsDeg) {
      steps = stepsOf(airs, from, width, kinship);
      const { keys } = steps;
      const changes = keys.filter((key, n) => n > 0 && key !== keys[n - 1]).length;
      if (new Set(keys).size <= mostFields && changes <= mostChanges) return steps;
    }
  }
  return steps;
}

function stepsOf(
  airs: readonly BoundaryLayer[],
  from: number,
  rungDeg: number,
  kinship: (stability: StabilityClass) => string,
): Steps {
  let rung = 0;
  const rungs = airs.map(({ windFromDeg }) => {
    const off = shortTurn(windFromDeg - from - rung * rungDeg) / rungDeg;
    if (Math.abs(off) > 0.5 + heldShare) rung = Math.floor(shortTurn(windFromDeg - from) / rungDeg + 0.5);
    return rung;
  });
  return { rungDeg, rungs, keys: airs.map(({ stability }, n) => `${kinship(stability)} ${rungs[n]}`) };
}

/** The same turn between −180 and 180 degrees. */
function shortTurn(turnDeg: number): number {
  return turnDeg - 360 * Math.floor((turnDeg + 180) / 360);
}
