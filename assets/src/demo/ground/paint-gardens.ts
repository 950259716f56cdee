import { type Element, footprint, type Site } from '@upwind/scenes';
import { circle, fill, fillBetween, rectangle, roughened, segment } from '../paint/brush.ts';
import type { Canvas } from '../paint/canvas.ts';
import type { Outline } from '../paint/fill.ts';
import type { Place, RoadNet } from './road-lines.ts';
import { kerbStone, lawn, pavers, slabs, yardAsphalt } from './surfaces.ts';

/** Where people work there is lawn. */
const withLawn: ReadonlySet<string> = new Set(['office', 'laboratory', 'canteen', 'control-room', 'fire-station']);
/** Where lorries come there is concrete. */
const withYard: ReadonlySet<string> = new Set(['warehouse', 'workshop', 'fire-station', 'loading-rack']);
const withDrive: ReadonlySet<string> = new Set([...withLawn, ...withYard, 'substation', 'cooling-tower', 'furnace']);

/** Lawns around offices, aprons before stores, and a drive from each building to its road. */
export function paintGardens(canvas: Canvas, site: Site, net: RoadNet): void {
  const buildings = site.elements.filter(({ kind, shape }) => withDrive.has(kind) && shape.kind === 'box');
  for (const building of buildings) {
    if (withLawn.has(building.kind)) fill(canvas, roughened(around(building, 27), 0.35), lawn(false));
  }
  for (const building of buildings) {
    const small = building.shape.kind === 'box' && building.shape.lengthM < 20;
    if (withYard.has(building.kind)) fill(canvas, around(building, small ? 2.5 : 5), slabs(5, 0.6));
    else fill(canvas, around(building, small ? 1.6 : 2.6), pavers);
    drive(canvas, building, net);
  }
}

function around(building: Element, by: number): Outline {
  const ring = footprint(building);
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  return rectangle(Math.min(...xs) - by, Math.min(...ys) - by, Math.max(...xs) + by, Math.max(...ys) + by);
}

/** The shortest way straight to a road, wide enough for what comes there. */
function drive(canvas: Canvas, building: Element, net: RoadNet): void {
  const [x, y] = building.at;
  const [nearest] = net.pieces
    .flatMap((piece) => {
      const left = piece.offset(x, y);
      const along =
        (x - piece.from[0]) * (piece.at(1, 0)[0] - piece.from[0]) +
        (y - piece.from[1]) * (piece.at(1, 0)[1] - piece.from[1]);
      const within = along > piece.widthM && along < piece.lengthM - piece.widthM;
      return within ? [{ to: piece.at(along, 0), distance: Math.abs(left) }] : [];
    })
    .sort((a, b) => a.distance - b.distance);
  if (nearest === undefined || nearest.distance > 70) return;
  const wide = withYard.has(building.kind);
  const width = wide ? 9 : building.kind === 'office' ? 5 : 4;
  const from: Place = [x, y];
  fill(canvas, segment(from, nearest.to, width + 0.7), kerbStone);
  fill(canvas, segment(from, nearest.to, width), wide ? slabs(4.5, 0.8) : yardAsphalt);
  if (building.kind === 'office' && building.shape.kind === 'box' && building.shape.lengthM > 40) {
    // A round bed before the main building, where the flags stand.
    const [cx, cy] = [(x + 2 * nearest.to[0]) / 3, (y + 2 * nearest.to[1]) / 3];
    fill(canvas, circle(cx, cy, 9.5), yardAsphalt);
    fill(canvas, circle(cx, cy, 4.6), lawn(false));
    fillBetween(canvas, circle(cx, cy, 4.9), circle(cx, cy, 4.5), kerbStone);
  }
}
