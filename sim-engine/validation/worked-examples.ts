import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gasFlux, holeArea, liquidFlux } from '../src/release/orifice.ts';
import { type Pair, scoreOf } from './metrics.ts';
import { ValidationRefusal } from './refusal.ts';
import type { Study } from './study.ts';

type Item = Readonly<Record<string, unknown>>;

/** The examples that the engine's own formulas answer; each returns the book's answer and ours. */
const examples: Readonly<Record<string, (item: Item) => Pair>> = {
  CCPS1999_p40_liquid_jet: (item) => {
    const area = holeArea(numberOf(item, 'd_m'));
    const flux = liquidFlux(numberOf(item, 'p_Pa') - 101_325, 0, numberOf(item, 'rho_kg_m3'), numberOf(item, 'cd'));
    return { observed: numberOf(item, 'answer_kg_s'), predicted: flux * area };
  },
  CCPS1999_p47_gas_jet: (item) => {
    const area = holeArea(numberOf(item, 'd_m'));
    const flux = gasFlux(
      numberOf(item, 'p_Pa'),
      numberOf(item, 'rho_kg_m3'),
      numberOf(item, 'k'),
      numberOf(item, 'cd'),
    );
    return { observed: numberOf(item, 'answer_kg_s'), predicted: flux * area };
  },
};

/** Exact answers of the books: code verification. Items of models that the engine does not have are listed as left out. */
export const workedExamples: Study = {
  run: (folder) => {
    const items = readItems(folder);
    const named = items.map((item) => ({ id: String(item['id']), item }));
    const answered = named.filter(({ id }) => Object.hasOwn(examples, id));
    const pairs = answered.map(({ id, item }) => ({ id, pair: (examples[id] as (item: Item) => Pair)(item) }));
    const groups = Object.fromEntries(pairs.map(({ id, pair }) => [id, scoreOf([pair])]));
    const leftOut = named.filter(({ id }) => !Object.hasOwn(examples, id)).map(({ id }) => id);
    const mean = pairs.reduce((sum, { pair }) => sum + pair.observed, 0) / Math.max(1, pairs.length);
    return {
      result: {
        study: 'worked-examples',
        ...scoreOf(pairs.map(({ pair }) => pair)),
        groups,
        trivial: { 'constant mean': scoreOf(pairs.map(({ pair }) => ({ ...pair, predicted: mean }))) },
        model: { id: 'release', leftOut: leftOut.join(', ') },
      },
      figures: [],
    };
  },
};

function readItems(folder: string): Item[] {
  const path = join(folder, 'worked_examples_dispersion.json');
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ValidationRefusal(
      `${path} cannot be read (${reason}); give the folder of the reference data with --data.`,
    );
  }
  const items = typeof json === 'object' && json !== null && 'items' in json ? json.items : undefined;
  if (!Array.isArray(items)) throw new ValidationRefusal(`${path} has no list "items"; give the file as it came.`);
  return items.filter((item): item is Item => typeof item === 'object' && item !== null);
}

function numberOf(item: Item, field: string): number {
  const value = item[field];
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new ValidationRefusal(`Worked example ${String(item['id'])}: ${field} is missing or not a number; correct it.`);
}
