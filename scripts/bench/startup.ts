import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '@upwind/sim-server/embedded-postgres';
import type { Browser } from 'playwright-core';
import { provideChromium } from '../chromium/install.ts';
import { launchChromium } from '../chromium/launch.ts';
import { logIn, untilDrawn } from '../chromium/visit.ts';
import { root } from '../root.ts';
import { type NpmStart, runNpmStart } from './npm-start.ts';

/** Seconds each stage took, one after the other; 0 where there was nothing to do. */
export interface Stages {
  /** From `npm start` until the dependencies are there. */
  readonly install: number;
  readonly build: number;
  /** Until `Upwind is ready at …` is printed. */
  readonly ready: number;
  /** Until a park manager, already logged in, sees the site drawn. */
  readonly firstPicture: number;
}

export interface Startup {
  /** In a fresh clone of HEAD, with nothing installed, an empty npm cache and no data. */
  readonly coldSeconds: number;
  /** The second start in the same folder. */
  readonly warmSeconds: number;
  readonly stages: Stages;
  readonly warmStages: Stages;
}

const page = '/twin/chemical-park';

/** Seconds from `npm start` to the twin's first picture in a Chromium that is already open. */
export async function measureStartup(tell: (line: string) => void): Promise<Startup> {
  if ((await provideChromium(tell)) === undefined) throw new Error('The first picture needs a Chromium.');
  const folder = mkdtempSync('/var/tmp/upwind-startup-');
  // As root, PostgreSQL runs as another account, which must be able to enter.
  chmodSync(folder, 0o755);
  const clone = join(folder, 'upwind');
  const browser = await launchChromium();
  try {
    const { status, stderr } = spawnSync('git', ['clone', '-q', '--no-hardlinks', root, clone], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`The project could not be cloned: ${stderr}`);
    const env = {
      UPWIND_PORT: String(await freePort()),
      UPWIND_MQTT_PORT: String(await freePort()),
      UPWIND_HOME: join(clone, '.upwind'),
      DATABASE_URL: '',
      MQTT_URL: '',
      REDIS_URL: '',
      npm_config_cache: join(folder, 'npm-cache'),
    };
    tell('Cold: a fresh clone, nothing installed.');
    const stages = await startOnce(clone, env, browser, tell);
    tell('Warm: the second start.');
    const warmStages = await startOnce(clone, env, browser, tell);
    return { coldSeconds: sum(stages), warmSeconds: sum(warmStages), stages, warmStages };
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startOnce(
  clone: string,
  env: NodeJS.ProcessEnv,
  browser: Browser,
  tell: (line: string) => void,
): Promise<Stages> {
  const start = runNpmStart(clone, env, tell);
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  try {
    const url = await start.ready;
    await logIn(context, url, await start.account('manager'));
    const view = await context.newPage();
    await view.goto(url + page);
    await untilDrawn(view, 300_000);
    const drawn = start.seconds();
    await context.close();
    await start.settled();
    return stagesOf(start, drawn);
  } finally {
    await context.close();
    await start.stop();
  }
}

function stagesOf({ moments }: NpmStart, drawn: number): Stages {
  const installed = moments.installed ?? 0;
  const built = moments.built ?? installed;
  const ready = moments.ready ?? built;
  return {
    install: round(installed),
    build: round(built - installed),
    ready: round(ready - built),
    firstPicture: round(drawn - ready),
  };
}

const round = (seconds: number) => Math.round(seconds * 100) / 100;
const sum = (stages: Stages) => round(stages.install + stages.build + stages.ready + stages.firstPicture);
