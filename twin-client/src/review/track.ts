/** [timeS, x, y, z] of a head, in time order: seconds of the drill, local ENU metres. */
export type TrackPlace = readonly [number, number, number, number];

/** Where somebody was at a second of the drill, which way they went and how fast. */
export interface Standing {
  readonly at: readonly [number, number];
  /** Compass degrees of the way made good; absent while standing. */
  readonly headingDeg: number | undefined;
  readonly speedMPerS: number;
}

/** Slower than this is standing, m/s. */
const standsBelow = 0.15;

/** The standing at a time: between two recorded places, or at the first or last. Absent for an empty track. */
export function standingAt(track: readonly TrackPlace[], timeS: number): Standing | undefined {
  const after = track.findIndex(([t]) => t > timeS);
  const next = after < 0 ? track.at(-1) : track[after];
  if (!next) return undefined;
  const before = after < 0 ? track.at(-2) : track[after - 1];
  if (!before) return { at: [next[1], next[2]], headingDeg: undefined, speedMPerS: 0 };
  const span = next[0] - before[0];
  const share = span > 0 ? Math.min(1, Math.max(0, (timeS - before[0]) / span)) : 1;
  const [dx, dy] = [next[1] - before[1], next[2] - before[2]];
  const beyond = after < 0 && timeS > next[0];
  const speed = span > 0 && !beyond ? Math.hypot(dx, dy) / span : 0;
  return {
    at: [before[1] + dx * share, before[2] + dy * share],
    headingDeg: speed < standsBelow ? undefined : ((Math.atan2(dx, dy) * 180) / Math.PI + 360) % 360,
    speedMPerS: speed,
  };
}

/** The track until a time as an SVG line in map metres: x east, y south. */
export function lineUntil(track: readonly TrackPlace[], timeS: number): string {
  const places = track.filter(([t]) => t <= timeS).map(([, x, y]): readonly [number, number] => [x, y]);
  const now = standingAt(track, timeS);
  if (now) places.push(now.at);
  if (places.length === 0) return '';
  return `M${places.map(([x, y]) => `${x.toFixed(1)} ${(-y).toFixed(1)}`).join('L')}`;
}

/** The part of a site that holds the whole track: middle and half width with room around, metres. */
export function frameOf(
  track: readonly TrackPlace[],
): { readonly at: readonly [number, number]; readonly halfM: number } | undefined {
  if (track.length === 0) return undefined;
  const xs = track.map(([, x]) => x);
  const ys = track.map(([, , y]) => y);
  const [west, east] = [Math.min(...xs), Math.max(...xs)];
  const [south, north] = [Math.min(...ys), Math.max(...ys)];
  return {
    at: [(west + east) / 2, (south + north) / 2],
    halfM: Math.max(70, (east - west) * 0.66, (north - south) * 0.95),
  };
}
