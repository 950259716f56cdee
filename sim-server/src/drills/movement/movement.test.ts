import type { Element, Position } from '@upwind/scenes';
import { describe, expect, test } from 'vitest';
import { fullAllowance, grow } from './allowance.ts';
import { type Ground, judgePose, type Standing } from './judge-pose.ts';
import { headAt, type PoseArray, siteOf } from './placement.ts';
import { readPose } from './read-pose.ts';
import { solidBodiesOf } from './solid-bodies.ts';

const name = { zh: '罐', en: 'Tank' };
const elements: Element[] = [
  {
    id: 'tank',
    kind: 'storage-tank',
    name,
    at: [20, 0, 0],
    shape: { kind: 'vertical-cylinder', radiusM: 5, heightM: 8 },
  },
  {
    id: 'rack',
    kind: 'loading-rack',
    name,
    at: [-20, 0, 0],
    shape: { kind: 'box', lengthM: 8, widthM: 8, heightM: 6 },
  },
  {
    id: 'sphere',
    kind: 'storage-sphere',
    name,
    at: [0, 40, 0],
    shape: { kind: 'sphere', radiusM: 8, centreHeightM: 10 },
  },
  {
    id: 'office',
    kind: 'office',
    name,
    at: [0, -40, 0],
    headingDeg: 45,
    shape: { kind: 'box', lengthM: 20, widthM: 4, heightM: 4 },
  },
];
const ground: Ground = { extent: { min: [-500, -350], max: [500, 350] }, solids: solidBodiesOf({ elements }) };

function standingAt(at: Position, atMs = 0, phase: Standing['phase'] = 'running'): Standing {
  return { head: headAt(at, 1.65, 0), allowance: fullAllowance(atMs), start: [0, 0, 0], phase };
}

function headOn(x: number, y: number, heightM = 1.65): PoseArray {
  return headAt([x, y, 0], heightM, 0);
}

describe('readPose', () => {
  const head = [1, 1.7, -2, 0, 0, 0, 1];

  test('DR11 takes seven finite numbers a pose, a unit quaternion and hands within reach', () => {
    expect(readPose({ head, inHeadset: true })).toEqual({ head, inHeadset: true });
    const left = [1.4, 1.2, -2, 0, 0, 0, 1];
    expect(readPose({ head, left, right: null, inHeadset: false })).toEqual({ head, left, inHeadset: false });
  });

  test.each([
    ['nothing', undefined],
    ['a string', 'pose'],
    ['no head', { inHeadset: true }],
    ['six numbers', { head: head.slice(1), inHeadset: true }],
    ['not a number', { head: [Number.NaN, 1.7, 0, 0, 0, 0, 1], inHeadset: true }],
    ['infinity', { head: [Number.POSITIVE_INFINITY, 1.7, 0, 0, 0, 0, 1], inHeadset: true }],
    ['text in a number’s place', { head: ['1', 1.7, 0, 0, 0, 0, 1], inHeadset: true }],
    ['a quaternion that is not a rotation', { head: [1, 1.7, 0, 0, 0, 0, 0.5], inHeadset: true }],
    ['a hand three metres away', { head, left: [4, 1.2, -2, 0, 0, 0, 1], inHeadset: true }],
    ['a hand of another form', { head, right: {}, inHeadset: true }],
    ['a place off the Earth', { head: [1e6, 1.7, 0, 0, 0, 0, 1], inHeadset: true }],
    ['no word on the headset', { head }],
  ])('DR11 refuses %s', (_what, message) => {
    expect(readPose(message)).toBeUndefined();
  });
});

describe('placement', () => {
  test('the wire’s z is south, its y is up, and a head looks where its compass says', () => {
    const pose = headAt([12, 34, 5], 1.65, 90);
    expect(siteOf(pose)).toEqual([12, 34, 6.65]);
    const [, , , qx, qy, qz, qw] = pose;
    // −z turned by the quaternion about y: x = −2·qw·qy, z = −(1 − 2·qy²); east is +x.
    expect([qx, qz]).toEqual([0, 0]);
    expect(-2 * qw * qy).toBeCloseTo(1, 12);
    expect(1 - 2 * qy * qy).toBeCloseTo(0, 12);
  });
});

describe('allowance', () => {
  test('DR12 grows at 8 m/s up to a jump of 4 m, and a gap of the connection forgives 3 s of running', () => {
    const empty = { metres: 0, atMs: 1000 };
    expect(grow(empty, 1250).metres).toBeCloseTo(2);
    expect(grow(grow(empty, 1400), 1800).metres).toBe(4);
    expect(grow(empty, 3000).metres).toBeCloseTo(16);
    expect(grow(empty, 61_000).metres).toBe(24);
  });

  test('DR12 keeps nothing of a gap but a jump once messages flow again', () => {
    let allowance = grow({ metres: 0, atMs: 0 }, 10_000);
    for (let nowMs = 10_050; nowMs < 13_000; nowMs += 50) allowance = grow(allowance, nowMs);
    expect(allowance.metres).toBe(4);
  });
});

describe('judgePose', () => {
  test('DR12 lets a person run and make a small jump', () => {
    let standing = standingAt([0, 0, 0]);
    for (let step = 1; step <= 40; step += 1) {
      const head = headOn(0, 0.35 * step);
      const verdict = judgePose(head, standing, ground, step * 50);
      expect(verdict.kind).toBe('accepted');
      standing = { ...standing, head, allowance: verdict.allowance };
    }
    const jump = judgePose(headOn(3, 14), standing, ground, 2600);
    expect(jump.kind).toBe('accepted');
  });

  test('DR12 refuses a teleport however long it is claimed', () => {
    let standing = standingAt([0, 0, 0]);
    for (let nowMs = 50; nowMs < 120_000; nowMs += 50) {
      const verdict = judgePose(headOn(-200, 30), standing, ground, nowMs);
      expect(verdict).toMatchObject({ kind: 'refused', code: 'UPW_DRILL_POSE_TOO_FAR' });
      standing = { ...standing, allowance: verdict.allowance };
    }
  });

  test('DR13 refuses the inside of a body and the way through it, and lets people under racks and spheres', () => {
    const code = (from: Position, x: number, y: number, heightM = 1.65) => {
      const verdict = judgePose(headOn(x, y, heightM), standingAt(from), ground, 2000);
      return verdict.kind === 'refused' ? verdict.code : verdict.kind;
    };
    expect(code([13, 0, 0], 17, 0)).toBe('UPW_DRILL_POSE_INSIDE');
    expect(code([14, 0, 0], 26, 0)).toBe('UPW_DRILL_POSE_INSIDE');
    expect(code([13, 0, 0], 14.9, 0)).toBe('accepted');
    expect(code([-13, 0, 0], -20, 0)).toBe('accepted');
    expect(code([0, 30, 0], 0, 40)).toBe('accepted');
    // The office is turned by 45°: one diagonal is inside, the other is free.
    expect(code([10, -42, 0], 5, -35)).toBe('UPW_DRILL_POSE_INSIDE');
    expect(code([10, -42, 0], 5, -45)).toBe('accepted');
  });

  test('DR12 refuses heads under the floor, in the air and off the site', () => {
    expect(judgePose(headOn(0, 0, -1), standingAt([0, 0, 0]), ground, 50)).toMatchObject({
      code: 'UPW_DRILL_POSE_HEIGHT',
    });
    expect(judgePose(headOn(0, 0, 30), standingAt([0, 0, 0]), ground, 50)).toMatchObject({
      code: 'UPW_DRILL_POSE_HEIGHT',
    });
    expect(judgePose(headOn(700, 0), standingAt([599, 0, 0]), ground, 50)).toMatchObject({
      code: 'UPW_DRILL_POSE_OUTSIDE',
    });
  });

  test('DR6 keeps a waiting trainee near the start place', () => {
    const waiting = standingAt([4, 0, 0], 0, 'waiting');
    expect(judgePose(headOn(4.9, 0), waiting, ground, 50).kind).toBe('accepted');
    expect(judgePose(headOn(5.5, 0), waiting, ground, 50)).toMatchObject({ code: 'UPW_DRILL_POSE_WAITING' });
  });
});
