import type { Placement } from '../placement/placement.ts';
import { type Box, boxAround, centerOf, union } from './box.ts';
import { type GlbPart, writeGlb } from './glb.ts';
import type { Mesh } from './mesh.ts';
import type { Picture } from './picture.ts';

/** The content of a tile as a file, and the box around it in the root frame. */
export interface PlacedTile {
  readonly glb: Uint8Array;
  readonly box: Box;
}

/**
 * Places meshes on Earth and writes them as one glb, with positions relative to the middle of the tile, where 32-bit
 * numbers are exact to a hundredth of a millimetre. Nothing where there is no triangle.
 */
export function placeTile(
  meshes: readonly Mesh[],
  pictures: ReadonlyMap<Mesh, Picture>,
  placement: Placement,
): PlacedTile | undefined {
  const shown = meshes.filter(({ indices }) => indices.length > 0);
  if (shown.length === 0) return undefined;
  const placed = shown.map((mesh) => placement.place(mesh.positions));
  const around = union(placed.flatMap((positions) => boxAround(positions) ?? []));
  if (around === undefined) return undefined;
  const center = centerOf(around);
  const rounded: Box[] = [];
  const parts = shown.map((mesh, i): GlbPart => {
    const relative = towards(placed[i] ?? new Float64Array(), center);
    rounded.push(boxInFrame(relative, center));
    return {
      positions: relative,
      texcoords: mesh.texcoords === undefined ? undefined : flipV(mesh.texcoords),
      indices: mesh.indices,
      picture: pictures.get(mesh),
      color: mesh.color,
    };
  });
  const box = union(rounded) ?? around;
  return { glb: writeGlb(parts, [center[0], center[2], -center[1]]), box };
}

/** East, north, up → glTF's x, y up, z south, relative to a centre. */
function towards(positions: Float64Array, [x, y, z]: readonly [number, number, number]): Float32Array {
  const relative = new Float32Array(positions.length);
  for (let i = 0; i < positions.length; i += 3) {
    relative[i] = (positions[i] ?? 0) - x;
    relative[i + 1] = (positions[i + 2] ?? 0) - z;
    relative[i + 2] = -((positions[i + 1] ?? 0) - y);
  }
  return relative;
}

/** The box of the positions as they are stored, rounding included, so that nothing stands out of it. */
function boxInFrame(relative: Float32Array, [x, y, z]: readonly [number, number, number]): Box {
  const back = new Float64Array(relative.length);
  for (let i = 0; i < relative.length; i += 3) {
    back[i] = (relative[i] ?? 0) + x;
    back[i + 1] = y - (relative[i + 2] ?? 0);
    back[i + 2] = (relative[i + 1] ?? 0) + z;
  }
  return boxAround(back) ?? { min: [x, y, z], max: [x, y, z] };
}

/** OSG counts v from the bottom of the picture, glTF from its top. */
function flipV(texcoords: Float32Array): Float32Array {
  return texcoords.map((value, i) => (i % 2 === 1 ? 1 - value : value));
}
