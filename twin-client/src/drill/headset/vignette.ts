import { VertexBuffer } from '@babylonjs/core/Buffers/buffer.js';
import { Constants } from '@babylonjs/core/Engines/constants.js';
import { StandardMaterial } from '@babylonjs/core/Materials/standardMaterial.js';
import { Color3 } from '@babylonjs/core/Maths/math.color.js';
import { Mesh } from '@babylonjs/core/Meshes/mesh.js';
import { VertexData } from '@babylonjs/core/Meshes/mesh.vertexData.js';
import type { TransformNode } from '@babylonjs/core/Meshes/transformNode.js';
import type { Scene } from '@babylonjs/core/scene.js';

const sides = 40;
const awayM = 0.32;
const outerM = 1.6;

/** A dark rim around the view while it moves by itself: 0 open … 1 closed. */
export interface Vignette {
  close(share: number): void;
  dispose(): void;
}

export function vignette(scene: Scene, eye: TransformNode | { readonly getClassName: () => string }): Vignette {
  const mesh = new Mesh('vignette', scene);
  const positions = new Float32Array((sides + 1) * 3 * 3);
  const colours = new Float32Array((sides + 1) * 3 * 4);
  const indices: number[] = [];
  for (let side = 0; side <= sides; side++) {
    for (let ring = 0; ring < 3; ring++) colours.set([0, 0, 0, ring === 0 ? 0 : 1], (side * 3 + ring) * 4);
    if (side === sides) continue;
    for (let ring = 0; ring < 2; ring++) {
      const [a, b] = [side * 3 + ring, (side + 1) * 3 + ring];
      indices.push(a, a + 1, b + 1, a, b + 1, b);
    }
  }
  const data = new VertexData();
  data.positions = positions;
  data.colors = colours;
  data.indices = indices;
  data.applyToMesh(mesh, true);
  mesh.hasVertexAlpha = true;
  mesh.isPickable = false;
  mesh.alwaysSelectAsActiveMesh = true;
  mesh.renderingGroupId = 3;
  const material = new StandardMaterial('vignette', scene);
  material.disableLighting = true;
  material.emissiveColor = Color3.Black();
  material.diffuseColor = Color3.Black();
  material.specularColor = Color3.Black();
  material.backFaceCulling = false;
  material.disableDepthWrite = true;
  material.depthFunction = Constants.ALWAYS;
  material.fogEnabled = false;
  mesh.material = material;
  mesh.parent = eye as TransformNode;
  mesh.setEnabled(false);
  let now = 0;
  return {
    close(share) {
      now += (share - now) * 0.35;
      if (now < 0.02) {
        mesh.setEnabled(false);
        return;
      }
      mesh.setEnabled(true);
      const hole = 0.36 * (1 - now);
      for (let side = 0; side <= sides; side++) {
        const angle = (2 * Math.PI * side) / sides;
        for (const [ring, radius] of [hole, hole + 0.14 * (1 - now * 0.7), outerM].entries()) {
          positions.set([Math.cos(angle) * radius, Math.sin(angle) * radius, awayM], (side * 3 + ring) * 3);
        }
      }
      mesh.updateVerticesData(VertexBuffer.PositionKind, positions);
    },
    dispose() {
      material.dispose();
      mesh.dispose();
    },
  };
}
