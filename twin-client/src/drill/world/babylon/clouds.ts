import '@babylonjs/core/Meshes/thinInstanceMesh.js';
import { StandardMaterial } from '@babylonjs/core/Materials/standardMaterial.js';
import { Color3 } from '@babylonjs/core/Maths/math.color.js';
import { Mesh } from '@babylonjs/core/Meshes/mesh.js';
import { VertexData } from '@babylonjs/core/Meshes/mesh.vertexData.js';
import type { Scene } from '@babylonjs/core/scene.js';
import type { Position } from '@upwind/scenes';
import { puffsOf, type Vent, type Wind } from '../air/puffs.ts';
import { canvasTexture } from './canvas-texture.ts';

/** The most puffs that are drawn at once. */
const mostPuffs = 420;

/** All vapour and steam in sight as one mesh of soft discs that face the eye. */
export interface Clouds {
  show(vents: readonly Vent[], wind: Wind, eye: Position): void;
}

export function raiseClouds(scene: Scene): Clouds {
  const mesh = new Mesh('clouds', scene);
  const data = new VertexData();
  data.positions = [-1, -1, 0, 1, -1, 0, 1, 1, 0, -1, 1, 0];
  data.normals = [0, 0, -1, 0, 0, -1, 0, 0, -1, 0, 0, -1];
  data.uvs = [0, 0, 1, 0, 1, 1, 0, 1];
  data.indices = [0, 1, 2, 0, 2, 3];
  data.applyToMesh(mesh);
  const texture = canvasTexture(scene, 'puff', [128, 128], drawPuff);
  texture.hasAlpha = true;
  const material = new StandardMaterial('cloud', scene);
  material.disableLighting = true;
  material.emissiveColor = Color3.White();
  material.diffuseTexture = texture;
  material.useAlphaFromDiffuseTexture = true;
  material.backFaceCulling = false;
  material.disableDepthWrite = true;
  mesh.material = material;
  mesh.hasVertexAlpha = true;
  mesh.isPickable = false;
  mesh.alwaysSelectAsActiveMesh = true;
  const matrices = new Float32Array(mostPuffs * 16);
  const colours = new Float32Array(mostPuffs * 4);
  mesh.thinInstanceSetBuffer('matrix', matrices, 16, false);
  mesh.thinInstanceSetBuffer('color', colours, 4, false);
  mesh.thinInstanceCount = 0;
  return {
    show(vents, wind, eye) {
      const puffs = vents.flatMap((vent) => puffsOf(vent, wind)).slice(0, mostPuffs);
      const away = ([x, y, z]: Position) => (x - eye[0]) ** 2 + (y - eye[1]) ** 2 + (z - eye[2]) ** 2;
      puffs.sort((a, b) => away(b.at) - away(a.at));
      puffs.forEach((puff, index) => {
        faceEye(matrices, index * 16, puff.at, puff.radiusM, eye);
        colours.set([...puff.colour, puff.opacity], index * 4);
      });
      mesh.thinInstanceCount = puffs.length;
      mesh.isVisible = puffs.length > 0;
      if (puffs.length === 0) return;
      mesh.thinInstanceBufferUpdated('matrix');
      mesh.thinInstanceBufferUpdated('color');
    },
  };
}

/** Writes the matrix of a disc at a place that faces the eye (both eyes of a headset see the same disc). */
function faceEye(matrices: Float32Array, at: number, place: Position, radiusM: number, eye: Position): void {
  const [x, y, z] = [place[0], place[2], place[1]];
  const [dx, dy, dz] = [x - eye[0], y - eye[2], z - eye[1]];
  const flat = Math.hypot(dx, dz) || 1e-6;
  const length = Math.hypot(flat, dy);
  const [rx, rz] = [dz / flat, -dx / flat];
  const [fx, fy, fz] = [dx / length, dy / length, dz / length];
  const [ux, uy, uz] = [fy * rz, fz * rx - fx * rz, -fy * rx];
  matrices.set(
    [
      rx * radiusM,
      0,
      rz * radiusM,
      0,
      ux * radiusM,
      uy * radiusM,
      uz * radiusM,
      0,
      fx * radiusM,
      fy * radiusM,
      fz * radiusM,
      0,
      x,
      y,
      z,
      1,
    ],
    at,
  );
}

function drawPuff(context: CanvasRenderingContext2D): void {
  context.clearRect(0, 0, 128, 128);
  const blobs = [
    [64, 64, 62, 0.55],
    [48, 56, 40, 0.3],
    [80, 60, 38, 0.3],
    [62, 82, 40, 0.3],
  ] as const;
  for (const [x, y, r, alpha] of blobs) {
    const soft = context.createRadialGradient(x, y, 0, x, y, r);
    soft.addColorStop(0, `rgba(255, 255, 255, ${alpha})`);
    soft.addColorStop(0.55, `rgba(255, 255, 255, ${alpha * 0.45})`);
    soft.addColorStop(1, 'rgba(255, 255, 255, 0)');
    context.fillStyle = soft;
    context.fillRect(0, 0, 128, 128);
  }
}
