import { type Element, heightOf, ringArea, type Site } from '@upwind/scenes';
import { atan2 } from '../arithmetic/arctangent.ts';
import { cos, sin } from '../arithmetic/trigonometry.ts';
import { type WindKind, windKinds } from './obstacle-kinds.ts';
import type { Obstacle } from './obstacles.ts';

/** Lowest thing worth the wind's notice, m: below, half a layer of any grid hides it. */
const leastHeightM = 1;
/** Shortest piece of a line or wall, m: finer bends than half a cell are straightened. */
const leastPieceM = 2.5;
/** Thickness of a drawn wall, m. */
const wallM = 0.3;

type Place = readonly [number, number, ...number[]];
type Box = Extract<Obstacle, { kind: 'box' }>;

/**
 * What of a site stands in the wind, in the site's local metres. Lines and walls become one box a straight piece; a
 * sphere the cylinder of its frontal area; an area with height the rectangle along its longest edge of equal area.
 */
export function obstaclesOf(site: Site): Obstacle[] {
  return site.elements.flatMap((element) => {
    const kind = windKinds[element.kind];
    return kind === undefined || heightOf(element) < leastHeightM ? [] : bodies(element, kind);
  });
}

function bodies(element: Element, kind: WindKind): Obstacle[] {
  const { id, shape } = element;
  const [x, y, z] = element.at;
  const angleRad = ((element.headingDeg ?? 0) * Math.PI) / 180;
  const passes = { porosity: kind.porosity, ...(kind.dragPerM === undefined ? {} : { dragPerM: kind.dragPerM }) };
  switch (shape.kind) {
    case 'box': {
      const { lengthM, widthM, heightM } = shape;
      return [{ kind: 'box', id, x, y, lengthM, widthM, angleRad, baseM: z, topM: z + heightM, ...passes }];
    }
    case 'horizontal-cylinder': {
      const { radiusM, lengthM, axisHeightM } = shape;
      const baseM = z + Math.max(0, axisHeightM - radiusM);
      const topM = z + axisHeightM + radiusM;
      return [{ kind: 'box', id, x, y, lengthM, widthM: 2 * radiusM, angleRad, baseM, topM, ...passes }];
    }
    case 'vertical-cylinder':
      return [{ kind: 'cylinder', id, x, y, radiusM: shape.radiusM, baseM: z, topM: z + shape.heightM, ...passes }];
    case 'sphere': {
      const { radiusM, centreHeightM } = shape;
      const baseM = z + Math.max(0, centreHeightM - radiusM);
      const topM = z + centreHeightM + radiusM;
      return [{ kind: 'cylinder', id, x, y, radiusM: (Math.PI / 4) * radiusM, baseM, topM, ...passes }];
    }
    case 'path':
      return pieces(shape.path, false).map(([from, to]) =>
        pieceBox(id, from, to, shape.widthM, mean(from[2], to[2], z), shape.heightM, passes),
      );
    case 'area':
      return element.kind === 'bund'
        ? pieces(shape.ring, true).map(([from, to]) => pieceBox(id, from, to, wallM, z, shape.heightM, passes))
        : blockOf(id, shape.ring, z, shape.heightM, passes);
    case 'marker':
      return [];
  }
}

type Passes = Pick<Obstacle, 'porosity' | 'dragPerM'>;

/** Straight pieces of a line, short ones joined to the next. */
function pieces(line: readonly Place[], closed: boolean): [Place, Place][] {
  const found: [Place, Place][] = [];
  const places = closed && line[0] !== undefined ? [...line, line[0]] : line;
  let from = places[0];
  places.forEach((to, k) => {
    if (k === 0 || from === undefined) return;
    const long = distance(from, to) >= leastPieceM;
    if (!long && (k + 1 < places.length || distance(from, to) === 0)) return;
    found.push([from, to]);
    from = to;
  });
  return found;
}

function pieceBox(id: string, from: Place, to: Place, widthM: number, z: number, heightM: number, passes: Passes): Box {
  return {
    kind: 'box',
    id,
    x: (from[0] + to[0]) / 2,
    y: (from[1] + to[1]) / 2,
    lengthM: distance(from, to),
    widthM,
    angleRad: atan2(to[1] - from[1], to[0] - from[0]),
    baseM: z,
    topM: z + heightM,
    ...passes,
  };
}

function blockOf(id: string, ring: readonly Place[], z: number, heightM: number, passes: Passes): Obstacle[] {
  const edges = pieces(ring, true);
  let longest = edges[0];
  for (const edge of edges) if (longest && distance(...edge) > distance(...longest)) longest = edge;
  if (longest === undefined) return [];
  const angleRad = atan2(longest[1][1] - longest[0][1], longest[1][0] - longest[0][0]);
  const [c, s] = [cos(angleRad), sin(angleRad)];
  let [low, high, left, right] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [px, py] of ring) {
    low = Math.min(low, px * c + py * s);
    high = Math.max(high, px * c + py * s);
    left = Math.min(left, py * c - px * s);
    right = Math.max(right, py * c - px * s);
  }
  const filled = Math.sqrt(Math.min(1, ringArea(ring.map(([a, b]) => [a, b])) / ((high - low) * (right - left))));
  const [along, across] = [(low + high) / 2, (left + right) / 2];
  return [
    {
      kind: 'box',
      id,
      x: along * c - across * s,
      y: along * s + across * c,
      lengthM: (high - low) * filled,
      widthM: (right - left) * filled,
      angleRad,
      baseM: z,
      topM: z + heightM,
      ...passes,
    },
  ];
}

function mean(a: number | undefined, b: number | undefined, otherwise: number): number {
  return a === undefined || b === undefined ? otherwise : (a + b) / 2;
}

function distance(a: Place, b: Place): number {
  return Math.sqrt((b[0] - a[0]) * (b[0] - a[0]) + (b[1] - a[1]) * (b[1] - a[1]));
}
