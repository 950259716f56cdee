import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { wind } from './wind.ts';

const scratch = mkdtempSync(join(tmpdir(), 'upwind-wind-'));
afterAll(() => rmSync(scratch, { recursive: true }));

describe('the wind study', () => {
  it('refuses a folder without its files', () => {
    expect(() => wind.run(scratch)).toThrow(/There is no wind_uwo_building_cp.csv in/);
  });
});

const root = fileURLToPath(new URL('../../..', import.meta.url));
const data = join(process.env['UPWIND_DATA'] ?? resolve(root, '../shared/data'), 'wind');
const absent = !existsSync(data) && process.env['CI'] !== 'true';

describe('the wind on the reference data', () => {
  beforeEach(({ skip }) => {
    skip(absent, 'the reference data are absent: set UPWIND_DATA to their folder');
  });

  it('meets flows known in closed form, keeps published cavities, and slows between buildings as canopies do', () => {
    const { result, figures } = wind.run(data);
    const group = (name: RegExp) => Object.entries(result.groups).find(([key]) => name.test(key))?.[1];
    for (const name of [/hemisphere/, /hill/, /cavity/, /Macdonald/]) expect(group(name)?.FAC2).toBe(1);
    expect(group(/hemisphere/)?.VG).toBeLessThan(1.01);
    expect(group(/hill/)?.VG).toBeLessThan(1.01);
    expect(group(/cavity/)?.VG).toBeLessThan(1.02);
    expect(group(/Macdonald/)?.VG).toBeLessThan(1.15);
    expect(result.model['uniform']).toMatch(/0\.0e\+0|e-[789]/);
    expect(result.model['hemisphere']).toMatch(/order 1\.\d+, 1\.\d+$/);
    expect(result.model['notApplicable']).toMatch(/no pressure.*no terrain/);
    expect(figures.map(({ file }) => file)).toEqual(['wind-pairs.svg', 'wind-cube.svg']);
  });
});
