import type { RealityMesh as Mesh } from '@upwind/sim-server/contract';
import { useCallback, useEffect, useRef } from 'react';
import { type Box3, Sphere } from 'three';
import type { DrawnSite } from '../drawn-site.ts';
import type { GroundRectangle } from '../ground/hole.ts';
import { useSurroundings } from '../scene-context.ts';
import { useScene } from '../scene-handle.ts';
import { RealityMesh } from './reality-mesh.tsx';
import type { StreamReport } from './tile-stream.ts';

/** A mesh that covers less of the site than this leaves the drawn ground where it is. */
const coveringShare = 0.5;

/** Whether a mesh lies under so much of the site that the drawn ground should make room; always where nothing else is known. */
function covers(bounds: Box3, { extent: { min, max }, elements }: DrawnSite): boolean {
  const overlap = (from: number, to: number, low: number, high: number) =>
    Math.max(0, Math.min(to, high) - Math.max(from, low));
  const area =
    overlap(bounds.min.x, bounds.max.x, min[0], max[0]) * overlap(bounds.min.y, bounds.max.y, min[1], max[1]);
  return elements.length === 0 || area > (max[0] - min[0]) * (max[1] - min[1]) * coveringShare;
}

/** The rectangle of ground under a box, a metre inside it, so that no gap is seen at its edge. */
function groundOf({ min, max }: Box3): GroundRectangle {
  return { min: [min.x + 1, min.y + 1], max: [max.x - 1, max.y - 1] };
}

/** The ground of a box; the one before when it is the same, so that nobody is told of no change. */
function steady(before: GroundRectangle | undefined, bounds: Box3 | undefined): GroundRectangle | undefined {
  const now = bounds && groundOf(bounds);
  const numbers = (ground: GroundRectangle | undefined) => `${ground?.min} ${ground?.max}`;
  return numbers(before) === numbers(now) ? before : now;
}

/** The site's reality meshes. Tells the scene how far they are and whether the drawn ground should make room. */
export function Reality({ meshes }: { readonly meshes: readonly Mesh[] }) {
  const { site, scene } = useSurroundings();
  const on = useScene(scene, (state) => state.layers.reality);
  const reports = useRef(new Map<string, StreamReport>());
  const framed = useRef(false);

  const report = useCallback(
    (mesh: string, said: StreamReport) => {
      reports.current.set(mesh, said);
      const all = [...reports.current.values()];
      const sum = (of: (one: StreamReport) => number) => all.reduce((total, one) => total + of(one), 0);
      const covering = all.find(({ shown, bounds }) => shown && bounds !== undefined && covers(bounds, site));
      scene.store.setState({
        realityProgress: {
          fraction: sum((one) => (one.bounds === undefined && one.failed === 0 ? 0 : one.fraction)) / all.length,
          failed: sum((one) => one.failed),
          bytes: sum((one) => one.bytes),
        },
        photographed: steady(scene.store.getState().photographed, covering?.bounds),
      });
      const { bounds } = said;
      if (site.elements.length === 0 && bounds !== undefined && !framed.current) {
        framed.current = true;
        const { center, radius } = bounds.getBoundingSphere(new Sphere());
        scene.store.setState({
          subject: { x: center.x, y: center.y, z: center.z, radiusM: radius, footM: bounds.min.z },
        });
        scene.home();
      }
    },
    [scene, site],
  );

  useEffect(() => {
    if (on && meshes.length > 0) return undefined;
    reports.current.clear();
    scene.store.setState({ realityProgress: undefined, photographed: undefined });
    return undefined;
  }, [on, meshes, scene]);

  if (!on) return undefined;
  return meshes.map((mesh) => (
    <RealityMesh key={`${mesh.id} ${mesh.tilesetUrl}`} mesh={mesh} onReport={(said) => report(mesh.id, said)} />
  ));
}
