import type { Material } from '@babylonjs/core/Materials/material.js';
import { Mesh } from '@babylonjs/core/Meshes/mesh.js';
import { VertexData } from '@babylonjs/core/Meshes/mesh.vertexData.js';
import type { Scene } from '@babylonjs/core/scene.js';
import type { Position } from '@upwind/scenes';
import type { Solid } from '../form/solid.ts';

/** Local ENU metres as the engine's left-handed x east, y up, z north. */
export function engineFloats(places: readonly number[]): Float32Array {
  const floats = new Float32Array(places.length);
  for (let at = 0; at < places.length; at += 3) {
    floats[at] = places[at] ?? 0;
    floats[at + 1] = places[at + 2] ?? 0;
    floats[at + 2] = places[at + 1] ?? 0;
  }
  return floats;
}

/** Where the ground of the site lies in a picture of it: for a second set of texture places. */
export interface GroundPicture {
  readonly min: readonly [number, number];
  readonly max: readonly [number, number];
}

/** Makes a still mesh of a solid. Triangles keep their turn: the mirror of the axes and of the engine's hand cancel out. */
export function uploaded(scene: Scene, name: string, solid: Solid, material: Material, picture?: GroundPicture): Mesh {
  const mesh = new Mesh(name, scene);
  const data = new VertexData();
  data.positions = engineFloats(solid.positions);
  data.normals = engineFloats(solid.normals);
  data.uvs = new Float32Array(solid.uvs);
  data.colors = new Float32Array(solid.colours);
  data.indices = new Uint32Array(solid.indices);
  if (picture) data.uvs2 = picturePlaces(solid.positions, picture);
  data.applyToMesh(mesh);
  mesh.material = material;
  mesh.isPickable = false;
  mesh.freezeWorldMatrix();
  mesh.doNotSyncBoundingInfo = true;
  return mesh;
}

function picturePlaces(positions: readonly number[], { min, max }: GroundPicture): Float32Array {
  const places = new Float32Array((positions.length / 3) * 2);
  for (let vertex = 0; vertex < positions.length / 3; vertex++) {
    places[vertex * 2] = ((positions[vertex * 3] ?? 0) - min[0]) / (max[0] - min[0]);
    places[vertex * 2 + 1] = ((positions[vertex * 3 + 1] ?? 0) - min[1]) / (max[1] - min[1]);
  }
  return places;
}

/** A place of the site as the engine's three numbers. */
export function enginePlace([east, north, up]: Position): readonly [number, number, number] {
  return [east, up, north];
}
