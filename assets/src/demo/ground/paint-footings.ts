import type { Element, Site } from '@upwind/scenes';
import { circle, fill, flat, segment, turnedRectangle } from '../paint/brush.ts';
import type { Canvas, Shader } from '../paint/canvas.ts';
import { cloud, grain, seedOf } from '../paint/noise.ts';
import type { Place, RoadNet } from './road-lines.ts';
import { colours, gravel, kerbStone } from './surfaces.ts';

/** What each body stands on, and what has dripped from it. */
export function paintFootings(canvas: Canvas, site: Site, net: RoadNet): void {
  for (const element of site.elements) {
    if (element.kind !== 'pipe-rack') paintFooting(canvas, element);
    else paintRackColumns(canvas, element, net);
  }
}

const plinth: Shader = (x, y, ink, column, row) => {
  ink.from(colours.concrete, 8 + cloud(x, y, 3, 40) * 8 + grain(column, row) * 5);
  return 1;
};

/** Oil and rust around a machine, fading outwards. */
function drips(x: number, y: number, radius: number, seed: number): Shader {
  return (px, py, ink) => {
    const away = Math.hypot(px - x, py - y) / radius;
    ink.from(colours.stain);
    return Math.max(0, 0.5 * (1 - away) + 0.35 * cloud(px, py, 1.6, 42 + (seed % 5)) * (1 - away));
  };
}

function paintFooting(canvas: Canvas, element: Element): void {
  const { shape, at, kind } = element;
  const [x, y] = at;
  switch (shape.kind) {
    case 'vertical-cylinder': {
      const tank = kind === 'storage-tank';
      fill(canvas, circle(x, y, shape.radiusM + (tank ? 1.5 : 0.9), 40), tank ? gravel : plinth);
      fill(canvas, circle(x, y, shape.radiusM + (tank ? 0.6 : 0.4), 40), kerbStone);
      return;
    }
    case 'sphere': {
      fill(canvas, circle(x, y, shape.radiusM + 0.6, 40), plinth);
      for (let leg = 0; leg < 10; leg++) {
        const angle = (leg / 10) * 2 * Math.PI;
        const [lx, ly] = [x + shape.radiusM * Math.cos(angle), y + shape.radiusM * Math.sin(angle)];
        fill(canvas, circle(lx, ly, 0.8, 8), kerbStone);
      }
      return;
    }
    case 'horizontal-cylinder': {
      fill(canvas, circle(x, y, shape.lengthM * 0.7, 24), drips(x, y, shape.lengthM * 0.7, seedOf(element.id)));
      const heading = element.headingDeg ?? 0;
      const turned = (heading * Math.PI) / 180;
      for (const end of [-0.3, 0.3]) {
        const [sx, sy] = [x + Math.cos(turned) * shape.lengthM * end, y + Math.sin(turned) * shape.lengthM * end];
        fill(canvas, turnedRectangle(sx, sy, 1, 2 * shape.radiusM + 0.6, heading), plinth);
      }
      return;
    }
    case 'box': {
      const small = shape.lengthM < 12;
      const heading = element.headingDeg ?? 0;
      if (kind === 'pump' || kind === 'compressor') {
        const reach = shape.lengthM * 1.1 + 0.8;
        fill(canvas, circle(x, y, reach, 20), drips(x, y, reach, seedOf(element.id)));
      }
      // Buildings have a paved edge against splashing rain.
      const edge = small ? 0.5 : 1;
      fill(canvas, turnedRectangle(x, y, shape.lengthM + 2 * edge, shape.widthM + 2 * edge, heading), plinth);
      return;
    }
    default:
      return;
  }
}

/** The gravelled ground below racks; roads and yards are laid over it. */
export function paintRackLines(canvas: Canvas, site: Site): void {
  const faded: Shader = (x, y, ink, column, row) => 0.65 * gravel(x, y, ink, column, row);
  for (const element of site.elements) {
    if (element.kind !== 'pipe-rack') continue;
    for (const { from, to, widthM } of stretchesOf(element)) fill(canvas, segment(from, to, widthM + 1), faded);
  }
}

function stretchesOf({ shape }: Element) {
  if (shape.kind !== 'path') return [];
  const { path, widthM } = shape;
  return path.slice(1).map((to, i) => {
    const from = path[i] ?? to;
    return { from: [from[0], from[1]] as const, to: [to[0], to[1]] as const, widthM };
  });
}

/** A footing under every column of a rack; none stands on a road. */
function paintRackColumns(canvas: Canvas, element: Element, net: RoadNet): void {
  for (const { from, to, widthM } of stretchesOf(element)) {
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    const [ux, uy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
    for (let along = 0; along <= length; along += 6) {
      for (const across of [-widthM / 2, widthM / 2]) {
        const place: Place = [from[0] + ux * along - uy * across, from[1] + uy * along + ux * across];
        if (net.onOther('', place, 0.6)) continue;
        fill(canvas, turnedRectangle(...place, 1.1, 1.1, (Math.atan2(uy, ux) * 180) / Math.PI), plinth);
      }
    }
  }
}

/** Fences have a mown strip and a plinth. */
export function paintFenceLines(canvas: Canvas, site: Site): void {
  for (const { kind, shape } of site.elements) {
    if (kind !== 'fence' || shape.kind !== 'path') continue;
    for (let i = 0; i + 1 < shape.path.length; i++) {
      const [from, to] = [shape.path[i], shape.path[i + 1]];
      if (from === undefined || to === undefined) continue;
      fill(canvas, segment([from[0], from[1]], [to[0], to[1]], 1.6), flat([141, 134, 117], 0.5));
      fill(canvas, segment([from[0], from[1]], [to[0], to[1]], 0.4), kerbStone);
    }
  }
}
