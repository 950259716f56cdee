import type { BrowserContext, Page } from 'playwright-core';

/** What a page did that no page of the product may do. */
export interface Watch {
  readonly problems: readonly string[];
}

/**
 * Collects uncaught errors, error lines of the console, crashes and requests to any other host, which are refused.
 * Problems that `allowed` matches are expected by the test.
 */
export async function watch(context: BrowserContext, home: string, allowed: readonly RegExp[]): Promise<Watch> {
  const problems: string[] = [];
  const note = (problem: string) => {
    if (!allowed.some((pattern) => pattern.test(problem))) problems.push(problem);
  };
  const { host } = new URL(home);
  const isOutside = (url: URL) => ['http:', 'https:', 'ws:', 'wss:'].includes(url.protocol) && url.host !== host;

  await context.route(isOutside, async (route) => {
    note(`asked another host: ${route.request().url()}`);
    await route.abort();
  });
  context.on('page', (page: Page) => {
    // Watched, not routed: a routed page gets a WebSocket that is not the browser's own.
    page.on('websocket', (socket) => {
      if (isOutside(new URL(socket.url()))) note(`asked another host: ${socket.url()}`);
    });
    page.on('pageerror', (error) => note(`uncaught error: ${error.stack ?? error.message}`));
    page.on('crash', () => note('the page crashed'));
    page.on('console', (message) => {
      if (message.type() !== 'error') return;
      const { url, lineNumber } = message.location();
      note(`console error: ${message.text()} (${url}:${lineNumber})`);
    });
  });
  return { problems };
}
