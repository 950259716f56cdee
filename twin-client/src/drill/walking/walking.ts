import { type GroundPosition, ringContains } from '@upwind/scenes';
import { inBox, type Obstacles, personRadiusM } from './obstacles.ts';

/** Speeds on foot in m/s: a brisk walk, and a run in working clothes. */
export const walkMPerS = 1.6;
export const runMPerS = 4.2;

/** The longest piece of a move that is judged at once: shorter than a person is wide, so that no wall is skipped. */
const pieceM = 0.2;

/** What the feet are asked to do, relative to the body: −1 … 1 ahead and to the right. */
export interface Stride {
  readonly ahead: number;
  readonly right: number;
  readonly run: boolean;
}

/** Wanted velocity over the ground in m/s (east, north) for a body that faces `headingRad` (compass). */
export function velocityOf(stride: Stride, headingRad: number): GroundPosition {
  const length = Math.hypot(stride.ahead, stride.right);
  if (length < 1e-3) return [0, 0];
  const speed = (stride.run ? runMPerS : walkMPerS) * Math.min(1, length);
  const ahead = (stride.ahead / length) * speed;
  const right = (stride.right / length) * speed;
  const sin = Math.sin(headingRad);
  const cos = Math.cos(headingRad);
  return [ahead * sin + right * cos, ahead * cos - right * sin];
}

/** Where a walker gets to in `seconds`: along what is in the way, never into or through it. */
export function walked(
  obstacles: Obstacles,
  from: GroundPosition,
  velocity: GroundPosition,
  seconds: number,
): GroundPosition {
  const wayM = Math.hypot(velocity[0], velocity[1]) * seconds;
  const pieces = Math.max(1, Math.ceil(wayM / pieceM));
  let place = from;
  for (let piece = 0; piece < pieces; piece++) {
    const next: GroundPosition = [
      place[0] + (velocity[0] * seconds) / pieces,
      place[1] + (velocity[1] * seconds) / pieces,
    ];
    place = pushedOut(obstacles, next);
  }
  return place;
}

/** The furthest place on the straight way from one to another that can be reached without going round anything. */
export function reached(obstacles: Obstacles, from: GroundPosition, to: GroundPosition): GroundPosition {
  const wayM = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const pieces = Math.max(1, Math.ceil(wayM / pieceM));
  let place = from;
  for (let piece = 1; piece <= pieces; piece++) {
    const next: GroundPosition = [
      from[0] + ((to[0] - from[0]) * piece) / pieces,
      from[1] + ((to[1] - from[1]) * piece) / pieces,
    ];
    const free = pushedOut(obstacles, next);
    if (Math.hypot(free[0] - next[0], free[1] - next[1]) > 1e-6) return place;
    place = next;
  }
  return place;
}

/** The nearest place where a person can stand: out of bodies, away from walls, on the site. */
export function pushedOut(obstacles: Obstacles, place: GroundPosition): GroundPosition {
  let [x, y] = place;
  for (let round = 0; round < 3; round++) {
    let moved = false;
    for (const block of obstacles.blocks) {
      if (!inBox(block.box, [x, y], personRadiusM)) continue;
      const inside = ringContains(block.ring, [x, y]);
      const nearest = nearestOnRing(block.ring, [x, y]);
      const away = clearOf(nearest, [x, y], inside);
      if (away) {
        [x, y] = away;
        moved = true;
      }
    }
    for (const { from, to } of obstacles.walls) {
      const away = clearOf(nearestOnSegment(from, to, [x, y]), [x, y], false);
      if (away) {
        [x, y] = away;
        moved = true;
      }
    }
    if (!moved) break;
  }
  const { min, max } = obstacles.extent;
  return [
    Math.min(max[0] - personRadiusM, Math.max(min[0] + personRadiusM, x)),
    Math.min(max[1] - personRadiusM, Math.max(min[1] + personRadiusM, y)),
  ];
}

/** One person's radius away from an edge, on the side where the person stands (or outside, for one inside a body). */
function clearOf(edge: GroundPosition, [x, y]: GroundPosition, inside: boolean): GroundPosition | undefined {
  const east = x - edge[0];
  const north = y - edge[1];
  const distanceM = Math.hypot(east, north);
  if (!inside && distanceM >= personRadiusM) return undefined;
  if (distanceM < 1e-9) return [edge[0] + personRadiusM, edge[1]];
  const scale = ((inside ? -1 : 1) * (personRadiusM + 1e-6)) / distanceM;
  return [edge[0] + east * scale, edge[1] + north * scale];
}

function nearestOnRing(ring: readonly GroundPosition[], place: GroundPosition): GroundPosition {
  let best: GroundPosition = ring[0] ?? place;
  let bestM = Number.POSITIVE_INFINITY;
  for (const [index, from] of ring.entries()) {
    const candidate = nearestOnSegment(from, ring[(index + 1) % ring.length] ?? from, place);
    const distanceM = Math.hypot(candidate[0] - place[0], candidate[1] - place[1]);
    if (distanceM < bestM) {
      best = candidate;
      bestM = distanceM;
    }
  }
  return best;
}

function nearestOnSegment(from: GroundPosition, to: GroundPosition, place: GroundPosition): GroundPosition {
  const east = to[0] - from[0];
  const north = to[1] - from[1];
  const squared = east * east + north * north;
  const along = squared === 0 ? 0 : ((place[0] - from[0]) * east + (place[1] - from[1]) * north) / squared;
  const share = Math.min(1, Math.max(0, along));
  return [from[0] + east * share, from[1] + north * share];
}
