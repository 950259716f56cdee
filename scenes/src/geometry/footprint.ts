import type { GroundPosition } from '../place/position.ts';
import type { Element } from '../site/element.ts';
import type { Ring } from './ring.ts';
import { strip } from './strip.ts';

/** Corners of a drawn circle; its polygon lies inside the circle by at most 0.9 % of the radius. */
const circleCorners = 24;

/**
 * The ground an element covers, as seen from above, in local metres and anticlockwise except for an `area`, which keeps
 * its own sense. Empty for a marker.
 */
export function footprint(element: Element): Ring {
  const { shape } = element;
  switch (shape.kind) {
    case 'sphere':
    case 'vertical-cylinder':
      return circle(element, shape.radiusM);
    case 'horizontal-cylinder':
      return rectangle(element, shape.lengthM, 2 * shape.radiusM);
    case 'box':
      return rectangle(element, shape.lengthM, shape.widthM);
    case 'area':
      return shape.ring;
    case 'path':
      return strip(shape.path, shape.widthM);
    case 'marker':
      return [];
  }
}

function circle(element: Element, radiusM: number): Ring {
  return Array.from({ length: circleCorners }, (_, corner): GroundPosition => {
    const angle = (2 * Math.PI * corner) / circleCorners;
    return [element.at[0] + radiusM * Math.cos(angle), element.at[1] + radiusM * Math.sin(angle)];
  });
}

function rectangle(element: Element, lengthM: number, widthM: number): Ring {
  const heading = ((element.headingDeg ?? 0) * Math.PI) / 180;
  const cos = Math.cos(heading);
  const sin = Math.sin(heading);
  const corners = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ] as const;
  return corners.map(([alongSign, acrossSign]): GroundPosition => {
    const along = (alongSign * lengthM) / 2;
    const across = (acrossSign * widthM) / 2;
    return [element.at[0] + along * cos - across * sin, element.at[1] + along * sin + across * cos];
  });
}
