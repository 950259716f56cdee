import { expect, test } from 'vitest';
import { countLine, type Outcome } from './outcome.ts';

const outcome = (state: Outcome['state']): Outcome => ({ part: 'unit', file: 'f', title: 't', state, durationMs: 0 });

test('the last line counts passed and failed, and names skips only when there are any', () => {
  expect(countLine([])).toBe('0 passed, 0 failed');
  expect(countLine([outcome('passed'), outcome('passed'), outcome('failed')])).toBe('2 passed, 1 failed');
  expect(countLine([outcome('passed'), outcome('skipped')])).toBe('1 passed, 0 failed, 1 skipped');
});
