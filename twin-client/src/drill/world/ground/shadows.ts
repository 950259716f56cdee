import { type Element, footprint, type GroundPosition } from '@upwind/scenes';
import type { SitePlan } from '../../site-plan.ts';

/** Where the sun stands: compass degrees and degrees above the horizon. A clear afternoon in every drill, until drills have hours. */
export const sun = { azimuthDeg: 232, elevationDeg: 40 } as const;

/** Direction from the ground to the sun in local metres. */
export function sunDirection(): readonly [number, number, number] {
  const azimuth = (sun.azimuthDeg * Math.PI) / 180;
  const elevation = (sun.elevationDeg * Math.PI) / 180;
  return [Math.sin(azimuth) * Math.cos(elevation), Math.cos(azimuth) * Math.cos(elevation), Math.sin(elevation)];
}

/** Where the shadow of something `heightM` above a place falls. */
function shadowOf([x, y]: readonly [number, number, ...number[]], heightM: number): GroundPosition {
  const [sx, sy, sz] = sunDirection();
  return [x - (sx / sz) * heightM, y - (sy / sz) * heightM];
}

/** The outlines of all shadows that bodies of a site throw on flat ground; they may overlap. */
export function shadowRings(site: SitePlan): GroundPosition[][] {
  return site.elements.flatMap((element) => shadowsOf(element)).filter((ring) => ring.length >= 3);
}

function shadowsOf(element: Element): GroundPosition[][] {
  const { shape } = element;
  const ring = footprint(element);
  switch (shape.kind) {
    case 'box':
    case 'vertical-cylinder': {
      const low = element.kind === 'loading-rack' ? shape.heightM - 0.6 : 0;
      return [
        hull([...ring.map((place) => shadowOf(place, low)), ...ring.map((place) => shadowOf(place, shape.heightM))]),
      ];
    }
    case 'sphere':
      return [round(element, shape.centreHeightM, shape.radiusM)];
    case 'horizontal-cylinder': {
      const at = (height: number) => ring.map((place) => shadowOf(place, height));
      return [
        hull([
          ...at(Math.max(0, shape.axisHeightM - shape.radiusM * 0.7)),
          ...at(shape.axisHeightM + shape.radiusM * 0.7),
        ]),
      ];
    }
    case 'path':
      return element.kind === 'pipe-rack' ? rackShadows(shape.path, shape.widthM, shape.heightM) : [];
    case 'area':
      return element.kind === 'bund' ? wallShadows(shape.ring, shape.heightM) : [];
    case 'marker':
      return [];
  }
}

/** A ball's shadow: a circle drawn out along the sun's way. */
function round(element: Element, centreHeightM: number, radiusM: number): GroundPosition[] {
  const [cx, cy] = shadowOf(element.at, centreHeightM);
  const [sx, sy, sz] = sunDirection();
  const flat = Math.hypot(sx, sy);
  const long = radiusM / sz;
  return Array.from({ length: 32 }, (_, corner): GroundPosition => {
    const angle = (2 * Math.PI * corner) / 32;
    const along = long * Math.cos(angle);
    const across = radiusM * Math.sin(angle);
    return [cx + (along * sx - across * sy) / flat, cy + (along * sy + across * sx) / flat];
  });
}

/** A rack throws a ladder of light and shade: its pipes in strips. */
function rackShadows(
  path: readonly (readonly [number, number, number])[],
  widthM: number,
  heightM: number,
): GroundPosition[][] {
  const strips = [-0.36, -0.14, 0.1, 0.34].map((side) => ({ side: side * widthM, half: widthM * 0.075 }));
  return path.slice(1).flatMap((to, index) => {
    const from = path[index];
    if (!from) return [];
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
    const [nx, ny] = [-(to[1] - from[1]) / length, (to[0] - from[0]) / length];
    return strips.map(({ side, half }) =>
      [
        [from, side - half],
        [to, side - half],
        [to, side + half],
        [from, side + half],
      ].map(([place, off]) => {
        const [x, y] = place as readonly [number, number, number];
        return shadowOf([x + nx * (off as number), y + ny * (off as number)], heightM * 0.75);
      }),
    );
  });
}

function wallShadows(ring: readonly GroundPosition[], heightM: number): GroundPosition[][] {
  return ring.map((from, index) => {
    const to = ring[(index + 1) % ring.length] ?? from;
    return hull([from, to, shadowOf(from, heightM), shadowOf(to, heightM)]);
  });
}

/** Convex hull, anticlockwise (Andrew's monotone chain). */
export function hull(places: readonly GroundPosition[]): GroundPosition[] {
  const sorted = [...places].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (items: readonly GroundPosition[]): GroundPosition[] => {
    const chain: GroundPosition[] = [];
    for (const place of items) {
      while (chain.length >= 2 && turn(chain.at(-2) ?? place, chain.at(-1) ?? place, place) <= 0) chain.pop();
      chain.push(place);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

function turn(a: GroundPosition, b: GroundPosition, c: GroundPosition): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}
