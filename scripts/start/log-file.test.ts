import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLog } from './log-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upwind-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('each start begins an empty log and keeps the two before it', () => {
  for (const start of ['first', 'second', 'third', 'fourth']) {
    const log = openLog(join(folder, 'server.log'));
    log.append(start);
    log.close();
  }
  expect(readdirSync(folder).sort()).toEqual(['server.1.log', 'server.2.log', 'server.log']);
  expect(readFileSync(join(folder, 'server.log'), 'utf8')).toBe('fourth\n');
  expect(readFileSync(join(folder, 'server.2.log'), 'utf8')).toBe('second\n');
});

test('a log that grows large is moved aside while it is written', () => {
  const log = openLog(join(folder, 'server.log'), 10);
  for (const line of ['0123456789', 'next']) log.append(line);
  log.close();
  expect(readFileSync(join(folder, 'server.1.log'), 'utf8')).toBe('0123456789\n');
  expect(readFileSync(join(folder, 'server.log'), 'utf8')).toBe('next\n');
});

test('the newest lines stay at hand, also after it was closed', () => {
  const log = openLog(join(folder, 'server.log'));
  for (let n = 0; n < 90; n++) log.append(`line ${n}`);
  log.close();
  log.append('late');
  expect(log.tail).toHaveLength(60);
  expect(log.tail.at(-1)).toBe('late');
});
