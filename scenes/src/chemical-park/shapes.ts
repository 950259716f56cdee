import type { GroundPosition, Position } from '../place/position.ts';
import type { Shape } from '../site/element.ts';

/** Short names for the shapes of the schema; all lengths in metres. */
export const ball = (radiusM: number, centreHeightM: number): Shape => ({ kind: 'sphere', radiusM, centreHeightM });

export const upright = (radiusM: number, heightM: number): Shape => ({ kind: 'vertical-cylinder', radiusM, heightM });

export const drum = (radiusM: number, lengthM: number, axisHeightM: number): Shape => ({
  kind: 'horizontal-cylinder',
  radiusM,
  lengthM,
  axisHeightM,
});

export const block = (lengthM: number, widthM: number, heightM: number): Shape => ({
  kind: 'box',
  lengthM,
  widthM,
  heightM,
});

/** A rectangle on the ground from its south-west to its north-east corner. */
export const ground = (southWest: GroundPosition, northEast: GroundPosition, heightM = 0): Shape => ({
  kind: 'area',
  ring: [southWest, [northEast[0], southWest[1]], northEast, [southWest[0], northEast[1]]],
  heightM,
});

/** A line on the ground, or at the height given by a third number. */
export const line = (path: readonly (GroundPosition | Position)[], widthM: number, heightM = 0): Shape => ({
  kind: 'path',
  path: path.map((place): Position => [place[0], place[1], place[2] ?? 0]),
  widthM,
  heightM,
});

export const marker: Shape = { kind: 'marker' };

/** A centrifugal pump with its motor on a plinth. */
export const pumpSet: Shape = block(2.2, 0.9, 1.2);
