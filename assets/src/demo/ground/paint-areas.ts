import { type Element, footprint, ringArea, ringContains, type Site } from '@upwind/scenes';
import { circle, fill, fillBetween, flat, rectangle, roughened, segment, worn } from '../paint/brush.ts';
import type { Canvas, Shader } from '../paint/canvas.ts';
import type { Outline } from '../paint/fill.ts';
import { hashed, seeded, seedOf } from '../paint/noise.ts';
import { towardsSun } from './shade.ts';
import { bundFloor, colours, kerbStone, lawn, roughGrass, slabs, yardAsphalt } from './surfaces.ts';
import { basin, river } from './water.ts';

/** A green this large is land kept free, not a lawn. */
const LARGE_GREEN_M2 = 3000;
/** A green this narrow is planted with shrubs. */
const BELT_M = 10;

/** Greens, water, paved yards, bunds and muster points: what an `area` on the ground looks like from the air. */
export function paintAreas(canvas: Canvas, site: Site): void {
  for (const element of site.elements) {
    if (element.kind === 'green') paintGreen(canvas, element, site);
    if (element.kind === 'water') paintWater(canvas, element, site);
  }
  for (const element of site.elements) if (element.kind === 'pad') paintPad(canvas, element, site);
  for (const element of site.elements) {
    if (element.kind === 'bund') paintBund(canvas, element);
    if (element.kind === 'muster-point') paintMusterPoint(canvas, element);
  }
}

function bounds(ring: Outline) {
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  const [minX, maxX, minY, maxY] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return { minX, maxX, minY, maxY, width: maxX - minX, depth: maxY - minY };
}

function paintGreen(canvas: Canvas, element: Element, site: Site): void {
  const ring = footprint(element);
  const { width, depth } = bounds(ring);
  if (ringArea(ring) > LARGE_GREEN_M2) {
    fill(canvas, roughened(ring, 1.2), roughGrass);
    plantShrubs(canvas, element, site, 120, 1.4);
    return;
  }
  const belt = Math.min(width, depth) < BELT_M;
  fill(canvas, ring, lawn(!belt, depth > width));
  plantShrubs(canvas, element, site, belt ? 7 : 40, belt ? 1.5 : 1.1);
  fillBetween(canvas, ring, inset(ring, 0.3), kerbStone);
}

/** An outline drawn towards its middle; enough for the convex areas that sites have. */
function inset(ring: Outline, by: number): Outline {
  const { minX, maxX, minY, maxY } = bounds(ring);
  const [cx, cy] = [(minX + maxX) / 2, (minY + maxY) / 2];
  return ring.map(([x, y]) => [x - Math.sign(x - cx) * by, y - Math.sign(y - cy) * by] as const);
}

/** Round shrubs, one for each `m2Each`: dark below, bright towards the sun, with a shadow. */
function plantShrubs(canvas: Canvas, element: Element, site: Site, m2Each: number, radiusM: number): void {
  const ring = footprint(element);
  const { minX, minY, width, depth } = bounds(ring);
  const random = seeded(seedOf(element.id));
  const roads = site.elements.filter(({ kind }) => kind === 'road' || kind === 'muster-point').map(footprint);
  const count = Math.round(ringArea(ring) / m2Each);
  for (let i = 0; i < count; i++) {
    const [x, y] = [minX + random() * width, minY + random() * depth];
    const radius = radiusM * (0.55 + random() * 0.8);
    if (!ringContains(ring, [x, y]) || roads.some((road) => ringContains(road, [x, y]))) continue;
    shrub(canvas, x, y, radius, random());
  }
}

function shrub(canvas: Canvas, x: number, y: number, radius: number, tone: number): void {
  const [sx, sy] = [towardsSun[0], towardsSun[1]];
  fill(canvas, circle(x - sx * radius * 0.8, y - sy * radius * 0.8, radius, 14), flat([38, 44, 34], 0.45));
  const crown: Shader = (px, py, ink, column, row) => {
    const [dx, dy] = [(px - x) / radius, (py - y) / radius];
    const lit = dx * sx + dy * sy;
    ink.from(colours.shrub, lit * 20 + tone * 16 - 6 + (hashed(column >> 1, row >> 1, 61) - 0.5) * 30);
    return Math.min(1, Math.max(0, (1.12 - Math.hypot(dx, dy)) * 5));
  };
  fill(canvas, circle(x, y, radius * 1.1, 16), crown);
}

function paintWater(canvas: Canvas, element: Element, site: Site): void {
  const ring = footprint(element);
  const { minY, maxY, width } = bounds(ring);
  const isRiver = width > (site.extent.max[0] - site.extent.min[0]) * 0.8 && maxY >= site.extent.max[1] - 1;
  if (isRiver) {
    fill(canvas, rectangle(site.extent.min[0], minY - 5, site.extent.max[0], site.extent.max[1]), river(minY));
  } else {
    fill(canvas, inset(ring, -0.5), kerbStone);
    fill(canvas, ring, basin(ring, Math.min(3, Math.min(width, maxY - minY) / 8)));
  }
}

function paintPad(canvas: Canvas, element: Element, site: Site): void {
  const ring = footprint(element);
  const { minX, maxX, minY, maxY, width, depth } = bounds(ring);
  if (/car park/i.test(element.name.en)) {
    fill(canvas, ring, yardAsphalt);
    paintBays(canvas, minX, minY, maxX, maxY, site);
    fillBetween(canvas, ring, inset(ring, 0.3), kerbStone);
    return;
  }
  const busy = /unit|loading|unloading|power|pump|hazmat/i.test(element.name.en);
  fill(canvas, ring, slabs(Math.min(width, depth) < 25 ? 4 : 6, busy ? 1 : 0.55, minX, minY));
  if (/unit|power|refrigeration|water station/i.test(element.name.en)) {
    // A covered drain runs round every process area.
    const drain = inset(ring, 1.6);
    drain.forEach((from, i) => {
      fill(canvas, segment(from, drain[(i + 1) % drain.length] ?? from, 0.5), flat([92, 90, 86], 0.8));
      fill(canvas, segment(from, drain[(i + 1) % drain.length] ?? from, 0.22), flat([66, 65, 62], 0.7));
    });
  }
  if (/yard|loading|park/i.test(element.name.en)) {
    const edge = inset(ring, 0.7);
    fillBetween(canvas, edge, inset(ring, 0.95), worn(colours.yellowPaint, 0.8));
  }
  if (/drill/i.test(element.name.en)) {
    const [x, y] = [(minX + maxX) / 2, (minY + maxY) / 2];
    fillBetween(canvas, circle(x, y, 9), circle(x, y, 8.6), worn(colours.linePaint));
    fillBetween(canvas, circle(x, y, 3), circle(x, y, 2.7), worn(colours.linePaint));
  }
  fillBetween(canvas, ring, inset(ring, 0.25), kerbStone);
}

/** Bays of a car park, in rows with lanes between. */
export const BAY = { widthM: 2.6, depthM: 5.2, laneM: 6.4 } as const;

/** Middle and heading of every bay of a car park. */
export function baysOf(
  minX: number,
  minY: number,
  maxX: number,
  maxY: number,
): { x: number; y: number; row: number }[] {
  const bays: { x: number; y: number; row: number }[] = [];
  const pitch = 2 * BAY.depthM + BAY.laneM;
  let row = 0;
  for (
    let y = minY + 1.2;
    y + BAY.depthM < maxY - 1;
    y += pitch / 2 + (row % 2 === 1 ? BAY.laneM / 2 : -BAY.laneM / 2)
  ) {
    for (let x = minX + 3; x + BAY.widthM < maxX - 3; x += BAY.widthM) {
      bays.push({ x: x + BAY.widthM / 2, y: y + BAY.depthM / 2, row });
    }
    row++;
  }
  return bays;
}

function paintBays(canvas: Canvas, minX: number, minY: number, maxX: number, maxY: number, site: Site): void {
  const blocked = site.elements.filter(({ kind }) => kind === 'office' || kind === 'canteen').map(footprint);
  for (const { x, y } of baysOf(minX, minY, maxX, maxY)) {
    if (blocked.some((ring) => ringContains(ring, [x, y]))) continue;
    for (const side of [-1, 1]) {
      const at = x + (side * BAY.widthM) / 2;
      const line = segment([at, y - BAY.depthM / 2], [at, y + BAY.depthM / 2], 0.12);
      fill(canvas, line, worn(colours.linePaint, 0.85));
    }
  }
}

function paintBund(canvas: Canvas, element: Element): void {
  const ring = footprint(element);
  fill(canvas, inset(ring, -0.9), slabs(3, 0.4));
  fill(canvas, ring, bundFloor);
  fillBetween(canvas, inset(ring, -0.2), inset(ring, 0.25), kerbStone);
}

function paintMusterPoint(canvas: Canvas, element: Element): void {
  const ring = footprint(element);
  const { minX, maxX, minY, maxY, width, depth } = bounds(ring);
  fill(canvas, ring, slabs(2, 0.3, minX, minY));
  fill(canvas, inset(ring, 0.5), worn(colours.greenPaint, 0.92));
  fillBetween(canvas, inset(ring, 0.5), inset(ring, 0.8), worn(colours.linePaint));
  // The sign: four arrows that meet (GB 2894, 应急避难场所).
  const [x, y, reach] = [(minX + maxX) / 2, (minY + maxY) / 2, Math.min(width, depth) * 0.34];
  for (const [dx, dy] of [
    [1, 1],
    [1, -1],
    [-1, 1],
    [-1, -1],
  ] as const) {
    const tip = [x + dx * reach * 0.2, y + dy * reach * 0.2] as const;
    fill(canvas, segment([x + dx * reach, y + dy * reach], tip, 0.35), worn(colours.linePaint));
    const head: Outline = [tip, [tip[0] + dx * reach * 0.45, tip[1]], [tip[0], tip[1] + dy * reach * 0.45]];
    fill(canvas, head, worn(colours.linePaint));
  }
}
