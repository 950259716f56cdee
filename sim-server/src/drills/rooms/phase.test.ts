import { describe, expect, test } from 'vitest';
import { endsByItself, type SeatedTrainee, startsByItself } from './phase.ts';

const trainee = (part: Partial<SeatedTrainee> = {}): SeatedTrainee => ({ ready: false, status: 'active', ...part });

describe('the phases of a room', () => {
  test('DR6 a drill starts by itself when enough trainees are there and all are ready', () => {
    const ready = trainee({ ready: true });
    expect(startsByItself([ready, ready], 2)).toBe(true);
    expect(startsByItself([ready, trainee()], 2)).toBe(false);
    expect(startsByItself([ready], 2)).toBe(false);
    expect(startsByItself([], 1)).toBe(false);
  });

  test('DR7 a drill ends when every trainee is done, or its time is over', () => {
    const done = (['mustered', 'overcome', 'left'] as const).map((status) => trainee({ status }));
    expect(endsByItself(done, 10, 300)).toBe('finished');
    expect(endsByItself([...done, trainee()], 299.9, 300)).toBeUndefined();
    expect(endsByItself([...done, trainee()], 300, 300)).toBe('time');
  });
});
