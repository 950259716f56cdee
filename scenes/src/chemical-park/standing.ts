import { centreOf } from '../geometry/body.ts';
import type { GroundPosition, Position } from '../place/position.ts';
import type { Text } from '../place/text.ts';
import type { Contents, Element, ElementKind, Shape } from '../site/element.ts';

/** What only some elements have. */
export interface Particulars {
  contents?: Contents;
  partOf?: string;
  people?: { day: number; night: number };
  headingDeg?: number;
}

export type Put = (
  kind: ElementKind,
  id: string,
  at: GroundPosition | Position,
  shape: Shape,
  name: readonly [zh: string, en: string],
  particulars?: Particulars,
) => Element;

/** Puts a thing at a place of one area of the park. */
export function putIn(area: Text): Put {
  return (kind, id, at, shape, [zh, en], particulars = {}) => ({
    id,
    kind,
    name: { zh, en },
    at: [at[0], at[1], at[2] ?? 0],
    shape,
    area,
    ...particulars,
  });
}

export type Draw = (
  kind: ElementKind,
  id: string,
  shape: Shape,
  name: readonly [zh: string, en: string],
  particulars?: Particulars,
) => Element;

/** Draws a ground or a line of one area of the park; its label sits in its middle. */
export function drawIn(area: Text): Draw {
  const put = putIn(area);
  return (kind, id, shape, name, particulars) => {
    const element = put(kind, id, [0, 0], shape, name, particulars);
    const [x, y] = centreOf(element);
    return { ...element, at: [round(x), round(y), 0] };
  };
}

function round(metres: number): number {
  return Math.round(metres * 10) / 10;
}
