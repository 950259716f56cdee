import http from 'node:http';
import { expect, test } from 'vitest';
import { openApplication } from '../http/application.ts';
import { silentLog } from '../log.ts';
import { guardAccess } from './access.ts';
import { Sessions } from './sessions.ts';

const noDatabase = () => Promise.reject(new Error('no database here'));

async function guarded() {
  const { app } = await openApplication({ server: http.createServer(), logLevel: 'fatal', publicOrigin: undefined });
  const sessions = new Sessions({
    query: noDatabase,
    execute: noDatabase,
    transaction: noDatabase,
    answers: async () => false,
    close: async () => {},
  });
  return { app, table: guardAccess(app, { sessions, publicOrigin: undefined, log: silentLog }) };
}

test('the server does not start with a route that does not say who may call it', async () => {
  const { app } = await guarded();
  expect(() => app.get('/api/forgotten', async () => 'open')).toThrow(
    'The route GET /api/forgotten does not say who may call it.',
  );
  expect(() => app.post('/api/nobody', { config: { access: [] } }, async () => 'open')).toThrow(/does not say/);
});

test('routes within a plugin are guarded as well', async () => {
  const { app } = await guarded();
  app.register(async (inner) => {
    inner.get('/api/hidden', async () => 'open');
  });
  await expect(app.ready()).rejects.toThrow(/GET \/api\/hidden does not say/);
});

test('every declared route is in the table, HEAD as well', async () => {
  const { app, table } = await guarded();
  app.get('/api/open', { config: { access: 'everyone' } }, async () => 'open');
  app.put('/api/closed', { config: { access: ['trainer'] } }, async () => 'closed');
  await app.ready();
  expect(table).toEqual([
    { method: 'GET', path: '/api/open', access: 'everyone' },
    { method: 'HEAD', path: '/api/open', access: 'everyone' },
    { method: 'PUT', path: '/api/closed', access: ['trainer'] },
  ]);
});
