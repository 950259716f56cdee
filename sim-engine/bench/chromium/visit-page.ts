import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { PageRequest } from './page.ts';

/** The part of a browser of playwright-core that a bench uses; who runs the bench brings one. */
export interface BenchBrowser {
  version(): string;
  newPage(): Promise<{
    goto(url: string): Promise<unknown>;
    evaluate(call: (request: unknown) => unknown, request: unknown): Promise<unknown>;
  }>;
  close(): Promise<void>;
}

const folder = fileURLToPath(new URL('.', import.meta.url));
const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };

/**
 * Builds the bench's page, serves it isolated (so that memory can be shared) and calls its `measure` once per request,
 * in order.
 */
export async function measureInPage(browser: BenchBrowser, requests: readonly PageRequest[]): Promise<unknown[]> {
  const outDir = mkdtempSync(join(tmpdir(), 'upwind-bench-'));
  const server = createServer((request, response) => {
    const file = normalize(new URL(request.url ?? '/', 'http://bench').pathname);
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
    try {
      const body = readFileSync(join(outDir, file));
      response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream').end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  try {
    await build({
      root: folder,
      configFile: false,
      logLevel: 'error',
      worker: { format: 'es' },
      build: { outDir, emptyOutDir: true, target: 'es2023', rolldownOptions: { input: join(folder, 'page.html') } },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/page.html`);
    const results: unknown[] = [];
    for (const request of requests) {
      const call = (given: unknown): unknown =>
        (globalThis as unknown as { measure(request: unknown): unknown }).measure(given);
      results.push(await page.evaluate(call, request));
    }
    return results;
  } finally {
    server.close();
    rmSync(outDir, { recursive: true, force: true });
  }
}
