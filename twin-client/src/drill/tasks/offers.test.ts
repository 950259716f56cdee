import type { DrillAction } from '@upwind/scenarios';
import { expect, test } from 'vitest';
import { offered } from './offers.ts';

const title = { zh: '按', en: 'Press' };
const radio: DrillAction = { id: 'raise-alarm', title };
const valve: DrillAction = { id: 'close-valve', title, at: [10, 0, 1], reachM: 2 };

test('what can be done from anywhere is offered once', () => {
  expect(offered([radio], [], [500, 0, 1.6])?.id).toBe('raise-alarm');
  expect(offered([radio], ['raise-alarm'], [500, 0, 1.6])).toBeUndefined();
});

test('what is done by hand is offered only within reach', () => {
  expect(offered([valve], [], [7, 0, 1.6])).toBeUndefined();
  expect(offered([valve], [], [8.5, 0, 1.6])?.id).toBe('close-valve');
});
