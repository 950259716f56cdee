import { assetError } from '../errors.ts';
import type { OsgGeometry, OsgImage } from '../osgb/scene.ts';
import { trianglesOf } from './triangles.ts';

/** One geometry in the delivery's own axes, ready to be placed. */
export interface Mesh {
  /** x, y, z per vertex, metres */
  readonly positions: ArrayLike<number>;
  readonly vertexCount: number;
  /** u, v per vertex, v from the bottom of the picture, as OSG has it */
  readonly texcoords: Float32Array | undefined;
  readonly indices: Uint32Array;
  readonly image: OsgImage | undefined;
  /** RGBA, 0 to 1, where there is no picture */
  readonly color: readonly [number, number, number, number];
}

const WHITE = [1, 1, 1, 1] as const;

/** Reads a geometry as a triangle mesh. @throws AssetError UPW_ASSET_MESH_INVALID */
export function meshOf(file: string, geometry: OsgGeometry): Mesh {
  const invalid = (reason: string) => assetError('UPW_ASSET_MESH_INVALID', { file, reason });
  const { positions } = geometry;
  const vertexCount = positions === undefined ? 0 : positions.values.length / positions.components;
  if (positions !== undefined && positions.components !== 3) {
    throw invalid(`its vertices have ${positions.components} numbers, not 3`);
  }
  const values = positions?.values ?? [];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    if (!Number.isFinite(value) || Math.abs(value) > FARTHEST_M) {
      throw invalid(`vertex ${Math.floor(i / 3)} lies at ${value}`);
    }
  }
  const [texcoords] = geometry.texcoords;
  const fits = texcoords?.components === 2 && texcoords.values.length === vertexCount * 2;
  const image = geometry.stateSet?.texture?.image;
  if (image !== undefined && texcoords !== undefined && !fits) {
    throw invalid(
      `it has ${texcoords.values.length / texcoords.components} texture coordinates for ${vertexCount} vertices`,
    );
  }
  if (fits && !texcoords.values.every(Number.isFinite)) throw invalid('a texture coordinate is not a number');
  return {
    positions: values,
    vertexCount,
    texcoords: fits ? Float32Array.from(texcoords.values) : undefined,
    indices: trianglesOf(file, geometry.primitives, vertexCount),
    image: fits ? image : undefined,
    color: clamped(geometry.stateSet?.material?.diffuse ?? WHITE),
  };
}

/** A vertex farther than the Earth's quarter from its origin is damage. */
const FARTHEST_M = 10_000_000;

function clamped(color: readonly [number, number, number, number]): [number, number, number, number] {
  const clamp = (value: number) => (Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 1);
  return [clamp(color[0]), clamp(color[1]), clamp(color[2]), clamp(color[3])];
}
