import { freeStretches, type RoadNet, type RoadPiece } from '../ground/road-lines.ts';
import type { Canvas } from '../paint/canvas.ts';
import type { MeshBuilder } from './mesh-builder.ts';

export interface Rectangle {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

type Height = (x: number, y: number) => number;

/** A net of triangles over a rectangle, with the ground's picture (which may reach farther) on it. */
export function addGround(mesh: MeshBuilder, area: Rectangle, picture: Canvas, height: Height, cellM: number): void {
  const columns = Math.max(1, Math.round((area.maxX - area.minX) / cellM));
  const rows = Math.max(1, Math.round((area.maxY - area.minY) / cellM));
  const corners: number[] = [];
  for (let j = 0; j <= rows; j++) {
    const y = area.minY + ((area.maxY - area.minY) * j) / rows;
    for (let i = 0; i <= columns; i++) {
      const x = area.minX + ((area.maxX - area.minX) * i) / columns;
      corners.push(mesh.vertex([x, y, height(x, y)], picture.columnOf(x), picture.rowOf(y)));
    }
  }
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const a = corners[j * (columns + 1) + i] ?? 0;
      const b = corners[j * (columns + 1) + i + 1] ?? 0;
      const c = corners[(j + 1) * (columns + 1) + i + 1] ?? 0;
      const d = corners[(j + 1) * (columns + 1) + i] ?? 0;
      mesh.triangle(a, b, c);
      mesh.triangle(a, c, d);
    }
  }
}

const KERB_WIDTH_M = 0.35;
const KERB_HEIGHT_M = 0.16;
/** A kerb longer than this is laid in pieces, so that it follows the ground and stays in its tile. */
const KERB_PIECE_M = 10;

/** One straight piece of kerb beside a road. */
export interface Kerb {
  readonly at: RoadPiece['at'];
  /** metres along the road */
  readonly from: number;
  readonly to: number;
  /** metres to the left of its middle */
  readonly inner: number;
  readonly outer: number;
  readonly middle: readonly [number, number];
}

/** The kerbs of all roads, where no other road joins. */
export function kerbsOf(net: RoadNet): Kerb[] {
  return net.pieces.flatMap((piece) =>
    [-1, 1].flatMap((side): Kerb[] => {
      const inner = (side * piece.widthM) / 2;
      const outer = inner + side * KERB_WIDTH_M;
      // The corners' arcs are flush.
      return freeStretches(net, piece, outer, 7).flatMap(([start, end]): Kerb[] => {
        const count = Math.max(1, Math.round((end - start) / KERB_PIECE_M));
        return Array.from({ length: count }, (_, k): Kerb => {
          const [from, to] = [start + ((end - start) * k) / count, start + ((end - start) * (k + 1)) / count];
          return { at: piece.at, from, to, inner, outer, middle: piece.at((from + to) / 2, inner) };
        });
      });
    }),
  );
}

/** Raises the kerbs whose middle is in the tile. */
export function addKerbs(
  mesh: MeshBuilder,
  area: Rectangle,
  picture: Canvas,
  height: Height,
  kerbs: readonly Kerb[],
): void {
  for (const kerb of kerbs) {
    const [x, y] = kerb.middle;
    if (x < area.minX || x >= area.maxX || y < area.minY || y >= area.maxY) continue;
    addKerb(mesh, picture, height, kerb);
  }
}

function addKerb(mesh: MeshBuilder, picture: Canvas, height: Height, { at, from, to, inner, outer }: Kerb): void {
  const vertex = (along: number, left: number, up: number, colourAt: number) => {
    const [x, y] = at(along, left);
    const [cx, cy] = at(along, colourAt);
    return mesh.vertex([x, y, height(x, y) + up], picture.columnOf(cx), picture.rowOf(cy));
  };
  const middle = (inner + outer) / 2;
  const rails = [
    [vertex(from, inner, -0.02, middle), vertex(to, inner, -0.02, middle)],
    [vertex(from, inner, KERB_HEIGHT_M, middle), vertex(to, inner, KERB_HEIGHT_M, middle)],
    [vertex(from, outer, KERB_HEIGHT_M, middle), vertex(to, outer, KERB_HEIGHT_M, middle)],
    [vertex(from, outer, -0.02, outer), vertex(to, outer, -0.02, outer)],
  ] as const;
  for (let i = 0; i + 1 < rails.length; i++) {
    const [low, high] = [rails[i], rails[i + 1]];
    if (low === undefined || high === undefined) continue;
    const [a, b, c, d] = [low[0], low[1], high[1], high[0]];
    // Facing outwards on either side of the road.
    if (outer < inner) {
      mesh.triangle(a, c, b);
      mesh.triangle(a, d, c);
    } else {
      mesh.triangle(a, b, c);
      mesh.triangle(a, c, d);
    }
  }
}
