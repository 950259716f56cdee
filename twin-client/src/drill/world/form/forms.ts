import type { GroundPosition, Position, Text } from '@upwind/scenes';
import { emptySolid, type Solid } from './solid.ts';

/**
 * What a surface is made of: each is one material in the engine. `fine` is steelwork too slim to be seen from afar
 * (rails, ladders, stairs): it is drawn only near the eye.
 */
export const surfaces = ['paint', 'steel', 'concrete', 'fine', 'cladding', 'facade', 'leaf', 'mesh'] as const;
export type Surface = (typeof surfaces)[number];

/** A lettered board: where its middle is, where it looks (degrees anticlockwise from east), how wide it is. */
export interface Board {
  readonly at: Position;
  readonly facingDeg: number;
  readonly widthM: number;
  readonly style: 'name' | 'number' | 'muster' | 'call-point' | 'exit';
  readonly text: Text;
  /** Bent around an upright body of this radius instead of flat. */
  readonly aroundRadiusM?: number;
}

/** One mesh to be: all of one surface within one square of the site, so that what is behind the eye is not drawn. */
export interface Part {
  readonly surface: Surface;
  readonly solid: Solid;
}

/** Where models put their triangles and boards. */
export interface Forms {
  readonly on: (surface: Surface, near: GroundPosition | Position) => Solid;
  readonly boards: Board[];
  readonly parts: () => readonly Part[];
}

/** Squares this wide, m: small enough to be left out of view, few enough to stay within a hundred draw calls. */
const squareM = 260;

/** Slim steelwork is kept in smaller squares and drawn only when its square is this near the eye, m. */
const fineSquareM = 130;
export const fineSeenM = 150;

/** Surfaces of little weight are not cut into squares. */
const whole: ReadonlySet<Surface> = new Set(['cladding', 'facade', 'leaf', 'mesh']);

export function emptyForms(): Forms {
  const byPlace = new Map<string, Part>();
  return {
    boards: [],
    on(surface, near) {
      const wide = surface === 'fine' ? fineSquareM : squareM;
      const square = whole.has(surface) ? '' : `${Math.floor(near[0] / wide)},${Math.floor(near[1] / wide)}`;
      const key = `${surface}@${square}`;
      const known = byPlace.get(key) ?? { surface, solid: emptySolid() };
      byPlace.set(key, known);
      return known.solid;
    },
    parts: () => [...byPlace.values()].filter((part) => part.solid.indices.length > 0),
  };
}
