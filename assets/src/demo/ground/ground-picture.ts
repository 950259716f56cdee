import type { Site } from '@upwind/scenes';
import { Canvas } from '../paint/canvas.ts';
import type { Extent } from './extent.ts';
import { paintAreas } from './paint-areas.ts';
import { paintFenceLines, paintFootings, paintRackLines } from './paint-footings.ts';
import { paintGardens } from './paint-gardens.ts';
import { exposure, paintRoads } from './paint-roads.ts';
import { roadNet } from './road-lines.ts';
import { castShadows, closeness } from './shade.ts';
import { yard } from './surfaces.ts';

/** Paints a piece of a site's ground as it looks from above: surfaces, markings, wear, then light. */
export function paintGround(site: Site, { min, max }: Extent, pixelM: number): Canvas {
  const canvas = new Canvas(min[0], min[1], max[0], max[1], pixelM);
  canvas.flood(yard);
  const net = roadNet(site);
  paintGardens(canvas, site, net);
  paintRackLines(canvas, site);
  paintRoads(canvas, net);
  paintAreas(canvas, site);
  paintFenceLines(canvas, site);
  paintFootings(canvas, site, net);
  light(canvas, site, { min, max });
  return canvas;
}

/** Shadows are not black: the sky lights them, bluish. */
const SHADE = [0.44, 0.49, 0.57] as const;
/** How much of the sky a wall takes away close by. */
const CLOSE = 0.3;

/** What the camera makes of it: a sunny exposure, a little contrast. */
const developed = Uint8ClampedArray.from({ length: 256 }, (_, value) => {
  const t = (value / 255) * 1.19;
  return 255 * (t + 0.16 * (t - 0.5) * Math.max(0, t * (1 - t)) * 4 * 0.6);
});

function light(canvas: Canvas, site: Site, extent: Extent): void {
  const shadows = castShadows(site, extent);
  const evenness = closeness(site, extent);
  evenness.change((close, x, y) => exposure(x, y) * (1 - CLOSE * close));
  const { rgb, width, height, pixelM, minX, maxY } = canvas;
  const darker = SHADE.map((share) => 1 - share) as [number, number, number];
  for (let row = 0, at = 0; row < height; row++) {
    const y = maxY - (row + 0.5) * pixelM;
    for (let column = 0; column < width; column++, at += 3) {
      const x = minX + (column + 0.5) * pixelM;
      const shadow = shadows.at(x, y);
      const even = evenness.at(x, y);
      rgb[at] = developed[((rgb[at] ?? 0) * even * (1 - shadow * darker[0])) | 0] ?? 0;
      rgb[at + 1] = developed[((rgb[at + 1] ?? 0) * even * (1 - shadow * darker[1])) | 0] ?? 0;
      rgb[at + 2] = developed[((rgb[at + 2] ?? 0) * even * (1 - shadow * darker[2])) | 0] ?? 0;
    }
  }
}
