import { fill } from '../paint/brush.ts';
import type { Canvas, Shader } from '../paint/canvas.ts';
import type { Outline } from '../paint/fill.ts';
import type { RoadNet, RoadPiece } from './road-lines.ts';
import { kerbStone, yardAsphalt } from './surfaces.ts';

/** Radius of a kerb where roads meet: a fire engine turns in it. */
const RADIUS_M = 7;

type Direction = readonly [number, number];

/** Rounds the corners where roads cross or meet at right angles. */
export function paintCorners(canvas: Canvas, { pieces }: RoadNet): void {
  const corners = pieces.flatMap((a, i) => pieces.slice(i + 1).flatMap((b) => cornersOf(a, b)));
  const paint = (radius: number, grown: number, shader: Shader) => {
    for (const corner of corners) fill(canvas, rounded(corner, radius, grown), shader);
  };
  paint(RADIUS_M, 0.35, kerbStone);
  paint(RADIUS_M, 0, yardAsphalt);
}

interface Corner {
  /** where the edges of the two roads cross */
  readonly at: readonly [number, number];
  readonly alongA: Direction;
  readonly alongB: Direction;
}

function cornersOf(a: RoadPiece, b: RoadPiece): Corner[] {
  const ua = unit(a);
  const ub = unit(b);
  if (Math.abs(ua[0] * ub[0] + ua[1] * ub[1]) > 0.05) return [];
  // The middle lines cross at `alongA` of a, `alongB` of b.
  const alongA = (b.from[0] - a.from[0]) * ua[0] + (b.from[1] - a.from[1]) * ua[1];
  const alongB = (a.from[0] - b.from[0]) * ub[0] + (a.from[1] - b.from[1]) * ub[1];
  const reaches = (along: number, piece: RoadPiece, other: RoadPiece, sign: number) => {
    const left = sign > 0 ? piece.lengthM - along : along;
    return left > other.widthM / 2 + RADIUS_M;
  };
  const touches = (along: number, piece: RoadPiece) => along > -6 && along < piece.lengthM + 6;
  if (!touches(alongA, a) || !touches(alongB, b)) return [];
  const corners: Corner[] = [];
  for (const signA of [-1, 1]) {
    for (const signB of [-1, 1]) {
      if (!reaches(alongA, a, b, signA) || !reaches(alongB, b, a, signB)) continue;
      const [da, db] = [(signA * b.widthM) / 2, (signB * a.widthM) / 2];
      const [x, y] = a.at(alongA, 0);
      corners.push({
        at: [x + ua[0] * da + ub[0] * db, y + ua[1] * da + ub[1] * db],
        alongA: [ua[0] * signA, ua[1] * signA],
        alongB: [ub[0] * signB, ub[1] * signB],
      });
    }
  }
  return corners;
}

function unit(piece: RoadPiece): Direction {
  return [(piece.to[0] - piece.from[0]) / piece.lengthM, (piece.to[1] - piece.from[1]) / piece.lengthM];
}

/** The piece of carriageway between the corner and the arc. `grown` moves the arc outwards by the kerb's width. */
function rounded({ at, alongA, alongB }: Corner, radius: number, grown: number): Outline {
  const point = (a: number, b: number) =>
    [at[0] + alongA[0] * a + alongB[0] * b, at[1] + alongA[1] * a + alongB[1] * b] as const;
  const arc = Array.from({ length: 9 }, (_, i) => {
    const angle = (i / 8) * (Math.PI / 2);
    const reach = radius - grown;
    return point(radius - reach * Math.sin(angle), radius - reach * Math.cos(angle));
  });
  return [point(-0.5, -0.5), point(radius, -0.5), ...arc, point(-0.5, radius)];
}
