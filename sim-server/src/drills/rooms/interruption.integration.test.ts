import { expect, test } from 'vitest';
import { Bot, openDrillHouse, openRoom, until } from '../for-tests.ts';

test('DR44 a server that stops ends its rooms as interrupted: the recording stays, nobody is judged', {
  timeout: 60_000,
}, async () => {
  const house = await openDrillHouse();
  const trainer = await house.logIn('trainer');
  const trainee = await house.logIn('trainee1');
  const bot = await Bot.join(house, trainee, await openRoom(trainer));
  bot.room.send('ready');
  await until(() => bot.room.state.timeS > 1, 'a running drill');
  bot.room.reconnection.enabled = false;
  await house.server.stop();
  const [row] = await house.database.query<{ ended_why: string; attempts: number; ticks: number; last: string }>(
    `select ended_why, (select count(*) from drill_attempts) as attempts,
       (select sum(samples) from drill_tracks)::int as ticks,
       (select kind from drill_events order by seq desc limit 1) as last from drill_rooms`,
  );
  expect(row).toMatchObject({ ended_why: 'interrupted', attempts: 0, last: 'ended' });
  expect(row?.ticks).toBeGreaterThan(8);
  await house.close();
});
