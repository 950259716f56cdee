import { type Box, tilesBox, union } from './box.ts';

/** A tile with what stands below it. Its box holds everything below. */
export interface TileNode {
  readonly box: Box;
  /** metres, larger than that of any child; 0 for a leaf */
  readonly geometricError: number;
  /** content, relative to the tileset; absent where a tile only gathers its children */
  readonly uri: string | undefined;
  readonly children: readonly TileNode[];
}

export interface TileJson {
  readonly boundingVolume: { readonly box: readonly number[] };
  readonly geometricError: number;
  readonly refine?: 'REPLACE';
  readonly transform?: readonly number[];
  readonly content?: { readonly uri: string };
  readonly children?: readonly TileJson[];
}

export interface TilesetJson {
  readonly asset: { readonly version: '1.1'; readonly generator: string };
  readonly geometricError: number;
  readonly root: TileJson;
}

/**
 * Joins a tile's own content with the tiles that show it finer. A tile that has neither is nothing; one without finer
 * tiles is a leaf with error 0, whatever its file promised; and a parent's error is never below a child's.
 */
export function tileNode(
  own: { readonly box: Box; readonly uri: string } | undefined,
  geometricError: number,
  children: readonly TileNode[],
): TileNode | undefined {
  const box = union([...(own === undefined ? [] : [own.box]), ...children.map((child) => child.box)]);
  if (box === undefined) return undefined;
  const finest = children.reduce((largest, child) => Math.max(largest, child.geometricError), 0);
  return {
    box,
    geometricError: children.length === 0 ? 0 : Math.max(geometricError, finest * LARGER, SMALLEST_M),
    uri: own?.uri,
    children,
  };
}

/** By how much a parent's error exceeds a child's where the file gives them the wrong way round. */
const LARGER = 1.01;
const SMALLEST_M = 0.001;

/** One tileset over the root tiles of a delivery. @param transform east-north-up → earth-centred, column by column */
export function tileset(roots: readonly TileNode[], transform: readonly number[]): TilesetJson | undefined {
  const box = union(roots.map((root) => root.box));
  if (box === undefined) return undefined;
  const coarsest = roots.reduce((largest, root) => Math.max(largest, root.geometricError), 0);
  // Leaves only: one metre still makes every viewer refine the empty root.
  const geometricError = Number((coarsest > 0 ? 2 * coarsest : 1).toFixed(6));
  return {
    asset: { version: '1.1', generator: 'Upwind' },
    geometricError,
    root: {
      boundingVolume: { box: tilesBox(box) },
      geometricError,
      refine: 'REPLACE',
      transform,
      children: roots.map(tileJson),
    },
  };
}

function tileJson({ box, geometricError, uri, children }: TileNode): TileJson {
  return {
    boundingVolume: { box: tilesBox(box) },
    geometricError: Number(geometricError.toFixed(6)),
    ...(uri !== undefined ? { content: { uri } } : {}),
    ...(children.length > 0 ? { children: children.map(tileJson) } : {}),
  };
}
