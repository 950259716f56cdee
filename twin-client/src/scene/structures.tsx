import { useEffect, useMemo } from 'react';
import type { Material } from 'three';
import { useSurroundings } from './scene-context.ts';
import { useScene } from './scene-handle.ts';
import { useShadowsOf } from './shadows.ts';
import { geometryOf } from './site-model.ts';

/** All models of the site. Buildings step back where a photograph shows them. */
export function Structures({ material }: { readonly material: Material }) {
  const { model, scene } = useSurroundings();
  const layers = useScene(scene, (state) => state.layers);
  const photographed = useScene(scene, (state) => state.photographed !== undefined);
  const tiles = useMemo(() => model.tiles.map((tile) => ({ ...tile, geometry: geometryOf(tile) })), [model]);
  useEffect(
    () => () => {
      for (const { geometry } of tiles) geometry.dispose();
    },
    [tiles],
  );
  const buildings = layers.buildings && !(photographed && layers.realityOpacity === 1);
  useShadowsOf(`${layers.models} ${buildings} ${tiles.length}`);
  return tiles.map(({ key, group, geometry }) => (
    <mesh
      key={key}
      geometry={geometry}
      material={material}
      visible={group === 'building' ? buildings : layers.models}
      castShadow
      receiveShadow
      raycast={() => undefined}
    />
  ));
}
