import type { GroundPosition, Position } from '@upwind/scenes';
import { expect, test } from 'vitest';
import { addBall, addPipe, addRod } from './round.ts';
import { emptySolid, normalOf, type Solid, triangleCount } from './solid.ts';
import { addBar, addBox, addFloor, addGable, turnOf } from './straight.ts';
import { triangulated } from './triangulated.ts';

const grey = [0.5, 0.5, 0.5] as const;

function corner(solid: Solid, index: number): Position {
  return [solid.positions[index * 3] ?? 0, solid.positions[index * 3 + 1] ?? 0, solid.positions[index * 3 + 2] ?? 0];
}

/** Volume enclosed by the triangles (divergence theorem): positive only when all faces look outwards. */
function enclosedM3(solid: Solid): number {
  let volume = 0;
  for (let index = 0; index < solid.indices.length; index += 3) {
    const [a, b, c] = [0, 1, 2].map((each) => corner(solid, solid.indices[index + each] ?? 0)) as [
      Position,
      Position,
      Position,
    ];
    volume +=
      (a[0] * (b[1] * c[2] - b[2] * c[1]) + a[1] * (b[2] * c[0] - b[0] * c[2]) + a[2] * (b[0] * c[1] - b[1] * c[0])) /
      6;
  }
  return volume;
}

/** Every triangle's own normal agrees with the normals of its corners. */
function looksOut(solid: Solid): boolean {
  for (let index = 0; index < solid.indices.length; index += 3) {
    const ids = [0, 1, 2].map((each) => solid.indices[index + each] ?? 0);
    const [a, b, c] = ids.map((id) => corner(solid, id)) as [Position, Position, Position];
    const normal = normalOf(a, b, c);
    if (Math.hypot(...a.map((value, axis) => value - (b[axis] ?? 0))) < 1e-9) continue;
    for (const id of ids) {
      const dot = [0, 1, 2].reduce((sum, axis) => sum + (normal[axis] ?? 0) * (solid.normals[id * 3 + axis] ?? 0), 0);
      if (dot < -1e-6) return false;
    }
  }
  return true;
}

test('a box, a rod, a ball and a bar enclose their volumes with faces outwards', () => {
  const box = emptySolid();
  addBox(box, turnOf([5, 6, 0], 33), [1, 2, 0.5], [4, 3, 2], { colour: grey, under: true });
  expect(enclosedM3(box)).toBeCloseTo(24, 6);
  const rod = emptySolid();
  addRod(rod, [1, 2, 3], [4, 1, 7], 0.5, { sides: 64, colour: grey });
  expect(enclosedM3(rod)).toBeCloseTo(Math.PI * 0.25 * Math.hypot(3, 1, 4), 1);
  const ball = emptySolid();
  addBall(ball, [1, 1, 1], 2, { sides: 48, rings: 24, colour: grey });
  expect(enclosedM3(ball)).toBeGreaterThan(33);
  expect(enclosedM3(ball)).toBeLessThan((4 / 3) * Math.PI * 8);
  for (const solid of [box, rod, ball]) expect(looksOut(solid)).toBe(true);
});

test('bars look outwards whichever way they run', () => {
  const ways: [Position, Position][] = [
    [
      [0, 0, 0],
      [0, 0, 3],
    ],
    [
      [0, 0, 3],
      [0, 0, 0],
    ],
    [
      [0, 0, 0],
      [3, 1, 2],
    ],
    [
      [3, 1, 2],
      [0, 0, 0],
    ],
  ];
  for (const [from, to] of ways) {
    const bar = emptySolid();
    addBar(bar, from, to, 0.2, grey);
    for (let face = 0; face < 4; face++) {
      const normal = [0, 1, 2].map((axis) => bar.normals[face * 12 + axis] ?? 0);
      const middle = [0, 1, 2].map((axis) => {
        const sum = [0, 1, 2, 3].reduce((total, at) => total + (bar.positions[face * 12 + at * 3 + axis] ?? 0), 0);
        return sum / 4 - ((from[axis] ?? 0) + (to[axis] ?? 0)) / 2;
      });
      expect(normal.reduce((sum, value, axis) => sum + value * (middle[axis] ?? 0), 0)).toBeGreaterThan(0);
    }
  }
});

test('floors over rings of either sense and with bends inwards look up and cover the ring', () => {
  const bent: GroundPosition[] = [
    [0, 0],
    [6, 0],
    [6, 6],
    [3, 2],
    [0, 6],
  ];
  for (const ring of [bent, [...bent].reverse()]) {
    const floor = emptySolid();
    addFloor(floor, ring, 0.5, grey);
    expect(looksOut(floor)).toBe(true);
    expect(triangleCount(floor)).toBe(3);
    expect(enclosedM3(floor)).toBeCloseTo((24 * 0.5) / 3, 6);
  }
});

test('a ring that cannot be cut does not hang', () => {
  expect(
    triangulated([
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
    ]).triangles.length,
  ).toBeLessThanOrEqual(6);
});

test('gables and pipes have faces outwards', () => {
  const solid = emptySolid();
  addGable(solid, turnOf([0, 0, 0], 20), 5, [20, 10, 2], grey, grey);
  addPipe(
    solid,
    [
      [0, 0, 1],
      [5, 0, 1],
      [5, 5, 1],
    ],
    0.2,
    { sides: 6, colour: grey },
  );
  expect(looksOut(solid)).toBe(true);
});
