import { bar, box, type Detail } from './forms.ts';
import { type Paint, paints } from './paint.ts';
import type { Solid } from './solid.ts';

function wheels(solid: Solid, xs: readonly number[], track: number, radius: number): void {
  solid.paint(paints.tyre);
  for (const x of xs) {
    for (const side of [-1, 1]) {
      bar(solid, [x, (side * track) / 2, radius], [x, (side * (track + 0.5)) / 2, radius], radius, 10, true);
    }
  }
}

/** A tank lorry some 12 m long, cab towards +x. */
export function tankLorry(solid: Solid, cab: Paint, detail: Detail): void {
  wheels(solid, detail === 'fine' ? [4.6, 1.6, -2.6, -3.9, -5.2] : [4.6, 1.6, -3.9], 1.9, 0.52);
  solid.paint(paints.darkSteel);
  box(solid, -0.2, 0, 0.7, 11.4, 0.9, 0.3);
  solid.paint(paints.tankerSteel);
  bar(solid, [-6, 0, 2.15], [2.6, 0, 2.15], 1.12, 16, true);
  solid.paint(paints.darkSteel);
  box(solid, -1.7, 0, 3.25, 7.4, 0.5, 0.12);
  solid.paint(cab);
  box(solid, 4.7, 0, 0.75, 2.2, 2.4, 2.2);
  solid.paint(paints.glass);
  box(solid, 4.95, 0, 1.9, 1.75, 2.44, 0.75);
}
