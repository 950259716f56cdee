import { SoloCrew } from '../../src/crew/solo.ts';
import type { DensityExtent } from '../../src/dispersion/resolved/density-grid.ts';
import { wallDistance } from '../../src/dispersion/resolved/wall-distance.ts';
import { type BoundaryLayer, boundaryLayerOf, windSpeedAt } from '../../src/weather/boundary-layer.ts';
import { inverseObukhovOfClass } from '../../src/weather/stability.ts';
import type { Obstacle, ObstacleRaster } from '../../src/wind/obstacles.ts';
import { rasterOf } from '../../src/wind/raster.ts';
import { WindSolver } from '../../src/wind/solver/wind-solver.ts';
import { windField } from '../../src/wind/steady-wind.ts';
import type { WindGrid } from '../../src/wind/wind-grid.ts';
import { layerAt, steadyPlume } from '../steady-plume.ts';
import { type Hour, site } from './trials.ts';

/** Concentration at 1 m on a bearing and distance from the stack, µg/m³ of 1 g/s, as an hourly mean. */
export type HourlyPlume = (bearingDeg: number, distanceM: number) => number;

/** Cells whose faces lie on the building's west and south walls and on its roof. */
const cellM = 2.7;
const layerM = site.building.heightM / 6;
const grid: WindGrid = {
  x0M: site.building.west - 80 * cellM,
  y0M: site.building.south - 24 * cellM,
  z0M: 0,
  cellM,
  layerM,
  nx: 128,
  ny: 104,
  nz: 40,
};
const extent: DensityExtent = {
  cornerX: grid.x0M,
  cornerY: grid.y0M,
  cellM: 5.4,
  nx: 64,
  ny: 52,
  nz: 1,
  layerM: 1,
  lowestM: site.receptorM,
};
const anemometerM = 10;
const airTemperatureK = 298;
const particles = 6000;

/** Hourly σθ at 10 m in the middle of each class, degrees (EPA-454/R-99-005, table 6-8a). */
const hourlySigmaDeg: Record<Hour['stability'], number> = { A: 25, B: 20, C: 15, D: 10, E: 5, F: 2.5 };
/** Five directions and their shares: Gauss–Hermite, exact for polynomials to the ninth degree. */
const nodes = [
  [-2.85697, 0.0112574],
  [-1.355626, 0.2220759],
  [0, 0.5333333],
  [1.355626, 0.2220759],
  [2.85697, 0.0112574],
] as const;

/** How the plume of an hour is made: with the building or on open ground. */
export function hourlyModel(withBuilding: boolean): (hour: Hour) => HourlyPlume {
  const { west, east, south, north, heightM } = site.building;
  const building: Obstacle = {
    kind: 'box',
    id: 'building',
    x: (west + east) / 2,
    y: (south + north) / 2,
    lengthM: east - west,
    widthM: north - south,
    angleRad: 0,
    baseM: 0,
    topM: heightM,
    porosity: 0,
  };
  const raster: ObstacleRaster = rasterOf(withBuilding ? [building] : [], grid);
  const crew = new SoloCrew();
  const solver = new WindSolver(raster, crew);
  const distanceM = withBuilding ? wallDistance(raster, 80) : undefined;
  return (hour) => {
    const mean = airOf(hour, hour.windFromDeg);
    const turbulenceRad = mean.lateralDeviationMPerS / windSpeedAt(mean, anemometerM);
    const hourly = (hourlySigmaDeg[hour.stability] * Math.PI) / 180;
    const slowDeg = (Math.sqrt(Math.max(0, hourly * hourly - turbulenceRad * turbulenceRad)) * 180) / Math.PI;
    const layers = nodes.map(([node, share], n) => {
      const air = airOf(hour, hour.windFromDeg + node * slowDeg);
      const wind = windField(solver, air);
      const stream = {
        radiusM: site.stackRadiusM,
        speedMPerS: hour.exitSpeedMPerS,
        densityRatio: airTemperatureK / hour.exitTemperatureK,
      };
      const layer = steadyPlume(crew, wind, air, distanceM, {
        at: [0, 0, hour.stackHeightM],
        stream,
        particles,
        seed: n + 1,
        extent,
        receptorM: site.receptorM,
      });
      return { layer, share };
    });
    return (bearingDeg, distance) => {
      const angle = (bearingDeg * Math.PI) / 180;
      const [x, y] = [distance * Math.sin(angle), distance * Math.cos(angle)];
      // 1 g/s, and 10⁶ µg in a gram.
      return 1e6 * layers.reduce((sum, { layer, share }) => sum + share * layerAt(layer, extent, x, y), 0);
    };
  };
}

/** The air of an hour, told no more than wind speed, direction and class. */
function airOf(hour: Hour, windFromDeg: number): BoundaryLayer {
  return boundaryLayerOf({
    windSpeedMPerS: hour.windSpeedMPerS,
    windFromDeg,
    windHeightM: anemometerM,
    temperatureK: airTemperatureK,
    roughnessM: site.roughnessM,
    inverseObukhovPerM: inverseObukhovOfClass(hour.stability, site.roughnessM),
    stability: hour.stability,
  });
}
