import { SoloCrew } from '../../src/crew/solo.ts';
import { surfaceResistanceOf, uptakeOver } from '../../src/dispersion/deposition.ts';
import type { DensityExtent } from '../../src/dispersion/resolved/density-grid.ts';
import { resolvedModel } from '../../src/dispersion/resolved/model-statement.ts';
import { boundaryLayerOf } from '../../src/weather/boundary-layer.ts';
import { classOfInverseObukhov } from '../../src/weather/stability.ts';
import { approachOf, firstGuess } from '../../src/wind/first-guess.ts';
import { rasterOf } from '../../src/wind/raster.ts';
import type { WindGrid } from '../../src/wind/wind-grid.ts';
import { scatterFigure } from '../figure.ts';
import { type Pair, type Score, scoreOf } from '../metrics.ts';
import { groupsOf } from '../prairie-grass/groups.ts';
import {
  type Arc,
  anemometerM,
  leastMgPerM3,
  readArcs,
  readTrials,
  roughnessM,
  type Trial,
} from '../prairie-grass/trials.ts';
import { ValidationRefusal } from '../refusal.ts';
import { layerAt, steadyPlume } from '../steady-plume.ts';
import type { Study } from '../study.ts';

/** Level ground that is the same everywhere: wide cells, and layers as thin as the source is low. */
const grid: WindGrid = { x0M: -100, y0M: -400, z0M: 0, cellM: 50, layerM: 1, nx: 20, ny: 16, nz: 120 };
const extent: DensityExtent = {
  cornerX: -30,
  cornerY: -300,
  cellM: 3,
  nx: 290,
  ny: 200,
  nz: 1,
  layerM: 1,
  lowestM: 1.5,
};
const particles = 12_000;

/** The particles of the resolved model on open ground: Project Prairie Grass, arc maxima. A cross-check of what they do without obstacles. */
export const openParticles: Study = {
  run: (folder) => {
    const trials = readTrials(folder);
    const arcs = readArcs(folder, trials);
    if (arcs.length === 0) {
      throw new ValidationRefusal(
        `${folder} holds no arc of a run with L_m and U_m_s whose maximum is at least ${leastMgPerM3} mg/m³; add rows.`,
      );
    }
    const layers = new Map<Trial, Float64Array>();
    const layerOf = (trial: Trial): Float64Array => {
      const known = layers.get(trial) ?? plumeOf(trial);
      layers.set(trial, known);
      return known;
    };
    const pair = ({ trial, distanceM, maximum }: Arc): Pair => ({
      observed: maximum,
      predicted: 1000 * trial.rateGPerS * layerAt(layerOf(trial), extent, distanceM, 0),
    });
    const integral = ({ trial, distanceM, integral: observed = 0 }: Arc): Pair => {
      let sum = 0;
      for (let y = -285; y <= 285; y += 3) sum += 3 * layerAt(layerOf(trial), extent, distanceM, y);
      return { observed, predicted: 1000 * trial.rateGPerS * sum };
    };
    const pairs = arcs.map(pair);
    const groups: Record<string, Score> = {};
    for (const [name, some] of groupsOf(arcs)) groups[name] = scoreOf(some.map(pair));
    groups['crosswind integral'] = scoreOf(arcs.filter((arc) => (arc.integral ?? 0) > 0).map(integral));
    const mean = arcs.reduce((sum, { maximum }) => sum + maximum, 0) / arcs.length;
    const constant = scoreOf(arcs.map(({ maximum }) => ({ observed: maximum, predicted: mean })));
    const points = arcs.map(({ trial, distanceM }, n) => ({
      ...(pairs[n] as Pair),
      distanceM,
      stable: trial.obukhovM > 0,
    }));
    return {
      result: {
        study: 'open-particles',
        ...scoreOf(pairs),
        groups,
        trivial: { 'constant mean': constant },
        model: {
          id: resolvedModel.id,
          name: resolvedModel.name.en,
          told: 'as the study prairie-grass: wind at 2 m, σθ and L of each run, z0 0.008 m, uptake of sulfur dioxide by grass',
          pairs: `arc maxima of 10-min means, as printed, ≥ ${leastMgPerM3} mg/m³; predicted on the axis, cells of ${extent.cellM} m`,
        },
      },
      figures: [
        {
          file: 'open-particles-scatter.svg',
          svg: scatterFigure('Particles on open ground: arc maxima, mg/m³', points),
        },
      ],
    };
  },
};

/** Concentration of 1 kg/s along +x from a trial's source. */
function plumeOf(trial: Trial): Float64Array {
  const sigma = trial.sigmaThetaDeg === undefined ? {} : { sigmaThetaDeg: trial.sigmaThetaDeg };
  const air = boundaryLayerOf({
    windSpeedMPerS: trial.windSpeedMPerS,
    windFromDeg: 270,
    windHeightM: anemometerM,
    temperatureK: 293.15,
    roughnessM,
    inverseObukhovPerM: 1 / trial.obukhovM,
    stability: classOfInverseObukhov(1 / trial.obukhovM, roughnessM),
    ...sigma,
  });
  const raster = rasterOf([], grid);
  const { profile, axes } = approachOf(air);
  const wind = { raster, ...firstGuess(raster, profile, axes), residual: 0, iterations: 0 };
  const settling = surfaceResistanceOf('sulfur-dioxide');
  return steadyPlume(new SoloCrew(), wind, air, undefined, {
    at: [0, 0, trial.sourceHeightM],
    particles,
    seed: 1,
    extent,
    receptorM: trial.receptorHeightM,
    depositionMPerS: settling === undefined ? 0 : uptakeOver(air, settling) * air.frictionVelocityMPerS,
  });
}
