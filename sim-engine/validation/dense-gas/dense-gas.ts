import { denseIntegralModel } from '../../src/dispersion/dense/model-statements.ts';
import { arcFigure, scatterFigure } from '../figure.ts';
import { type Pair, type Score, scoreOf } from '../metrics.ts';
import type { Study } from '../study.ts';
import { gridModels, predictOnGrid } from './on-grid.ts';
import { britterMcQuaid, passiveGaussian, predict, scored } from './prediction.ts';
import { fenced, leastPct, readSpillArcs, readSpills, type SpillArc } from './trials.ts';

/** LNG spilled on water: largest concentration on arcs downwind. */
export const denseGas: Study = {
  run: (folder) => {
    const all = readSpillArcs(folder, readSpills(folder));
    const arcs = all.filter(({ spill }) => !fenced.test(spill.trial));
    const predicted = predict(all, scored);
    const pairsBy = (some: readonly SpillArc[], of: (arc: SpillArc) => number): Pair[] =>
      some.map((arc) => ({ observed: arc.observedPct, predicted: of(arc) }));
    const score = (some: readonly SpillArc[], of: (arc: SpillArc) => number): Score => scoreOf(pairsBy(some, of), 1e-6);
    const told = (from: ReadonlyMap<SpillArc, number>) => (arc: SpillArc) => from.get(arc) ?? 0;
    const groups: Record<string, Score> = {};
    for (const trial of new Set(arcs.map(({ spill }) => spill.trial))) {
      groups[trial] = score(
        arcs.filter(({ spill }) => spill.trial === trial),
        told(predicted),
      );
    }
    for (const [name, near, far] of bands) {
      groups[name] = score(
        arcs.filter(({ distanceM }) => distanceM > near && distanceM <= far),
        told(predicted),
      );
    }
    const inFence = all.filter(({ spill }) => fenced.test(spill.trial));
    groups['behind a fence (not scored)'] = score(inFence, told(predicted));
    const variant = (change: Partial<typeof scored>): Score =>
      score(arcs, told(predict(arcs, { ...scored, ...change })));
    const geometricMean = Math.exp(arcs.reduce((sum, { observedPct }) => sum + Math.log(observedPct), 0) / arcs.length);
    const pairs = pairsBy(arcs, told(predicted));
    const points = arcs.map((arc, k) => ({
      ...(pairs[k] as Pair),
      distanceM: arc.distanceM,
      stable: arc.spill.air.inverseObukhovPerM > 0,
    }));
    return {
      result: {
        study: 'dense-gas',
        ...scoreOf(pairs, 1e-6),
        groups,
        trivial: {
          'britter-mcquaid': score(arcs, britterMcQuaid),
          'passive gaussian': score(arcs, passiveGaussian),
          'constant geometric mean': score(arcs, () => geometricMean),
        },
        variants: {
          'on a grid of 5 m through time': score(arcs, told(predictOnGrid(arcs, gridModels.integral))),
          'dense-shallow-1, level ground, cells of 5 m': score(arcs, told(predictOnGrid(arcs, gridModels.shallow))),
          'receptor at 0.5 m': variant({ receptorHeightM: 0.5 }),
          'receptor at 2 m': variant({ receptorHeightM: 2 }),
          'averaging time 100 s': variant({ averagingTimeS: 100 }),
          'averaging time 600 s': variant({ averagingTimeS: 600 }),
          'roughness as filed': variant({
            airOf: ({ air, filedRoughnessM }) => ({ ...air, roughnessM: filedRoughnessM }),
          }),
        },
        model: {
          id: denseIntegralModel.id,
          name: denseIntegralModel.name.en,
          told: 'pool diameter, mean spill rate taken as evaporation rate, duration, u*, L, temperature, humidity and pressure of each trial; roughness such that the profile of u* and L meets the measured wind up to 10 m',
          receptor: `${scored.receptorHeightM} m above ground`,
          averaging: `${scored.averagingTimeS} s (spread across the wind held at that of 18.75 s)`,
          pairs: `arc maxima, volume %, at least ${leastPct} %; trials behind a fence in a group of their own`,
        },
      },
      figures: [
        { file: 'dense-gas-scatter.svg', svg: scatterFigure('LNG spills on water: arc maxima, volume %', points) },
        { file: 'dense-gas-arcs.svg', svg: arcFigure('LNG spills on water: predicted over observed', points) },
      ],
    };
  },
};

const bands: readonly (readonly [name: string, nearM: number, farM: number])[] = [
  ['up to 100 m', 0, 100],
  ['100 to 200 m', 100, 200],
  ['200 to 400 m', 200, 400],
  ['beyond 400 m', 400, Number.POSITIVE_INFINITY],
];
