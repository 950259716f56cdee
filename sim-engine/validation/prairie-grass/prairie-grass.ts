import { screeningModel } from '../../src/dispersion/screening/model-statement.ts';
import { arcFigure, scatterFigure } from '../figure.ts';
import { type Pair, type Score, scoreOf } from '../metrics.ts';
import { ValidationRefusal } from '../refusal.ts';
import type { Study } from '../study.ts';
import { type Baseline, baselineRule, gaussianA, gaussianB } from './gaussian-baseline.ts';
import { groupsOf } from './groups.ts';
import { type Knowledge, type Prediction, predict } from './prediction.ts';
import { type Sampler, samplersOf, towersOf } from './samplers.ts';
import { type Arc, leastMgPerM3, readArcs, readTrials, type Trial } from './trials.ts';

/** What predicts: the engine's plume of each trial, or a baseline. */
type Told = ReadonlyMap<Trial, Prediction>;

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
    const predicted = (knowledge: Knowledge): Told =>
      new Map([...trials.values()].map((trial) => [trial, predict(trial, knowledge, farthestM)]));
    const mast = predicted('mast');
    const [a, b] = [gaussianA, gaussianB].map(
      (baseline: Baseline): Told => new Map([...trials.values()].map((trial) => [trial, baseline(trial)])),
    ) as [Told, Told];
    const samplers = samplersOf(folder, arcs);
    const towers = towersOf(folder, arcs);
    const { groups, trivial, below } = scores(arcs, mast, a, b);
    const shapes: [string, (told: Told) => Score][] = [
      ['crosswind integral', (told) => scoreOf(integrals(told, arcs))],
      ['sigma y', (told) => scoreOf(spreads(told, arcs))],
      ['samplers, arcs centred', (told) => atSamplers(told, samplers)],
    ];
    for (const [name, shape] of shapes) {
      groups[name] = shape(mast);
      trivial[`gaussian a, ${name}`] = shape(a);
      trivial[`gaussian b, ${name}`] = shape(b);
    }
    if (towers.length > 0) groups['towers at 100 m, all heights'] = atSamplers(mast, towers);
    const pairs = maxima(mast, arcs);
    const variant = (knowledge: Knowledge): Score => scoreOf(maxima(predicted(knowledge), arcs));
    const result = {
      study: 'prairie-grass',
      ...scoreOf(pairs),
      groups,
      trivial: { ...constants(arcs), ...trivial },
      variants: {
        'nothing settles': variant('no-deposition'),
        'nothing settles, crosswind integral': scoreOf(integrals(predicted('no-deposition'), arcs)),
        'without σθ': variant('no-sigma-theta'),
        'class only': variant('class-only'),
      },
      model: {
        id: screeningModel.id,
        name: screeningModel.name.en,
        told: 'wind at 2 m, σθ and L of each run, z0 0.008 m; no mixing height, no u*; SO2 settles on grass',
        pairs: `arc maxima of 10-min means at sampler height, as printed (no evaporation-loss factor), ≥ ${leastMgPerM3} mg/m³, runs with L; samplers and towers ≥ ${leastMgPerM3} mg/m³, predictions below a tenth of that count as that in MG and VG`,
        trivial: baselineRule,
        'groups below the better gaussian (FAC2 or VG)': below.length === 0 ? 'none' : below.join(', '),
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

/** Maxima by group, of the model and of both Gaussians, and the groups in which the better Gaussian does better. */
function scores(arcs: readonly Arc[], mast: Told, a: Told, b: Told) {
  const groups: Record<string, Score> = {};
  const trivial: Record<string, Score> = {
    'gaussian a': scoreOf(maxima(a, arcs)),
    'gaussian b': scoreOf(maxima(b, arcs)),
  };
  const below: string[] = [];
  for (const [name, some] of groupsOf(arcs)) {
    const [ours, byA, byB] = [mast, a, b].map((told) => scoreOf(maxima(told, some))) as [Score, Score, Score];
    groups[name] = ours;
    trivial[`gaussian a, ${name}`] = byA;
    trivial[`gaussian b, ${name}`] = byB;
    if (ours.FAC2 < Math.max(byA.FAC2, byB.FAC2) || ours.VG > Math.min(byA.VG, byB.VG)) below.push(name);
  }
  return { groups, trivial, below };
}

function maxima(told: Told, arcs: readonly Arc[]): Pair[] {
  return arcs.map(({ trial, distanceM, maximum }) => ({
    observed: maximum,
    predicted: told.get(trial)?.concentration(distanceM, 0, trial.receptorHeightM) ?? 0,
  }));
}

function integrals(told: Told, arcs: readonly Arc[]): Pair[] {
  return arcs.flatMap(({ trial, distanceM, integral }) =>
    integral === undefined || integral <= 0
      ? []
      : [{ observed: integral, predicted: told.get(trial)?.integral(distanceM) ?? 0 }],
  );
}

function spreads(told: Told, arcs: readonly Arc[]): Pair[] {
  return arcs.flatMap(({ trial, distanceM, sigmaYM }) =>
    sigmaYM === undefined || sigmaYM <= 0
      ? []
      : [{ observed: sigmaYM, predicted: told.get(trial)?.spreadM(distanceM) ?? 0 }],
  );
}

/** Place by place; far off the axis a Gaussian is nothing, and a tenth of the noise keeps the geometric scores finite. */
function atSamplers(told: Told, samplers: readonly Sampler[]): Score {
  const pairs = samplers.map(({ trial, distanceM, angleDeg, heightM, concentration }) => {
    const angle = (angleDeg * Math.PI) / 180;
    const [along, across] = [distanceM * Math.cos(angle), distanceM * Math.sin(angle)];
    return { observed: concentration, predicted: told.get(trial)?.concentration(along, across, heightM) ?? 0 };
  });
  return scoreOf(pairs, leastMgPerM3 / 10);
}

function constants(arcs: readonly Arc[]): Record<string, Score> {
  const mean = arcs.reduce((sum, { maximum }) => sum + maximum, 0) / arcs.length;
  const logMean = Math.exp(arcs.reduce((sum, { maximum }) => sum + Math.log(maximum), 0) / arcs.length);
  const always = (value: number): Score =>
    scoreOf(arcs.map(({ maximum }) => ({ observed: maximum, predicted: value })));
  return { 'constant mean': always(mean), 'constant geometric mean': always(logMean) };
}
