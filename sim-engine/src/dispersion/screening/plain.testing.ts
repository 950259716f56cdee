import { type BoundaryLayer, boundaryLayerOf } from '../../weather/boundary-layer.ts';
import type { PlumeTable } from './plume-table.ts';

/** Air over z0 = 0.1 m with a wind at 10 m. */
export function airOf(inverseObukhovPerM: number, windFromDeg = 270, windSpeedMPerS = 4): BoundaryLayer {
  return boundaryLayerOf({
    windSpeedMPerS,
    windFromDeg,
    windHeightM: 10,
    temperatureK: 293,
    roughnessM: 0.1,
    inverseObukhovPerM,
    stability: 'D',
  });
}

const column = {
  densityPerM: new Float64Array(5000).fill(0.05),
  integralPerM: new Float64Array(5000).fill(0.005),
};

/** A table with no physics in it, for answers by hand: the same at every height. */
export const plainTable: PlumeTable = {
  stepM: 1,
  speed: new Float64Array(5000).fill(10),
  timeM: Float64Array.from({ length: 5000 }, (_, k) => k / 10),
  meanHeightM: Float64Array.from({ length: 5000 }, (_, k) => k),
  airborne: new Float64Array(5000).fill(1),
  at: () => column,
  between: () => column,
};
