import { scoreOf } from '../metrics.ts';
import type { Study } from '../study.ts';
import { answersTo } from './answers.ts';
import { idOf, readItems } from './items.ts';

const figures = 5;

/**
 * Exact answers of the books: verification of code, not of models. Every number an item gives is a pair; items of a kind
 * that nothing here answers are listed as left out.
 */
export const workedExamples: Study = {
  run: (folder) => {
    const items = readItems(folder).map((item) => ({ id: idOf(item), answers: answersTo(item) }));
    const answered = items.filter(({ answers }) => answers.length > 0);
    const pairs = answered.flatMap(({ answers }) => answers.map(({ pair }) => pair));
    const mean = pairs.reduce((sum, { observed }) => sum + observed, 0) / Math.max(1, pairs.length);
    const errors = answered.flatMap(({ id, answers }) =>
      answers.map(({ what, pair }) => ({
        where: `${id}: ${what}`,
        error: Math.abs(pair.predicted / pair.observed - 1),
      })),
    );
    const worst = errors.reduce((most, one) => (one.error > most.error ? one : most), { where: 'none', error: 0 });
    const leftOut = items.filter(({ answers }) => answers.length === 0).map(({ id }) => id);
    return {
      result: {
        study: 'worked-examples',
        ...scoreOf(pairs),
        worstRelativeError: Number(worst.error.toPrecision(figures)),
        groups: Object.fromEntries(answered.map(({ id, answers }) => [id, scoreOf(answers.map(({ pair }) => pair))])),
        trivial: { 'constant mean': scoreOf(pairs.map((pair) => ({ ...pair, predicted: mean }))) },
        model: {
          id: 'release orifices; Gaussian with Pasquill-Gifford, Briggs and CCPS puff curves; Britter-McQuaid nomograms',
          worst: worst.where,
          leftOut: leftOut.join(', '),
        },
      },
      figures: [],
    };
  },
};
