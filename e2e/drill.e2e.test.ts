import type { Attempt } from '@upwind/sim-server/contract';
import pg from 'pg';
import { describe, expect, inject } from 'vitest';
import { test, untilDrawn } from './browser.ts';
import { deskWalker, headsetWalker, pullTrigger, sightOf, walk, wear } from './trainee.ts';

const seat = { viewport: { width: 480, height: 300 } } as const;

/** From the start of the drill across the wind, then up the road to the muster point at the north gate. */
const wayOut = [
  [-185, 148],
  [-130, 168],
  [-120, 272],
  [97, 286],
] as const;

describe('a drill of two trainees and a trainer', () => {
  test('one at a desk and one in a headset see each other, leave a leak crosswind, and are scored in the database', {
    timeout: 600_000,
  }, async ({ open, picture }) => {
    const { url, databaseUrl } = inject('product');
    const trainer = await open('trainer', '/conduct', { viewport: { width: 1600, height: 900 } });
    await trainer.getByTestId('open-crosswind-escape').click();
    const code = (await trainer.getByTestId('room-code').textContent()) ?? '';
    expect(code).toMatch(/^[A-Z0-9]{4,8}$/);

    const desk = await open('trainee1', '/drill', seat);
    await desk.getByTestId(`room-${code}`).click();
    await untilDrawn(desk);
    const headset = await open('trainee2', `/drill/${code}`, { ...seat, headset: true });
    await untilDrawn(headset);
    await headset.getByTestId('enter-headset').click();
    await headset.getByTestId('leave-headset').waitFor({ state: 'attached' });
    const walker = await headsetWalker(headset);
    await expect.poll(() => trainer.getByTestId('conduct-trainees').locator('li').count()).toBe(2);

    // Head and both hands of the headset arrive where its wearer has them; the desk's own are plausible.
    await expect
      .poll(async () => apart((await sightOf(headset)).own, (await sightOf(desk)).people[0]), { timeout: 30_000 })
      .toBeLessThan(0.06);
    await expect
      .poll(async () => apart((await sightOf(desk)).own, (await sightOf(headset)).people[0]), { timeout: 30_000 })
      .toBeLessThan(0.06);
    const [seen] = (await sightOf(desk)).people;
    expect(seen?.name).toContain('李娜');
    expect(Math.abs((seen?.head[1] ?? 0) - 1.7)).toBeLessThan(0.02);

    // The desk turns until the other is before it.
    await lookAtOther(desk);
    await desk.setViewportSize({ width: 1280, height: 720 });
    await desk.waitForTimeout(2500);
    await picture(desk, 'drill-eye');
    await desk.setViewportSize(seat.viewport);
    await picture(headset, 'drill-headset');
    expect(Number(await desk.locator('html').getAttribute('data-draw-calls'))).toBeLessThanOrEqual(100);
    expect(Number(await desk.locator('html').getAttribute('data-triangles'))).toBeLessThanOrEqual(300_000);

    // Both are ready, one by a button, one by the trigger: the drill begins by itself.
    await desk.getByTestId('ready').click();
    await pullTrigger(headset);
    await expect.poll(() => trainer.getByTestId('phase').textContent()).toMatch(/Running/);
    await desk.getByTestId('task').waitFor();

    // The leak is seen and heard of; both raise the alarm and leave.
    await expect.poll(() => trainer.locator('.site-map-sign').count(), { timeout: 40_000 }).toBe(1);
    await desk.keyboard.press('KeyE');
    await pullTrigger(headset);
    const over = async () => (await trainer.getByTestId('phase').textContent()) === 'Ended';
    await Promise.all([walk(desk, deskWalker(desk), wayOut, over), walk(headset, walker, wayOut, over)]);
    await picture(trainer, 'drill-conduct');

    // All are at the muster point: the drill ends by itself and each reads the own result.
    await desk.getByTestId('score').waitFor({ timeout: 120_000 });
    const score = Number(await desk.getByTestId('score').textContent());
    await picture(desk, 'drill-result');
    await trainer.getByTestId('conduct-results').locator('li').nth(1).waitFor({ timeout: 60_000 });

    // The rows are in PostgreSQL, one per trainee, both at the muster point.
    const database = new pg.Client({ connectionString: databaseUrl });
    await database.connect();
    const { rows } = await database
      .query<{ attempt: string; score: number; trainee_name: string }>(
        `select attempt, score, trainee_name from drill_attempts where drill = 'crosswind-escape' order by trainee_name`,
      )
      .finally(() => database.end());
    expect(rows.map(({ trainee_name }) => trainee_name)).toEqual(
      expect.arrayContaining(['张伟 Zhang Wei', '李娜 Li Na']),
    );
    const own = rows.find(({ trainee_name }) => trainee_name.includes('Zhang Wei'));
    expect(Math.round(Number(own?.score))).toBe(score);
    const answer = await trainer.request.get(`${url}/api/attempts/${own?.attempt}`);
    const attempt = (await answer.json()) as Attempt;
    expect(attempt.steps.find(({ id }) => id === 'raise-alarm')?.outcome).toBe('done');
    expect(attempt.track.length).toBeGreaterThan(20);

    // The trainer sees both results and the evidence of each step.
    await trainer.goto(`${url}/review`);
    await expect.poll(() => trainer.locator('.review-row').count()).toBeGreaterThanOrEqual(2);
    await picture(trainer, 'review');
    await trainer.goto(`${url}/review/${own?.attempt}`);
    await trainer.getByTestId('steps').waitFor();
    expect(Number(await trainer.getByTestId('score').textContent())).toBe(score);
    await trainer.getByTestId('track').waitFor({ state: 'attached' });
    await trainer.getByTestId('line-crosswind').getByRole('button').click();
    await picture(trainer, 'review-attempt');
  });

  test('a headset is entered and left five times without drifting, by hands too', { timeout: 300_000 }, async ({
    open,
    picture,
  }) => {
    const trainer = await open('trainer', '/conduct');
    await trainer.getByTestId('open-crosswind-escape').click();
    const code = (await trainer.getByTestId('room-code').textContent()) ?? '';
    const page = await open('trainee2', `/drill/${code}`, { ...seat, headset: true, locale: 'zh-CN' });
    await untilDrawn(page);
    const press = (id: string) => page.getByTestId(id).evaluate((button) => (button as HTMLButtonElement).click());

    await press('enter-headset');
    await page.getByTestId('leave-headset').waitFor({ state: 'attached' });
    await wear(page, 0.3);
    await page.waitForTimeout(2000);
    const { head } = (await sightOf(page)).own;
    for (let time = 0; time < 4; time++) {
      await press('leave-headset');
      await page.getByTestId('enter-headset').waitFor({ state: 'attached' });
      await press('enter-headset');
      await page.getByTestId('leave-headset').waitFor({ state: 'attached' });
    }
    await page.waitForTimeout(2000);
    const again = (await sightOf(page)).own.head;
    expect(Math.abs(again[1] - head[1])).toBeLessThan(0.05);
    expect(Math.hypot(again[0] - head[0], again[2] - head[2])).toBeLessThan(0.6);

    // A controller is lost, its hand is no longer said; then bare hands take over.
    await page.evaluate(() => {
      Reflect.get(globalThis, 'headset').controllers.right.connected = false;
    });
    await expect.poll(async () => (await sightOf(page)).own.right, { timeout: 20_000 }).toBeUndefined();
    await page.evaluate(() => {
      const headset = Reflect.get(globalThis, 'headset');
      headset.controllers.right.connected = true;
      headset.primaryInputMode = 'hand';
      headset.hands.left.position.set(-0.2, 1.3, -0.4);
      headset.hands.right.position.set(0.2, 1.3, -0.4);
    });
    await expect.poll(async () => (await sightOf(page)).own.right !== undefined, { timeout: 20_000 }).toBe(true);
    await page.waitForTimeout(1500);
    await picture(page, 'drill-hands');
    await press('leave-headset');
    await page.getByTestId('ready').waitFor();
  });

  test('a phone enters by the code and walks by touch', async ({ open, picture }) => {
    const trainer = await open('trainer', '/conduct');
    await trainer.getByTestId('open-crosswind-escape').click();
    const code = (await trainer.getByTestId('room-code').textContent()) ?? '';
    const phone = await open('trainee1', '/drill', { viewport: { width: 390, height: 844 }, locale: 'zh-CN' });
    await phone.getByTestId('drill-code').fill(code.toLowerCase());
    await phone.getByTestId('drill-enter').click();
    await untilDrawn(phone);
    await picture(phone, 'drill-phone');
    await trainer.getByTestId('start').click();
    await phone.getByTestId('task').waitFor();
    const before = (await sightOf(phone)).own.head;
    await phone.keyboard.down('KeyD');
    await expect
      .poll(async () => Math.hypot((await sightOf(phone)).own.head[0] - before[0]), { timeout: 30_000 })
      .toBeGreaterThan(1);
    await phone.keyboard.up('KeyD');
    await phone.reload();
    await untilDrawn(phone);
    await phone.getByTestId('task').waitFor();
    await trainer.getByTestId('end').click();
    await trainer.getByRole('button', { name: 'End the drill' }).last().click();
    await phone.getByTestId('result').waitFor();
  });
});

/** The largest distance between the same parts of two bodies, metres; infinite when a part is missing. */
function apart(one: Body, other: Body | undefined): number {
  if (other === undefined) return Number.POSITIVE_INFINITY;
  const distances = (['head', 'left', 'right'] as const).map((part) => {
    const [a, b] = [one[part], other[part]];
    return a && b ? Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]) : Number.POSITIVE_INFINITY;
  });
  return Math.max(...distances);
}

type Body = Awaited<ReturnType<typeof sightOf>>['own'];

async function lookAtOther(page: Parameters<typeof sightOf>[0]): Promise<void> {
  const walker = deskWalker(page);
  const { people } = await sightOf(page);
  const [other] = people;
  if (other === undefined) throw new Error('nobody else is drawn');
  await walker.stride([other.head[0], -other.head[2]], 0);
  await walker.stand();
  await page.waitForTimeout(500);
}
