import { assetError } from '../errors.ts';
import type { OsgPrimitiveSet } from '../osgb/scene.ts';

/** The most triangles a file may hold: what a draw can number with 32 bits is far more than any tile needs. */
const MOST_INDICES = 2 ** 28;

/**
 * The triangles of primitive sets, three indices each. Points and lines give none.
 *
 * @throws AssetError UPW_ASSET_MESH_INVALID when an index names a vertex that is not there
 */
export function trianglesOf(file: string, primitives: readonly OsgPrimitiveSet[], vertices: number): Uint32Array {
  const parts = primitives.flatMap((set) => runsOf(set).map((run) => triangulate(set.mode, run)));
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  if (length > MOST_INDICES) {
    throw assetError('UPW_ASSET_MESH_INVALID', { file, reason: `it draws ${length} indices` });
  }
  const indices = new Uint32Array(length);
  let at = 0;
  for (const part of parts) {
    for (let i = 0; i < part.length; i++) {
      const index = part.index(i);
      if (index >= vertices || index < 0) {
        throw assetError('UPW_ASSET_MESH_INVALID', {
          file,
          reason: `a triangle names vertex ${index} of ${vertices}`,
        });
      }
      indices[at++] = index;
    }
  }
  return indices;
}

/** Numbers on demand, so that a count from a damaged file allocates nothing. */
interface Sequence {
  readonly length: number;
  readonly index: (i: number) => number;
}

function runsOf({ draw }: OsgPrimitiveSet): Sequence[] {
  switch (draw.type) {
    case 'elements':
      return [{ length: draw.indices.length, index: (i) => draw.indices[i] ?? -1 }];
    case 'arrays':
      return [{ length: Math.max(0, draw.count), index: (i) => draw.first + i }];
    case 'lengths': {
      let { first } = draw;
      return Array.from(draw.lengths, (length) => {
        const start = first;
        first += Math.max(0, length);
        return { length: Math.max(0, length), index: (i: number) => start + i };
      });
    }
  }
}

/** GL primitive modes → positions in the run, three per triangle, facing as the mode says. */
function triangulate(mode: number, { length, index }: Sequence): Sequence {
  const pick = (triangles: number, corner: (triangle: number, corner: number) => number): Sequence => ({
    length: Math.max(0, triangles) * 3,
    index: (i) => index(corner(Math.floor(i / 3), i % 3)),
  });
  switch (mode) {
    case 4: // triangles
      return pick(Math.floor(length / 3), (t, c) => 3 * t + c);
    case 5: // strip: every other triangle is wound the other way
      return pick(length - 2, (t, c) => (t % 2 === 1 && c > 0 ? t + 3 - c : t + c));
    case 6: // fan
    case 9: // polygon
      return pick(length - 2, (t, c) => (c === 0 ? 0 : t + c));
    case 7: // quads
      return pick(Math.floor(length / 4) * 2, (t, c) => 4 * (t >> 1) + (t % 2 === 0 || c === 0 ? c : c + 1));
    case 8: // quad strip: 0 1 3, 0 3 2
      return pick((Math.floor(length / 2) - 1) * 2, (t, c) => 2 * (t >> 1) + (quadStrip[t % 2]?.[c] ?? 0));
    default:
      return { length: 0, index: () => -1 };
  }
}

const quadStrip = [
  [0, 1, 3],
  [0, 3, 2],
] as const;
