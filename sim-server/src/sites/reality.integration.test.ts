import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RealityMesh, SiteAnswer, SiteSummary } from '../contract/index.ts';
import { eventually, openTwin, startForTests, type TestServer, testSite, type Visitor } from '../for-tests.ts';

let server: TestServer;
let manager: Visitor;
const content = Buffer.from(Array.from({ length: 4_000 }, (_, n) => n % 251));

async function layMesh(id: string, lat: number, lon: number, triangles = 12): Promise<void> {
  const folder = join(server.home, 'reality', id);
  await mkdir(join(folder, 'tiles'), { recursive: true });
  await writeFile(join(folder, 'tiles', '0.glb'), content);
  const box = [10, 20, 5, 100, 0, 0, 0, 50, 0, 0, 0, 20];
  const transform = Array.from({ length: 16 }, (_, n) => (n % 5 === 0 ? 1 : 0));
  const root = { boundingVolume: { box }, transform, geometricError: 1, content: { uri: 'tiles/0.glb' } };
  await writeFile(
    join(folder, 'tileset.json'),
    JSON.stringify({ asset: { version: '1.1' }, geometricError: 2, root, extras: 'x'.repeat(3_000) }),
  );
  const manifest = {
    name: `Mesh ${id}`,
    origin: { lat, lon, height: 3.5 },
    counts: { files: 1, triangles },
    warnings: ['one texture is missing'],
    createdFrom: 'delivery',
  };
  await writeFile(join(folder, 'upwind.json'), JSON.stringify(manifest));
}
const meshesOf = (site: string) => manager.get<RealityMesh[]>(`/api/sites/${site}/reality`);
const sites = async () => (await manager.get<SiteSummary[]>('/api/sites')).map(({ id }) => id);

beforeAll(async () => {
  server = await startForTests();
  manager = await server.logIn('manager');
});
afterAll(() => server.stop());

describe('reality meshes', () => {
  test('one that is laid into the folder appears on the nearest site, and its twins are told', async () => {
    expect(await meshesOf(testSite.id)).toEqual([]);
    const twin = await openTwin(server, manager);
    await layMesh('near', 31.21, 121.51);
    await twin.until((frame) => (frame.kind === 'changed' && frame.what === 'reality' ? frame : undefined));
    const [mesh] = await meshesOf(testSite.id);
    expect(mesh).toEqual({
      id: 'near',
      name: 'Mesh near',
      tilesetUrl: expect.stringMatching(/^\/reality\/near\/[0-9a-f]{16}\/tileset\.json$/),
      origin: { lat: 31.21, lon: 121.51, heightM: 3.5 },
      triangles: 12,
      warnings: ['one texture is missing'],
    });
    twin.socket.terminate();
  });

  test('one that is farther than 5 km from every site is a site of its own', async () => {
    await layMesh('Far_away', 40, 116);
    await eventually(async () => ((await sites()).includes('reality-far-away') ? true : undefined));
    const site = await manager.get<SiteAnswer>('/api/sites/reality-far-away');
    expect(site).toMatchObject({
      kind: 'reality-only',
      name: { zh: 'Mesh Far_away', en: 'Mesh Far_away' },
      origin: { lat: 40, lon: 116, heightM: 3.5 },
      extent: { min: [-90, -30], max: [110, 70] },
      elements: [],
      points: [],
    });
    expect((await meshesOf('reality-far-away')).map(({ id }) => id)).toEqual(['Far_away']);
    expect((await meshesOf(testSite.id)).map(({ id }) => id)).toEqual(['near']);
    const twin = await openTwin(server, manager, 'reality-far-away');
    expect(await twin.until((frame) => (frame.kind === 'snapshot' ? frame : undefined))).toMatchObject({
      latest: [],
      alarms: [],
    });
    twin.socket.terminate();
    expect(await manager.get('/api/sites/reality-far-away/alarms')).toEqual([]);
  });

  test('its files are streamed with their types, in parts, and kept for ever', async () => {
    const [mesh] = await meshesOf(testSite.id);
    const tileset = await manager.fetch(mesh?.tilesetUrl ?? '', { headers: { 'accept-encoding': 'br' } });
    expect(tileset.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(tileset.headers.get('content-encoding')).toBe('br');
    const { root } = (await tileset.json()) as { root: { content: { uri: string } } };
    const address = new URL(root.content.uri, `${server.url}${mesh?.tilesetUrl}`).pathname;

    const whole = await manager.fetch(address);
    expect(whole.headers.get('content-type')).toBe('model/gltf-binary');
    expect(whole.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
    expect(Buffer.from(await whole.arrayBuffer()).equals(content)).toBe(true);
    const part = await manager.fetch(address, { headers: { range: 'bytes=100-199' } });
    expect(part.status).toBe(206);
    expect(Buffer.from(await part.arrayBuffer()).equals(content.subarray(100, 200))).toBe(true);
    const etag = whole.headers.get('etag') ?? '';
    expect(
      (await manager.fetch(address, { headers: { 'if-none-match': etag, 'cache-control': 'max-age=0' } })).status,
    ).toBe(304);
    expect((await fetch(`${server.url}${address}`)).status).toBe(401);
  });

  test('nothing outside its folder is served', async () => {
    const [mesh] = await meshesOf(testSite.id);
    const folder = mesh?.tilesetUrl.replace('/tileset.json', '') ?? '';
    await writeFile(join(server.home, 'secret.txt'), 'not for the web');
    await writeFile(join(server.home, 'reality', 'near', '.env'), 'not for the web');
    for (const path of [
      '/..%2f..%2fsecret.txt',
      '/%2e%2e/%2e%2e/secret.txt',
      '/tiles/..%2f..%2f..%2fsecret.txt',
      '/..%5c..%5csecret.txt',
      '//etc/passwd',
      '/%2fetc%2fpasswd',
      '/.env',
      '/tiles',
      '/tiles/',
      '/none.glb',
      '/tileset.json%00.glb',
    ]) {
      const answer = await manager.fetch(`${folder}${path}`);
      expect(answer.ok, path).toBe(false);
      expect(answer.status, path).toBeLessThan(500);
      expect(await answer.text(), path).not.toContain('not for the web');
    }
    expect((await manager.fetch('/reality/near/0123456789abcdef/tileset.json')).status).toBe(404);
    expect((await manager.fetch('/reality/none/0123456789abcdef/tileset.json')).status).toBe(404);
  });

  test('one that is replaced has another address; one that is broken or removed goes', async () => {
    const address = async () => (await meshesOf(testSite.id)).find(({ id }) => id === 'near')?.tilesetUrl;
    const before = await address();
    await layMesh('near', 31.21, 121.51, 99);
    await eventually(async () => ((await address()) !== before ? true : undefined));
    await layMesh('broken', 31.21, 121.51);
    await eventually(async () => ((await meshesOf(testSite.id)).length === 2 ? true : undefined));
    await writeFile(join(server.home, 'reality', 'broken', 'upwind.json'), '{"name": 1}');
    await eventually(async () => ((await meshesOf(testSite.id)).length === 1 ? true : undefined));
    await rm(join(server.home, 'reality', 'Far_away'), { recursive: true });
    await eventually(async () => ((await sites()).includes('reality-far-away') ? undefined : true));
  });

  test('a folder elsewhere that is linked in is served like one that lies there', async () => {
    await layMesh('original', 31.21, 121.51);
    await symlink(join(server.home, 'reality', 'original'), join(server.home, 'reality', 'linked'));
    await eventually(async () => (await meshesOf(testSite.id)).find(({ id }) => id === 'linked'));
  });
});
