import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { root } from '../scripts/root.ts';

test('the wind has the same bytes in Node and in Chromium, on one thread and on two', async ({ skip }) => {
  const data = process.env['UPWIND_DATA'] ?? join(root, '..', 'shared', 'data');
  const absent = !existsSync(join(data, 'wind', 'park1km.json'));
  if (process.env['CI'] !== 'true') skip(absent, 'the reference data are absent: set UPWIND_DATA to their folder');
  const { stdout } = await promisify(execFile)(process.execPath, [join(root, 'scripts/bench/main.ts'), 'wind'], {
    env: { ...process.env, UPWIND_BENCH_RUNS: '1' },
  });
  const told = JSON.parse(stdout);
  expect(told).toMatchObject({ sameBytes: true, cells: 1_200_000 });
  expect(told.residual).toBeLessThan(1e-5);
  expect(Object.keys(told.chromium)).toEqual(['1', '2']);
});
