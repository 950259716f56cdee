import { chemicalPark } from '@upwind/scenes';
import { runIncident } from '@upwind/sim-engine';
import type { IncidentRecord } from '@upwind/sim-server/contract';
import { describe, expect, inject } from 'vitest';
import { test, untilDrawn } from './browser.ts';

describe('a leak, as the commander sees it', () => {
  test('a chlorine leak becomes a plume with threat zones and ways out, the same in Node and in Chromium', async ({
    open,
    picture,
  }) => {
    const page = await open('commander', '/command/chemical-park');
    // Software drawing on a busy machine: a click may wait for several frames.
    page.setDefaultTimeout(90_000);
    await untilDrawn(page);

    // Vessel, hole, run: with the wind that the mast measures now.
    await page.getByTestId('leak-vessel').click();
    await page.keyboard.type('V-301A');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByTestId('leak-wind').textContent(), { timeout: 20_000 }).toMatch(/m\/s/);
    await page.getByTestId('leak-run').click();

    await page.getByTestId('command-headline').waitFor();
    await expect.poll(() => page.getByTestId('advice-route').count(), { timeout: 60_000 }).toBeGreaterThan(5);
    await page.getByTestId('zone-aegl-2').waitFor();
    expect(await page.locator('.command').getAttribute('data-plume')).toBe('shown');
    await page.waitForURL(/\/command\/chemical-park\/.+/);
    await page.waitForTimeout(1500);
    await picture(page, 'leak-live-wind');

    // Scrubbing to the start: no zone before the gas has spread.
    await page.getByRole('slider').focus();
    await page.keyboard.press('Home');
    await expect.poll(() => page.locator('.command-time output').textContent(), { timeout: 60_000 }).toMatch(/00:00/);

    // The incident travels; Node computes the same bytes from it.
    const hash = await page.getByTestId('command-hash').getAttribute('data-hash');
    const { url } = inject('product');
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const answer = await page.request.get(`${url}/api/incidents/${id}`);
    const record = (await answer.json()) as IncidentRecord;
    expect(runIncident({ site: chemicalPark, incident: record.incident }).hash).toBe(hash);

    // Opened again by its address, it is computed again to the same bytes.
    await page.reload();
    await page.getByTestId('command-headline').waitFor();
    expect(await page.getByTestId('command-hash').getAttribute('data-hash')).toBe(hash);
  });

  test('with the wind turned over the park, people are led round the plume or told to stay', async ({
    open,
    picture,
  }) => {
    const page = await open('commander', '/command/chemical-park?light=day', { locale: 'zh-CN' });
    page.setDefaultTimeout(90_000);
    await untilDrawn(page);
    await page.getByTestId('leak-vessel').click();
    await page.keyboard.type('V-301A');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByTestId('leak-wind').textContent(), { timeout: 60_000 }).toMatch(/m\/s/);
    await page.getByText('手动输入').click();
    await page.getByRole('spinbutton').first().fill('335');
    await page.getByRole('spinbutton').first().press('Tab');
    await page.getByTestId('leak-run').click();

    await page.getByTestId('zone-aegl-3').waitFor();
    await expect.poll(() => page.getByTestId('command-headline').textContent(), { timeout: 60_000 }).toMatch(/东南/);
    expect(await page.getByTestId('zone-aegl-2').textContent()).toMatch(/约 \d+ 人在区内/);
    // Everybody has a way or a reason to stay; no one is forgotten.
    const told = (await page.getByTestId('advice-route').count()) + (await page.getByTestId('advice-shelter').count());
    expect(told).toBeGreaterThan(10);
    await page.waitForTimeout(2500);
    await picture(page, 'leak');
  });
});
