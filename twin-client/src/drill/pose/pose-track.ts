import type { PoseTuple, Rotation } from './pose.ts';

/** Others are drawn this much later than they are heard of, so that there is nearly always a pose on either side. */
export const drawnBehindMs = 100;

/** A step longer than this between two poses is a jump (a teleport, a late joiner's first pose): it is not glided over. */
const jumpM = 2.5;
const keptMs = 1500;

interface Stamped {
  readonly timeMs: number;
  readonly pose: PoseTuple;
}

/** The recent poses of one head or hand, by time of arrival. */
export interface PoseTrack {
  /** Adds a pose; a pose no newer than the last one replaces it. */
  add(timeMs: number, pose: PoseTuple): void;
  /** The pose at a time: between two known ones, or the first or last known. Absent before the first pose. */
  at(timeMs: number): PoseTuple | undefined;
}

/** An empty track. Times are milliseconds of one steady local clock. */
export function poseTrack(): PoseTrack {
  let known: Stamped[] = [];
  return {
    add(timeMs, pose) {
      known = known.filter((each) => each.timeMs < timeMs && timeMs - each.timeMs <= keptMs);
      known.push({ timeMs, pose });
    },
    at(timeMs) {
      const after = known.findIndex((each) => each.timeMs >= timeMs);
      const next = known[after];
      const previous = known[after - 1];
      if (!next) return known.at(-1)?.pose;
      if (!previous) return next.pose;
      const share = (timeMs - previous.timeMs) / (next.timeMs - previous.timeMs);
      return between(previous.pose, next.pose, share);
    },
  };
}

/** The pose `share` of the way from one to the other; a jump is taken whole at its half. */
export function between(from: PoseTuple, to: PoseTuple, share: number): PoseTuple {
  if (Math.hypot(to[0] - from[0], to[1] - from[1], to[2] - from[2]) > jumpM) return share < 0.5 ? from : to;
  const mix = (a: number, b: number) => a + (b - a) * share;
  return [
    mix(from[0], to[0]),
    mix(from[1], to[1]),
    mix(from[2], to[2]),
    ...turnedBetween([from[3], from[4], from[5], from[6]], [to[3], to[4], to[5], to[6]], share),
  ];
}

/** Normalised linear mix of two rotations by the shorter way: at 20 Hz it differs from the great arc by under 0.01°. */
function turnedBetween(from: Rotation, to: Rotation, share: number): Rotation {
  const dot = from[0] * to[0] + from[1] * to[1] + from[2] * to[2] + from[3] * to[3];
  const sign = dot < 0 ? -1 : 1;
  const mix = (a: number, b: number) => a + (b * sign - a) * share;
  const [x, y, z, w] = [mix(from[0], to[0]), mix(from[1], to[1]), mix(from[2], to[2]), mix(from[3], to[3])];
  const length = Math.hypot(x, y, z, w);
  return length < 1e-6 ? to : [x / length, y / length, z / length, w / length];
}
