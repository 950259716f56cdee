import type { Element, Position, Site } from '@upwind/scenes';

/** A body nobody can stand in: the box around it and whether a point of that box is inside. */
interface SolidBody {
  readonly element: string;
  readonly minM: Position;
  readonly maxM: Position;
  readonly holds: (x: number, y: number, z: number) => boolean;
}

/** Elements people stand on, walk through or under, whatever their outer form says. */
const OPEN_KINDS: ReadonlySet<Element['kind']> = new Set([
  'loading-rack',
  'pipe-rack',
  'pipeline',
  'bund',
  'gate',
  'fence',
  'road',
  'pad',
  'green',
  'water',
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
  const bodies = site.elements.filter((element) => !OPEN_KINDS.has(element.kind)).flatMap(bodyOf);
  const elementAt = ([x, y, z]: Position): string | undefined =>
    bodies.find(
      (body) =>
        x > body.minM[0] &&
        x < body.maxM[0] &&
        y > body.minM[1] &&
        y < body.maxM[1] &&
        z > body.minM[2] &&
        z < body.maxM[2] &&
        body.holds(x, y, z),
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

function bodyOf(element: Element): SolidBody[] {
  const [x0, y0, z0] = element.at;
  const { shape } = element;
  switch (shape.kind) {
    case 'sphere': {
      const r = shape.radiusM - SKIN_M;
      const centreM = z0 + shape.centreHeightM;
      return bounded(element, r, centreM - r, centreM + r, (x, y, z) => {
        return (x - x0) ** 2 + (y - y0) ** 2 + (z - centreM) ** 2 < r * r;
      });
    }
    case 'vertical-cylinder': {
      const r = shape.radiusM - SKIN_M;
      return bounded(element, r, z0, z0 + shape.heightM, (x, y) => (x - x0) ** 2 + (y - y0) ** 2 < r * r);
    }
    case 'horizontal-cylinder': {
      const bottomM = z0 + shape.axisHeightM - shape.radiusM;
      return turned(element, shape.lengthM, 2 * shape.radiusM, bottomM, bottomM + 2 * shape.radiusM);
    }
    case 'box':
      return turned(element, shape.lengthM, shape.widthM, z0, z0 + shape.heightM);
    // Rings, lines and markers bound or cross the ground; they do not fill it.
    case 'area':
    case 'path':
    case 'marker':
      return [];
  }
}

function bounded(
  { id, at: [x, y] }: Element,
  reachM: number,
  bottomM: number,
  topM: number,
  holds: SolidBody['holds'],
): SolidBody[] {
  if (reachM <= 0) return [];
  return [{ element: id, minM: [x - reachM, y - reachM, bottomM], maxM: [x + reachM, y + reachM, topM], holds }];
}

function turned(element: Element, lengthM: number, widthM: number, bottomM: number, topM: number): SolidBody[] {
  const halfLength = lengthM / 2 - SKIN_M;
  const halfWidth = widthM / 2 - SKIN_M;
  if (halfLength <= 0 || halfWidth <= 0) return [];
  const heading = ((element.headingDeg ?? 0) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(heading), Math.sin(heading)];
  const [x0, y0] = element.at;
  return bounded(element, Math.hypot(halfLength, halfWidth), bottomM, topM, (x, y) => {
    const along = (x - x0) * cos + (y - y0) * sin;
    const across = (y - y0) * cos - (x - x0) * sin;
    return Math.abs(along) < halfLength && Math.abs(across) < halfWidth;
  });
}
