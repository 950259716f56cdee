import type { Element } from '@upwind/scenes';
import type { DrawnSite } from '../drawn-site.ts';
import type { Detail } from './forms.ts';
import { models } from './models.ts';
import { Solid, type SolidBuffers } from './solid.ts';

/** One square of the site with the models that stand in it: a mesh each, so that what is out of sight is not drawn. */
export interface SolidTile {
  readonly key: string;
  /** Buildings are in the photograph already where there is one; equipment is not. */
  readonly group: 'equipment' | 'building';
  readonly buffers: SolidBuffers;
}

const tileM = 260;

const inPhotograph: ReadonlySet<string> = new Set([
  'control-room',
  'office',
  'laboratory',
  'workshop',
  'canteen',
  'warehouse',
  'substation',
  'fire-station',
]);

function tileOf(element: Element): string {
  const [x, y] = element.at;
  return `${Math.floor(x / tileM)}/${Math.floor(y / tileM)}`;
}

/** Builds the models of a whole site. `elements` in the buffers are indices into `site.elements`. */
export function buildSite(site: DrawnSite, detail: Detail): readonly SolidTile[] {
  const solids = new Map<string, { readonly group: SolidTile['group']; readonly solid: Solid }>();
  site.elements.forEach((element, index) => {
    const group = inPhotograph.has(element.kind) ? 'building' : 'equipment';
    const key = `${group} ${tileOf(element)}`;
    const entry = solids.get(key) ?? { group, solid: new Solid() };
    solids.set(key, entry);
    const { kind } = element.shape;
    const own = kind === 'area' || kind === 'path';
    entry.solid.begin(index, own ? [0, 0, 0] : element.at, own ? 0 : (element.headingDeg ?? 0));
    models[element.kind](entry.solid, element, detail);
    entry.solid.end();
  });
  return [...solids].map(([key, { group, solid }]) => ({ key, group, buffers: solid.finish() }));
}
