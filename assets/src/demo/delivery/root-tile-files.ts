import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Site } from '@upwind/scenes';
import { type OsgbMesh, type OsgbTile, writeOsgb } from '../../osgb/write-osgb.ts';
import { boxAround, centerOf, radiusOf } from '../../tiles/box.ts';
import type { Rectangle } from '../mesh/ground-mesh.ts';
import { levels } from './levels.ts';
import { quartered, type RootTile } from './root-grid.ts';
import { paintSite } from './site-pictures.ts';
import { tileMesh } from './tile-mesh.ts';

/** Screen-space error at which 3D Tiles viewers refine; a PagedLOD's pixels are chosen to match it. */
const VIEWER_ERROR_PIXELS = 16;

/** Paints and writes one root tile with all levels below it. Returns the bytes written. */
export async function writeRootTile(site: Site, root: RootTile, folder: string): Promise<number> {
  const pictures = paintSite(site, root.area);
  const [coarse, middle, fine] = levels;
  const tileFolder = join(folder, 'Data', root.name);
  await mkdir(tileFolder, { recursive: true });
  let written = 0;
  const write = async (name: string, tiles: readonly OsgbTile[]) => {
    const bytes = writeOsgb(tiles);
    await writeFile(join(tileFolder, `${name}.osgb`), bytes);
    written += bytes.byteLength;
  };
  const make = (area: Rectangle, level: (typeof levels)[number], name: string) => tileMesh(pictures, area, level, name);

  const middleName = `${root.name}_L18_0`;
  const rootMesh = await make(root.area, coarse, root.name);
  await write(root.name, [tileOf(rootMesh, coarse.geometricErrorM, middleName)]);

  const middleTiles: OsgbTile[] = [];
  for (const [i, area] of quartered(root.area, middle.split).entries()) {
    const fineName = `${root.name}_L20_0${i}`;
    const mesh = await make(area, middle, `${middleName}_${i}`);
    middleTiles.push(tileOf(mesh, middle.geometricErrorM, fineName));
    const fineTiles: OsgbTile[] = [];
    for (const [k, piece] of quartered(area, fine.split / middle.split).entries()) {
      fineTiles.push({ meshes: [await make(piece, fine, `${fineName}_${k}`)] });
    }
    await write(fineName, fineTiles);
  }
  await write(middleName, middleTiles);
  return written;
}

/** A tile that gives way to a finer file when its error, as a viewer reckons it, would show. */
function tileOf(mesh: OsgbMesh, geometricErrorM: number | undefined, finer: string): OsgbTile {
  const box = boxAround(mesh.positions);
  if (box === undefined || geometricErrorM === undefined) return { meshes: [mesh] };
  const radius = radiusOf(box);
  const switchPixels = (VIEWER_ERROR_PIXELS * 2 * radius) / geometricErrorM;
  return { meshes: [mesh], finer: { file: `${finer}.osgb`, center: centerOf(box), radius, switchPixels } };
}
