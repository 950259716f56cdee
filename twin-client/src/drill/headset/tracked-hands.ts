import '@babylonjs/core/Meshes/thinInstanceMesh.js';
import { StandardMaterial } from '@babylonjs/core/Materials/standardMaterial.js';
import { Color3 } from '@babylonjs/core/Maths/math.color.js';
import { Matrix, Quaternion, Vector3 } from '@babylonjs/core/Maths/math.vector.js';
import type { Scene } from '@babylonjs/core/scene.js';
import { figure } from '../people/figure.ts';
import { mirrored, type PoseTuple } from '../pose/pose.ts';
import { lookAlong } from '../world/babylon/look-along.ts';
import { uploaded } from '../world/babylon/upload.ts';
import { addBall, addRod } from '../world/form/round.ts';
import { emptySolid } from '../world/form/solid.ts';

/** Bones of a hand as pairs of the 25 joints of the WebXR Hand Input Module, wrist 0 … little finger tip 24. */
const bones: readonly (readonly [number, number])[] = [
  [0, 1],
  [1, 2],
  [2, 3],
  [3, 4],
  [0, 5],
  [5, 6],
  [6, 7],
  [7, 8],
  [8, 9],
  [0, 10],
  [10, 11],
  [11, 12],
  [12, 13],
  [13, 14],
  [0, 15],
  [15, 16],
  [16, 17],
  [17, 18],
  [18, 19],
  [0, 20],
  [20, 21],
  [21, 22],
  [22, 23],
  [23, 24],
];

/** The wearer's own hands: a glove on each controller, or fingers where they are tracked. */
export interface OwnHands {
  show(
    gloves: readonly { readonly pose: PoseTuple; readonly side: 'left' | 'right' }[],
    joints: readonly (readonly PoseTuple[])[],
  ): void;
}

export function ownHands(scene: Scene): OwnHands {
  const material = new StandardMaterial('own hands', scene);
  material.specularColor = new Color3(0.1, 0.1, 0.1);
  material.backFaceCulling = false;
  const glove = uploaded(scene, 'own glove', figure().hand, material);
  const finger = emptySolid();
  addRod(finger, [0, 0, 0], [0, 1, 0], 0.0085, { sides: 7, colour: [0.86, 0.55, 0.2], caps: 'none' });
  const bone = uploaded(scene, 'own fingers', finger, material);
  const knuckle = emptySolid();
  addBall(knuckle, [0, 0, 0], 0.0105, { sides: 7, rings: 5, colour: [0.86, 0.55, 0.2] });
  const joint = uploaded(scene, 'own joints', knuckle, material);
  const room = {
    glove: new Float32Array(2 * 16),
    bone: new Float32Array(bones.length * 2 * 16),
    joint: new Float32Array(50 * 16),
  };
  for (const [mesh, buffer] of [
    [glove, room.glove],
    [bone, room.bone],
    [joint, room.joint],
  ] as const) {
    mesh.thinInstanceSetBuffer('matrix', buffer, 16, false);
    mesh.thinInstanceCount = 0;
    mesh.isVisible = false;
    mesh.alwaysSelectAsActiveMesh = true;
  }
  const place = ([x, y, z]: PoseTuple) => new Vector3(x, y, -z);
  return {
    show(gloves, hands) {
      const put = (mesh: typeof glove, buffer: Float32Array, matrices: readonly Matrix[]) => {
        matrices.forEach((matrix, index) => {
          matrix.copyToArray(buffer, index * 16);
        });
        mesh.thinInstanceCount = matrices.length;
        mesh.isVisible = matrices.length > 0;
        if (matrices.length > 0) mesh.thinInstanceBufferUpdated('matrix');
      };
      put(
        glove,
        room.glove,
        gloves.map(({ pose, side }) => {
          const [x, y, z, qx, qy, qz, qw] = mirrored(pose);
          return Matrix.Compose(
            new Vector3(side === 'left' ? -1 : 1, 1, 1),
            new Quaternion(qx, qy, qz, qw),
            new Vector3(x, y, z),
          );
        }),
      );
      const lengths = hands.flatMap((hand) =>
        bones.flatMap(([from, to]) => {
          const [a, b] = [hand[from], hand[to]];
          return a && b ? [[place(a), place(b)] as const] : [];
        }),
      );
      put(
        bone,
        room.bone,
        lengths.map(([a, b]) => {
          const way = b.subtract(a);
          const length = Math.max(1e-4, way.length());
          return Matrix.Compose(new Vector3(1, 1, length), lookAlong(way), a);
        }),
      );
      put(
        joint,
        room.joint,
        hands.flatMap((hand) => hand.map((pose) => Matrix.Translation(pose[0], pose[1], -pose[2]))),
      );
    },
  };
}
