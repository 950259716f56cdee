import { useFrame, useThree } from '@react-three/fiber';
import type { RealityMesh as Mesh } from '@upwind/sim-server/contract';
import { TilesRenderer } from '3d-tiles-renderer/r3f';
import type { TilesRenderer as Tiles } from '3d-tiles-renderer/three';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Box3, Matrix4 } from 'three';
import { enuFromEcef } from '../coordinates/ellipsoid.ts';
import { useSurroundings } from '../scene-context.ts';
import { useScene } from '../scene-handle.ts';
import { aimedError, cacheBytes, usualError } from './memory.ts';
import { dressTile } from './tile-look.ts';

const mobile = window.matchMedia('(pointer: coarse)').matches;
const mostBytes = mobile ? cacheBytes.mobile : cacheBytes.desktop;

export interface MeshReport {
  readonly fraction: number;
  readonly failed: number;
  readonly bytes: number;
  readonly shown: boolean;
  /** Box in ENU metres, known when the root is here. */
  readonly bounds: Box3 | undefined;
}

interface RealityMeshProps {
  readonly mesh: Mesh;
  onReport(report: MeshReport): void;
}

/** One photogrammetric tileset, streamed by what the camera sees, placed in the site's ENU by its ECEF transform. */
export function RealityMesh({ mesh, onReport }: RealityMeshProps) {
  const { site, scene, quality } = useSurroundings();
  const opacity = useScene(scene, (state) => state.layers.realityOpacity);
  const night = useScene(scene, (state) => state.night);
  const invalidate = useThree((state) => state.invalidate);
  const [tiles, setTiles] = useState<Tiles | null>(null);
  const failed = useRef(0);
  const told = useRef('');
  const target = quality === 'high' ? usualError : usualError * 1.5;
  const placement = useMemo(() => new Matrix4().fromArray([...enuFromEcef(site.origin)]), [site.origin]);

  useEffect(() => {
    if (tiles === null) return undefined;
    tiles.lruCache.maxBytesSize = mostBytes;
    tiles.lruCache.minBytesSize = mostBytes * 0.75;
    tiles.errorTarget = target;
    tiles.group.matrixAutoUpdate = false;
    tiles.group.matrix.copy(placement);
    tiles.group.updateMatrixWorld(true);
    const dress = ({ scene: model }: { readonly scene: Parameters<typeof dressTile>[0] }) => {
      const { layers, night } = scene.store.getState();
      dressTile(model, layers.realityOpacity, night);
      invalidate();
    };
    const fail = () => {
      failed.current += 1;
    };
    tiles.addEventListener('load-model', dress);
    tiles.addEventListener('load-error', fail);
    return () => {
      tiles.removeEventListener('load-model', dress);
      tiles.removeEventListener('load-error', fail);
    };
  }, [tiles, target, placement, scene, invalidate]);

  useEffect(() => {
    tiles?.forEachLoadedModel((model) => dressTile(model, opacity, night));
    invalidate();
  }, [tiles, opacity, night, invalidate]);

  // Between frames nothing is streamed, and not every step of the streaming asks for one.
  useEffect(() => {
    if (tiles === null) return undefined;
    const timer = setInterval(() => {
      if (!settled(tiles) && failed.current === 0) invalidate();
    }, 400);
    return () => clearInterval(timer);
  }, [tiles, invalidate]);

  useFrame(() => {
    if (tiles === null) return;
    const bytes = cachedBytesOf(tiles);
    tiles.errorTarget = aimedError(tiles.errorTarget, bytes, mostBytes, target);
    const shown = tiles.visibleTiles.size > 0;
    const fraction = Math.min(1, Math.max(0, tiles.loadProgress));
    const report = `${Math.round(fraction * 100)} ${failed.current} ${shown} ${tiles.root === null}`;
    if (report === told.current) return;
    told.current = report;
    onReport({
      fraction: tiles.loadProgress,
      failed: failed.current,
      bytes,
      shown,
      bounds: boundsIn(tiles, placement),
    });
  });

  return <TilesRenderer ref={setTiles} url={mesh.tilesetUrl} />;
}

/** Whether the present view needs nothing more. */
function settled(tiles: Tiles): boolean {
  return tiles.root !== null && tiles.visibleTiles.size > 0 && tiles.loadProgress >= 1;
}

/** The cache counts its bytes in a field that its types do not name. */
function cachedBytesOf(tiles: Tiles): number {
  const cache: object = tiles.lruCache;
  return 'cachedBytes' in cache && typeof cache.cachedBytes === 'number' ? cache.cachedBytes : 0;
}

/** The root's box in ENU metres: its own axes are east, north and up of the delivery, so little is lost by this. */
function boundsIn(tiles: Tiles, placement: Matrix4): Box3 | undefined {
  const box = new Box3();
  const turned = new Matrix4();
  if (tiles.root === null || !tiles.getOrientedBoundingBox(box, turned)) return undefined;
  return box.applyMatrix4(turned.premultiply(placement));
}
