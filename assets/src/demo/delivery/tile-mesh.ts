import sharp from 'sharp';
import type { OsgbMesh } from '../../osgb/write-osgb.ts';
import { CAR } from '../buildings/cars.ts';
import { Atlas } from '../mesh/atlas.ts';
import { addBlock, addBuilding } from '../mesh/building-mesh.ts';
import { addGround, addKerbs, type Rectangle } from '../mesh/ground-mesh.ts';
import { MeshBuilder } from '../mesh/mesh-builder.ts';
import { cut } from '../mesh/scaled.ts';
import { type Level, MARGIN_PIXELS, PIXEL_M } from './levels.ts';
import type { SitePictures } from './site-pictures.ts';

const QUALITY = 76;

const inside = ({ minX, minY, maxX, maxY }: Rectangle, x: number, y: number) =>
  x >= minX && x < maxX && y >= minY && y < maxY;

/** Builds one tile of one level: its mesh, and the picture that everything in it shares. */
export async function tileMesh(pictures: SitePictures, area: Rectangle, level: Level, name: string): Promise<OsgbMesh> {
  const { factor } = level;
  const margin = MARGIN_PIXELS * PIXEL_M * factor;
  const ground = cut(
    pictures.ground(factor),
    area.minX - margin,
    area.minY - margin,
    area.maxX + margin,
    area.maxY + margin,
  );
  const atlas = new Atlas(ground);
  const mesh = new MeshBuilder();
  addGround(mesh, area, ground, pictures.height, level.cellM);
  if (level.kerbs) addKerbs(mesh, area, ground, pictures.height, pictures.kerbs);

  const buildings = pictures.buildings.filter(({ x, y }) => inside(area, x, y));
  const unit = buildings.length > 0 ? atlas.add(pictures.unit(factor)) : undefined;
  for (const building of buildings) {
    const [south, east, north, west] = pictures.walls(building, factor);
    const walls = [atlas.add(south), atlas.add(east), atlas.add(north), atlas.add(west)] as const;
    const roof = atlas.add(pictures.roof(building, factor));
    addBuilding(mesh, building, { walls, roof, unit: unit ?? roof }, level.building);
  }
  if (level.cars) addCars(mesh, atlas, pictures, area, factor);

  const texture = { width: atlas.width, height: atlas.height };
  const raw = { ...texture, channels: 3 as const };
  const jpeg = await sharp(atlas.pixels(), { raw }).jpeg({ quality: QUALITY }).toBuffer();
  return { ...mesh.finish(texture.width, texture.height), jpeg, imageName: `${name}.jpg` };
}

function addCars(mesh: MeshBuilder, atlas: Atlas, pictures: SitePictures, area: Rectangle, factor: number): void {
  const cars = pictures.cars.filter(({ x, y }) => inside(area, x, y));
  const regions = new Map(
    [...new Set(cars.map(({ paint }) => paint))].map((paint) => [paint, atlas.add(pictures.car(paint, factor))]),
  );
  for (const { x, y, paint, northwards } of cars) {
    const region = regions.get(paint);
    if (region === undefined) continue;
    const turn = northwards ? 1 : -1;
    const place = (a: number, b: number, z: number) => [x - b * turn, y + a * turn, z] as const;
    const { lengthM, widthM, bodyM, roofM } = CAR;
    addBlock(mesh, region, 0, 0, 0.25, lengthM, widthM, bodyM - 0.25, place);
    // The cabin shows the middle of the picture: roof and windscreens.
    const cabin = { ...region, left: region.left + region.width * 0.1, width: region.width * 0.62 };
    addBlock(mesh, cabin, -0.4, 0, bodyM, lengthM * 0.56, widthM - 0.3, roofM - bodyM, place);
  }
}
