import { type Element, type GroundPosition, type Ring, strip } from '@upwind/scenes';
import type { DrawnSite } from '../drawn-site.ts';
import { beyondM, roadPath } from './roads.ts';

/** What the ground is made of. */
export type Surface = 'yard' | 'grass' | 'concrete' | 'asphalt' | 'water' | 'muster';

export interface GroundPatch {
  readonly surface: Surface;
  readonly ring: Ring;
  /** Index of the element it belongs to, or −1 for the yard between them. */
  readonly element: number;
}

/** A river that reaches the edge of the drawing goes on beyond it. */
function beyond(ring: Ring, { min, max }: DrawnSite['extent']): Ring {
  return ring.map(([x, y]): GroundPosition => {
    const east = Math.abs(x - max[0]) < 1 ? beyondM : Math.abs(x - min[0]) < 1 ? -beyondM : 0;
    const north = Math.abs(y - max[1]) < 1 ? beyondM / 2 : Math.abs(y - min[1]) < 1 ? -beyondM / 2 : 0;
    return [x + east, y + north];
  });
}

function patchOf(element: Element, site: DrawnSite): Omit<GroundPatch, 'element'> | undefined {
  const { kind, shape } = element;
  if (kind === 'road' && shape.kind === 'path') {
    return { surface: 'asphalt', ring: strip(roadPath(element, site.extent), shape.widthM) };
  }
  if (shape.kind !== 'area') return undefined;
  if (kind === 'pad' || kind === 'bund') return { surface: 'concrete', ring: shape.ring };
  if (kind === 'green') return { surface: 'grass', ring: shape.ring };
  if (kind === 'water') return { surface: 'water', ring: beyond(shape.ring, site.extent) };
  if (kind === 'muster-point') return { surface: 'muster', ring: shape.ring };
  return undefined;
}

/** The patches of a site's ground, the yard first, in the order in which they lie on each other. */
export function groundPatches(site: DrawnSite): readonly GroundPatch[] {
  const { min, max } = site.extent;
  const yard: GroundPatch = {
    surface: 'yard',
    ring: [min, [max[0], min[1]], max, [min[0], max[1]]],
    element: -1,
  };
  const rest = site.elements.flatMap((element, index) => {
    const patch = patchOf(element, site);
    return patch === undefined || patch.ring.length < 3 ? [] : [{ ...patch, element: index }];
  });
  return [yard, ...rest];
}
