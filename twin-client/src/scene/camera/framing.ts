import type { DrawnSite } from '../drawn-site.ts';

/** Where the camera stands and looks, in three.js metres (x east, y up, z south). */
export interface View {
  readonly position: readonly [number, number, number];
  readonly target: readonly [number, number, number];
}

/** The part of the picture that no panel covers, in heights of the whole picture. */
export interface FreeFrame {
  readonly across: number;
  readonly down: number;
}

type Vector = readonly [number, number, number];

const radians = Math.PI / 180;

/** Distance from which a sphere just fits into the free part of the picture. */
export function distanceFor(radiusM: number, fovDeg: number, free: FreeFrame): number {
  const narrow = Math.atan(Math.tan((fovDeg / 2) * radians) * Math.min(free.across, free.down));
  return radiusM / Math.sin(narrow);
}

/** A view of `target` from a compass bearing and a height, degrees. */
export function orbit(target: Vector, bearingDeg: number, elevationDeg: number, distance: number): View {
  const away = outward(bearingDeg, elevationDeg);
  return {
    target,
    position: [target[0] + away[0] * distance, target[1] + away[1] * distance, target[2] + away[2] * distance],
  };
}

/** Unit vector from a target towards a camera at a compass bearing and a height. */
function outward(bearingDeg: number, elevationDeg: number): Vector {
  const flat = Math.cos(elevationDeg * radians);
  return [
    Math.sin(bearingDeg * radians) * flat,
    Math.sin(elevationDeg * radians),
    -Math.cos(bearingDeg * radians) * flat,
  ];
}

const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** Smallest distance from which all places (relative to the target) are seen in the free part of the picture. */
export function fittingDistance(
  places: readonly Vector[],
  bearingDeg: number,
  elevationDeg: number,
  fovDeg: number,
  free: FreeFrame,
): number {
  const back = outward(bearingDeg, elevationDeg);
  const right: Vector = [-Math.cos(bearingDeg * radians), 0, -Math.sin(bearingDeg * radians)];
  const up: Vector = [
    back[1] * right[2] - back[2] * right[1],
    back[2] * right[0] - back[0] * right[2],
    back[0] * right[1] - back[1] * right[0],
  ];
  const half = Math.tan((fovDeg / 2) * radians);
  return places.reduce((most, place) => {
    const towards = dot(place, back);
    return Math.max(
      most,
      towards + Math.abs(dot(place, right)) / (half * free.across),
      towards + Math.abs(dot(place, up)) / (half * free.down),
    );
  }, 1);
}

const homeBearingDeg = 168;
const homeElevationDeg = 25;
/** Corners may lie a little under the panels' edges: what matters stands further in. */
const homeShare = 0.87;

/** The whole site from the south-south-east, high enough that its plan is understood, low enough that it has depth. */
export function homeView({ min, max }: DrawnSite['extent'], fovDeg: number, free: FreeFrame): View {
  const depth = max[1] - min[1];
  const target: Vector = [(min[0] + max[0]) / 2, 0, -(min[1] + max[1]) / 2 + depth * 0.1];
  const corners = [min[0], max[0]].flatMap((x) =>
    [min[1], max[1]].map((y): Vector => [x - target[0], 0, -y - target[2]]),
  );
  const distance = fittingDistance(corners, homeBearingDeg, homeElevationDeg, fovDeg, free) * homeShare;
  return orbit(target, homeBearingDeg, homeElevationDeg, distance);
}
