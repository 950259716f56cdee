import type { Position } from '../place/position.ts';
import type { Element } from '../site/element.ts';
import { ringArea, ringCentroid } from './ring.ts';

/** How far the top of an element stands above its `at`, in metres; 0 for a marker. */
export function heightOf(element: Element): number {
  const { shape } = element;
  switch (shape.kind) {
    case 'sphere':
      return shape.centreHeightM + shape.radiusM;
    case 'horizontal-cylinder':
      return shape.axisHeightM + shape.radiusM;
    case 'vertical-cylinder':
    case 'box':
    case 'area':
    case 'path':
      return shape.heightM;
    case 'marker':
      return 0;
  }
}

/** The middle of an element's body, in local metres: of its volume, its surface, or half way along its line. */
export function centreOf(element: Element): Position {
  const { shape } = element;
  const [x, y, z] = element.at;
  switch (shape.kind) {
    case 'sphere':
      return [x, y, z + shape.centreHeightM];
    case 'horizontal-cylinder':
      return [x, y, z + shape.axisHeightM];
    case 'vertical-cylinder':
    case 'box':
      return [x, y, z + shape.heightM / 2];
    case 'area': {
      const [east, north] = ringCentroid(shape.ring);
      return [east, north, z + shape.heightM / 2];
    }
    case 'path': {
      const [east, north, up] = halfWay(shape.path);
      return [east, north, up + shape.heightM / 2];
    }
    case 'marker':
      return element.at;
  }
}

/** Whether the element is a body that stands in people's and the wind's way: not ground, water, a line or a marker. */
export function isBody(element: Element): boolean {
  const { kind } = element.shape;
  return kind === 'sphere' || kind === 'vertical-cylinder' || kind === 'horizontal-cylinder' || kind === 'box';
}

/** Volume of the body in m³ (of a bund, what it holds to its rim); 0 for a path and a marker. */
export function volumeOf(element: Element): number {
  const { shape } = element;
  switch (shape.kind) {
    case 'sphere':
      return (4 / 3) * Math.PI * shape.radiusM ** 3;
    case 'vertical-cylinder':
      return Math.PI * shape.radiusM ** 2 * shape.heightM;
    case 'horizontal-cylinder':
      return Math.PI * shape.radiusM ** 2 * shape.lengthM;
    case 'box':
      return shape.lengthM * shape.widthM * shape.heightM;
    case 'area':
      return ringArea(shape.ring) * shape.heightM;
    case 'path':
    case 'marker':
      return 0;
  }
}

function halfWay(path: readonly Position[]): Position {
  const lengths = path.slice(1).map((to, index) => spanM(path[index] ?? to, to));
  let left = lengths.reduce((sum, length) => sum + length, 0) / 2;
  for (const [index, length] of lengths.entries()) {
    const from = path[index];
    const to = path[index + 1];
    if (from && to && left <= length && length > 0) {
      const t = left / length;
      return [from[0] + t * (to[0] - from[0]), from[1] + t * (to[1] - from[1]), from[2] + t * (to[2] - from[2])];
    }
    left -= length;
  }
  return path[0] ?? [0, 0, 0];
}

function spanM(from: Position, to: Position): number {
  return Math.hypot(to[0] - from[0], to[1] - from[1], to[2] - from[2]);
}
