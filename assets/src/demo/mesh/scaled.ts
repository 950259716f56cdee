import { Canvas } from '../paint/canvas.ts';

/** The same picture with pixels `factor` times as large, each the mean of those it covers. */
export function shrunk(canvas: Canvas, factor: number): Canvas {
  if (factor === 1) return canvas;
  const { minX, maxY, pixelM } = canvas;
  const width = Math.max(4, Math.ceil(canvas.width / factor));
  const height = Math.max(4, Math.ceil(canvas.height / factor));
  const large = pixelM * factor;
  const small = new Canvas(minX, maxY - height * large, minX + width * large, maxY, large);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      let [r, g, b, count] = [0, 0, 0, 0];
      for (let j = 0; j < factor; j++) {
        const y = Math.min(canvas.height - 1, row * factor + j);
        for (let i = 0; i < factor; i++) {
          const at = (y * canvas.width + Math.min(canvas.width - 1, column * factor + i)) * 3;
          r += canvas.rgb[at] ?? 0;
          g += canvas.rgb[at + 1] ?? 0;
          b += canvas.rgb[at + 2] ?? 0;
          count++;
        }
      }
      const at = (row * width + column) * 3;
      small.rgb[at] = r / count;
      small.rgb[at + 1] = g / count;
      small.rgb[at + 2] = b / count;
    }
  }
  return small;
}

/** The part of a picture that lies in a rectangle of its plane, to whole pixels. */
export function cut(canvas: Canvas, minX: number, minY: number, maxX: number, maxY: number): Canvas {
  const { pixelM } = canvas;
  const left = Math.max(0, Math.round(canvas.columnOf(minX)));
  const top = Math.max(0, Math.round(canvas.rowOf(maxY)));
  const width = Math.min(canvas.width, Math.round(canvas.columnOf(maxX))) - left;
  const height = Math.min(canvas.height, Math.round(canvas.rowOf(minY))) - top;
  const x0 = canvas.minX + left * pixelM;
  const y0 = canvas.maxY - top * pixelM;
  const piece = new Canvas(x0, y0 - height * pixelM, x0 + width * pixelM, y0, pixelM);
  for (let row = 0; row < height; row++) {
    const from = ((top + row) * canvas.width + left) * 3;
    piece.rgb.set(canvas.rgb.subarray(from, from + width * 3), row * width * 3);
  }
  return piece;
}
