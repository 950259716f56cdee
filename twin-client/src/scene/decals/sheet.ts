import type { Element } from '@upwind/scenes';
import type { DrawnSite } from '../drawn-site.ts';

/** What is painted on a thing: its number on a tank, the pictogram on a muster sign. */
export interface Decal {
  readonly element: Element;
  readonly cell: number;
  readonly kind: 'number' | 'muster';
}

export const columns = 8;
export const cellWidth = 256;
export const cellHeight = 128;

const numbered: ReadonlySet<string> = new Set(['storage-tank', 'storage-sphere']);

/** The decals of a site, a cell of the sheet each; the muster pictogram shares one cell. */
export function decalsOf(site: DrawnSite): readonly Decal[] {
  let next = 1;
  return site.elements.flatMap((element): Decal[] => {
    if (element.kind === 'muster-point') return [{ element, cell: 0, kind: 'muster' }];
    if (!numbered.has(element.kind) || element.shape.kind === 'box') return [];
    const cell = next;
    next += 1;
    return [{ element, cell, kind: 'number' }];
  });
}

/** Draws all decals on one sheet. The pictogram is ISO 7010 E007: four arrows to a group of people, white on green. */
export function drawSheet(decals: readonly Decal[]): HTMLCanvasElement {
  const rows = Math.max(1, Math.ceil((Math.max(0, ...decals.map(({ cell }) => cell)) + 1) / columns));
  const canvas = document.createElement('canvas');
  canvas.width = columns * cellWidth;
  canvas.height = rows * cellHeight;
  const ink = canvas.getContext('2d');
  if (ink === null) return canvas;
  drawMuster(ink);
  ink.textAlign = 'center';
  ink.textBaseline = 'middle';
  for (const { element, cell, kind } of decals) {
    if (kind === 'muster') continue;
    const [x, y] = [(cell % columns) * cellWidth, Math.floor(cell / columns) * cellHeight];
    ink.fillStyle = '#3a4a55';
    ink.font = '600 76px "Segoe UI", "Noto Sans", Arial, sans-serif';
    ink.fillText(element.id, x + cellWidth / 2, y + cellHeight / 2, cellWidth - 16);
  }
  return canvas;
}

function drawMuster(ink: CanvasRenderingContext2D): void {
  ink.save();
  ink.beginPath();
  ink.rect(0, 0, cellWidth, cellHeight);
  ink.clip();
  ink.scale(cellWidth / 128, cellHeight / 128);
  ink.fillStyle = '#0a7a4b';
  ink.fillRect(0, 0, 128, 128);
  ink.fillStyle = '#ffffff';
  for (const [x, y, size] of [
    [50, 58, 1],
    [78, 58, 1],
    [64, 52, 1.2],
  ] as const) {
    ink.beginPath();
    ink.arc(x, y, 7 * size, 0, Math.PI * 2);
    ink.fill();
    ink.fillRect(x - 8 * size, y + 9 * size, 16 * size, 22 * size);
  }
  for (let quarter = 0; quarter < 4; quarter += 1) {
    ink.save();
    ink.translate(64, 64);
    ink.rotate(Math.PI / 4 + (quarter * Math.PI) / 2);
    ink.beginPath();
    ink.moveTo(38, 0);
    ink.lineTo(58, -14);
    ink.lineTo(58, -6);
    ink.lineTo(76, -6);
    ink.lineTo(76, 6);
    ink.lineTo(58, 6);
    ink.lineTo(58, 14);
    ink.fill();
    ink.restore();
  }
  ink.restore();
}
