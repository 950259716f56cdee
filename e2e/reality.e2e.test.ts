import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject } from 'vitest';
import { root } from '../scripts/root.ts';
import { test, untilDrawn } from './browser.ts';

const wide = { viewport: { width: 1600, height: 900 }, locale: 'zh-CN' } as const;
const data = process.env['UPWIND_DATA'] ?? join(root, '../shared/data');
const delivery = join(data, 'oblique/contextcapture');

describe('the place, photographed', () => {
  test('the demo mesh lies under the park and streams without a failed tile', async ({ open, picture }) => {
    const page = await open('manager', '/twin/chemical-park?light=day', wide);
    await untilDrawn(page);
    const progress = page.getByTestId('reality-progress');
    await expect.poll(() => progress.getAttribute('data-shown'), { timeout: 90_000 }).toBe('true');
    await expect.poll(() => progress.getAttribute('data-percent'), { timeout: 120_000 }).toBe('100');
    expect(await progress.getAttribute('data-failed')).toBe('0');
    await page.waitForTimeout(1000);
    await picture(page, 'reality-demo');
  });

  test('a real ContextCapture delivery is ingested, opens as a site of its own and streams', async ({
    open,
    picture,
    skip,
  }) => {
    if (!existsSync(delivery)) {
      if (process.env['CI'] === 'true') throw new Error(`no reference data at ${delivery}`);
      skip(`no reference data at ${delivery} (set UPWIND_DATA)`);
    }
    const { home } = inject('product');
    const out = join(home, 'reality', 'contextcapture');
    const run = spawnSync(process.execPath, ['assets/src/cli.ts', delivery, '--out', out, '--json'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(run.status, run.stderr).toBe(0);
    const truth: unknown = JSON.parse(readFileSync(join(delivery, 'truth.json'), 'utf8'));
    expect(JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({ counts: expect.any(Object) });
    expect(truth).toBeTypeOf('object');

    const page = await open('manager', '/twin', wide);
    await untilDrawn(page);
    await expect
      .poll(
        async () =>
          (await (await page.request.get(`${inject('product').url}/api/sites`)).text()).includes(
            'reality-contextcapture',
          ),
        {
          timeout: 60_000,
        },
      )
      .toBe(true);
    await page.goto(new URL('/twin/reality-contextcapture?light=day', page.url()).href);
    await untilDrawn(page);
    const progress = page.getByTestId('reality-progress');
    await expect.poll(() => progress.getAttribute('data-shown'), { timeout: 60_000 }).toBe('true');
    await expect.poll(() => progress.getAttribute('data-percent'), { timeout: 120_000 }).toBe('100');
    expect(await progress.getAttribute('data-failed')).toBe('0');
    await page.waitForTimeout(1000);
    await picture(page, 'reality-contextcapture');
  });
});
