import fc from 'fast-check';
import { expect, test } from 'vitest';
import { enuOf, headingOf, looking, mirrored, type PoseTuple, rotated, rounded } from './pose.ts';

const metres = fc.double({ min: -2000, max: 2000, noNaN: true });
const angle = fc.double({ min: -Math.PI, max: Math.PI, noNaN: true });
const pitch = fc.double({ min: -1.4, max: 1.4, noNaN: true });
const seed = 20_261_122;

test('a pose that goes to the left-handed engine and back is the same pose', () => {
  fc.assert(
    fc.property(metres, metres, metres, angle, pitch, (x, y, z, heading, up) => {
      const pose: PoseTuple = [x, y, z, ...looking(heading, up)];
      expect(mirrored(mirrored(pose))).toEqual(pose);
    }),
    { seed },
  );
});

test('mirroring turns vectors as it turns places: what is seen ahead stays ahead', () => {
  fc.assert(
    fc.property(angle, pitch, (heading, up) => {
      const rotation = looking(heading, up);
      const [, , , qx, qy, qz, qw] = mirrored([0, 0, 0, ...rotation]);
      const ahead = rotated(rotation, [0, 0, -1]);
      const aheadLeftHanded = rotated([qx, qy, qz, qw], [0, 0, 1]);
      expect(aheadLeftHanded[0]).toBeCloseTo(ahead[0], 9);
      expect(aheadLeftHanded[1]).toBeCloseTo(ahead[1], 9);
      expect(aheadLeftHanded[2]).toBeCloseTo(-ahead[2], 9);
    }),
    { seed },
  );
});

test('identity looks north, a quarter turn clockwise looks east, up is up', () => {
  expect(headingOf([0, 0, 0, 1])).toBeCloseTo(0);
  const east = rotated(looking(Math.PI / 2, 0), [0, 0, -1]);
  expect(east[0]).toBeCloseTo(1);
  expect(rotated(looking(0.7, 0.5), [0, 0, -1])[1]).toBeCloseTo(Math.sin(0.5));
});

test('the heading of a rotation is the compass heading it was made from, at any pitch', () => {
  fc.assert(
    fc.property(angle, pitch, (heading, up) => {
      const difference = headingOf(looking(heading, up)) - heading;
      expect(Math.cos(difference)).toBeCloseTo(1, 6);
    }),
    { seed },
  );
});

test('looking straight down still has a heading', () => {
  const down = headingOf(looking(1.1, -Math.PI / 2));
  expect(Math.cos(down - 1.1)).toBeCloseTo(1, 5);
});

test('the place of a pose in local metres has north as the second number', () => {
  expect(enuOf([12, 1.7, -40, 0, 0, 0, 1])).toEqual([12, 40, 1.7]);
});

test('what goes over the wire is rounded to millimetres', () => {
  expect(rounded([1.23456, 0, 0, 0, 0, 0.123456, 1])).toEqual([1.235, 0, 0, 0, 0, 0.1235, 1]);
});
