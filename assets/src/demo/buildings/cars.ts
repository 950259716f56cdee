import { footprint, ringContains, type Site } from '@upwind/scenes';
import { baysOf } from '../ground/paint-areas.ts';
import { fill, rectangle } from '../paint/brush.ts';
import { Canvas, type Colour } from '../paint/canvas.ts';
import { hashed } from '../paint/noise.ts';

/** A parked car: its middle, and which of the paints it has. */
export interface Car {
  readonly x: number;
  readonly y: number;
  readonly paint: number;
  readonly northwards: boolean;
}

export const CAR = { lengthM: 4.5, widthM: 1.8, bodyM: 0.8, roofM: 1.45 } as const;

export const carPaints = [
  [206, 206, 204],
  [52, 54, 58],
  [150, 152, 154],
  [122, 38, 34],
  [58, 76, 106],
  [178, 170, 152],
] as const satisfies readonly Colour[];

/** Three bays of four are taken on a working day. */
const TAKEN = 0.74;

export function parkedCars(site: Site): Car[] {
  return site.elements.flatMap((element): Car[] => {
    if (element.kind !== 'pad' || !/car park/i.test(element.name.en)) return [];
    const ring = footprint(element);
    const xs = ring.map(([x]) => x);
    const ys = ring.map(([, y]) => y);
    const bays = baysOf(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
    return bays.flatMap(({ x, y, row }, i): Car[] => {
      if (hashed(i, 1, 81) > TAKEN || !ringContains(ring, [x, y])) return [];
      // White is half of all cars.
      const paint = hashed(i, 2, 81) < 0.42 ? 0 : Math.floor(hashed(i, 3, 81) * carPaints.length);
      const aside = (hashed(i, 4, 81) - 0.5) * 0.5;
      return [{ x: x + aside, y: y + (hashed(i, 5, 81) - 0.5) * 0.6, paint, northwards: row % 2 === 0 }];
    });
  });
}

/** A car from above, its front to the right. */
export function paintCar(paint: Colour, pixelM: number): Canvas {
  const [a, b] = [CAR.lengthM / 2, CAR.widthM / 2];
  const canvas = new Canvas(-a, -b, a, b, pixelM);
  const flatOf =
    (colour: Colour) =>
    (_x: number, _y: number, ink: { from: (colour: Colour) => void }): number => {
      ink.from(colour);
      return 1;
    };
  canvas.flood(flatOf(paint));
  const dark: Colour = [44, 50, 56];
  fill(canvas, rectangle(0.35, -b + 0.2, 0.95, b - 0.2), flatOf(dark));
  fill(canvas, rectangle(-1.75, -b + 0.22, -1.3, b - 0.22), flatOf(dark));
  for (const side of [-1, 1]) {
    fill(canvas, rectangle(-1.25, side * (b - 0.14) - 0.1, 0.3, side * (b - 0.14) + 0.1), flatOf(dark));
  }
  return canvas;
}
