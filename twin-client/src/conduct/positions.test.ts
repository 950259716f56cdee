import { chemicalPark } from '@upwind/scenes';
import { expect, test } from 'vitest';
import { looking } from '../drill/pose/pose.ts';
import { poseBook } from '../drill/room/pose-book.ts';
import { positionOf, toNearestMusterM } from './positions.ts';

test('the trainer sees where a trainee stands and looks, in metres and compass degrees', () => {
  const book = poseBook();
  const pose = (numbers: readonly number[]) => {
    const [x = 0, y = 0, z = 0, qx = 0, qy = 0, qz = 0, qw = 1] = numbers;
    return { x, y, z, qx, qy, qz, qw };
  };
  const head = pose([10, 1.7, -20, ...looking(Math.PI / 2, 0)]);
  const trainee = { head, left: head, right: head, handsTracked: false };
  book.note('s1', trainee as unknown as Parameters<typeof book.note>[1], 1000);
  const position = positionOf(book, 's1', 2000);
  expect(position?.at).toEqual([10, 20]);
  expect(position?.headingDeg).toBeCloseTo(90);
  expect(positionOf(book, 'nobody', 2000)).toBeUndefined();
});

test('the way to the nearest muster point is the shortest of all', () => {
  const m4 = chemicalPark.elements.find(({ id }) => id === 'M-4');
  if (!m4) throw new Error('the park has no M-4');
  expect(toNearestMusterM(chemicalPark, [m4.at[0] + 3, m4.at[1] + 4])).toBeCloseTo(5);
  expect(toNearestMusterM({ ...chemicalPark, elements: [] }, [0, 0])).toBeUndefined();
});
