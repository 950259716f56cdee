import { VertexBuffer } from '@babylonjs/core/Buffers/buffer.js';
import { StandardMaterial } from '@babylonjs/core/Materials/standardMaterial.js';
import { Color3 } from '@babylonjs/core/Maths/math.color.js';
import { Mesh } from '@babylonjs/core/Meshes/mesh.js';
import { VertexData } from '@babylonjs/core/Meshes/mesh.vertexData.js';
import type { Scene } from '@babylonjs/core/scene.js';
import type { Element } from '@upwind/scenes';
import type { Wind } from '../air/puffs.ts';
import { sockDroop, sockSway } from '../air/sock.ts';
import { sockHeightM } from '../models/yard.ts';

const sides = 12;
const stripeM = 0.9;
const mouthM = 0.46;
const tipM = 0.2;
const rings = 6;

/** Every wind sock of the site as one moving mesh: it shows the drill's wind, from far and from near. */
export interface Socks {
  blow(wind: Wind, timeS: number): void;
}

/** Hangs the socks on their poles. Wind comes from `fromDeg`; the sock points where it goes. */
export function hangSocks(scene: Scene, site: { readonly elements: readonly Element[] }): Socks {
  const poles = site.elements.filter((element) => element.kind === 'wind-sock');
  const mesh = new Mesh('wind socks', scene);
  const vertices = poles.length * rings * (sides + 1) * 2;
  const positions = new Float32Array(vertices * 3);
  const normals = new Float32Array(vertices * 3);
  const colours = new Float32Array(vertices * 4);
  const indices: number[] = [];
  poles.forEach((_, pole) => {
    for (let stripe = 0; stripe < rings - 1; stripe++) {
      for (let end = 0; end < 2; end++) {
        for (let side = 0; side <= sides; side++) {
          const at = vertexAt(pole, stripe, end, side);
          colours.set(stripe % 2 === 0 ? [0.93, 0.36, 0.06, 1] : [0.96, 0.96, 0.94, 1], at * 4);
        }
      }
      for (let side = 0; side < sides; side++) {
        const [a, b] = [vertexAt(pole, stripe, 0, side), vertexAt(pole, stripe, 1, side)];
        indices.push(a, a + 1, b + 1, a, b + 1, b);
      }
    }
  });
  const data = new VertexData();
  data.positions = positions;
  data.normals = normals;
  data.colors = colours;
  data.indices = indices;
  data.applyToMesh(mesh, true);
  const material = new StandardMaterial('wind sock', scene);
  material.backFaceCulling = false;
  material.twoSidedLighting = true;
  material.specularColor = Color3.Black();
  material.emissiveColor = new Color3(0.16, 0.12, 0.1);
  mesh.material = material;
  mesh.isPickable = false;
  mesh.alwaysSelectAsActiveMesh = true;
  return {
    blow(wind, timeS) {
      poles.forEach((pole, index) => {
        place(pole, index, wind, timeS + index * 1.7, positions, normals);
      });
      mesh.updateVerticesData(VertexBuffer.PositionKind, positions);
      mesh.updateVerticesData(VertexBuffer.NormalKind, normals);
    },
  };
}

function vertexAt(pole: number, stripe: number, end: number, side: number): number {
  return ((pole * (rings - 1) + stripe) * 2 + end) * (sides + 1) + side;
}

/** Lays one sock's rings along a line that starts at the mouth and bends down stripe by stripe. */
function place(
  pole: Element,
  index: number,
  wind: Wind,
  timeS: number,
  positions: Float32Array,
  normals: Float32Array,
): void {
  const blow = (wind.fromDeg * Math.PI) / 180 + Math.PI + sockSway(wind.speedMPerS, timeS);
  const [east, north] = [Math.sin(blow), Math.cos(blow)];
  const droop = sockDroop(wind.speedMPerS, timeS);
  let [along, up] = [0.12, pole.at[2] + sockHeightM - 0.1];
  for (let stripe = 0; stripe < rings - 1; stripe++) {
    const hang = droop[stripe] ?? 0;
    const [dAlong, dUp] = [Math.cos(hang), -Math.sin(hang)];
    for (let end = 0; end < 2; end++) {
      const [a, u] = [along + dAlong * stripeM * end, up + dUp * stripeM * end];
      const radius = mouthM + ((tipM - mouthM) * (stripe + end)) / (rings - 1);
      for (let side = 0; side <= sides; side++) {
        const angle = (2 * Math.PI * side) / sides;
        const [across, over] = [Math.cos(angle), Math.sin(angle)];
        const at = vertexAt(index, stripe, end, side) * 3;
        const [outAlong, outUp] = [-dUp * over, dAlong * over];
        normals[at] = east * outAlong + north * across;
        normals[at + 1] = outUp;
        normals[at + 2] = north * outAlong - east * across;
        positions[at] = pole.at[0] + east * a + (normals[at] ?? 0) * radius;
        positions[at + 1] = u + outUp * radius;
        positions[at + 2] = pole.at[1] + north * a + (normals[at + 2] ?? 0) * radius;
      }
    }
    along += dAlong * stripeM;
    up += dUp * stripeM;
  }
}
