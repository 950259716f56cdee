import { roadPace, type Walkable } from './walkable.ts';

/** Calls `visit(next, lengthM, pace)` for each neighbour that one may step to: eight ways, no cutting of corners. */
export function eachStep(
  { nx, ny, cellM, pace }: Walkable,
  cell: number,
  visit: (next: number, lengthM: number, pace: number) => void,
): void {
  const i = cell % nx;
  const j = (cell - i) / nx;
  for (let dj = -1; dj <= 1; dj += 1) {
    for (let di = -1; di <= 1; di += 1) {
      if (di === 0 && dj === 0) continue;
      if (i + di < 0 || i + di >= nx || j + dj < 0 || j + dj >= ny) continue;
      const next = cell + dj * nx + di;
      const speed = pace[next] as number;
      if (speed === 0) continue;
      const diagonal = di !== 0 && dj !== 0;
      if (diagonal && (pace[cell + di] === 0 || pace[cell + dj * nx] === 0)) continue;
      visit(next, diagonal ? cellM * Math.SQRT2 : cellM, speed / roadPace);
    }
  }
}
