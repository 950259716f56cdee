import type { Shader } from '../paint/canvas.ts';
import type { Outline } from '../paint/fill.ts';
import { cloud, grain } from '../paint/noise.ts';
import { colours } from './surfaces.ts';

/** Metres from a place to the nearest edge of an outline. */
export function toEdge(outline: Outline, x: number, y: number): number {
  let least = Infinity;
  outline.forEach(([ax, ay], i) => {
    const [bx, by] = outline[(i + 1) % outline.length] ?? [ax, ay];
    const [dx, dy] = [bx - ax, by - ay];
    const length2 = dx * dx + dy * dy || 1;
    const t = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length2));
    least = Math.min(least, Math.hypot(x - ax - t * dx, y - ay - t * dy));
  });
  return least;
}

/** A basin with concrete banks that slope into still water. */
export function basin(outline: Outline, bankM: number): Shader {
  return (x, y, ink, column, row) => {
    const inwards = toEdge(outline, x, y);
    if (inwards < bankM) {
      const wet = inwards / bankM;
      ink.set(168 - 62 * wet, 166 - 60 * wet, 158 - 60 * wet);
      ink.lighten(cloud(x, y, 4, 30) * 10 + grain(column, row) * 5);
      if (Math.abs(inwards - bankM * 0.12) < 0.15) ink.lighten(18);
      return 1;
    }
    const deep = Math.min(1, (inwards - bankM) / 6);
    ink.from(colours.pond);
    ink.lighten(12 * (1 - deep) + cloud(x, y, 16, 31) * 8 + cloud(x * 0.4, y, 1.4, 32) * 4 + grain(column, row) * 3);
    return 1;
  };
}

/** A river behind its dyke: grass slope, stones, mud, brown water that streams along x. `shoreY` is the dyke's foot. */
export function river(shoreY: number): Shader {
  return (x, y, ink, column, row) => {
    const out = y - shoreY + cloud(x, y, 11, 33) * 1.2;
    if (out < 3.5) {
      ink.from(colours.stones, grain(column >> 1, row >> 1) * 34 + cloud(x, y, 3, 34) * 10);
    } else if (out < 9) {
      ink.from(colours.mud, cloud(x, y, 5, 35) * 9 - (out - 3.5) * 2.4 + grain(column, row) * 6);
    } else {
      const deep = Math.min(1, (out - 9) / 14);
      ink.from(colours.mud, -16);
      ink.towards(colours.river, 0.35 + 0.65 * deep);
      ink.lighten(cloud(x * 0.25, y, 6, 36) * 8 + cloud(x * 0.3, y, 1.6, 37) * 6 + grain(column, row) * 3);
    }
    return 1;
  };
}
