import type { RealityMesh as Mesh } from '@upwind/sim-server/contract';
import { useCallback, useEffect, useRef } from 'react';
import { useSurroundings } from '../scene-context.ts';
import { useScene } from '../scene-handle.ts';
import { type MeshReport, RealityMesh } from './reality-mesh.tsx';

/** A mesh that covers less of the site than this leaves the drawn ground where it is. */
const coveringShare = 0.5;

/** The site's reality meshes. Tells the scene how far they are and whether the drawn ground should make room. */
export function Reality({ meshes }: { readonly meshes: readonly Mesh[] }) {
  const { site, scene } = useSurroundings();
  const on = useScene(scene, (state) => state.layers.reality);
  const reports = useRef(new Map<string, MeshReport>());
  const framed = useRef(false);

  const report = useCallback(
    (mesh: string, said: MeshReport) => {
      reports.current.set(mesh, said);
      const all = [...reports.current.values()];
      const sum = (of: (one: MeshReport) => number) => all.reduce((total, one) => total + of(one), 0);
      const { min, max } = site.extent;
      const siteArea = (max[0] - min[0]) * (max[1] - min[1]);
      const covered = all.some(
        ({ shown, bounds }) => shown && (2 * (bounds?.radius ?? 0)) ** 2 * 0.6 > siteArea * coveringShare,
      );
      scene.store.setState({
        realityProgress: {
          fraction: sum((one) => one.fraction) / all.length,
          failed: sum((one) => one.failed),
          bytes: sum((one) => one.bytes),
        },
        realityShown: covered || (site.elements.length === 0 && all.some(({ shown }) => shown)),
      });
      const { bounds } = said;
      if (site.elements.length === 0 && bounds !== undefined && !framed.current) {
        framed.current = true;
        scene.store.setState({
          subject: { x: bounds.center.x, y: bounds.center.y, z: bounds.center.z, radiusM: bounds.radius },
        });
        scene.home();
      }
    },
    [scene, site],
  );

  useEffect(() => {
    if (on && meshes.length > 0) return undefined;
    reports.current.clear();
    scene.store.setState({ realityProgress: undefined, realityShown: false });
    return undefined;
  }, [on, meshes, scene]);

  if (!on) return undefined;
  return meshes.map((mesh) => (
    <RealityMesh key={`${mesh.id} ${mesh.tilesetUrl}`} mesh={mesh} onReport={(said) => report(mesh.id, said)} />
  ));
}
