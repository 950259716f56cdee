import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ValidationRefusal } from './refusal.ts';

/** A row of a CSV file of the reference data; every look-up names file, line and column when it fails. */
export interface Row {
  text(column: string): string;
  /** `undefined` where the cell is blank. */
  number(column: string): number | undefined;
  /** Refuses a blank cell. */
  needed(column: string): number;
}

/** Reads a CSV file with `#` comment lines and a header; quoted fields may hold commas. */
export function readTable(folder: string, file: string, columns: readonly string[]): Row[] {
  const path = join(folder, file);
  if (!existsSync(path)) {
    throw new ValidationRefusal(`There is no ${file} in ${folder}; give the folder of the reference data with --data.`);
  }
  const lines = readFileSync(path, 'utf8').split(/\r?\n/);
  let header: string[] | undefined;
  const rows: Row[] = [];
  lines.forEach((line, k) => {
    if (line.trim() === '' || line.startsWith('#')) return;
    const cells = cellsOf(line);
    if (header === undefined) {
      header = cells;
      const missing = columns.filter((column) => !cells.includes(column));
      if (missing.length === 0) return;
      throw new ValidationRefusal(`${path} has no column ${missing.join(', ')}; its header is ${cells.join(',')}.`);
    }
    rows.push(rowOf(header, cells, `${path}, line ${k + 1}`));
  });
  if (header === undefined) throw new ValidationRefusal(`${path} is empty; give a file with a header and rows.`);
  return rows;
}

function rowOf(header: readonly string[], cells: readonly string[], where: string): Row {
  const text = (column: string): string => cells[header.indexOf(column)]?.trim() ?? '';
  const number = (column: string): number | undefined => {
    const cell = text(column);
    if (cell === '') return undefined;
    const value = Number(cell);
    if (Number.isFinite(value)) return value;
    throw new ValidationRefusal(`${where}: ${column} is "${cell}", not a number; correct the cell or leave it blank.`);
  };
  return {
    text,
    number,
    needed: (column) => {
      const value = number(column);
      if (value !== undefined) return value;
      throw new ValidationRefusal(`${where}: ${column} is blank; fill it in or leave the row out.`);
    },
  };
}

function cellsOf(line: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (const character of line) {
    if (character === '"') quoted = !quoted;
    else if (character === ',' && !quoted) {
      cells.push(cell);
      cell = '';
    } else cell += character;
  }
  cells.push(cell);
  return cells;
}
