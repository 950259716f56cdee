import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freePort } from '../database/embedded/index.ts';
import { eventually } from '../for-tests.ts';
import { silentLog } from '../log.ts';
import { findProgram, type Started, startRedis } from '../programs.for-tests.ts';
import { liveBusContract } from './live-bus.contract.ts';
import { openRedisLiveBus } from './redis-live-bus.ts';

const program = findProgram('redis-server');

describe('with Redis', () => {
  const port = freePort();
  let redis: Started;
  beforeAll(async () => {
    if (program !== undefined) redis = await startRedis(program, await port);
  });
  beforeEach((context) => context.skip(program === undefined, 'redis-server is not installed'));
  afterAll(() => redis?.stop());

  liveBusContract('Redis', () => openRedisLiveBus({ url: redis.url, log: silentLog }), 2);

  test('a Redis that does not answer at the start is said so', async () => {
    const url = `redis://127.0.0.1:${await freePort()}`;
    await expect(openRedisLiveBus({ url, log: silentLog })).rejects.toThrow(
      /^No Redis answers at 127.0.0.1:\d+: [^.]+\. Start it, or correct or remove REDIS_URL\.$/,
    );
  });

  test('while Redis is away this server goes on; when it is back the others hear again', async () => {
    const here = await openRedisLiveBus({ url: redis.url, log: silentLog });
    const there = await openRedisLiveBus({ url: redis.url, log: silentLog });
    const heard = { here: 0, there: 0 };
    here.subscribe(() => {
      heard.here += 1;
    });
    there.subscribe(() => {
      heard.there += 1;
    });
    try {
      await redis.stop();
      for (let n = 0; n < 10; n += 1) here.publish('park', { kind: 'changed', what: 'reality' });
      expect(heard.here).toBe(10);
      redis = await startRedis(program ?? '', await port);
      await eventually(() => {
        here.publish('park', { kind: 'changed', what: 'incidents' });
        return heard.there > 0 ? true : undefined;
      });
    } finally {
      await here.close();
      await there.close();
    }
  });
});
