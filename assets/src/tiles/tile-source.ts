import type { OsgbScene, OsgGeometry, OsgNode, OsgPagedLod, OsgStateSet } from '../osgb/scene.ts';
import { boxAround, radiusOf } from './box.ts';
import { geometricErrorAtDistance, geometricErrorAtPixels } from './geometric-error.ts';
import { type Mesh, meshOf } from './mesh.ts';

/** One tile of a scene file, before it is placed: its own content, and the files that show it finer. */
export interface TileSource {
  readonly meshes: readonly Mesh[];
  /** metres; 0 where nothing finer is named */
  readonly geometricError: number;
  /** named in the file, beside it */
  readonly finerFiles: readonly string[];
}

export interface SceneTiles {
  readonly tiles: readonly TileSource[];
  readonly pagedLods: number;
  readonly geometries: number;
  /** files named by a PagedLOD inside the inline part of another, which no tile can stand for */
  readonly unfollowed: number;
}

/**
 * Splits a scene into tiles: one per PagedLOD, and one for each Geode that stands under no PagedLOD, which must stay
 * visible.
 *
 * @throws AssetError UPW_ASSET_MESH_INVALID
 */
export function tilesOfScene(file: string, scene: OsgbScene): SceneTiles {
  const tiles: TileSource[] = [];
  const tally = { pagedLods: 0, geometries: 0, unfollowed: 0 };

  function visit(node: OsgNode, inherited: OsgStateSet | undefined): void {
    if (node.kind === 'Skipped') return;
    const state = node.stateSet ?? inherited;
    if (node.kind === 'PagedLOD') tiles.push(pagedTile(node, state));
    else if (node.kind === 'Group') for (const child of node.children) visit(child, state);
    else leaf(content(node, inherited));
  }

  function leaf(meshes: readonly Mesh[]): void {
    if (meshes.length > 0) tiles.push({ meshes, finerFiles: [], geometricError: 0 });
  }

  function pagedTile(node: OsgPagedLod, state: OsgStateSet | undefined): TileSource {
    tally.pagedLods++;
    const meshes = node.children.flatMap((child) => content(child, state));
    const finerFiles = node.files.filter((name) => name !== '');
    return { meshes, finerFiles, geometricError: finerFiles.length > 0 ? geometricErrorOf(node, meshes) : 0 };
  }

  /** All geometry below a node that a tile shows at once. */
  function content(node: OsgNode, inherited: OsgStateSet | undefined): Mesh[] {
    if (node.kind === 'Skipped' || node.kind === 'Node') return [];
    const state = node.stateSet ?? inherited;
    switch (node.kind) {
      case 'Geometry':
        tally.geometries++;
        return [meshOf(file, withState(node, state))];
      case 'Geode':
        return node.drawables.flatMap((drawable) => content(drawable, state));
      case 'PagedLOD':
        tally.pagedLods++;
        tally.unfollowed += node.files.filter((name) => name !== '').length;
        return node.children.flatMap((child) => content(child, state));
      case 'LOD': {
        // A LOD within one file: its finest child stands for it.
        const [finest] = node.children
          .map((child, i) => ({ child, nearness: nearness(node.rangeMode, node.ranges[i]) }))
          .sort((a, b) => b.nearness - a.nearness);
        return finest === undefined ? [] : content(finest.child, state);
      }
      case 'Group':
        return node.children.flatMap((child) => content(child, state));
    }
  }

  if (scene.root !== undefined) visit(scene.root, undefined);
  return { tiles, ...tally };
}

function withState(geometry: OsgGeometry, state: OsgStateSet | undefined): OsgGeometry {
  return geometry.stateSet === state ? geometry : { ...geometry, stateSet: geometry.stateSet ?? state };
}

/** How near the viewer must be for a range, larger is nearer. */
function nearness(mode: 'distance' | 'pixels', range: readonly [number, number] | undefined): number {
  if (range === undefined) return Number.NEGATIVE_INFINITY;
  return mode === 'pixels' ? range[0] : -range[0];
}

function geometricErrorOf(node: OsgPagedLod, meshes: readonly Mesh[]): number {
  const named = node.ranges.filter((_, i) => (node.files[i] ?? '') !== '');
  if (node.rangeMode === 'distance') return geometricErrorAtDistance(Math.max(0, ...named.map(([, max]) => max)));
  const pixels = Math.min(...named.map(([min]) => min));
  return geometricErrorAtPixels(sphereRadius(node, meshes), pixels);
}

/** The file's sphere; without one OSG takes the bound of what is inline. */
function sphereRadius({ center, radius }: OsgPagedLod, meshes: readonly Mesh[]): number {
  if (center !== undefined && Number.isFinite(radius) && radius > 0) return radius;
  return Math.max(0, ...meshes.map(({ positions }) => boxAround(positions)).map((box) => (box ? radiusOf(box) : 0)));
}
