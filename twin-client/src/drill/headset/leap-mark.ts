import { VertexBuffer } from '@babylonjs/core/Buffers/buffer.js';
import { StandardMaterial } from '@babylonjs/core/Materials/standardMaterial.js';
import { Color3 } from '@babylonjs/core/Maths/math.color.js';
import { Mesh } from '@babylonjs/core/Meshes/mesh.js';
import { VertexData } from '@babylonjs/core/Meshes/mesh.vertexData.js';
import type { Scene } from '@babylonjs/core/scene.js';
import type { Leap } from '../walking/leap.ts';

const pieces = 24;
const ringSides = 28;
const teal = new Color3(0.17, 0.85, 0.76);
const red = new Color3(0.94, 0.34, 0.36);

/** The arc from the hand and the ring where a leap will land. */
export interface LeapMark {
  show(leap: Leap): void;
  hide(): void;
}

export function leapMark(scene: Scene): LeapMark {
  const mesh = new Mesh('leap', scene);
  const vertices = (pieces + 1) * 2 + (ringSides + 1) * 2;
  const positions = new Float32Array(vertices * 3);
  const indices: number[] = [];
  const strip = (first: number, count: number) => {
    for (let piece = 0; piece < count; piece++) {
      const a = first + piece * 2;
      indices.push(a, a + 1, a + 3, a, a + 3, a + 2);
    }
  };
  strip(0, pieces);
  strip((pieces + 1) * 2, ringSides);
  const data = new VertexData();
  data.positions = positions;
  data.indices = indices;
  data.applyToMesh(mesh, true);
  mesh.isPickable = false;
  mesh.alwaysSelectAsActiveMesh = true;
  const material = new StandardMaterial('leap', scene);
  material.disableLighting = true;
  material.backFaceCulling = false;
  material.fogEnabled = false;
  material.alpha = 0.85;
  mesh.material = material;
  mesh.setEnabled(false);
  return {
    show({ arc, to, refused }) {
      material.emissiveColor = refused ? red : teal;
      for (let piece = 0; piece <= pieces; piece++) {
        const [x, y, z] = arc[Math.round((piece / pieces) * (arc.length - 1))] ?? [0, 0, 0];
        positions.set([x - 0.012, z, y, x + 0.012, z + 0.004, y], piece * 6);
      }
      const first = (pieces + 1) * 6;
      for (let side = 0; side <= ringSides; side++) {
        const angle = (2 * Math.PI * side) / ringSides;
        const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
        positions.set(
          [to[0] + cos * 0.34, 0.06, to[1] + sin * 0.34, to[0] + cos * 0.42, 0.06, to[1] + sin * 0.42],
          first + side * 6,
        );
      }
      mesh.updateVerticesData(VertexBuffer.PositionKind, positions);
      mesh.setEnabled(true);
    },
    hide: () => mesh.setEnabled(false),
  };
}
