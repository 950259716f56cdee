import {
  distanceToSegment,
  type Element,
  footprint,
  type GroundPosition,
  heightOf,
  isBody,
  type Position,
  type Ring,
  ringContains,
  type Site,
} from '@upwind/scenes';

/** The footprint of a body nobody can stand in, between two heights. */
interface SolidBody {
  readonly element: string;
  readonly ring: Ring;
  readonly min: Position;
  readonly max: Position;
}

/** Bodies people walk under, through or squeeze past, whatever their outer form says. */
const OPEN_KINDS: ReadonlySet<Element['kind']> = new Set([
  'loading-rack',
  'pipe-rack',
  'pipeline',
  'gate',
  'muster-point',
  'wind-sock',
  'weather-mast',
  'gas-detector',
  'camera',
  'hydrant',
  'valve',
]);

/** A client's own collision is rounder than the model: this much of a body's skin is forgiven. */
const SKIN_M = 0.4;
/** A step is looked at this often along its way, so that nobody jumps through a wall. */
const STRIDE_M = 0.5;

/** The bodies of a site that stop a trainee. */
export interface SolidBodies {
  /** The element a head at `at` would be inside of. */
  readonly elementAt: (at: Position) => string | undefined;
  /** The element that stands in the straight way between two places of a head. */
  readonly elementBetween: (from: Position, to: Position) => string | undefined;
}

export function solidBodiesOf(site: Pick<Site, 'elements'>): SolidBodies {
  const bodies = site.elements.filter((element) => isBody(element) && !OPEN_KINDS.has(element.kind)).map(bodyOf);
  const elementAt = ([x, y, z]: Position): string | undefined =>
    bodies.find(
      ({ min, max, ring }) =>
        x > min[0] && x < max[0] && y > min[1] && y < max[1] && z > min[2] && z < max[2] && deepInside(ring, [x, y]),
    )?.element;
  return {
    elementAt,
    elementBetween(from, to) {
      const wayM = Math.hypot(to[0] - from[0], to[1] - from[1], to[2] - from[2]);
      const strides = Math.max(1, Math.ceil(wayM / STRIDE_M));
      for (let stride = 1; stride <= strides; stride += 1) {
        const part = stride / strides;
        const at: Position = [
          from[0] + part * (to[0] - from[0]),
          from[1] + part * (to[1] - from[1]),
          from[2] + part * (to[2] - from[2]),
        ];
        const element = elementAt(at);
        if (element !== undefined) return element;
      }
      return undefined;
    },
  };
}

function bodyOf(element: Element): SolidBody {
  const ring = footprint(element);
  const { shape } = element;
  const middleM =
    shape.kind === 'sphere' ? shape.centreHeightM : shape.kind === 'horizontal-cylinder' ? shape.axisHeightM : 0;
  const underM = middleM > 0 && 'radiusM' in shape ? middleM - shape.radiusM : 0;
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  const ground = element.at[2];
  return {
    element: element.id,
    ring,
    min: [Math.min(...xs), Math.min(...ys), ground + underM],
    max: [Math.max(...xs), Math.max(...ys), ground + heightOf(element)],
  };
}

/** Whether a place is inside the ring by more than the skin. */
function deepInside(ring: Ring, place: GroundPosition): boolean {
  if (!ringContains(ring, place)) return false;
  return ring.every((a, corner) => distanceToSegment(place, a, ring[(corner + 1) % ring.length] ?? a) > SKIN_M);
}
