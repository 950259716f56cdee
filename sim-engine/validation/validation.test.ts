import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { scoreOf } from './metrics.ts';

const cli = fileURLToPath(new URL('./cli.ts', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'upwind-validation-'));
afterAll(() => rmSync(scratch, { recursive: true }));

function validate(...words: string[]): { status: number | null; out: string; error: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...words], { cwd: scratch, encoding: 'utf8' });
  return { status, out: stdout, error: stderr };
}

describe('scores', () => {
  it('of a perfect model are perfect, of half as much know the sign', () => {
    const observed = [1, 5, 20];
    expect(scoreOf(observed.map((o) => ({ observed: o, predicted: o })))).toEqual({
      n: 3,
      FB: 0,
      NMSE: 0,
      MG: 1,
      VG: 1,
      FAC2: 1,
    });
    const half = scoreOf(observed.map((o) => ({ observed: o, predicted: o / 2.5 })));
    expect(half.FB).toBeGreaterThan(0);
    expect(half.MG).toBeCloseTo(2.5, 3);
    expect(half.FAC2).toBe(0);
  });
});

describe('the validation command refuses in one sentence with exit code 2', () => {
  const trial =
    'run,Q_g_s,source_height_m,sampler_height_m,L_m,sigma_azimuth_deg,U_m_s\n1,50,0.5,1.5,-20,10,x\n2,50,0.5,1.5,-20,10,4\n';
  it.each([
    ['no study', [], /No study is named/],
    ['an unknown study', ['moon', '--data', '.'], /no study "moon"/],
    ['no data', ['prairie-grass'], /folder of the measurements/],
    ['an empty folder', ['prairie-grass', '--data', 'nowhere'], /no prairie_grass_runs.csv in .*nowhere/],
    ['an unknown option', ['prairie-grass', '--fast'], /--fast/],
    ['a word that is no number', ['prairie-grass', '--data', '.'], /prairie_grass_runs.csv, line 2: U_m_s is "x"/],
  ])('%s', (_name, words, message) => {
    writeFileSync(join(scratch, 'prairie_grass_runs.csv'), trial);
    const { status, out, error } = validate(...words);
    expect(error).toMatch(message);
    expect(error.trim().split('\n')).toHaveLength(1);
    expect([status, out]).toEqual([2, '']);
  });
  it('a missing column is named', () => {
    writeFileSync(join(scratch, 'prairie_grass_runs.csv'), 'run,Q_g_s\n1,2\n');
    expect(validate('prairie-grass', '--data', scratch).error).toMatch(/no column source_height_m, sampler_height_m/);
  });
});

const root = fileURLToPath(new URL('../..', import.meta.url));
const data = join(process.env['UPWIND_DATA'] ?? resolve(root, '../shared/data'), 'dispersion');

describe('against the measurements', () => {
  beforeEach(({ skip }) => {
    const absent = !existsSync(data) && process.env['CI'] !== 'true';
    skip(absent, 'the reference data are absent: set UPWIND_DATA to their folder');
  });
  it('prairie-grass prints one line, beats the Gaussian baselines and passes the published limits', () => {
    const { status, out } = validate('prairie-grass', '--data', data, '--plot', 'figures');
    expect(status).toBe(0);
    expect(out.trim().split('\n')).toHaveLength(1);
    const result = JSON.parse(out);
    expect(result.study).toBe('prairie-grass');
    // The baselines are those of the reference: they prove that the pairs are the same.
    expect(result.trivial['gaussian a']).toMatchObject({ n: 133, FAC2: 0.677, VG: 1.686 });
    expect(result.trivial['gaussian b']).toMatchObject({ n: 133, FAC2: 0.827, VG: 1.323 });
    expect(result.FAC2).toBeGreaterThan(0.9);
    expect(result.VG).toBeLessThan(1.2);
    expect(Math.abs(result.FB)).toBeLessThan(0.3);
    expect(result.MG).toBeGreaterThan(0.7);
    expect(result.MG).toBeLessThan(1.3);
    expect(result.NMSE).toBeLessThan(4);
    expect(result.model['groups below the better gaussian (FAC2 or VG)']).toBe('none');
    expect(result.groups['sigma y'].VG).toBeLessThan(result.trivial['gaussian b, sigma y'].VG);
    expect(readdirSync(join(scratch, 'figures')).sort()).toEqual([
      'prairie-grass-arcs.svg',
      'prairie-grass-scatter.svg',
    ]);
  });
  it('worked-examples answers every item, each to 1 %', () => {
    const result = JSON.parse(validate('worked-examples', '--data', data).out);
    expect(result.n).toBeGreaterThan(30);
    expect(result.model.leftOut).toBe('');
    expect(result.worstRelativeError, result.model.worst).toBeLessThan(0.01);
  });
});
