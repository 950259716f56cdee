import type { Element } from '../site/element.ts';
import type { Point } from '../site/point.ts';

/** One unit or area of the park: what stands in it and what is measured there. */
export interface Unit {
  elements: readonly Element[];
  points: readonly Point[];
}
