import type { Element, GroundPosition } from '@upwind/scenes';
import { boundsOf } from '../../scene/site-model.ts';
import type { Probe } from './probes.ts';

/** A clicked roof or platform above this height is probed there, not at its foot, m. */
const roofFromM = 3;
/** How far before a wall the air is asked, m. */
const beforeWallM = 1;

/** Height at which a clicked place is probed: where people's heads are, or on the roof that was clicked. */
export function probedHeight(clickedM: number, headM: number): number {
  return clickedM > roofFromM ? Math.round(clickedM * 2) / 2 : headM;
}

/**
 * Where an element chosen from a list is probed: outdoors, on its side towards the release, at head height. Areas,
 * roads and marks are probed in their middle.
 */
export function placeBeside(element: Element, release: GroundPosition, headM: number): Omit<Probe, 'letter' | 'kept'> {
  const { center, radius } = boundsOf(element);
  const solid = element.shape.kind !== 'area' && element.shape.kind !== 'path' && element.shape.kind !== 'marker';
  const [east, north] = [release[0] - center.x, release[1] - center.y];
  const away = Math.hypot(east, north);
  const step = solid && away > radius ? radius + beforeWallM : 0;
  const share = away > 0 ? step / away : 0;
  return { element: element.id, at: [center.x + share * east, center.y + share * north], heightM: headM };
}
