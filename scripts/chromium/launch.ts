import { type Browser, chromium } from 'playwright-core';
import { findChromium } from './find.ts';
import { chromiumFlags } from './flags.ts';

/** Starts the Chromium of this machine without a window. Throws one sentence when there is none. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    throw new Error(
      'There is no Chromium here. Run `npm test -- e2e` once, which installs one, or set UPWIND_CHROMIUM.',
    );
  }
  return chromium.launch({ executablePath, headless: true, args: chromiumFlags });
}
