/** Corners in metres, not closed twice. */
export type Outline = readonly (readonly [number, number])[];

/** Where a filled shape lands: rows of pixels with the share of each that it covers. */
export interface FillTarget {
  readonly width: number;
  readonly height: number;
  columnOf(x: number): number;
  rowOf(y: number): number;
}

/** Lines of sampling per row of pixels; along a row the coverage is exact. */
const SUBROWS = 4;

interface Edge {
  /** upper and lower end in rows, column at the upper end, columns per row */
  readonly top: number;
  readonly bottom: number;
  readonly column: number;
  readonly slope: number;
}

/**
 * Fills outlines by the even-odd rule with soft edges. Calls back for each row that is touched, with coverage from
 * column `first` to `last`; the array is used again for the next row.
 */
export function fillOutlines(
  target: FillTarget,
  outlines: readonly Outline[],
  onRow: (row: number, first: number, last: number, coverage: Float32Array) => void,
): void {
  const edges = outlines.flatMap((outline) => edgesOf(target, outline)).sort((a, b) => a.top - b.top);
  if (edges.length === 0) return;
  let end = 0;
  for (const edge of edges) if (edge.bottom > end) end = edge.bottom;
  const top = Math.max(0, Math.floor(edges[0]?.top ?? 0));
  const bottom = Math.min(target.height - 1, Math.ceil(end) - 1);
  const coverage = new Float32Array(target.width + 1);
  const crossings = new Float64Array(edges.length);
  let active: Edge[] = [];
  let next = 0;
  for (let row = top; row <= bottom; row++) {
    for (let edge = edges[next]; edge !== undefined && edge.top < row + 1; edge = edges[next]) {
      active.push(edge);
      next++;
    }
    if (active.some((edge) => edge.bottom <= row)) active = active.filter((edge) => edge.bottom > row);
    let first = target.width;
    let last = -1;
    for (let sub = 0; sub < SUBROWS; sub++) {
      const count = crossedAt(active, row + (sub + 0.5) / SUBROWS, crossings);
      for (let i = 0; i + 1 < count; i += 2) {
        const from = Math.max(0, crossings[i] ?? 0);
        const to = Math.min(target.width, crossings[i + 1] ?? 0);
        if (to <= from) continue;
        span(coverage, from, to);
        first = Math.min(first, Math.floor(from));
        last = Math.max(last, Math.min(target.width - 1, Math.floor(to)));
      }
    }
    if (last < 0) continue;
    onRow(row, first, last, coverage.subarray(first, last + 1));
    coverage.fill(0, first, last + 1);
  }
}

/** Where a sampling line crosses the edges, in order; returns how many. */
function crossedAt(active: readonly Edge[], y: number, crossings: Float64Array): number {
  let count = 0;
  for (const edge of active) {
    if (edge.top > y || edge.bottom <= y) continue;
    const column = edge.column + (y - edge.top) * edge.slope;
    let at = count++;
    for (; at > 0 && (crossings[at - 1] ?? 0) > column; at--) crossings[at] = crossings[at - 1] ?? 0;
    crossings[at] = column;
  }
  return count;
}

/** Adds one sampling line's share of a run from `from` to `to`. */
function span(coverage: Float32Array, from: number, to: number): void {
  const share = 1 / SUBROWS;
  const [start, end] = [Math.floor(from), Math.floor(to)];
  if (start === end) {
    coverage[start] = (coverage[start] ?? 0) + (to - from) * share;
    return;
  }
  coverage[start] = (coverage[start] ?? 0) + (start + 1 - from) * share;
  for (let column = start + 1; column < end; column++) coverage[column] = (coverage[column] ?? 0) + share;
  coverage[end] = (coverage[end] ?? 0) + (to - end) * share;
}

function edgesOf(target: FillTarget, outline: Outline): Edge[] {
  const points = outline.map(([x, y]) => [target.columnOf(x), target.rowOf(y)] as const);
  return points.flatMap(([x0, y0], i): Edge[] => {
    const [x1, y1] = points[(i + 1) % points.length] ?? [x0, y0];
    if (y0 === y1) return [];
    const slope = (x1 - x0) / (y1 - y0);
    return y0 < y1 ? [{ top: y0, bottom: y1, column: x0, slope }] : [{ top: y1, bottom: y0, column: x1, slope }];
  });
}
