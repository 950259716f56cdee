import type { ModelStatement } from '../dispersion/hazard-field.ts';

/** One statement for a cloud that several models made: their names together, and everything that any of them says. */
export function statementOf(models: readonly ModelStatement[]): ModelStatement {
  const [first, ...rest] = [...new Map(models.map((model) => [model.id, model])).values()];
  if (first === undefined) throw new Error('a cloud has at least one part');
  if (rest.length === 0) return first;
  const all = [first, ...rest];
  // The cloud is no surer than its weakest part.
  const [band] = all
    .flatMap((model) => (model.band === undefined ? [] : [model.band]))
    .sort((a, b) => b.factor - a.factor);
  return {
    id: all.map(({ id }) => id).join('+'),
    name: {
      zh: all.map(({ name }) => name.zh).join('；'),
      en: all.map(({ name }) => name.en).join('; '),
    },
    assumptions: all.flatMap(({ assumptions }) => assumptions),
    weaknesses: all.flatMap(({ weaknesses }) => weaknesses),
    ...(band === undefined ? {} : { band }),
  };
}
