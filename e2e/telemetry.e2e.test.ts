import type { Alarm } from '@upwind/sim-server/contract';
import { describe, expect, inject } from 'vitest';
import { test, untilDrawn } from './browser.ts';
import { publish } from './publish.ts';

const wide = { viewport: { width: 1600, height: 900 }, locale: 'zh-CN' } as const;
const topic = 'upwind/v1/chemical-park/LI-151B';

describe('telemetry, from a device that no one here wrote to the model', () => {
  test('a published value shows at the element, with its quality', async ({ open, picture }) => {
    const { mqttUrl } = inject('product');
    const page = await open('manager', '/twin/chemical-park?element=V-151C&light=day', wide);
    await untilDrawn(page);
    const value = page.getByTestId('chosen-panel').locator('[data-point="LI-151C"]');
    await value.locator('.value-number').waitFor({ timeout: 30_000 });

    // A minute ahead of the plant's own samples, so that it stays the newest while the test looks.
    const t = Date.now() + 60_000;
    const by = await publish(
      mqttUrl,
      'upwind/v1/chemical-park/LI-151C',
      JSON.stringify({ t, v: 7.77, q: 'uncertain' }),
    );
    expect(['mosquitto_pub', 'client']).toContain(by);
    await expect.poll(() => value.locator('.value-number').textContent(), { timeout: 20_000 }).toBe('7.77');
    expect(await value.getAttribute('class')).toContain('value-uncertain');

    await page.getByTestId('point-LI-151C').click();
    await page.getByTestId('history-plot').waitFor();
    await page.waitForTimeout(500);
    await picture(page, 'telemetry-history');
  });

  test('a limit crossed raises an alarm on the model and in the list, and a person acknowledges it', async ({
    open,
    picture,
  }) => {
    const { mqttUrl, url } = inject('product');
    const page = await open('manager', '/twin/chemical-park?light=day', wide);
    await untilDrawn(page);
    await page.locator('[data-testid=connection][data-state=live]').waitFor();

    // Above the high-high limit for longer than the alarm's delay, by source time.
    const t = Date.now();
    const above = [0, 2000, 4000].map((later) => ({ t: t + later, v: 14.2 }));
    await publish(mqttUrl, topic, JSON.stringify(above));

    const pin = page.locator('.label[data-element="V-151B"]');
    await expect
      .poll(() => pin.getAttribute('data-alarm').catch(() => undefined), { timeout: 30_000 })
      .toBe('critical');
    expect(await pin.textContent()).toContain('◆ 紧急');
    await page.getByTestId('alarm-counters').click();
    const row = page.locator('[data-testid="alarm-LI-151B"]', { hasText: '高高限' });
    await row.waitFor();
    expect(await row.textContent()).toContain('紧急');
    await picture(page, 'telemetry-alarm');

    await row.getByTestId('acknowledge-LI-151B').click();
    await page.getByTestId('acknowledge-comment').fill('已通知现场核实');
    await page.locator('#acknowledge-send').click();
    // Acknowledged, it stays while the limit is still crossed, and leaves the list when the value is normal again.
    await expect
      .poll(async () => ((await row.count()) === 0 ? 'gone' : row.getAttribute('data-state')), { timeout: 20_000 })
      .toMatch(/gone|active-acked/);
    const answer = await page.request.get(`${url}/api/sites/chemical-park/alarms?state=all`);
    const alarms = (await answer.json()) as readonly Alarm[];
    const kept = alarms.find(({ point, limit }) => point === 'LI-151B' && limit === 'highHigh');
    expect(kept?.comment).toBe('已通知现场核实');
    expect(kept?.acknowledgedTime).toBeGreaterThan(t);
  });
});
