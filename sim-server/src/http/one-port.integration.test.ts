import { once } from 'node:events';
import net from 'node:net';
import { matchMaker, Room } from '@colyseus/core';
import { schema, t } from '@colyseus/schema';
import { Client } from '@colyseus/sdk';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { ErrorAnswer, HealthAnswer } from '../contract/index.ts';
import { eventually, openTwin, startForTests, type TestServer, type Visitor } from '../for-tests.ts';

const Count = schema({ count: t.number() }, 'Count');

class CountingRoom extends Room {
  override state = new Count();
  override onCreate() {
    this.state.count = 0;
    this.onMessage('add', (_client, n: number) => {
      this.state.count += n;
    });
  }
  override async onDrop(client: Parameters<NonNullable<Room['onDrop']>>[0]) {
    await this.allowReconnection(client, 5);
  }
}

let server: TestServer;
let manager: Visitor;

beforeAll(async () => {
  server = await startForTests();
  manager = await server.logIn('manager');
  matchMaker.defineRoomType('counting', CountingRoom);
  matchMaker.controller.exposedMethods = ['joinOrCreate', 'joinById', 'reconnect'];
});
afterAll(() => server.stop());

const errorOf = async (answer: Response) => ((await answer.json()) as ErrorAnswer).error;

/** The status a WebSocket handshake is refused with. */
async function refusedUpgrade(path: string, headers: Readonly<Record<string, string>>): Promise<number | undefined> {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}${path}`, { headers });
  const [, response] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode?: number }];
  socket.on('error', () => {});
  socket.terminate();
  return response.statusCode;
}

describe('one port for the API, the rooms, the live stream and the pages', () => {
  test('health is for everyone and says nothing of the plant', async () => {
    const answer = await fetch(`${server.url}/api/health`);
    expect(answer.status).toBe(200);
    expect((await answer.json()) as HealthAnswer).toEqual({
      status: 'ok',
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      parts: { database: 'ok', broker: 'ok', rooms: 'ok' },
    });
  });

  test('an unknown address of the API is our 404', async () => {
    for (const path of ['/api/nothing', '/api', '/reality/x', '/nothing.js', '/..%2f..%2fpackage.json']) {
      const answer = await fetch(`${server.url}${path}`);
      expect(answer.status, path).toBe(404);
      expect((await errorOf(answer)).code).toBe('UPW_NOT_FOUND');
    }
    expect((await fetch(`${server.url}/api/health`, { method: 'POST' })).status).toBe(404);
    const broken = await fetch(`${server.url}/%E0%A4%A`);
    expect(broken.status).toBe(400);
    expect((await errorOf(broken)).code).toBe('UPW_REQUEST_INVALID');
  });

  test('what no schema refuses and PostgreSQL cannot hold is the fault of who sent it', async () => {
    const admin = await server.logIn('admin');
    const trainer = await server.logIn('trainer');
    const name = { name: 'ad\u0000min', password: 'x' };
    const answers = [
      await server.visitor().send('POST', '/api/session', name),
      await trainer.fetch('/api/attempts/%00'),
      await trainer.fetch('/api/attempts?room=%00'),
      await trainer.fetch('/api/attempts?before=1e300'),
      await manager.fetch('/api/incidents/%00'),
      await manager.fetch(`/api/sites/test-park/alarms?state=all&before=${'9'.repeat(20)}`),
      await admin.fetch(`/api/audit?before=${'9'.repeat(20)}`),
      await admin.send('PATCH', '/api/people/%00', {}),
    ];
    for (const answer of answers) {
      expect(answer.status, answer.url).toBe(400);
      expect((await errorOf(answer)).code).toBe('UPW_REQUEST_INVALID');
    }
  });

  test('a body of another type, or with a field too many, is told what is wrong', async () => {
    const headers = { 'content-type': 'application/xml' };
    const xml = await fetch(`${server.url}/api/session`, { method: 'POST', headers, body: '<a/>' });
    expect((await errorOf(xml)).message).toContain('its body is not application/json.');
    const more = await server.visitor().send('POST', '/api/session', { name: 'x', password: 'x', role: 'trainer' });
    expect((await errorOf(more)).message).toContain('body/role is not known here.');
  });

  test('a room is joined, plays and is joined again after the connection broke', async () => {
    const client = new Client(server.url);
    const room = await client.joinOrCreate<{ count: number }>('counting');
    room.reconnection.enabled = false;
    room.send('add', 2);
    await eventually(() => (room.state.count === 2 ? true : undefined));
    const token = room.reconnectionToken;
    room.connection.close(4010);
    const again = await eventually(() => client.reconnect<{ count: number }>(token).catch(() => undefined));
    again.send('add', 3);
    await eventually(() => (again.state.count === 5 ? true : undefined));
    await again.leave();
  });

  test('rooms and live streams are not for other websites', async () => {
    const join = await fetch(`${server.url}/matchmake/joinOrCreate/counting`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'http://evil.example' },
      body: '{}',
    });
    expect(join.status).toBe(403);
    const { cookie } = manager;
    expect(await refusedUpgrade('/live?site=test-park', { cookie, origin: 'http://evil.example' })).toBe(403);
    expect(await refusedUpgrade('/any/room', { origin: 'http://evil.example' })).toBe(403);
  });

  test('a room is asked for in few bytes of known length', async () => {
    const { port } = new URL(server.url);
    const head = `POST /matchmake/joinById/x HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n`;
    for (const length of ['Content-Length: 5000', 'Transfer-Encoding: chunked']) {
      const socket = net.connect(Number(port), '127.0.0.1');
      let answer = '';
      socket.on('data', (bytes) => {
        answer += String(bytes);
      });
      socket.write(`${head}${length}\r\n\r\n`);
      await once(socket, 'close');
      expect(answer).toMatch(/^HTTP\/1.1 413 /);
    }
  });

  test('the live stream wants a session and a site', async () => {
    expect(await refusedUpgrade('/live?site=test-park', {})).toBe(401);
    expect(await refusedUpgrade('/live?site=test-park', { cookie: 'upwind_session=made-up' })).toBe(401);
    expect(await refusedUpgrade('/live?site=nowhere', { cookie: manager.cookie })).toBe(404);
  });

  test('a live stream only speaks', async () => {
    for (const [message, code] of [
      ['hello', 1008],
      ['x'.repeat(5_000), 1009],
    ] as const) {
      const twin = await openTwin(server, manager);
      twin.socket.send(message);
      expect(await twin.closed()).toBe(code);
    }
  });

  test('log-out closes the live streams of that session', async () => {
    const visitor = await server.logIn('commander');
    const twin = await openTwin(server, visitor);
    await visitor.send('DELETE', '/api/session');
    expect(await twin.closed()).toBe(4401);
  });

  test('bytes that are no HTTP do no harm', async () => {
    const { hostname, port } = new URL(server.url);
    for (const bytes of [
      '\u0016\u0003\u0001',
      'GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
    ]) {
      const socket = net.connect(Number(port), hostname);
      socket.on('error', () => {});
      socket.resume();
      socket.end(bytes);
      await once(socket, 'close');
    }
    expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
  });
});

describe('pages', () => {
  test('are isolated, may run only what is ours, and are not framed', async () => {
    const { headers } = await fetch(`${server.url}/`);
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policy).toContain("worker-src 'self' blob:");
    expect(policy).toContain("object-src 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/'unsafe-eval'|script-src[^;]*'unsafe-inline'|https?:|\*/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  test('answers of the API are not kept by anyone', async () => {
    expect((await manager.fetch('/api/sites')).headers.get('cache-control')).toBe('no-store');
  });

  test('JSON is compressed', async () => {
    const answer = await manager.fetch('/api/sites/test-park', { headers: { 'accept-encoding': 'br' } });
    expect(answer.headers.get('content-encoding')).toBe('br');
    expect(((await answer.json()) as { id: string }).id).toBe('test-park');
  });
});
