import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLog } from './log-file.ts';
import { lastLines, startPart } from './part.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upwind-part-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function script(text: string): string {
  const file = join(folder, 'script.mjs');
  writeFileSync(file, text);
  return file;
}

const log = () => openLog(join(folder, 'logs', 'part.log'));

test('a part that ends by itself says how, and its last words are kept', async () => {
  const part = startPart({ name: 'it', args: [script('console.error("no disk"); process.exitCode = 3')], log: log() });
  expect(await part.ended).toEqual({ well: false, how: 'exit code 3' });
  expect(lastLines(part.log)).toBe(`  no disk\nThe whole log: ${part.log.path}`);
  expect(readFileSync(part.log.path, 'utf8')).toBe('no disk\n');
});

test('a part that is asked to stop may finish what it does', async () => {
  const lines: string[] = [];
  const file = script(
    'process.on("SIGTERM", () => { console.log("finished"); process.exit(0); }); setInterval(() => {}, 1e3); console.log("up");',
  );
  const part = startPart({ name: 'it', args: [file], log: log(), onLine: (line) => lines.push(line) });
  while (lines.length === 0) await sleep(10);
  await part.stop(10_000);
  expect(await part.ended).toEqual({ well: true, how: 'exit code 0' });
  expect(lines).toEqual(['up', 'finished']);
});

test('a part that does not listen is ended after its grace', async () => {
  const lines: string[] = [];
  const file = script('process.on("SIGTERM", () => {}); setInterval(() => {}, 1e3); console.log("up");');
  const part = startPart({ name: 'it', args: [file], log: log(), onLine: (line) => lines.push(line) });
  while (lines.length === 0) await sleep(10);
  await part.stop(50);
  expect(await part.ended).toEqual({ well: false, how: 'signal SIGKILL' });
});

test('parts end by themselves when who started them is killed', async () => {
  const modules = JSON.stringify([
    new URL('part.ts', import.meta.url).href,
    new URL('log-file.ts', import.meta.url).href,
  ]);
  const child = script('console.log(process.pid); setInterval(() => {}, 1e3);');
  const parentFile = join(folder, 'parent.mjs');
  writeFileSync(
    parentFile,
    `const [{ startPart }, { openLog }] = await Promise.all(${modules}.map((url) => import(url)));
     startPart({ name: 'it', args: [${JSON.stringify(child)}], log: openLog(${JSON.stringify(join(folder, 'p.log'))}), onLine: (line) => console.log(line) });`,
  );
  const parent = spawn(process.execPath, [parentFile], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [printed] = await once(parent.stdout, 'data');
  const pid = Number(String(printed));
  expect(isAlive(pid)).toBe(true);
  parent.kill('SIGKILL');
  for (let waitedMs = 0; isAlive(pid) && waitedMs < 10_000; waitedMs += 20) await sleep(20);
  expect(isAlive(pid)).toBe(false);
});

/** A zombie that nobody has collected yet counts as dead. */
function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
