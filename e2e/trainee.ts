import type { Page } from 'playwright-core';

/** [x, y, z, qx, qy, qz, qw]: metres, x east, y up, z south, as poses travel. */
type Pose = readonly [number, number, number, number, number, number, number];

/** A place on the ground: metres east and north of the site's origin. */
type Ground = readonly [east: number, north: number];

interface Body {
  readonly head: Pose;
  readonly left?: Pose;
  readonly right?: Pose;
}

/** What a trainee's own page says of itself and of the others it draws. */
export interface Sight {
  readonly own: Body;
  readonly people: readonly (Body & { readonly name: string })[];
}

export async function sightOf(page: Page): Promise<Sight> {
  const { own, people } = await page.evaluate(() => ({
    own: document.documentElement.dataset['own'] ?? 'null',
    people: document.documentElement.dataset['people'] ?? '[]',
  }));
  return { own: JSON.parse(own), people: JSON.parse(people) };
}

/** Compass heading of a pose, radians clockwise from north. */
export function headingOf([, , , qx, qy, qz, qw]: Pose): number {
  return Math.atan2(-2 * (qx * qz + qw * qy), 1 - 2 * (qx * qx + qy * qy));
}

/** Somebody who walks: by real keys and a real mouse, or by an emulated headset's stick. */
export interface Walker {
  /** Looks that way and goes for a while. */
  stride(towards: Ground, metres: number): Promise<void>;
  stand(): Promise<void>;
}

/** Walks along places, each reached to within a few metres; ends early when `over` says so. */
export async function walk(
  page: Page,
  walker: Walker,
  way: readonly Ground[],
  over: () => Promise<boolean>,
): Promise<void> {
  for (const place of way) {
    for (let stride = 0; stride < 120; stride++) {
      const [x, , z] = (await sightOf(page)).own.head;
      const metres = Math.hypot(place[0] - x, place[1] + z);
      if (metres < 4.5 || (await over())) break;
      await walker.stride(place, metres);
    }
  }
  await walker.stand();
}

/** At a desk: W with Shift runs, dragging the mouse looks round. */
export function deskWalker(page: Page): Walker {
  const radiansPerPixel = 0.0032;
  return {
    async stride(towards, metres) {
      const { head } = (await sightOf(page)).own;
      const wanted = Math.atan2(towards[0] - head[0], towards[1] + head[2]);
      const turn = Math.atan2(Math.sin(wanted - headingOf(head)), Math.cos(wanted - headingOf(head)));
      if (Math.abs(turn) > 0.04) {
        const size = page.viewportSize() ?? { width: 640, height: 360 };
        const [middle, y] = [size.width / 2, size.height * 0.35];
        // Dragging to the left turns to the right; at most as far as the window is wide.
        const pixels = Math.max(-size.width * 0.8, Math.min(size.width * 0.8, turn / radiansPerPixel));
        await page.mouse.move(middle + pixels / 2, y);
        await page.mouse.down();
        await page.mouse.move(middle - pixels / 2, y, { steps: 3 });
        await page.mouse.up();
      }
      await page.keyboard.down('ShiftLeft');
      await page.keyboard.down('KeyW');
      await page.waitForTimeout(Math.min(1500, Math.max(200, metres * 160)));
    },
    async stand() {
      await page.keyboard.up('KeyW');
      await page.keyboard.up('ShiftLeft');
    },
  };
}

/** In a headset: turns the head by the emulator, pushes the left stick, holds the grip to run. */
export async function headsetWalker(page: Page): Promise<Walker> {
  await wear(page, 0);
  await page.waitForTimeout(1500);
  const base = headingOf((await sightOf(page)).own.head);
  return {
    async stride(towards, metres) {
      const { head } = (await sightOf(page)).own;
      await wear(page, base - Math.atan2(towards[0] - head[0], towards[1] + head[2]));
      await page.evaluate(() => {
        const { left } = Reflect.get(globalThis, 'headset').controllers;
        left.updateAxes('thumbstick', 0, -1);
        left.updateButtonValue('squeeze', 1);
      });
      await page.waitForTimeout(Math.min(1500, Math.max(200, metres * 160)));
    },
    async stand() {
      await page.evaluate(() => {
        const { left } = Reflect.get(globalThis, 'headset').controllers;
        left.updateAxes('thumbstick', 0, 0);
        left.updateButtonValue('squeeze', 0);
      });
    },
  };
}

/** Puts the emulated headset at standing height, turned by `yaw` (anticlockwise), with both hands held before it. */
export async function wear(page: Page, yaw: number): Promise<void> {
  await page.evaluate((angle) => {
    const headset = Reflect.get(globalThis, 'headset');
    const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
    const put = (part: typeof headset, right: number, up: number, ahead: number) => {
      part.position.set(cos * right - sin * ahead, up, -sin * right - cos * ahead);
      part.quaternion.set(0, Math.sin(angle / 2), 0, Math.cos(angle / 2));
    };
    put(headset, 0, 1.7, 0);
    put(headset.controllers.left, -0.16, 1.4, 0.48);
    put(headset.controllers.right, 0.2, 1.44, 0.46);
  }, yaw);
}

/** Pulls the right trigger of the emulated headset once. */
export async function pullTrigger(page: Page): Promise<void> {
  const set = (value: number) =>
    page.evaluate(
      (pressed) => Reflect.get(globalThis, 'headset').controllers.right.updateButtonValue('trigger', pressed),
      value,
    );
  await set(1);
  await page.waitForTimeout(1200);
  await set(0);
}
