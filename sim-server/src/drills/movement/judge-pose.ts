import type { Position, Site } from '@upwind/scenes';
import { DRILL_MOTION } from '../../contract/index.ts';
import type { RefusalCode } from '../refusals.ts';
import { type Allowance, grow, spend } from './allowance.ts';
import { groundDistanceM, type PoseArray, siteOf } from './placement.ts';
import type { SolidBodies } from './solid-bodies.ts';

/** The ground a trainee moves on. */
export interface Ground {
  readonly extent: Site['extent'];
  readonly solids: SolidBodies;
}

/** Where a trainee is by the room's own record. */
export interface Standing {
  readonly head: PoseArray;
  readonly allowance: Allowance;
  /** The start place: its z is the floor. */
  readonly start: Position;
  readonly phase: 'waiting' | 'running';
}

export type PoseVerdict =
  | { readonly kind: 'accepted'; readonly allowance: Allowance }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly allowance: Allowance };

/** How far outside the site's rectangle a trainee may stray: gates and muster points lie on its edge. */
const EDGE_M = 100;

/** Judges the head of a well-formed pose by the room's own record and clock: never by a time the client claims. */
export function judgePose(head: PoseArray, standing: Standing, ground: Ground, nowMs: number): PoseVerdict {
  const allowance = grow(standing.allowance, nowMs);
  const refused = (code: RefusalCode): PoseVerdict => ({ kind: 'refused', code, allowance });
  const from = siteOf(standing.head);
  const to = siteOf(head);
  const heightM = to[2] - standing.start[2];
  if (heightM < DRILL_MOTION.minHeadHeightM || heightM > DRILL_MOTION.maxHeadHeightM) {
    return refused('UPW_DRILL_POSE_HEIGHT');
  }
  const [west, south] = ground.extent.min;
  const [east, north] = ground.extent.max;
  if (to[0] < west - EDGE_M || to[0] > east + EDGE_M || to[1] < south - EDGE_M || to[1] > north + EDGE_M) {
    return refused('UPW_DRILL_POSE_OUTSIDE');
  }
  if (standing.phase === 'waiting' && groundDistanceM(to, standing.start) > DRILL_MOTION.waitingRadiusM) {
    return refused('UPW_DRILL_POSE_WAITING');
  }
  // Over the ground only: stooping and standing up is quick and gains nothing.
  const spent = spend(allowance, groundDistanceM(from, to));
  if (spent === undefined) return refused('UPW_DRILL_POSE_TOO_FAR');
  // A start place inside a body is an error of the data, not of the trainee: they may leave it.
  const escaping = ground.solids.elementAt(from) !== undefined;
  if (!escaping && ground.solids.elementBetween(from, to) !== undefined) return refused('UPW_DRILL_POSE_INSIDE');
  return { kind: 'accepted', allowance: spent };
}
