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

/**
 * The wind around obstacles over time. Steady fields scale with the friction velocity, so that one is solved only for a
 * new step of direction or a new stability class, each started from the one before. Directions step from that of the
 * first moment, which therefore is exact; the result depends on the times only, not on who asks first.
 */
export function windFieldsOver(
  balance: MassBalance,
  airAt: (timeS: number) => BoundaryLayer,
  timesS: readonly number[],
): WindOverTime {
  const airs = timesS.map(airAt);
  const from = airs[0]?.windFromDeg ?? 0;
  const rungDeg = rungsDeg.find((width) => countFields(airs, from, width) <= mostFields) ?? 45;
  const solved = new Map<string, { field: WindField; air: BoundaryLayer }>();
  const moments = airs.map((air) => {
    const key = keyOf(air, from, rungDeg);
    let found = solved.get(key);
    if (found === undefined) {
      const rung = from + rungDeg * rungOf(air, from, rungDeg);
      const ideal = { ...air, windFromDeg: rung, driftShare: 1 };
      found = { field: windField(balance, ideal, solved.size > 0), air: ideal };
      solved.set(key, found);
    }
    const share = (air.driftShare * air.frictionVelocityMPerS) / found.air.frictionVelocityMPerS;
    return { field: found.field, share, turnDeg: shortTurn(found.air.windFromDeg - air.windFromDeg) };
  });
  return { moments, fields: [...solved.values()].map(({ field }) => field), rungDeg };
}

function countFields(airs: readonly BoundaryLayer[], from: number, width: number): number {
  return new Set(airs.map((air) => keyOf(air, from, width))).size;
}

function keyOf(air: BoundaryLayer, from: number, width: number): string {
  return `${air.stability} ${rungOf(air, from, width)}`;
}

function rungOf(air: BoundaryLayer, from: number, width: number): number {
  return Math.floor(shortTurn(air.windFromDeg - from) / width + 0.5);
}

/** The same turn between −180 and 180 degrees. */
function shortTurn(turnDeg: number): number {
  return turnDeg - 360 * Math.floor((turnDeg + 180) / 360);
}
