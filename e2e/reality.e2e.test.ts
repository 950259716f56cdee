import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject } from 'vitest';
import { root } from '../scripts/root.ts';
import { test, untilDrawn } from './browser.ts';

const wide = { viewport: { width: 1600, height: 900 }, locale: 'zh-CN' } as const;
/** `npm run screenshots` asks for the look of a graphics card; a test does not wait for it. */
const pictureQuality = process.env['UPWIND_PICTURES'] === 'high' ? '&quality=high' : '';
const data = process.env['UPWIND_DATA'] ?? join(root, '../shared/data');
const delivery = join(data, 'oblique/contextcapture');

describe('the place, photographed', () => {
  test('the demo mesh lies under the park and streams without a failed tile', async ({ open, picture }) => {
    const page = await open('manager', `/twin/chemical-park?light=day&element=OF-901${pictureQuality}`, wide);
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
    const { home, url } = inject('product');
    const out = join(home, 'reality', 'contextcapture');
    const run = spawnSync(process.execPath, ['assets/src/cli.ts', delivery, '--out', out, '--json'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(run.status, run.stderr).toBe(0);
    const said = JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '') as { readonly counts: unknown };
    const truth = JSON.parse(readFileSync(join(delivery, 'truth.json'), 'utf8')) as {
      readonly totals: Readonly<Record<string, number>>;
    };
    const { pagedLOD: pagedLod, ...totals } = truth.totals;
    expect(said.counts).toEqual({ ...totals, pagedLod });

    const page = await open('manager', '/twin/chemical-park', wide);
    const listed = async () => (await page.request.get(`${url}/api/sites`)).text();
    await expect.poll(listed, { timeout: 60_000 }).toContain('reality-contextcapture');
    await page.goto(`${url}/twin/reality-contextcapture?light=day`);
    await untilDrawn(page);
    const progress = page.getByTestId('reality-progress');
    await expect.poll(() => progress.getAttribute('data-shown'), { timeout: 60_000 }).toBe('true');
    await expect.poll(() => progress.getAttribute('data-percent'), { timeout: 120_000 }).toBe('100');
    expect(await progress.getAttribute('data-failed')).toBe('0');
    await page.waitForTimeout(1000);
    await picture(page, 'reality-contextcapture');
  });
});
