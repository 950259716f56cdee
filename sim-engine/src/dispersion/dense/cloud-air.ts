import type { BoundaryLayer } from '../../weather/boundary-layer.ts';
import { type AmbientAir, ambientAir } from './humid-air.ts';

/** The humid air at the ground in this weather. */
export function groundAir({ temperatureK, pressurePa, relativeHumidity }: BoundaryLayer): AmbientAir {
  return ambientAir(temperatureK, pressurePa, relativeHumidity);
}
