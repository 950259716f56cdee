import type { BrowserContext, Page } from 'playwright-core';
import type { Account } from '../start/server.ts';

/** Gives the context the session of an account, as if it had logged in there. */
export async function logIn(context: BrowserContext, url: string, account: Account): Promise<void> {
  const { name, password } = account;
  const answer = await context.request.post(`${url}/api/session`, {
    data: { name, password },
    headers: { origin: url },
  });
  if (!answer.ok()) throw new Error(`${name} could not log in: ${answer.status()} ${await answer.text()}`);
}

/** Waits until the 3D scene of the page has drawn its site once. Throws after `timeoutMs`. */
export async function untilDrawn(page: Page, timeoutMs = 120_000): Promise<void> {
  await page.waitForSelector('html[data-scene="drawn"]', { state: 'attached', timeout: timeoutMs });
}
