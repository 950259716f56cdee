import { freeStretches, type RoadNet } from '../ground/road-lines.ts';
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

/** Raised kerbs along every road where no other road joins; each piece belongs to the tile its middle is in. */
export function addKerbs(mesh: MeshBuilder, area: Rectangle, picture: Canvas, height: Height, net: RoadNet): void {
  for (const piece of net.pieces) {
    for (const side of [-1, 1]) {
      const inner = (side * piece.widthM) / 2;
      const outer = inner + side * KERB_WIDTH_M;
      // The corners' arcs are flush.
      for (const [start, end] of freeStretches(net, piece, outer, 7)) {
        const count = Math.max(1, Math.round((end - start) / KERB_PIECE_M));
        for (let k = 0; k < count; k++) {
          const [from, to] = [start + ((end - start) * k) / count, start + ((end - start) * (k + 1)) / count];
          const [mx, my] = piece.at((from + to) / 2, inner);
          if (mx < area.minX || mx >= area.maxX || my < area.minY || my >= area.maxY) continue;
          addKerb(mesh, picture, height, side, (along, left) => piece.at(along, left), from, to, inner, outer);
        }
      }
    }
  }
}

function addKerb(
  mesh: MeshBuilder,
  picture: Canvas,
  height: Height,
  side: number,
  at: (along: number, left: number) => readonly [number, number],
  from: number,
  to: number,
  inner: number,
  outer: number,
): void {
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
    if (side < 0) {
      mesh.triangle(a, c, b);
      mesh.triangle(a, d, c);
    } else {
      mesh.triangle(a, b, c);
      mesh.triangle(a, c, d);
    }
  }
}
