import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { claimHome } from './running.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'upwind-running-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const note = (running: object) => writeFileSync(join(home, 'running.json'), JSON.stringify(running));

test('a home is claimed once, and free again after its release', () => {
  const first = claimHome(home);
  expect(first).toMatchObject({ kind: 'claimed', afterCrash: false });
  if (first.kind === 'claimed') first.release();
  expect(claimHome(home)).toMatchObject({ kind: 'claimed', afterCrash: false });
});

test('a home that a living process holds is taken, with its address and since when', () => {
  const by = { pid: process.ppid, since: 1_790_000_000_000, url: 'http://localhost:8460' };
  note(by);
  expect(claimHome(home)).toEqual({ kind: 'taken', by });
});

test('the note of a process that is gone is overruled', () => {
  note({ pid: 2 ** 22 + 1, since: 0 });
  expect(claimHome(home)).toMatchObject({ kind: 'claimed', afterCrash: true });
});

test('the same number with another birth is another process', (context) => {
  if (process.platform !== 'linux') context.skip('only Linux tells when a process was born');
  note({ pid: process.ppid, born: 'another boot 1', since: 0 });
  expect(claimHome(home)).toMatchObject({ kind: 'claimed', afterCrash: true });
});

test('a broken note does not lock the home for ever', () => {
  writeFileSync(join(home, 'running.json'), '{"pid":');
  expect(claimHome(home)).toMatchObject({ kind: 'claimed', afterCrash: true });
});

test('a home that cannot be a folder is told in one sentence', () => {
  const file = join(home, 'file');
  writeFileSync(file, '');
  for (const [at, code] of [
    [file, 'EEXIST'],
    [join(file, 'below'), 'ENOTDIR'],
  ] as const) {
    expect(() => claimHome(at)).toThrow(
      `Data and logs cannot be written to ${at} (${code}). Set UPWIND_HOME to a folder that you may write.`,
    );
  }
});
