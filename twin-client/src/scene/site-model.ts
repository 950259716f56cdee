import { centreOf, type Element, heightOf } from '@upwind/scenes';
import { BufferAttribute, BufferGeometry, Sphere, Vector3 } from 'three';
import type { DrawnSite } from './drawn-site.ts';
import { type GroundPatch, groundPatches } from './ground/surfaces.ts';
import { buildSite, type SolidTile } from './models/build.ts';
import type { Detail } from './models/forms.ts';
import { SitePicker } from './picking/site-picker.ts';

/** A site made ready to be drawn, picked and labelled: built once, kept as long as the site is open. */
export interface SiteModel {
  readonly tiles: readonly SolidTile[];
  readonly patches: readonly GroundPatch[];
  readonly picker: SitePicker;
  /** Index of an element by its id. */
  readonly indexOf: ReadonlyMap<string, number>;
}

export function buildSiteModel(site: DrawnSite, detail: Detail): SiteModel {
  const tiles = buildSite(site, detail);
  const patches = groundPatches(site);
  return {
    tiles,
    patches,
    picker: new SitePicker(tiles, patches),
    indexOf: new Map(site.elements.map((element, index) => [element.id, index])),
  };
}

/** The buffers of a tile as a geometry in ENU metres. */
export function geometryOf({ buffers }: SolidTile): BufferGeometry {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(buffers.positions, 3));
  geometry.setAttribute('normal', new BufferAttribute(buffers.normals, 3, true));
  geometry.setAttribute('paint', new BufferAttribute(buffers.paints, 4, true));
  geometry.setAttribute('element', new BufferAttribute(buffers.elements, 1));
  geometry.setIndex(new BufferAttribute(buffers.indices, 1));
  geometry.computeBoundingSphere();
  return geometry;
}

/** A sphere around an element in ENU metres: what the camera frames. */
export function boundsOf(element: Element): Sphere {
  const centre = new Vector3(...centreOf(element));
  const { shape } = element;
  const height = heightOf(element);
  switch (shape.kind) {
    case 'sphere':
      return new Sphere(centre, shape.radiusM + 2);
    case 'vertical-cylinder':
      return new Sphere(centre, Math.hypot(shape.radiusM, height / 2) + 1);
    case 'horizontal-cylinder':
      return new Sphere(centre, Math.hypot(shape.lengthM / 2, shape.radiusM) + 1);
    case 'box':
      return new Sphere(centre, Math.hypot(shape.lengthM, shape.widthM, height) / 2 + 1);
    case 'area':
    case 'path': {
      const places = shape.kind === 'area' ? shape.ring : shape.path;
      const far = Math.max(...places.map(([x, y]) => Math.hypot(x - centre.x, y - centre.y)));
      return new Sphere(centre, Math.min(260, far + 2));
    }
    case 'marker':
      return new Sphere(centre, 4);
  }
}
