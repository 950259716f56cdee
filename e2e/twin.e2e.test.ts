import { describe, expect } from 'vitest';
import { test, untilDrawn } from './browser.ts';

const wide = { viewport: { width: 1600, height: 900 }, locale: 'zh-CN' } as const;

/** `npm run screenshots` asks for the look of a graphics card; a test does not wait for it. */
const pictureQuality = process.env['UPWIND_PICTURES'] === 'high' ? '&quality=high' : '';

describe('a site, as the park manager sees it', () => {
  test('it is a place with today’s wind, drawn in few calls', async ({ open, picture }) => {
    const page = await open('manager', `/twin/chemical-park?light=day${pictureQuality}`, wide);
    await untilDrawn(page);
    await page.locator('[data-testid=connection][data-state=live]').waitFor({ timeout: 60_000 });
    await expect.poll(() => page.getByTestId('wind').textContent(), { timeout: 20_000 }).toMatch(/m\/s/);
    await expect
      .poll(() => page.getByTestId('reality-progress').getAttribute('data-percent'), { timeout: 120_000 })
      .toBe('100');
    await picture(page, 'twin');
    const drawCalls = Number(await page.locator('html').getAttribute('data-draw-calls'));
    expect(drawCalls).toBeGreaterThan(0);
    expect(drawCalls).toBeLessThanOrEqual(300);
  });

  test('picking an element in the scene shows who it is and its values, which go on changing', async ({
    open,
    picture,
  }) => {
    const page = await open('manager', '/twin/chemical-park?light=day', wide);
    await untilDrawn(page);
    // Go to a sphere by the list, let go of it, and pick it again with the pointer.
    await page.getByTestId('object-search').fill('V-151A');
    await page.getByTestId('object-V-151A').click();
    const panel = page.getByTestId('chosen-panel');
    await panel.waitFor();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    const canvas = await page.locator('.site-scene canvas').boundingBox();
    if (canvas === null) throw new Error('There is no canvas.');
    const panels = 312;
    const middle = [canvas.x + panels + (canvas.width - panels) / 2, canvas.y + canvas.height / 2] as const;
    // What is picked is what is seen: until the camera has arrived, that is something else.
    await expect
      .poll(
        async () => {
          await page.mouse.click(...middle);
          return panel.getAttribute('data-element', { timeout: 5000 }).catch(() => undefined);
        },
        { timeout: 60_000, interval: 1000 },
      )
      .toBe('V-151A');
    expect(await panel.textContent()).toContain('1#液化石油气球罐 V-151A');
    expect(await panel.textContent()).toContain('LPG sphere V-151A');
    expect(new URL(page.url()).searchParams.get('element')).toBe('V-151A');

    const pressure = panel.locator('[data-point="PI-151A"] .value-number');
    await expect.poll(() => pressure.textContent(), { timeout: 20_000 }).toMatch(/^\d\.\d{3}$/);
    const first = await pressure.textContent();
    await expect.poll(() => pressure.textContent(), { timeout: 30_000 }).not.toBe(first);
    expect(await page.getByTestId('chosen-label').textContent()).toContain('MPa');
    await picture(page, 'twin-element');
  });

  test('everything can be reached by keyboard: the palette finds an element in English and goes there', async ({
    open,
  }) => {
    const page = await open('manager', '/twin/chemical-park', { ...wide, locale: 'en-GB' });
    await untilDrawn(page);
    await page.keyboard.press('Control+k');
    await page.getByTestId('palette').waitFor();
    await page.keyboard.type('methanol tank T-101A');
    await page.keyboard.press('Enter');
    const panel = page.getByTestId('chosen-panel');
    await panel.waitFor();
    expect(await panel.getAttribute('data-element')).toBe('T-101A');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  test('on a phone the panels are sheets and nothing is cut off', async ({ open, picture }) => {
    const page = await open('manager', '/twin/chemical-park?element=V-151A&light=day', {
      viewport: { width: 390, height: 844 },
      locale: 'zh-CN',
    });
    await untilDrawn(page);
    await page.getByTestId('chosen-panel').waitFor();
    await page.waitForTimeout(500);
    await picture(page, 'twin-phone');
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBe(0);
  });

  test('a trainee is told who may open the twin', async ({ open }) => {
    const page = await open('trainee1', '/twin/chemical-park', wide);
    await page.getByTestId('not-allowed').waitFor();
    expect(await page.getByTestId('not-allowed').textContent()).toContain('园区经理');
  });

  test('a wrong password is refused in one sentence in the reader’s language', async ({ open, picture }) => {
    const page = await open(undefined, '/twin/chemical-park', { ...wide, allow: [/status of 401/] });
    await page.getByTestId('login-name').fill('manager');
    await page.getByTestId('login-password').fill('not the password');
    await page.getByTestId('login-enter').click();
    const fault = page.getByTestId('login-fault');
    await fault.waitFor();
    expect(await fault.textContent()).toContain('用户名或密码不正确');
    await picture(page, 'login');
    await page.getByTestId('login-password').fill('upwind-demo');
    await page.getByTestId('login-enter').click();
    await page.waitForURL(/\/twin\/chemical-park/);
  });
});
