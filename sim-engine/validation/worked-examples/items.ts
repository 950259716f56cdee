import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ValidationRefusal } from '../refusal.ts';

/** One worked example as the file has it. */
export type Item = Readonly<Record<string, unknown>>;

/** The examples of the folder. */
export function readItems(folder: string): Item[] {
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
  const items = isObject(json) ? json['items'] : undefined;
  if (!Array.isArray(items)) throw new ValidationRefusal(`${path} has no list "items"; give the file as it came.`);
  return items.filter(isObject);
}

/** Whether a value is an object with fields. */
export function isObject(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What an item is called. */
export function idOf(item: Item): string {
  return String(item['id']);
}

/** A number the item must have. */
export function numberOf(item: Item, field: string): number {
  const value = item[field];
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new ValidationRefusal(`Worked example ${idOf(item)}: ${field} is missing or not a number; correct it.`);
}

/** A number the item may have. */
export function numberOr(item: Item, field: string, otherwise: number): number {
  return item[field] === undefined ? otherwise : numberOf(item, field);
}

/** The list of numbers under the first field that begins with `answers`. */
export function answerList(item: Item): readonly number[] {
  const list = Object.entries(item).find(([field]) => field.startsWith('answers'))?.[1];
  if (Array.isArray(list) && list.every((value) => typeof value === 'number')) return list;
  throw new ValidationRefusal(`Worked example ${idOf(item)}: its answers are no list of numbers; correct them.`);
}

/** The answers under a heading such as `answers_volfrac`, by where and when. */
export function answersByPlace(item: Item, field: string): readonly (readonly [place: string, answer: number])[] {
  const answers = item[field];
  if (!isObject(answers)) {
    throw new ValidationRefusal(`Worked example ${idOf(item)}: ${field} is missing; give its answers by place.`);
  }
  return Object.keys(answers).map((place) => [place, numberOf(answers, place)] as const);
}
