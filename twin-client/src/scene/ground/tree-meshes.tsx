import type { GroundPosition } from '@upwind/scenes';
import { useLayoutEffect, useMemo, useRef } from 'react';
import { Color, CylinderGeometry, IcosahedronGeometry, type InstancedMesh, MeshLambertMaterial, Object3D } from 'three';
import { useSurroundings } from '../scene-context.ts';
import { useScene } from '../scene-handle.ts';
import type { GroundRectangle } from './hole.ts';
import { plantTrees } from './planting.ts';

/** A crown as an uneven ball, its foot at z = 0, one metre high. */
function crownGeometry(): IcosahedronGeometry {
  const geometry = new IcosahedronGeometry(0.36, 2);
  const position = geometry.getAttribute('position');
  for (let i = 0; i < position.count; i += 1) {
    const [x, y, z] = [position.getX(i), position.getY(i), position.getZ(i)];
    const uneven = 1 + 0.16 * Math.sin(x * 17 + y * 11) * Math.cos(z * 13 + y * 7);
    position.setXYZ(i, x * uneven, y * uneven, z * uneven * 1.15 + 0.62);
  }
  geometry.computeVertexNormals();
  return geometry;
}

function trunkGeometry(): CylinderGeometry {
  const geometry = new CylinderGeometry(0.025, 0.04, 0.4, 5, 1, true);
  geometry.rotateX(Math.PI / 2);
  geometry.translate(0, 0, 0.2);
  return geometry;
}

function inside([x, y]: GroundPosition, { min, max }: GroundRectangle): boolean {
  return x > min[0] && x < max[0] && y > min[1] && y < max[1];
}

/** All trees in two draw calls; those that a photograph shows are left to it. */
export function Trees() {
  const { site, scene, quality } = useSurroundings();
  const photographed = useScene(scene, (state) => state.photographed);
  const planted = useMemo(() => plantTrees(site, quality === 'high' ? 1100 : 320), [site, quality]);
  const trees = useMemo(
    () => planted.filter(({ at }) => photographed === undefined || !inside(at, photographed)),
    [planted, photographed],
  );
  const crowns = useRef<InstancedMesh>(null);
  const trunks = useRef<InstancedMesh>(null);
  const parts = useMemo(
    () => ({
      crown: crownGeometry(),
      trunk: trunkGeometry(),
      leaves: new MeshLambertMaterial({ color: '#ffffff' }),
      bark: new MeshLambertMaterial({ color: '#5e4c3c' }),
    }),
    [],
  );
  useLayoutEffect(() => {
    const place = new Object3D();
    const colour = new Color();
    trees.forEach(({ at, heightM, turn, tone }, i) => {
      place.position.set(at[0], at[1], -0.1);
      place.rotation.set(0, 0, turn * Math.PI * 2);
      const wide = heightM * (0.85 + tone * 0.3);
      place.scale.set(wide, wide, heightM);
      place.updateMatrix();
      crowns.current?.setMatrixAt(i, place.matrix);
      trunks.current?.setMatrixAt(i, place.matrix);
      crowns.current?.setColorAt(i, colour.setHSL(0.22 + tone * 0.06, 0.26 + turn * 0.12, 0.21 + tone * 0.09));
    });
    for (const mesh of [crowns.current, trunks.current]) {
      if (mesh === null) continue;
      mesh.instanceMatrix.needsUpdate = true;
      if (mesh.instanceColor) mesh.instanceColor.needsUpdate = true;
      mesh.computeBoundingSphere();
    }
  }, [trees]);
  return (
    <group>
      <instancedMesh
        key={`crowns ${trees.length}`}
        ref={crowns}
        args={[parts.crown, parts.leaves, trees.length]}
        castShadow
        receiveShadow
        raycast={() => undefined}
      />
      <instancedMesh
        key={`trunks ${trees.length}`}
        ref={trunks}
        args={[parts.trunk, parts.bark, trees.length]}
        raycast={() => undefined}
      />
    </group>
  );
}
