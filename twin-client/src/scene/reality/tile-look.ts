import { Material, Mesh, type Object3D } from 'three';

/**
 * Gives a tile's materials the wanted opacity. Tiles are pushed back a little in depth, so that what a page lays on the
 * ground (zones, routes) is not eaten by the photographed ground.
 */
export function dressTile(tile: Object3D, opacity: number): void {
  tile.traverse((part) => {
    if (!(part instanceof Mesh)) return;
    part.raycast = () => undefined;
    const materials: unknown[] = Array.isArray(part.material) ? part.material : [part.material];
    for (const material of materials) {
      if (!(material instanceof Material)) continue;
      material.transparent = opacity < 1;
      material.opacity = opacity;
      material.polygonOffset = true;
      material.polygonOffsetFactor = 1;
      material.polygonOffsetUnits = 4;
      material.needsUpdate = true;
    }
  });
}
