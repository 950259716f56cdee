import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Obstacle } from '../../src/wind/obstacles.ts';
import type { WindGrid } from '../../src/wind/wind-grid.ts';
import { ValidationRefusal } from '../refusal.ts';

/** The grid of the benchmark park: 1000 × 1000 × 90 m. */
export const park1kmGrid: WindGrid = { x0M: 0, y0M: 0, z0M: 0, cellM: 5, layerM: 3, nx: 200, ny: 200, nz: 30 };

/** The 500 boxes of the benchmark park from `park1km.json` of a folder; throws ValidationRefusal where it cannot be read. */
export function readPark1km(folder: string): Obstacle[] {
  const path = join(folder, 'park1km.json');
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ValidationRefusal(`${path} cannot be read (${reason}); give the folder that holds it.`);
  }
  const boxes = typeof json === 'object' && json !== null && 'boxes' in json ? json.boxes : undefined;
  if (!Array.isArray(boxes)) throw new ValidationRefusal(`${path} has no list "boxes"; give the file as it came.`);
  return boxes.map((box: unknown, n): Obstacle => {
    const of = (name: string): number => {
      const value = typeof box === 'object' && box !== null ? Reflect.get(box, name) : undefined;
      if (typeof value === 'number' && Number.isFinite(value)) return value;
      throw new ValidationRefusal(`${path}: box ${n} has no number "${name}"; correct it.`);
    };
    const [lengthM, widthM] = [of('l'), of('w')];
    return {
      kind: 'box',
      id: `box-${n}`,
      x: of('x') + lengthM / 2,
      y: of('y') + widthM / 2,
      lengthM,
      widthM,
      angleRad: 0,
      baseM: 0,
      topM: of('h'),
      porosity: 0,
    };
  });
}
