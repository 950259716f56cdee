import { resolvedModel } from '../../src/dispersion/resolved/model-statement.ts';
import { arcFigure, scatterFigure } from '../figure.ts';
import { type Pair, type Score, scoreOf } from '../metrics.ts';
import { ValidationRefusal } from '../refusal.ts';
import type { Study } from '../study.ts';
import { type HourlyPlume, hourlyModel } from './prediction.ts';
import { type ArcMaximum, type Hour, readArcMaxima, site } from './trials.ts';

/** Below this a prediction counts as this in MG and VG, µg/m³: a tenth of what the samplers of the time could tell. */
const floor = 1;

/** A stack beside a building (AGA, Texas 1980): does the model have a wake? Hourly arc maxima. */
export const buildingWake: Study = {
  run: (folder) => {
    const arcs = readArcMaxima(folder);
    if (arcs.length === 0) {
      throw new ValidationRefusal(`${folder} holds no hour with an observed arc maximum above 0; add rows.`);
    }
    const pairs = pairsOf(arcs, hourlyModel(true));
    const without = pairsOf(arcs, hourlyModel(false));
    const mean = arcs.reduce((sum, { maximum }) => sum + maximum, 0) / arcs.length;
    const logMean = Math.exp(arcs.reduce((sum, { maximum }) => sum + Math.log(maximum), 0) / arcs.length);
    const constant = (predicted: number): Score =>
      scoreOf(
        arcs.map(({ maximum }) => ({ observed: maximum, predicted })),
        floor,
      );
    const groups: Record<string, Score> = {};
    const group = (name: string, member: (arc: ArcMaximum) => boolean): void => {
      const some = pairs.filter((_, n) => member(arcs[n] as ArcMaximum));
      if (some.length > 0) groups[name] = scoreOf(some, floor);
    };
    const distances = [...new Set(arcs.map(({ distanceM }) => distanceM))].sort((a, b) => a - b);
    const stacks = [...new Set(arcs.map(({ hour }) => hour.stackHeightM))].sort((a, b) => a - b);
    for (const distance of distances) group(`${distance} m`, (arc) => arc.distanceM === distance);
    for (const height of stacks) group(`stack ${height} m`, ({ hour }) => hour.stackHeightM === height);
    const result = {
      study: 'building-wake',
      ...scoreOf(pairs, floor),
      groups,
      trivial: { 'constant mean': constant(mean), 'constant geometric mean': constant(logMean) },
      variants: { withoutBuilding: scoreOf(without, floor) },
      model: {
        id: resolvedModel.id,
        name: resolvedModel.name.en,
        told: 'wind speed (taken at 10 m), direction and class of each hour, z0 0.01 m; exhaust of the stack',
        pairs: `largest hourly mean on an arc at ${site.receptorM} m, µg/m³ of 1 g/s; predictions below ${floor} count as ${floor} in MG and VG`,
        averaging:
          'one hour: five directions (Gauss–Hermite) whose variance fills that of the particles up to the σθ of the class',
      },
    };
    const points = arcs.map(({ hour, distanceM }, n) => ({
      ...(pairs[n] as Pair),
      distanceM,
      stable: hour.stackHeightM < 12,
    }));
    const legend = ['low stack', 'high stack'] as const;
    return {
      result,
      figures: [
        {
          file: 'building-wake-scatter.svg',
          svg: scatterFigure(`Building wake: arc maxima, µg/m³ (${legend.join(' blue, ')} orange)`, points),
        },
        {
          file: 'building-wake-arcs.svg',
          svg: arcFigure(`Building wake: predicted over observed (${legend.join(' blue, ')} orange)`, points),
        },
      ],
    };
  },
};

function pairsOf(arcs: readonly ArcMaximum[], model: (hour: Hour) => HourlyPlume): Pair[] {
  const plumes = new Map<Hour, HourlyPlume>();
  return arcs.map(({ hour, distanceM, maximum }) => {
    const plume = plumes.get(hour) ?? model(hour);
    plumes.set(hour, plume);
    return { observed: maximum, predicted: Math.max(...site.bearingsDeg.map((bearing) => plume(bearing, distanceM))) };
  });
}
