import { drills } from '@upwind/scenarios';
import { demoSites } from '@upwind/scenes';
import { expect, test } from 'vitest';
import type { DrillRoomSummary } from '../../contract/index.ts';
import { freePort } from '../../database/embedded/index.ts';
import { eventually, startForTests } from '../../for-tests.ts';
import { startProcess } from '../../process.for-tests.ts';
import { findProgram, startRedis } from '../../programs.for-tests.ts';

test('DR1 with Redis, rooms of one server are listed and ended from any', { timeout: 120_000 }, async (context) => {
  const program = findProgram('redis-server');
  if (program === undefined) return context.skip('redis-server is not installed');
  const redis = await startRedis(program, await freePort());
  const here = await startForTests({ redisUrl: redis.url, sites: demoSites });
  const there = await startProcess({
    DATABASE_URL: here.database.url,
    REDIS_URL: redis.url,
    UPWIND_HOME: here.home,
    UPWIND_DEMO: '1',
  });
  try {
    const trainer = await here.logIn('trainer');
    const codes: string[] = [];
    // Colyseus opens a room where the fewest are: of three, each server has one.
    for (let room = 1; room <= 3; room += 1) {
      const answer = await trainer.send('POST', '/api/drill-rooms', { drill: drills[0]?.id });
      codes.push(((await answer.json()) as DrillRoomSummary).code);
    }
    const listOf = async (url: string) => {
      const answer = await fetch(`${url}/api/drill-rooms`, { headers: { cookie: trainer.cookie } });
      return (await answer.json()) as DrillRoomSummary[];
    };
    for (const url of [here.url, there.url]) {
      expect((await listOf(url)).map(({ code }) => code).sort()).toEqual([...codes].sort());
    }
    for (const code of codes) {
      const path = `${there.url}/api/drill-rooms/${code}/end`;
      const answer = await fetch(path, { method: 'POST', headers: { cookie: trainer.cookie } });
      expect(answer.status, await answer.text()).toBe(204);
    }
    await eventually(async () => {
      const listed = await listOf(here.url);
      return listed.every(({ phase }) => phase === 'ended') ? true : undefined;
    });
  } finally {
    there.child.kill('SIGTERM');
    await there.ended;
    await here.stop();
    await redis.stop();
  }
});
