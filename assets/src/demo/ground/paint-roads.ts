import { fill, flat, segment, worn } from '../paint/brush.ts';
import type { Canvas, Shader } from '../paint/canvas.ts';
import { cloud, hashed, seeded, seedOf } from '../paint/noise.ts';
import { paintCorners } from './paint-corners.ts';
import { freeStretches, type Place, type RoadNet, type RoadPiece } from './road-lines.ts';
import { asphalt, colours, kerbStone, lawn, pavers } from './surfaces.ts';

/** A road this wide has two marked lanes and a paved way beside it. */
const MAIN_ROAD_M = 9;
const KERB_M = 0.35;

/** Verges, gutters, carriageways, wear and markings of all roads. */
export function paintRoads(canvas: Canvas, net: RoadNet): void {
  const verge = lawn(false);
  for (const piece of net.pieces) stripAlong(canvas, piece, piece.widthM + 2 * 2.4, verge, 2.4);
  for (const piece of net.pieces) {
    if (piece.widthM > MAIN_ROAD_M) stripAlong(canvas, piece, piece.widthM + 2 * 1.9, pavers, 1.9);
  }
  for (const piece of net.pieces) stripAlong(canvas, piece, piece.widthM + 2 * KERB_M, kerbStone, KERB_M);
  paintCorners(canvas, net);
  for (const piece of net.pieces) stripAlong(canvas, piece, piece.widthM, asphalt(piece.offset, piece.widthM), 0);
  for (const piece of net.pieces) wear(canvas, piece);
  for (const piece of net.pieces) mark(canvas, net, piece);
}

/** A piece with its ends lengthened, so that corners of a bent road are filled. */
function stripAlong(canvas: Canvas, piece: RoadPiece, width: number, shader: Shader, beyond: number): void {
  const reach = piece.widthM / 2 + beyond;
  fill(canvas, segment(piece.at(-reach, 0), piece.at(piece.lengthM + reach, 0), width), shader);
}

/** Mended patches, cracks sealed with tar, manhole covers, drips. */
function wear(canvas: Canvas, piece: RoadPiece): void {
  const random = seeded(seedOf(piece.id) ^ Math.round(piece.from[0] * 7 + piece.from[1]));
  const half = piece.widthM / 2;
  for (let along = random() * 20; along < piece.lengthM; along += 14 + random() * 46) {
    const left = (random() - 0.5) * piece.widthM * 0.7;
    const kind = random();
    if (kind < 0.34) {
      const width = Math.min(1.2 + random() * 2, half);
      const tone = random() < 0.7 ? colours.asphaltNew : ([98, 98, 97] as const);
      const shape = segment(piece.at(along, left), piece.at(along + 2 + random() * 9, left), width);
      fill(canvas, shape, flat(tone, 0.55 + random() * 0.3));
    } else if (kind < 0.72) {
      crack(canvas, piece, along, left, random);
    } else {
      const [x, y] = piece.at(along, left);
      disc(canvas, x, y, 0.42, [58, 56, 53]);
      disc(canvas, x, y, 0.3, [84, 80, 74]);
    }
  }
}

function disc(canvas: Canvas, x: number, y: number, radius: number, colour: readonly [number, number, number]): void {
  const corners = Array.from({ length: 12 }, (_, i) => {
    const angle = (i * Math.PI) / 6;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)] as const;
  });
  fill(canvas, corners, flat(colour, 0.9));
}

function crack(canvas: Canvas, piece: RoadPiece, along: number, left: number, random: () => number): void {
  let [a, l] = [along, left];
  const crosswise = random() < 0.4;
  for (let step = 0; step < 9; step++) {
    const next = crosswise ? [a + (random() - 0.5) * 0.6, l + 0.7] : [a + 1.1, l + (random() - 0.5) * 0.7];
    const [na = a, nl = l] = next;
    if (Math.abs(nl) > piece.widthM / 2 - 0.2 || na > piece.lengthM) return;
    fill(canvas, segment(piece.at(a, l), piece.at(na, nl), 0.16), flat([56, 56, 58], 0.6));
    [a, l] = [na, nl];
  }
}

/** Edge lines, middle line, stop lines, zebra crossings where main roads meet, arrows. */
function mark(canvas: Canvas, net: RoadNet, piece: RoadPiece): void {
  const half = piece.widthM / 2;
  const white = worn(colours.linePaint);
  const yellow = worn(colours.yellowPaint, 0.88);
  const line = (from: Place, to: Place, width: number, shader: Shader) =>
    fill(canvas, segment(from, to, width), shader);
  for (const left of [-half + 0.3, half - 0.3]) {
    for (const [start, end] of freeStretches(net, piece, left, 0.6)) {
      line(piece.at(start, left), piece.at(end, left), 0.15, white);
    }
  }
  const isMain = piece.widthM > MAIN_ROAD_M;
  for (const [start, end] of freeStretches(net, piece, 0, 2.5)) {
    if (isMain) {
      for (const left of [-0.16, 0.16]) line(piece.at(start, left), piece.at(end, left), 0.14, yellow);
    } else {
      for (let along = start + 2; along + 3 < end; along += 9) {
        line(piece.at(along, 0), piece.at(along + 3.5, 0), 0.16, piece.widthM > 7 ? yellow : white);
      }
    }
    if (end - start < 24 || piece.widthM < 7) continue;
    const crossings: readonly (readonly [number, number])[] = [
      [start, 1],
      [end, -1],
    ];
    for (const [at, inwards] of crossings) {
      if (at < 1 || at > piece.lengthM - 1) continue;
      // Traffic keeps right: the stop line lies on the half that drives out of the stretch.
      const side = inwards < 0 ? -1 : 1;
      const zebra = isMain && hashed(Math.round(at), seedOf(piece.id), 5) < 0.6;
      if (zebra) crossing(canvas, piece, at + inwards * 0.6, inwards, white);
      const stop = at + inwards * (zebra ? 5.6 : 0.6);
      line(piece.at(stop, side * 0.2), piece.at(stop, side * (half - 0.4)), 0.4, white);
      arrow(canvas, piece, stop + inwards * 5, -inwards, side * (half / 2), white);
    }
  }
}

function crossing(canvas: Canvas, piece: RoadPiece, start: number, inwards: number, shader: Shader): void {
  for (let left = -piece.widthM / 2 + 0.7; left < piece.widthM / 2 - 0.5; left += 1.05) {
    fill(canvas, segment(piece.at(start, left), piece.at(start + inwards * 4, left), 0.5), shader);
  }
}

/** Straight on: a shaft and a head, pointing along `heading` times the piece's direction. */
function arrow(canvas: Canvas, piece: RoadPiece, along: number, heading: number, left: number, shader: Shader): void {
  fill(canvas, segment(piece.at(along, left), piece.at(along + heading * 2.6, left), 0.22), shader);
  fill(
    canvas,
    [
      piece.at(along + heading * 2.5, left - 0.5),
      piece.at(along + heading * 4.4, left),
      piece.at(along + heading * 2.5, left + 0.5),
    ],
    shader,
  );
}

/** How uneven the light lies over a flown mosaic: pictures of different minutes, joined. */
export function exposure(x: number, y: number): number {
  return 1 + 0.035 * cloud(x, y, 160, 50) + 0.02 * cloud(x, y, 60, 51);
}
