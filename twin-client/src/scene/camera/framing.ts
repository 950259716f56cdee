import type { DrawnSite } from '../drawn-site.ts';

/** Where the camera stands and looks, in three.js metres (x east, y up, z south). */
export interface View {
  readonly position: readonly [number, number, number];
  readonly target: readonly [number, number, number];
}

const radians = Math.PI / 180;

/** Distance from which a sphere fills the smaller side of the picture. */
export function distanceFor(radiusM: number, fovDeg: number, aspect: number): number {
  const half = (fovDeg / 2) * radians;
  const narrow = aspect >= 1 ? half : Math.atan(Math.tan(half) * aspect);
  return radiusM / Math.sin(narrow);
}

/** The whole site from the south-south-east, high enough that its plan is understood, low enough that it has depth. */
export function homeView({ min, max }: DrawnSite['extent'], fovDeg: number, aspect: number): View {
  const centre = [(min[0] + max[0]) / 2, (min[1] + max[1]) / 2] as const;
  const [width, depth] = [max[0] - min[0], max[1] - min[1]];
  const half = (fovDeg / 2) * radians;
  const across = width / 2 / (Math.tan(half) * aspect);
  const distance = Math.max(across * 0.86, depth * 0.95) + depth * 0.12;
  return orbit([centre[0], 0, -centre[1] + depth * 0.04], 164, 24, distance);
}

/** A view of `target` from a compass bearing and a height, degrees. */
export function orbit(
  target: readonly [number, number, number],
  bearingDeg: number,
  elevationDeg: number,
  distance: number,
): View {
  const flat = Math.cos(elevationDeg * radians) * distance;
  return {
    target,
    position: [
      target[0] + Math.sin(bearingDeg * radians) * flat,
      target[1] + Math.sin(elevationDeg * radians) * distance,
      target[2] - Math.cos(bearingDeg * radians) * flat,
    ],
  };
}
