import type { Element, GroundPosition, Ring } from '@upwind/scenes';
import { hypot } from '../arithmetic/hypotenuse.ts';
import { cos, sin } from '../arithmetic/trigonometry.ts';

const circleCorners = 24;

/**
 * The ground an element covers, as rings, by the engine's own arithmetic: the same to the last bit on every machine,
 * which a drawn footprint need not be. A path is one ring a stretch; a marker covers nothing.
 */
export function groundRings({ at: [x, y], headingDeg, shape }: Element): readonly Ring[] {
  switch (shape.kind) {
    case 'sphere':
    case 'vertical-cylinder':
      return [circle(x, y, shape.radiusM)];
    case 'horizontal-cylinder':
      return [rectangle(x, y, headingDeg ?? 0, shape.lengthM, 2 * shape.radiusM)];
    case 'box':
      return [rectangle(x, y, headingDeg ?? 0, shape.lengthM, shape.widthM)];
    case 'area':
      return [shape.ring];
    case 'path':
      return shape.path.slice(1).flatMap((to, k) => stretch(shape.path[k] ?? to, to, shape.widthM));
    case 'marker':
      return [];
  }
}

/** A polygon around the circle: it covers all of it. */
function circle(x: number, y: number, radiusM: number): Ring {
  const outer = radiusM / cos(Math.PI / circleCorners);
  return Array.from({ length: circleCorners }, (_, corner): GroundPosition => {
    const angle = (2 * Math.PI * corner) / circleCorners;
    return [x + outer * cos(angle), y + outer * sin(angle)];
  });
}

function rectangle(x: number, y: number, headingDeg: number, lengthM: number, widthM: number): Ring {
  const heading = (headingDeg * Math.PI) / 180;
  const [east, north] = [cos(heading), sin(heading)];
  const corners: [number, number][] = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ];
  return corners.map(([along, across]): GroundPosition => {
    const [a, b] = [(along * lengthM) / 2, (across * widthM) / 2];
    return [x + a * east - b * north, y + a * north + b * east];
  });
}

function stretch(from: readonly number[], to: readonly number[], widthM: number): Ring[] {
  const [ax = 0, ay = 0] = from;
  const [bx = 0, by = 0] = to;
  const length = hypot(bx - ax, by - ay);
  if (length === 0) return [];
  const east = ((ay - by) * widthM) / (2 * length);
  const north = ((bx - ax) * widthM) / (2 * length);
  return [
    [
      [ax - east, ay - north],
      [bx - east, by - north],
      [bx + east, by + north],
      [ax + east, ay + north],
    ],
  ];
}
