import type { AttemptRow } from '@upwind/sim-server/contract';
import { expect, test } from 'vitest';
import { recordsOf } from './trainee-record.ts';

const attempt = (trainee: string, endedTime: number, score: number, verdict: 'pass' | 'fail'): AttemptRow => ({
  id: `${trainee}${endedTime}`,
  drill: 'gas-leak',
  drillVersion: '1',
  drillTitle: { zh: '泄漏撤离', en: 'Leak' },
  profile: 'p',
  room: 'r',
  trainee,
  traineeName: trainee.toUpperCase(),
  role: 'operator',
  startedTime: endedTime - 1000,
  endedTime,
  score,
  verdict,
});

test('attempts are gathered by trainee: how many, how many passed, the best, the latest', () => {
  const records = recordsOf([attempt('a', 1, 90, 'pass'), attempt('b', 5, 40, 'fail'), attempt('a', 3, 70, 'fail')]);
  expect(
    records.map(({ name, attempts, passed, best, latest }) => [name, attempts.length, passed, best, latest.score]),
  ).toEqual([
    ['B', 1, 0, 40, 40],
    ['A', 2, 1, 90, 70],
  ]);
});
