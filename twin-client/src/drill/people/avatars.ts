import '@babylonjs/core/Meshes/thinInstanceMesh.js';
import { StandardMaterial } from '@babylonjs/core/Materials/standardMaterial.js';
import { Color3 } from '@babylonjs/core/Maths/math.color.js';
import { Matrix, Quaternion, Vector3 } from '@babylonjs/core/Maths/math.vector.js';
import type { Mesh } from '@babylonjs/core/Meshes/mesh.js';
import type { Scene } from '@babylonjs/core/scene.js';
import { headingOf, mirrored, type Place, type PoseTuple, rotated } from '../pose/pose.ts';
import { drawnBehindMs } from '../pose/pose-track.ts';
import type { PoseBook } from '../room/pose-book.ts';
import type { Attendee } from '../room/room-view.ts';
import { lookAlong } from '../world/babylon/look-along.ts';
import { uploaded } from '../world/babylon/upload.ts';
import { type Figure, figure, figureEyeM, hipM, shoulderM } from './figure.ts';
import { elbowOf } from './limbs.ts';
import { nameTags } from './name-tags.ts';

/** A room has at most this many seats. */
const mostPeople = 16;
const perPerson = { helmet: 1, head: 1, torso: 1, leg: 2, arm: 4, hand: 2 } as const;
type Part = keyof Figure;
const parts = Object.keys(perPerson) as readonly Part[];

/** Helmets by the order people came: told apart at a distance. */
const helmets: readonly (readonly [number, number, number])[] = [
  [0.95, 0.76, 0.1],
  [0.93, 0.94, 0.95],
  [0.86, 0.22, 0.18],
  [0.16, 0.42, 0.75],
  [0.95, 0.5, 0.12],
  [0.2, 0.58, 0.36],
];

/** Somebody as drawn now, in the wire's convention: for tests and for looking into things. */
export interface DrawnPerson {
  readonly name: string;
  readonly head: PoseTuple;
  readonly left: PoseTuple;
  readonly right: PoseTuple;
}

export interface Avatars {
  /** Draws everybody but `own` as they were a moment ago; gives who was drawn. */
  draw(attendees: readonly Attendee[], book: PoseBook, own: string, nowMs: number, eye: Place): readonly DrawnPerson[];
}

interface Gait {
  heading: number;
  walkedM: number;
  at: readonly [number, number];
  effort: number;
}

export function raiseAvatars(scene: Scene, roleTitle: (role: string) => string): Avatars {
  const solids = figure();
  const material = new StandardMaterial('people', scene);
  material.specularColor = new Color3(0.12, 0.12, 0.12);
  // A mirrored hand turns its faces inside out.
  const bothSides = material.clone('hands');
  bothSides.backFaceCulling = false;
  const meshes = {} as Record<Part, Mesh>;
  const matrices = {} as Record<Part, Float32Array>;
  const colours = {} as Record<Part, Float32Array>;
  for (const part of parts) {
    const mesh = uploaded(scene, `people ${part}`, solids[part], part === 'hand' ? bothSides : material);
    matrices[part] = new Float32Array(mostPeople * perPerson[part] * 16);
    colours[part] = new Float32Array(mostPeople * perPerson[part] * 4);
    mesh.thinInstanceSetBuffer('matrix', matrices[part], 16, false);
    mesh.thinInstanceSetBuffer('color', colours[part], 4, false);
    mesh.thinInstanceCount = 0;
    mesh.isVisible = false;
    mesh.alwaysSelectAsActiveMesh = true;
    meshes[part] = mesh;
  }
  const tags = nameTags(scene, roleTitle);
  const gaits = new Map<string, Gait>();

  return {
    draw(attendees, book, own, nowMs, eye) {
      const counts: Record<Part, number> = { helmet: 0, head: 0, torso: 0, leg: 0, arm: 0, hand: 0 };
      const drawn: DrawnPerson[] = [];
      const put = (part: Part, matrix: Matrix, tint: readonly [number, number, number]) => {
        const index = counts[part]++;
        matrix.copyToArray(matrices[part], index * 16);
        colours[part].set([...tint, 1], index * 4);
      };
      const seen = attendees.filter(({ session, status }) => session !== own && status !== 'left').slice(0, mostPeople);
      for (const attendee of seen) {
        const track = book.of(attendee.session);
        const head = track?.head.at(nowMs - drawnBehindMs);
        if (!track || !head) continue;
        const gait = walkOn(gaits, attendee.session, head);
        const hands = track.handsTracked
          ? { left: track.left.at(nowMs - drawnBehindMs) ?? head, right: track.right.at(nowMs - drawnBehindMs) ?? head }
          : restingHands(head, gait);
        const order = attendees.findIndex(({ session }) => session === attendee.session);
        const tint: readonly [number, number, number] = attendee.connected ? [1, 1, 1] : [0.5, 0.52, 0.55];
        const helmet = attendee.connected ? (helmets[order % helmets.length] ?? [1, 1, 1]) : tint;
        putPerson(put, head, hands, gait, tint, helmet);
        drawn.push({ name: attendee.displayName, head, ...hands });
      }
      for (const part of parts) {
        const mesh = meshes[part];
        mesh.thinInstanceCount = counts[part];
        mesh.isVisible = counts[part] > 0;
        if (counts[part] === 0) continue;
        mesh.thinInstanceBufferUpdated('matrix');
        mesh.thinInstanceBufferUpdated('color');
      }
      tags.show(seen, (session) => book.of(session)?.head.at(nowMs - drawnBehindMs), eye);
      return drawn;
    },
  };
}

type Put = (part: Part, matrix: Matrix, tint: readonly [number, number, number]) => void;

function putPerson(
  put: Put,
  head: PoseTuple,
  hands: { readonly left: PoseTuple; readonly right: PoseTuple },
  gait: Gait,
  tint: readonly [number, number, number],
  helmet: readonly [number, number, number],
): void {
  const atHead = matrixOf(head);
  put('helmet', atHead, helmet);
  put('head', atHead, tint);
  const tall = Math.max(0.35, head[1] / figureEyeM);
  const body = Quaternion.RotationAxis(Vector3.Up(), gait.heading);
  const [x, y, z] = [head[0], 0, -head[2]];
  const foot = new Vector3(x, y, z);
  put('torso', Matrix.Compose(new Vector3(1, tall, 1), body, foot), tint);
  const aside = (right: number, ahead: number, up: number): Place => [
    x + Math.cos(gait.heading) * right + Math.sin(gait.heading) * ahead,
    up * tall,
    z - Math.sin(gait.heading) * right + Math.cos(gait.heading) * ahead,
  ];
  const swing = Math.sin((Math.PI * gait.walkedM) / 0.78) * 0.55 * gait.effort;
  for (const side of [-1, 1]) {
    const hip = aside(side * 0.09, -0.09, hipM);
    const turn = body.multiply(Quaternion.RotationAxis(Vector3.Right(), -side * swing));
    put('leg', Matrix.Compose(new Vector3(1, tall, 1), turn, new Vector3(...hip)), tint);
    const pose = side < 0 ? hands.left : hands.right;
    put('hand', matrixOf(pose, side), tint);
    const shoulder = aside(side * 0.2, -0.09, shoulderM);
    const wrist: Place = [pose[0], pose[1], -pose[2]];
    const elbow = elbowOf(shoulder, wrist, [
      Math.cos(gait.heading) * side * 0.35 - Math.sin(gait.heading) * 0.3,
      -1,
      -Math.sin(gait.heading) * side * 0.35 - Math.cos(gait.heading) * 0.3,
    ]);
    put('arm', stretched(shoulder, elbow), tint);
    put('arm', stretched(elbow, wrist), tint);
  }
}

/** The engine's matrix of a pose of the wire; the hand is drawn as a right one, `mirrorX` −1 makes the left. */
function matrixOf(pose: PoseTuple, mirrorX = 1): Matrix {
  const [x, y, z, qx, qy, qz, qw] = mirrored(pose);
  return Matrix.Compose(new Vector3(mirrorX, 1, 1), new Quaternion(qx, qy, qz, qw), new Vector3(x, y, z));
}

/** A limb drawn along the engine's z from one place to another. */
function stretched(from: Place, to: Place): Matrix {
  const way = new Vector3(to[0] - from[0], to[1] - from[1], to[2] - from[2]);
  const length = Math.max(0.01, way.length());
  const turn = lookAlong(way);
  return Matrix.Compose(new Vector3(1, 1, length), turn, new Vector3(...from));
}

/** Follows the head on the ground: the body turns after it, the legs go as far as it goes. */
function walkOn(gaits: Map<string, Gait>, session: string, head: PoseTuple): Gait {
  const heading = headingOf([head[3], head[4], head[5], head[6]]);
  const known = gaits.get(session);
  if (!known) {
    const fresh: Gait = { heading, walkedM: 0, at: [head[0], head[2]], effort: 0 };
    gaits.set(session, fresh);
    return fresh;
  }
  const wayM = Math.hypot(head[0] - known.at[0], head[2] - known.at[1]);
  const turn = Math.atan2(Math.sin(heading - known.heading), Math.cos(heading - known.heading));
  known.heading += Math.abs(turn) > 1.2 ? turn * 0.3 : turn * 0.12;
  if (wayM < 2) known.walkedM += wayM;
  known.effort += (Math.min(1, wayM * 30) - known.effort) * 0.15;
  known.at = [head[0], head[2]];
  return known;
}

/** Hands that nobody tracks hang beside the body. */
function restingHands(head: PoseTuple, gait: Gait): { left: PoseTuple; right: PoseTuple } {
  const turn = [0, Math.sin(-gait.heading / 2), 0, Math.cos(-gait.heading / 2)] as const;
  const at = (side: number): PoseTuple => {
    const [dx, , dz] = rotated(turn, [side, 0, -0.05]);
    return [head[0] + dx, Math.max(0.5, head[1] - 0.76), head[2] + dz, ...turn];
  };
  return { left: at(-0.25), right: at(0.25) };
}
