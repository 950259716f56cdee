import { describe, expect, it } from 'vitest';
import { isInside, peopleInside } from './people-in-zone.ts';

const outer = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
] as const;
const hole = [
  [4, 4],
  [4, 6],
  [6, 6],
  [6, 4],
] as const;

describe('people in a threat zone', () => {
  it('counts those inside the rings and not those in a hole', () => {
    expect(isInside([outer, hole], 1, 1)).toBe(true);
    expect(isInside([outer, hole], 5, 5)).toBe(false);
    expect(isInside([outer, hole], 11, 5)).toBe(false);
    const group = (at: [number, number, number], count: number) => ({
      id: 'g',
      at,
      count,
      startS: 0,
      walkingMPerS: 1.3,
    });
    const zone = {
      chemical: 'chlorine',
      level: 'aegl-2',
      limitKgPerM3: 1,
      label: { zh: '', en: '' },
      timeS: 0,
      rings: [outer, hole],
      areaM2: 96,
      reachM: 10,
    } as const;
    expect(peopleInside(zone, [group([1, 1, 0], 3), group([5, 5, 0], 7), group([20, 1, 0], 9)])).toBe(3);
  });

  it('says nobody is inside a zone without rings', () => {
    expect(isInside([], 0, 0)).toBe(false);
  });
});
