import { screeningModel } from '../../src/dispersion/screening/model-statement.ts';
import { arcFigure, scatterFigure } from '../figure.ts';
import { type Pair, type Score, scoreOf } from '../metrics.ts';
import { ValidationRefusal } from '../refusal.ts';
import type { Study } from '../study.ts';
import { baselineRule, classByLimits, classByNearest, gaussianMaximum } from './gaussian-baseline.ts';
import { type Knowledge, type Prediction, predict } from './prediction.ts';
import { type Arc, leastMgPerM3, readArcs, readSamplers, readTrials, type Trial } from './trials.ts';

/** Project Prairie Grass: arc maxima of 10-minute releases near the ground over short grass. */
export const prairieGrass: Study = {
  run: (folder) => {
    const trials = readTrials(folder);
    const arcs = readArcs(folder, trials);
    if (arcs.length === 0) {
      throw new ValidationRefusal(
        `${folder} holds no arc of a run with L_m and U_m_s whose maximum is at least ${leastMgPerM3} mg/m³; add rows.`,
      );
    }
    const farthestM = Math.max(...arcs.map(({ distanceM }) => distanceM));
    const predicted = (knowledge: Knowledge): Map<Trial, Prediction> =>
      new Map([...trials.values()].map((trial) => [trial, predict(trial, knowledge, farthestM)]));
    const maxima = (told: ReadonlyMap<Trial, Prediction>, some: readonly Arc[]): Pair[] =>
      some.map(({ trial, distanceM, maximum }) => ({
        observed: maximum,
        predicted: told.get(trial)?.concentration(distanceM, 0) ?? 0,
      }));
    const mast = predicted('mast');
    const groups: Record<string, Score> = {};
    for (const [name, some] of groupsOf(arcs)) groups[name] = scoreOf(maxima(mast, some));
    groups['crosswind integral'] = scoreOf(
      arcs.flatMap(({ trial, distanceM, integral }) =>
        integral === undefined || integral <= 0
          ? []
          : [{ observed: integral, predicted: mast.get(trial)?.integral(distanceM) ?? 0 }],
      ),
    );
    groups['samplers, arcs centred'] = scoreOf(
      readSamplers(folder, arcs).map(({ trial, distanceM, angleDeg, concentration }) => ({
        observed: concentration,
        predicted:
          mast
            .get(trial)
            ?.concentration(
              distanceM * Math.cos((angleDeg * Math.PI) / 180),
              distanceM * Math.sin((angleDeg * Math.PI) / 180),
            ) ?? 0,
      })),
      // Far off the axis a Gaussian is nothing: a tenth of the noise keeps the geometric scores finite.
      leastMgPerM3 / 10,
    );
    const mean = arcs.reduce((sum, { maximum }) => sum + maximum, 0) / arcs.length;
    const logMean = Math.exp(arcs.reduce((sum, { maximum }) => sum + Math.log(maximum), 0) / arcs.length);
    const trivial = (predict: (arc: Arc) => number): Score =>
      scoreOf(arcs.map((arc) => ({ observed: arc.maximum, predicted: predict(arc) })));
    const pairs = maxima(mast, arcs);
    const result = {
      study: 'prairie-grass',
      ...scoreOf(pairs),
      groups,
      trivial: {
        'gaussian a': trivial((arc) => gaussianMaximum(arc, classByLimits)),
        'gaussian b': trivial((arc) => gaussianMaximum(arc, classByNearest)),
        'constant mean': trivial(() => mean),
        'constant geometric mean': trivial(() => logMean),
      },
      variants: {
        'without σθ': scoreOf(maxima(predicted('no-sigma-theta'), arcs)),
        'class only': scoreOf(maxima(predicted('class-only'), arcs)),
      },
      model: {
        id: screeningModel.id,
        name: screeningModel.name.en,
        told: 'wind at 2 m, σθ and L of each run, z0 0.008 m; no mixing height, no u*',
        pairs: `arc maxima of 10-min means at sampler height, as printed (no evaporation-loss factor), ≥ ${leastMgPerM3} mg/m³, runs with L`,
        trivial: baselineRule,
      },
    };
    const points = arcs.map(({ trial, distanceM }, k) => ({
      ...(pairs[k] as Pair),
      distanceM,
      stable: trial.obukhovM > 0,
    }));
    return {
      result,
      figures: [
        { file: 'prairie-grass-scatter.svg', svg: scatterFigure('Project Prairie Grass: arc maxima, mg/m³', points) },
        { file: 'prairie-grass-arcs.svg', svg: arcFigure('Project Prairie Grass: predicted over observed', points) },
      ],
    };
  },
};

/** By stability, by distance, and by both. */
function groupsOf(arcs: readonly Arc[]): Map<string, Arc[]> {
  const groups = new Map<string, Arc[]>();
  const put = (name: string, arc: Arc): void => {
    groups.set(name, [...(groups.get(name) ?? []), arc]);
  };
  const sides = ['stable', 'unstable'] as const;
  const sideOf = (arc: Arc): string => sides[arc.trial.obukhovM > 0 ? 0 : 1];
  const distances = [...new Set(arcs.map(({ distanceM }) => distanceM))].sort((a, b) => a - b);
  for (const side of sides) for (const arc of arcs) if (sideOf(arc) === side) put(side, arc);
  for (const distance of distances) {
    for (const arc of arcs) if (arc.distanceM === distance) put(`${distance} m`, arc);
    for (const side of sides) {
      for (const arc of arcs) if (arc.distanceM === distance && sideOf(arc) === side) put(`${distance} m ${side}`, arc);
    }
  }
  return groups;
}
