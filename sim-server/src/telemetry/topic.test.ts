import { expect, test } from 'vitest';
import { readTopic } from './topic.ts';

test('a topic names a site and a point', () => {
  expect(readTopic('upwind/v1/chemical-park/LI-151A')).toEqual({ site: 'chemical-park', point: 'LI-151A' });
});

test.each([
  '',
  'upwind/v1/park',
  'upwind/v1/park/a/b',
  'upwind/v2/park/a',
  'upwind/v1//a',
  'upwind/v1/../a',
  'x/upwind/v1/p/a',
])('not one of ours: "%s"', (topic) => {
  expect(readTopic(topic)).toBeUndefined();
});
