/** A pair as drawn. */
export interface FigurePoint {
  readonly observed: number;
  readonly predicted: number;
  readonly distanceM: number;
  readonly stable: boolean;
}

const width = 640;
const height = 560;
const left = 70;
const right = 610;
const top = 50;
const bottom = 500;
const stableColour = '#2b5d8a';
const unstableColour = '#c2571a';

/** Predicted against observed, both logarithmic, with the lines of equality and of a factor of two. */
export function scatterFigure(title: string, points: readonly FigurePoint[]): string {
  const values = points.flatMap(({ observed, predicted }) => [observed, predicted]).filter((value) => value > 0);
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.ceil(Math.log10(Math.max(...values)));
  const x = (value: number): number => left + ((Math.log10(value) - low) / (high - low)) * (right - left);
  const y = (value: number): number => bottom - ((Math.log10(value) - low) / (high - low)) * (bottom - top);
  const parts = [...frame(title, 'observed', 'predicted')];
  for (let k = low; k <= high; k += 1) {
    parts.push(text(x(10 ** k), bottom + 20, decade(k), 'middle'), text(left - 8, y(10 ** k) + 4, decade(k), 'end'));
  }
  for (const [factor, dash] of [
    [1, ''],
    [2, '5 4'],
    [0.5, '5 4'],
  ] as const) {
    const from = Math.max(10 ** low, 10 ** low / factor);
    const to = Math.min(10 ** high, 10 ** high / factor);
    parts.push(line(x(from), y(from * factor), x(to), y(to * factor), dash));
  }
  for (const point of points) {
    if (point.predicted <= 0) continue;
    parts.push(dot(x(point.observed), y(point.predicted), point.stable));
  }
  return svg(parts);
}

/** Ratio of predicted to observed along the distance. */
export function arcFigure(title: string, points: readonly FigurePoint[]): string {
  const distances = [...new Set(points.map(({ distanceM }) => distanceM))].sort((a, b) => a - b);
  const x = (distance: number): number =>
    left + ((distances.indexOf(distance) + 0.5) / distances.length) * (right - left);
  const y = (ratio: number): number => {
    const share = (Math.log2(Math.min(8, Math.max(1 / 8, ratio))) + 3) / 6;
    return bottom - share * (bottom - top);
  };
  const parts = [...frame(title, 'distance, m', 'predicted / observed')];
  for (const ratio of [1 / 8, 1 / 4, 1 / 2, 1, 2, 4, 8]) {
    parts.push(text(left - 8, y(ratio) + 4, String(ratio), 'end'));
    if (ratio >= 0.5 && ratio <= 2) parts.push(line(left, y(ratio), right, y(ratio), ratio === 1 ? '' : '5 4'));
  }
  for (const distance of distances) parts.push(text(x(distance), bottom + 20, String(distance), 'middle'));
  points.forEach((point, k) => {
    const aside = (point.stable ? -1 : 1) * (8 + (k % 7) * 3);
    parts.push(dot(x(point.distanceM) + aside, y(point.predicted / point.observed), point.stable));
  });
  return svg(parts);
}

function frame(title: string, xTitle: string, yTitle: string): string[] {
  return [
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<rect x="${left}" y="${top}" width="${right - left}" height="${bottom - top}" fill="none" stroke="#333"/>`,
    text(left, 30, title, 'start'),
    text((left + right) / 2, height - 20, xTitle, 'middle'),
    `<g transform="translate(18 ${(top + bottom) / 2}) rotate(-90)">${text(0, 0, yTitle, 'middle')}</g>`,
    dot(right - 150, 26, true),
    text(right - 140, 30, 'stable', 'start'),
    dot(right - 80, 26, false),
    text(right - 70, 30, 'unstable', 'start'),
  ];
}

function dot(x: number, y: number, stable: boolean): string {
  return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="3.5" fill="${stable ? stableColour : unstableColour}" fill-opacity="0.7"/>`;
}

function line(x1: number, y1: number, x2: number, y2: number, dash: string): string {
  const ends = `x1="${x1.toFixed(1)}" y1="${y1.toFixed(1)}" x2="${x2.toFixed(1)}" y2="${y2.toFixed(1)}"`;
  return `<line ${ends} stroke="#555"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}/>`;
}

function text(x: number, y: number, words: string, anchor: string): string {
  const safe = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}" font-family="sans-serif" font-size="13" fill="#222">${safe}</text>`;
}

function decade(k: number): string {
  return k >= 0 ? String(10 ** k) : (10 ** k).toFixed(-k);
}

function svg(parts: readonly string[]): string {
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>\n${parts.join('\n')}\n</svg>\n`;
}
