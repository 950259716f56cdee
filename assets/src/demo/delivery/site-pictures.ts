import type { Site } from '@upwind/scenes';
import { type Building, buildingsOf } from '../buildings/building.ts';
import { type Car, carPaints, paintCar, parkedCars } from '../buildings/cars.ts';
import { paintRoof, paintUnit } from '../buildings/roofs.ts';
import { paintWall } from '../buildings/walls.ts';
import { paintGround } from '../ground/ground-picture.ts';
import { roadNet } from '../ground/road-lines.ts';
import { type Kerb, kerbsOf, type Rectangle } from '../mesh/ground-mesh.ts';
import { shrunk } from '../mesh/scaled.ts';
import { terrain } from '../mesh/terrain.ts';
import type { Canvas } from '../paint/canvas.ts';
import { levels, MARGIN_PIXELS, PIXEL_M, WALL_PIXEL_M } from './levels.ts';

/** Everything that the tiles of one root tile are cut from, each picture once per size. */
export interface SitePictures {
  readonly ground: (factor: number) => Canvas;
  readonly walls: (building: Building, factor: number) => readonly [Canvas, Canvas, Canvas, Canvas];
  readonly roof: (building: Building, factor: number) => Canvas;
  readonly unit: (factor: number) => Canvas;
  readonly car: (paint: number, factor: number) => Canvas;
  readonly buildings: readonly Building[];
  readonly cars: readonly Car[];
  readonly kerbs: readonly Kerb[];
  readonly height: (x: number, y: number) => number;
}

export function paintSite(site: Site, { minX, minY, maxX, maxY }: Rectangle): SitePictures {
  const margin = MARGIN_PIXELS * PIXEL_M * Math.max(...levels.map(({ factor }) => factor));
  const extent = { min: [minX - margin, minY - margin], max: [maxX + margin, maxY + margin] } as const;
  const sized = sizes();
  return {
    ground: (factor) => sized('ground', factor, () => paintGround(site, extent, PIXEL_M)),
    walls: (building, factor) => {
      const wall = (side: 0 | 1 | 2 | 3) =>
        sized(`${building.id} wall ${side}`, factor, () => paintWall(building, side, WALL_PIXEL_M));
      return [wall(0), wall(1), wall(2), wall(3)];
    },
    roof: (building, factor) => sized(`${building.id} roof`, factor, () => paintRoof(building, PIXEL_M)),
    unit: (factor) => sized('unit', factor, () => paintUnit(WALL_PIXEL_M)),
    car: (paint, factor) =>
      sized(`car ${paint}`, factor, () => paintCar(carPaints[paint] ?? carPaints[0], WALL_PIXEL_M)),
    buildings: buildingsOf(site),
    cars: parkedCars(site),
    kerbs: kerbsOf(roadNet(site)),
    height: terrain(site),
  };
}

/** Paints each picture once at its full size and keeps it, and its smaller copies, for all tiles that want them. */
function sizes(): (name: string, factor: number, paint: () => Canvas) => Canvas {
  const known = new Map<string, Canvas>();
  return (name, factor, paint) => {
    const key = `${name} ${factor}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const whole = known.get(`${name} 1`) ?? paint();
    known.set(`${name} 1`, whole);
    const made = shrunk(whole, factor);
    known.set(key, made);
    return made;
  };
}
