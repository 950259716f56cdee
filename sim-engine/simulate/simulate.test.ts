import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chlorineLeak } from '@upwind/scenarios';
import { chemicalPark } from '@upwind/scenes';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'simulate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const leak = { ...chlorineLeak(chemicalPark), durationS: 30, people: [] };
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const good = file('good.json', JSON.stringify(leak));

function simulate(...words: string[]): { readonly code: number | null; readonly out: string; readonly said: string } {
  const cli = fileURLToPath(new URL('./cli.ts', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...words], { encoding: 'utf8' });
  return { code: status, out: stdout, said: stderr };
}
const onPark = (incident: string, out: string): ReturnType<typeof simulate> =>
  simulate(incident, '--site', 'chemical-park', '--out', out);

describe('simulate', () => {
  it('writes nothing but the result to standard output, and the same to a file', () => {
    const { code, out } = onPark(good, '-');
    expect(code).toBe(0);
    const path = join(folder, 'result.json');
    expect(onPark(file('marked.json', `\uFEFF${JSON.stringify(leak)}`), path).code).toBe(0);
    expect(readFileSync(path, 'utf8')).toBe(out);
    expect(JSON.parse(out)).toMatchObject({ incident: leak.id, hash: expect.stringMatching(/^[0-9a-f]{32}$/) });
  }, 60_000);

  it.each([
    ['no JSON', 'cut.json', '{"id":', /is not JSON/],
    [
      'a number that no incident has',
      'negative.json',
      JSON.stringify({ ...leak, durationS: -1 }),
      /UPW_SCENARIO_.*durationS/,
    ],
    [
      'an incident of another site',
      'elsewhere.json',
      JSON.stringify({ ...leak, site: 'mars' }),
      /UPW_SCENARIO_.*"mars"/,
    ],
  ])(
    'refuses %s with one sentence and exit code 2',
    (_, name, text, words) => {
      const { code, out, said } = onPark(file(name, text), '-');
      expect([code, out]).toEqual([2, '']);
      expect(said).toMatch(words);
      expect(said.trimEnd().split('\n')).toHaveLength(1);
    },
    60_000,
  );

  it('refuses a result that nobody could write before it computes one', () => {
    const { code, said } = onPark(good, join(folder, 'nowhere', 'result.json'));
    expect(code).toBe(2);
    expect(said).toMatch(/^The result cannot be written/);
    expect(onPark(good, folder).said).toMatch(/it is a folder/);
  }, 60_000);
});
