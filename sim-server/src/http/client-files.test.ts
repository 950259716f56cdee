import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openApplication } from './application.ts';
import { ClientFiles } from './client-files.ts';
import { clientRoutes } from './client-routes.ts';

let folder: string;
const script = `export const text = ${JSON.stringify('上风 '.repeat(2_000))};`;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'upwind-client-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function build(): Promise<void> {
  await mkdir(join(folder, 'dist/assets'), { recursive: true });
  await writeFile(join(folder, 'dist/index.html'), '<!doctype html><title>Upwind</title>');
  await writeFile(join(folder, 'dist/assets/index-1a2b.js'), script);
  await writeFile(join(folder, 'secret.txt'), 'not for the web');
  await writeFile(join(folder, 'dist/.hidden'), 'not for the web');
}
async function pages() {
  const { app } = await openApplication({ server: http.createServer(), logLevel: 'fatal', publicOrigin: undefined });
  await clientRoutes(app, new ClientFiles(join(folder, 'dist')));
  await app.ready();
  return (url: string, headers: Readonly<Record<string, string>> = {}) => app.inject({ url, headers });
}

describe('the built client', () => {
  test('every address a browser opens is the page, fresh each time', async () => {
    await build();
    const get = await pages();
    for (const url of ['/', '/twin/chemical-park', '/review?attempt=1', '/admin/']) {
      const answer = await get(url);
      expect(answer.statusCode, url).toBe(200);
      expect(answer.body).toContain('<title>Upwind</title>');
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(answer.headers['cache-control']).toBe('no-cache');
    }
  });

  test('its assets are compressed and kept for ever', async () => {
    await build();
    const get = await pages();
    const unpack = { br: brotliDecompressSync, gzip: gunzipSync, identity: (bytes: Buffer) => bytes };
    for (const encoding of ['br', 'gzip', 'identity'] as const) {
      const answer = await get('/assets/index-1a2b.js', { 'accept-encoding': encoding });
      expect(answer.headers['content-encoding']).toBe(encoding === 'identity' ? undefined : encoding);
      expect(unpack[encoding](answer.rawPayload).toString()).toBe(script);
      expect(answer.headers['content-type']).toBe('text/javascript; charset=utf-8');
      expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(answer.headers.vary).toContain('accept-encoding');
    }
  });

  test('what the browser has already is not sent again', async () => {
    await build();
    const get = await pages();
    const { etag } = (await get('/')).headers;
    expect((await get('/', { 'if-none-match': String(etag) })).statusCode).toBe(304);
    expect((await get('/', { 'if-none-match': '"other"' })).statusCode).toBe(200);
  });

  test('nothing outside it, and nothing hidden, is served', async () => {
    await build();
    const get = await pages();
    for (const url of [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%5csecret.txt',
      '/assets/../../secret.txt',
      '/.hidden',
    ]) {
      const answer = await get(url);
      expect(answer.body, url).not.toContain('not for the web');
    }
    expect((await get('/assets/gone.js')).statusCode).toBe(404);
  });

  test('before it is built, a page says what to run; afterwards it is there without a restart', async () => {
    const get = await pages();
    const answer = await get('/');
    expect(answer.statusCode).toBe(503);
    expect(answer.body).toContain('npm start');
    await build();
    expect((await get('/')).body).toContain('<title>Upwind</title>');
  });
});
