import { cos, sin } from '../../arithmetic/trigonometry.ts';
import type { Obstacle } from '../obstacles.ts';
import { planArea } from '../resolution.ts';
import type { WindAxes } from '../wind-axes.ts';

/** Where a line along the wind enters and leaves an obstacle, and how its walls stand there. Filled by {@link chord}. */
export interface Chord {
  /** Distances along the wind from the obstacle's middle, m. */
  enterM: number;
  leaveM: number;
  /** Cosine between the wind and the wall it meets; 1 for a round one. */
  windwardCos: number;
  /** Outward normal of the lee wall in wind axes; (1, 0) for a round one. */
  leeAlong: number;
  leeLeft: number;
}

/** An obstacle as one wind sees it. */
export interface Body {
  readonly obstacle: Obstacle;
  /** Half the width across the wind, m. */
  readonly halfWidthM: number;
  /** Length of the rectangle of that width and the same plan area, m (Nelson et al. 2008). */
  readonly lengthM: number;
  /** Height in the zones' formulas, m: a body that air passes below counts half, being mirrored in its middle plane. */
  readonly heightM: number;
  /** Level from which the zones' heights are counted, local m: the foot, or the middle of a lifted body. */
  readonly footM: number;
  readonly cosTurn: number;
  readonly sinTurn: number;
}

export const newChord = (): Chord => ({ enterM: 0, leaveM: 0, windwardCos: 1, leeAlong: 1, leeLeft: 0 });

/** `gapM`: a body whose base stands higher than this over the ground lets air pass below. */
export function bodyOf(obstacle: Obstacle, axes: WindAxes, groundM: number, gapM: number): Body {
  const turned = obstacle.kind === 'box';
  const [c, s] = turned ? [cos(obstacle.angleRad), sin(obstacle.angleRad)] : [1, 0];
  // Heading relative to the wind.
  const cosTurn = snapped(c * axes.east + s * axes.north);
  const sinTurn = snapped(s * axes.east - c * axes.north);
  const halfWidthM = turned
    ? 0.5 * (obstacle.lengthM * Math.abs(sinTurn) + obstacle.widthM * Math.abs(cosTurn))
    : obstacle.radiusM;
  const lifted = obstacle.baseM - groundM > gapM;
  const tall = obstacle.topM - (lifted ? obstacle.baseM : groundM);
  return {
    obstacle,
    halfWidthM,
    lengthM: planArea(obstacle) / (2 * halfWidthM),
    heightM: lifted ? tall / 2 : tall,
    footM: lifted ? obstacle.baseM + tall / 2 : groundM,
    cosTurn,
    sinTurn,
  };
}

/** Cuts the body along the wind, `leftM` left of its middle; whether the line meets it. */
export function chord(body: Body, leftM: number, into: Chord): boolean {
  const { obstacle, cosTurn, sinTurn } = body;
  if (obstacle.kind === 'cylinder') {
    const square = obstacle.radiusM * obstacle.radiusM - leftM * leftM;
    if (square <= 0) return false;
    into.leaveM = Math.sqrt(square);
    into.enterM = -into.leaveM;
    into.windwardCos = 1;
    into.leeAlong = 1;
    into.leeLeft = 0;
    return true;
  }
  const hl = obstacle.lengthM / 2;
  const hw = obstacle.widthM / 2;
  let [enter, leave] = [-Infinity, Infinity];
  let [enterCos, leaveCos, leaveLeft] = [1, 1, 0];
  if (cosTurn !== 0) {
    const middle = (-leftM * sinTurn) / cosTurn;
    const half = hl / Math.abs(cosTurn);
    enter = middle - half;
    leave = middle + half;
    enterCos = Math.abs(cosTurn);
    leaveCos = enterCos;
    leaveLeft = cosTurn > 0 ? sinTurn : -sinTurn;
  } else if (Math.abs(leftM) > hl) return false;
  if (sinTurn !== 0) {
    const middle = (leftM * cosTurn) / sinTurn;
    const half = hw / Math.abs(sinTurn);
    if (middle - half > enter) {
      enter = middle - half;
      enterCos = Math.abs(sinTurn);
    }
    if (middle + half < leave) {
      leave = middle + half;
      leaveCos = Math.abs(sinTurn);
      leaveLeft = sinTurn > 0 ? -cosTurn : cosTurn;
    }
  } else if (Math.abs(leftM) > hw) return false;
  if (!(leave > enter)) return false;
  into.enterM = enter;
  into.leaveM = leave;
  into.windwardCos = enterCos;
  into.leeAlong = leaveCos;
  into.leeLeft = leaveLeft;
  return true;
}

/** Rounding of sine and cosine must not turn a wall that stands square to the wind. */
function snapped(value: number): number {
  return Math.abs(value) < 1e-12 ? 0 : value;
}
