import type { Element, Shape } from '@upwind/scenes';
import type { Detail } from './forms.ts';
import type { Solid } from './solid.ts';

/** Builds the model of one element into the solid; the frame already stands at the element. */
export type Model = (solid: Solid, element: Element, detail: Detail) => void;

/** The shape of an element when it is of the wanted kind; a model draws nothing of a shape it does not know. */
export function shapeAs<Kind extends Shape['kind']>(
  element: Element,
  kind: Kind,
): Extract<Shape, { kind: Kind }> | undefined {
  const { shape } = element;
  return shape.kind === kind ? (shape as Extract<Shape, { kind: Kind }>) : undefined;
}

/** A number in [0, 1) that is always the same for the same words: variety without chance. */
export function steady(words: string): number {
  let hash = 2166136261;
  for (let i = 0; i < words.length; i += 1) {
    hash ^= words.charCodeAt(i);
    hash = Math.imul(hash, 16777619);
  }
  return (hash >>> 0) / 4294967296;
}
