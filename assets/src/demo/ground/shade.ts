import { type Element, footprint, heightOf, type Site } from '@upwind/scenes';
import { circle, segment } from '../paint/brush.ts';
import type { Outline } from '../paint/fill.ts';
import { Mask } from '../paint/mask.ts';
import type { Extent } from './extent.ts';

/** Where the sun stood when the site was flown: forenoon, from the south-east. Degrees; azimuth clockwise from north. */
export const sun = { azimuthDeg: 142, elevationDeg: 47 } as const;

/** Metres that a shadow runs for each metre of height, east and north. */
export const shadowPerMetre = (() => {
  const length = 1 / Math.tan((sun.elevationDeg * Math.PI) / 180);
  const away = ((sun.azimuthDeg + 180) * Math.PI) / 180;
  return [length * Math.sin(away), length * Math.cos(away)] as const;
})();

/** The unit vector towards the sun: east, north, up. */
export const towardsSun = (() => {
  const elevation = (sun.elevationDeg * Math.PI) / 180;
  const azimuth = (sun.azimuthDeg * Math.PI) / 180;
  const flat = Math.cos(elevation);
  return [flat * Math.sin(azimuth), flat * Math.cos(azimuth), Math.sin(elevation)] as const;
})();

/** The ground that a body with this outline and height darkens, as shapes that may overlap. */
export function shadowOf(
  outline: Outline,
  fromM: number,
  toM: number,
  [sx, sy]: readonly [number, number] = shadowPerMetre,
): Outline[] {
  const lower = outline.map(([x, y]) => [x + sx * fromM, y + sy * fromM] as const);
  const upper = outline.map(([x, y]) => [x + sx * toM, y + sy * toM] as const);
  const sides = outline.map((_, i): Outline => {
    const j = (i + 1) % outline.length;
    return [lower[i] ?? [0, 0], lower[j] ?? [0, 0], upper[j] ?? [0, 0], upper[i] ?? [0, 0]];
  });
  return [lower, upper, ...sides];
}

const PIXEL_M = 0.4;

/** How dark the sun's shadows make each place of the site. */
export function castShadows(site: Site, { min, max }: Extent): Mask {
  const mask = new Mask(min[0], min[1], max[0], max[1], PIXEL_M);
  const cast = (outlines: readonly Outline[], strength = 1) => {
    for (const outline of outlines) mask.add([outline], strength);
  };
  for (const element of site.elements) castOne(element, cast);
  mask.soften(PIXEL_M);
  return mask;
}

function castOne(element: Element, cast: (outlines: readonly Outline[], strength?: number) => void): void {
  const { shape, at } = element;
  switch (shape.kind) {
    case 'marker':
      return;
    case 'sphere': {
      // A ball's shadow is a row of discs; its legs are too thin to matter.
      for (let k = 0; k <= 8; k++) {
        const z = shape.centreHeightM + shape.radiusM * (k / 4 - 1);
        const radius = shape.radiusM * Math.sqrt(Math.max(0.02, 1 - (k / 4 - 1) ** 2));
        cast(shadowOf(circle(at[0], at[1], radius), z, z + 0.01));
      }
      cast(shadowOf(circle(at[0], at[1], shape.radiusM * 0.9), shape.centreHeightM * 0.6, shape.centreHeightM));
      return;
    }
    case 'horizontal-cylinder': {
      const low = shape.axisHeightM - shape.radiusM * 0.7;
      cast(shadowOf(footprint(element), low, shape.axisHeightM + shape.radiusM * 0.7));
      return;
    }
    case 'path':
      if (shape.heightM > 0) castPath(element, shape, cast);
      return;
    case 'area':
      if (shape.heightM > 0) castWall(shape.ring, shape.heightM, cast);
      return;
    default:
      cast(shadowOf(footprint(element), 0, heightOf(element)));
  }
}

/** Racks let light through between their tiers; fences more so. */
function castPath(
  { kind }: Element,
  { path, widthM, heightM }: Extract<Element['shape'], { kind: 'path' }>,
  cast: (outlines: readonly Outline[], strength?: number) => void,
): void {
  if (kind === 'road') return;
  for (let i = 0; i + 1 < path.length; i++) {
    const [from, to] = [path[i], path[i + 1]];
    if (from === undefined || to === undefined) continue;
    const strip = segment([from[0], from[1]], [to[0], to[1]], widthM);
    if (strip.length === 0) continue;
    if (kind === 'pipe-rack') {
      cast(shadowOf(strip, heightM - 0.3, heightM), 0.55);
      cast(shadowOf(strip, heightM * 0.62, heightM * 0.62 + 0.2), 0.5);
      const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
      for (let along = 0; along <= length; along += 6) {
        const [x, y] = [from[0] + ((to[0] - from[0]) * along) / length, from[1] + ((to[1] - from[1]) * along) / length];
        const [nx, ny] = [-(to[1] - from[1]) / length, (to[0] - from[0]) / length];
        for (const side of [-1, 1]) {
          const reach = (side * widthM) / 2;
          cast(shadowOf(circle(x + nx * reach, y + ny * reach, 0.22, 6), 0, heightM), 0.9);
        }
      }
    } else if (kind === 'fence' || kind === 'gate') {
      cast(shadowOf(strip, 0, heightM), 0.3);
    } else {
      const z = Math.min(from[2], to[2]);
      cast(shadowOf(strip, z, z + heightM), 0.7);
    }
  }
}

function castWall(ring: Outline, heightM: number, cast: (outlines: readonly Outline[]) => void): void {
  ring.forEach((from, i) => {
    cast(shadowOf(segment(from, ring[(i + 1) % ring.length] ?? from, 0.3), 0, heightM));
  });
}

/** How much a place is shut in by what stands close to it: sky light is missing there. */
export function closeness(site: Site, { min, max }: Extent): Mask {
  const mask = new Mask(min[0], min[1], max[0], max[1], 1);
  for (const element of site.elements) {
    const { kind } = element.shape;
    if (kind === 'marker' || kind === 'area' || kind === 'path' || kind === 'horizontal-cylinder') continue;
    mask.add([footprint(element)], Math.min(1, 0.35 + heightOf(element) / 20));
  }
  mask.soften(1.6);
  return mask;
}
