import type { WindField } from '../../src/wind/wind-field.ts';
import { cellAt, faceAt } from '../../src/wind/wind-grid.ts';

/** Upright section along x through the middle of a field: solids filled, winds as strokes from dots, back flow in red. */
export function sectionFigure(title: string, { raster, u, w }: WindField): string {
  const { grid, solid } = raster;
  const j = grid.ny >> 1;
  const size = 11;
  const width = grid.nx * size;
  const height = grid.nz * size + 40;
  const parts = [
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<text x="10" y="22" font-family="sans-serif" font-size="13" fill="#222">${title}</text>`,
  ];
  let most = 0;
  for (const speed of u) most = Math.max(most, Math.abs(speed));
  for (let k = 0; k < grid.nz; k += 1) {
    for (let i = 0; i < grid.nx; i += 1) {
      const x = i * size;
      const y = height - (k + 1) * size;
      if (solid[cellAt(grid, i, j, k)] === 1) {
        parts.push(`<rect x="${x}" y="${y}" width="${size}" height="${size}" fill="#888"/>`);
        continue;
      }
      const along = 0.5 * ((u[faceAt(grid, i, j, k)] ?? 0) + (u[faceAt(grid, i + 1, j, k)] ?? 0));
      const up = 0.5 * ((w[faceAt(grid, i, j, k)] ?? 0) + (w[faceAt(grid, i, j, k + 1)] ?? 0));
      const scale = (1.1 * size) / most;
      const [cx, cy] = [x + size / 2, y + size / 2];
      const colour = along < 0 ? '#b3261e' : '#2b5d8a';
      parts.push(
        `<circle cx="${cx}" cy="${cy}" r="0.8" fill="${colour}"/>`,
        `<line x1="${cx}" y1="${cy}" x2="${(cx + along * scale).toFixed(1)}" y2="${(cy - up * scale).toFixed(1)}" stroke="${colour}" stroke-width="0.9"/>`,
      );
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">\n${parts.join('\n')}\n</svg>\n`;
}
