import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scratchFolder, smallDelivery } from './ingest/small-delivery.testing.ts';

function run(...args: string[]) {
  const cli = join(import.meta.dirname, 'cli.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('ingest prints a summary for people, progress on standard error', async () => {
  using scratch = scratchFolder();
  const { status, stdout, stderr } = run(await smallDelivery(scratch.path), '--out', join(scratch.path, 'mesh'));
  expect(status).toBe(0);
  expect(stdout).toContain('68 triangles');
  expect(stdout).toContain('latitude 30.500000000°');
  expect(stderr).toMatch(/3 of 3 files · .* MB\/s · 0 s left/);
});

test('ingest --json prints one line of JSON and nothing else', async () => {
  using scratch = scratchFolder();
  const { status, stdout } = run(await smallDelivery(scratch.path), '--out', join(scratch.path, 'mesh'), '--json');
  expect(status).toBe(0);
  expect(stdout.trim().split('\n')).toHaveLength(1);
  expect(JSON.parse(stdout)).toMatchObject({
    counts: { files: 3, pagedLod: 2, geometries: 4, vertices: 58, triangles: 68, missingChildren: 1 },
    origin: { lat: 30.5, lon: 120.25, height: 0 },
    warnings: [expect.any(String)],
  });
});

test('bad input ends with 2, one sentence, and no output', async () => {
  using scratch = scratchFolder();
  const delivery = await smallDelivery(scratch.path);
  truncateSync(join(delivery, 'Data/Tile_+001_+000/Tile_+001_+000.osgb'), 500);
  const out = join(scratch.path, 'mesh');
  const { status, stdout, stderr } = run(delivery, '--out', out, '--json');
  expect(status).toBe(2);
  const sentences = stderr.split('\n').filter((line) => line.includes('UPW_'));
  expect(sentences).toEqual([
    expect.stringMatching(/^UPW_ASSET_OSGB_TRUNCATED: Data\/Tile_\+001_\+000\/.* at byte \d+/),
  ]);
  expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toEqual({
    error: {
      code: 'UPW_ASSET_OSGB_TRUNCATED',
      message: expect.stringContaining('Tile_+001_+000.osgb ends at byte 500'),
    },
  });
  expect(existsSync(out)).toBe(false);
  expect(readdirSync(scratch.path)).toHaveLength(1);
});

test.each([
  [[], 'The delivery is missing'],
  [['somewhere'], '--out is missing'],
  [['somewhere', '--out', 'x', '--colour', 'red'], "Unknown option '--colour'"],
  [['somewhere', '--out', 'x', '--origin', 'here'], 'The origin "here"'],
  [['/nowhere/at/all', '--out', 'x'], 'There is no delivery at /nowhere/at/all'],
])('a wrong command line %j ends with 2 and says what to do', (args, words) => {
  const { status, stderr, stdout } = run(...args);
  expect(status).toBe(2);
  expect(stderr).toContain(words);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stdout).toBe('');
});

test('--origin takes a southern latitude, and --help explains', async () => {
  using scratch = scratchFolder();
  const delivery = await smallDelivery(scratch.path, '<M/>');
  const { stdout } = run(delivery, '--out', join(scratch.path, 'mesh'), '--origin', '-33.5,151.25,4', '--json');
  expect(JSON.parse(stdout)).toMatchObject({ origin: { lat: -33.5, lon: 151.25, height: 4 } });
  expect(run('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--origin lat,lon,height') });
});
