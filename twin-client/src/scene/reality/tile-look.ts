import { Color, Material, Mesh, MeshBasicMaterial, type Object3D } from 'three';

/** A photograph was taken by day: at night it is shown in the light of the moon, as the models beside it are. */
const byDay = new Color('#ffffff');
const byNight = new Color('#56637c');

/**
 * Gives a tile's materials the wanted opacity and light (`night` 0 by day … 1 by night). Tiles are pushed back a little in depth, so that what a page lays on the
 * ground (zones, routes) is not eaten by the photographed ground.
 */
export function dressTile(tile: Object3D, opacity: number, night: number): void {
  tile.traverse((part) => {
    if (!(part instanceof Mesh)) return;
    part.raycast = () => undefined;
    const materials: unknown[] = Array.isArray(part.material) ? part.material : [part.material];
    for (const material of materials) {
      if (!(material instanceof Material)) continue;
      if (material instanceof MeshBasicMaterial) material.color.lerpColors(byDay, byNight, night);
      if (material.transparent !== opacity < 1) material.needsUpdate = true;
      material.transparent = opacity < 1;
      material.opacity = opacity;
      material.polygonOffset = true;
      material.polygonOffsetFactor = 1;
      material.polygonOffsetUnits = 4;
    }
  });
}
