import '@babylonjs/core/Meshes/thinInstanceMesh.js';
import type { Material } from '@babylonjs/core/Materials/material.js';
import { Matrix, Quaternion, Vector3 } from '@babylonjs/core/Maths/math.vector.js';
import type { Mesh } from '@babylonjs/core/Meshes/mesh.js';
import type { Scene } from '@babylonjs/core/scene.js';
import { emptyForms } from '../form/forms.ts';
import type { Tree } from '../ground/planting.ts';
import { tree } from '../models/yard.ts';
import { uploaded } from './upload.ts';

/** All trees of a kind, `count` of them in no order, so that some of them can be left out. */
export interface PlantedTrees {
  readonly mesh: Mesh;
  readonly count: number;
}

/** Plants the trees: one mesh a kind, drawn many times. */
export function plantTrees(scene: Scene, planted: readonly Tree[], material: Material): PlantedTrees[] {
  return (['round', 'slim'] as const).map((kind) => {
    const own = planted.filter((each) => each.kind === kind).sort((a, b) => a.turnRad - b.turnRad);
    const forms = emptyForms();
    tree(forms, kind);
    const mesh = uploaded(scene, `trees ${kind}`, forms.on('leaf', [0, 0]), material);
    const matrices = new Float32Array(own.length * 16);
    own.forEach(({ at, scale, turnRad }, index) => {
      const matrix = Matrix.Compose(
        new Vector3(scale, scale, scale),
        Quaternion.RotationAxis(Vector3.Up(), turnRad),
        new Vector3(at[0], 0, at[1]),
      );
      matrix.copyToArray(matrices, index * 16);
    });
    if (own.length === 0) {
      mesh.isVisible = false;
      return { mesh, count: own.length };
    }
    mesh.thinInstanceSetBuffer('matrix', matrices, 16, true);
    mesh.alwaysSelectAsActiveMesh = true;
    return { mesh, count: own.length };
  });
}
