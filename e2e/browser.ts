import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, inject, test as plain } from 'vitest';
import { launchChromium } from '../scripts/chromium/launch.ts';
import { logIn } from '../scripts/chromium/visit.ts';
import { reportFolder } from '../scripts/test/report.ts';
import { type Watch, watch } from './watch.ts';
import './product.setup.ts';

export { untilDrawn } from '../scripts/chromium/visit.ts';

export interface OpenOptions {
  /** Size of the window, CSS pixels. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Language of the browser, such as `zh-CN`. */
  readonly locale?: string;
  /** Puts on an emulated headset (IWER, Meta Quest 3) before the page loads; scripts find it as `window.headset`. */
  readonly headset?: boolean;
  /** Problems this test provokes, such as `/status of 401/`. */
  readonly allow?: readonly RegExp[];
}

/** A person at a browser of their own. `account` is a demo log-in's name; without one nobody is logged in. */
export type Open = (account: string | undefined, path: string, options?: OpenOptions) => Promise<Page>;

/** Keeps a screenshot in the test report. Resolves to its path. */
export type Picture = (page: Page, name: string) => Promise<string>;

let chromium: Promise<Browser> | undefined;
afterAll(async () => {
  await (await chromium)?.close();
});

/**
 * Vitest's `test` with `open` and `picture`. A test fails when one of its pages had an uncaught error, wrote an error to
 * the console, crashed, or asked another host for anything; a failed test keeps a screenshot of each page.
 */
export const test = plain
  .extend('picture', ({ task }): Picture => {
    return async (page, name) => {
      const file = `${name}.png`;
      mkdirSync(reportFolder, { recursive: true });
      await page.screenshot({ path: join(reportFolder, file) });
      task.meta.pictures = [...(task.meta.pictures ?? []), file];
      return join(reportFolder, file);
    };
  })
  .extend('open', ({ task, picture }, { onCleanup }): Open => {
    const visits: { readonly context: BrowserContext; readonly watched: Watch }[] = [];
    onCleanup(async () => {
      const pages = visits.flatMap(({ context }) => context.pages());
      if (task.result?.state === 'fail') {
        const name = task.name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
        for (const [n, page] of pages.entries()) await picture(page, `failed-${name}-${n + 1}`).catch(() => {});
      }
      await Promise.all(visits.map(({ context }) => context.close()));
      const problems = visits.flatMap(({ watched }) => watched.problems);
      if (problems.length > 0) throw new Error(`The pages had problems:\n${problems.join('\n')}`);
    });

    return async (account, path, options = {}) => {
      const { url, accounts } = inject('product');
      chromium ??= launchChromium();
      const context = await (await chromium).newContext({
        viewport: options.viewport ?? { width: 1280, height: 720 },
        locale: options.locale ?? 'en-US',
      });
      visits.push({ context, watched: await watch(context, url, options.allow ?? []) });
      if (options.headset) await putOnHeadset(context);
      if (account !== undefined) {
        const known = accounts.find(({ name }) => name === account);
        if (known === undefined) throw new Error(`There is no demo account ${account}.`);
        await logIn(context, url, known);
      }
      const page = await context.newPage();
      await page.goto(url + path);
      return page;
    };
  });

/** Chromium has a `navigator.xr` of its own without any device; the emulator must take its place. */
async function putOnHeadset(context: BrowserContext): Promise<void> {
  const emulator = createRequire(import.meta.url).resolve('iwer/build/iwer.min.js');
  await context.addInitScript({ path: emulator });
  await context.addInitScript(() => {
    const { XRDevice, metaQuest3 } = Reflect.get(globalThis, 'IWER');
    const headset = new XRDevice(metaQuest3, { stereoEnabled: true });
    headset.installRuntime({ forceInstall: true });
    // IWER 2.5.0 takes the offset transform for a matrix, so that offset spaces stay where they were: give it the matrix.
    const space = Reflect.get(globalThis, 'XRReferenceSpace').prototype;
    const offset = space.getOffsetReferenceSpace;
    space.getOffsetReferenceSpace = function (transform: { readonly matrix: Float32Array }) {
      return offset.call(this, transform.matrix);
    };
    Reflect.set(globalThis, 'headset', headset);
  });
}
