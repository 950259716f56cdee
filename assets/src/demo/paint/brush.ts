import type { Canvas, Colour, Shader } from './canvas.ts';
import { fillOutlines, type Outline } from './fill.ts';
import { cloud } from './noise.ts';

/** Paints the inside of an outline. */
export function fill(canvas: Canvas, outline: Outline, shader: Shader): void {
  if (outline.length < 3) return;
  fillOutlines(canvas, [outline], (row, first, last, coverage) => canvas.paintRow(row, first, last, coverage, shader));
}

/** Paints between two outlines. */
export function fillBetween(canvas: Canvas, outer: Outline, inner: Outline, shader: Shader): void {
  fillOutlines(canvas, [outer, inner], (row, first, last, coverage) =>
    canvas.paintRow(row, first, last, coverage, shader),
  );
}

/** One colour, `share` of it covering what is there. */
export function flat([r, g, b]: Colour, share = 1): Shader {
  return (_x, _y, ink) => {
    ink.set(r, g, b);
    return share;
  };
}

/** Road paint: one colour, worn off in spots. */
export function worn([r, g, b]: Colour, share = 0.9): Shader {
  return (x, y, ink) => {
    ink.set(r, g, b);
    return share * Math.min(1, Math.max(0.25, 0.85 + 0.7 * cloud(x, y, 3, 9)));
  };
}

export function rectangle(minX: number, minY: number, maxX: number, maxY: number): Outline {
  return [
    [minX, minY],
    [maxX, minY],
    [maxX, maxY],
    [minX, maxY],
  ];
}

export function circle(x: number, y: number, radius: number, corners = 32): Outline {
  return Array.from({ length: corners }, (_, i) => {
    const angle = (2 * Math.PI * i) / corners;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)] as const;
  });
}

/** A line of given width with square ends, segment by segment: bends overlap. */
export function segment(from: readonly [number, number], to: readonly [number, number], width: number): Outline {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  if (length === 0) return [];
  const [nx, ny] = [((-dy / length) * width) / 2, ((dx / length) * width) / 2];
  return [
    [from[0] - nx, from[1] - ny],
    [to[0] - nx, to[1] - ny],
    [to[0] + nx, to[1] + ny],
    [from[0] + nx, from[1] + ny],
  ];
}

/** The same outline with its edges wandering by up to `amplitude` metres, as grown and weathered edges do. */
export function roughened(outline: Outline, amplitude: number, step = 1.5): Outline {
  return outline.flatMap((from, i) => {
    const to = outline[(i + 1) % outline.length] ?? from;
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    const length = Math.hypot(dx, dy);
    const pieces = Math.max(1, Math.round(length / step));
    return Array.from({ length: pieces }, (_, k) => {
      const [x, y] = [from[0] + (dx * k) / pieces, from[1] + (dy * k) / pieces];
      const out = amplitude * cloud(x, y, 5, 4);
      return [x - (dy / (length || 1)) * out, y + (dx / (length || 1)) * out] as const;
    });
  });
}

/** A rectangle around a point, its length along `headingDeg`, anticlockwise from east. */
export function turnedRectangle(x: number, y: number, length: number, width: number, headingDeg: number): Outline {
  const heading = (headingDeg * Math.PI) / 180;
  const [cos, sin] = [Math.cos(heading), Math.sin(heading)];
  return rectangle(-length / 2, -width / 2, length / 2, width / 2).map(
    ([a, b]) => [x + a * cos - b * sin, y + a * sin + b * cos] as const,
  );
}
