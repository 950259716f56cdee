import { sin } from '../../arithmetic/trigonometry.ts';
import type { Chemical } from '../../chemicals/chemical.ts';
import { gasConstant, gravity } from '../../constants.ts';
import type { AirborneSource } from '../../release/airborne.ts';
import type { BoundaryLayer } from '../../weather/boundary-layer.ts';
import { airDensity, potentialTemperatureAt } from '../../weather/temperature.ts';
import type { WindField } from '../../wind/wind-field.ts';
import { faceAt } from '../../wind/wind-grid.ts';
import { type PlumeRise, plumeRise, type RiseAir } from './plume-rise.ts';

/** A pool or a burst has no opening; its gas lifts off at least so fast, m/s, where it is light. */
const liftOffMPerS = 0.1;

/** The rise of a source in its strongest step; `undefined` where it neither is lighter than air nor points upwards. */
export function riseOfSource(
  source: AirborneSource,
  chemical: Chemical,
  air: BoundaryLayer,
  surroundings: RiseAir,
): PlumeRise | undefined {
  // A burst is not a stream: it is left where it is, to the safe side.
  if (source.kind === 'burst') return undefined;
  let step = 0;
  source.massKg.forEach((mass, n) => {
    if (mass > (source.massKg[step] ?? 0)) step = n;
  });
  const temperature = Math.max(20, source.temperatureK[step] ?? air.temperatureK);
  const vapour = (air.pressurePa * chemical.molarMassKgPerMol.value) / (gasConstant * temperature);
  const density = vapour / Math.max(0.02, 1 - (source.dropletShare[step] ?? 0));
  const densityRatio = density / airDensity(air);
  const jet = source.kind === 'jet' ? (source.speedMPerS[step] ?? 0) * sin(((source.upDeg ?? 0) * Math.PI) / 180) : 0;
  if (densityRatio >= 1 && jet <= 0.5) return undefined;
  const rate = (source.massKg[step] ?? 0) / source.stepS;
  if (rate <= 0) return undefined;
  const speedMPerS = Math.max(liftOffMPerS, jet);
  // The opening that lets this mass through at this speed.
  const radiusM = Math.sqrt(rate / (density * speedMPerS * Math.PI));
  return plumeRise({ radiusM, speedMPerS, densityRatio }, Math.max(0, source.at[2]), surroundings);
}

/** The air of a wind as a plume that begins at a place, local metres, rises through it. */
export function riseAir(wind: WindField, air: BoundaryLayer, at: readonly [number, number, number]): RiseAir {
  const { grid, groundM } = wind.raster;
  const gradient = (potentialTemperatureAt(air, 40) - potentialTemperatureAt(air, 10)) / 30;
  const inside = (value: number, count: number): number => Math.min(count - 1, Math.max(0, Math.floor(value)));
  return {
    at: (eastM, northM, heightM) => {
      const i = inside((at[0] + eastM - grid.x0M) / grid.cellM, grid.nx);
      const j = inside((at[1] + northM - grid.y0M) / grid.cellM, grid.ny);
      const z = heightM + (groundM[j * grid.nx + i] as number);
      const k = inside(z / grid.layerM, grid.nz);
      const face = faceAt(grid, i, j, k);
      return {
        eastMPerS: wind.u[face] as number,
        northMPerS: wind.v[face] as number,
        upMPerS: z < grid.nz * grid.layerM ? (wind.w[face] as number) : 0,
      };
    },
    stabilityPerS2: Math.max(0, (gravity * gradient) / air.temperatureK),
  };
}
