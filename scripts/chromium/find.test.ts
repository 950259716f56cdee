import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findChromium } from './find.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upwind-chromium-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('UPWIND_CHROMIUM goes before the path, and only what can be run counts', () => {
  writeFileSync(join(folder, 'chromium'), '', { mode: 0o644 });
  writeFileSync(join(folder, 'google-chrome'), '', { mode: 0o755 });
  expect(findChromium({ PATH: folder })).toBe(join(folder, 'google-chrome'));
  expect(findChromium({ PATH: folder, UPWIND_CHROMIUM: '/opt/chrome' })).toBe('/opt/chrome');
});
