import { type Building, PARAPET_M, ridgeRise } from '../buildings/building.ts';
import { roofUnits } from '../buildings/roofs.ts';
import { wallHeight } from '../buildings/walls.ts';
import { cloud } from '../paint/noise.ts';
import type { Region } from './atlas.ts';
import type { Corner, MeshBuilder } from './mesh-builder.ts';

/** Where the pictures of a building lie in the texture. */
export interface BuildingRegions {
  readonly walls: readonly [Region, Region, Region, Region];
  readonly roof: Region;
  readonly unit: Region;
}

/** How finely a level shows a building. */
export interface BuildingDetail {
  /** metres between corners on a wall; a wall is one piece when it is larger than the wall */
  readonly meshM: number;
  /** how far surfaces wander, as measured from photographs, metres */
  readonly unevenM: number;
  readonly units: boolean;
  readonly parapet: boolean;
}

/** The photographed skin lies this far outside the true wall. */
const SKIN_M = 0.05;
const PARAPET_WIDTH_M = 0.3;

export function addBuilding(
  mesh: MeshBuilder,
  building: Building,
  regions: BuildingRegions,
  detail: BuildingDetail,
): void {
  const { x, y, headingDeg, heightM, roof } = building;
  const heading = (headingDeg * Math.PI) / 180;
  const [cos, sin] = [Math.cos(heading), Math.sin(heading)];
  const place = (a: number, b: number, z: number): Corner => [x + a * cos - b * sin, y + a * sin + b * cos, z];
  const uneven = ([px, py, pz]: Corner): Corner => {
    if (detail.unevenM === 0) return [px, py, pz];
    const wander = (layer: number) => detail.unevenM * cloud(px + pz * 0.6, py - pz * 0.4, 6, layer);
    return [px + wander(92), py + wander(93), pz < 0.1 ? pz : pz + wander(94) * 0.6];
  };
  const [a, b] = [building.lengthM / 2 + SKIN_M, building.widthM / 2 + SKIN_M];
  const top = wallHeight(building);
  const ground = [place(-a, -b, -0.4), place(a, -b, -0.4), place(a, b, -0.4), place(-a, b, -0.4)] as const;
  const eaves = [place(-a, -b, top), place(a, -b, top), place(a, b, top), place(-a, b, top)] as const;
  for (const side of [0, 1, 2, 3] as const) {
    const next = ((side + 1) % 4) as 0 | 1 | 2 | 3;
    const length = side % 2 === 0 ? building.lengthM : building.widthM;
    const pieces = (metres: number) => Math.max(1, Math.round(metres / detail.meshM));
    const corners = [ground[side], ground[next], eaves[next], eaves[side]] as const;
    mesh.face(corners, regions.walls[side], pieces(length), pieces(top), uneven);
  }
  if (roof === 'gable') addGable(mesh, building, regions, detail, place, uneven, a, b);
  else if (roof === 'flat' && detail.parapet) addFlatRoof(mesh, building, regions, detail, place, uneven, a, b);
  else mesh.face([place(-a, -b, top), place(a, -b, top), place(a, b, top), place(-a, b, top)], regions.roof);
  if (!detail.units) return;
  for (const unit of roofUnits(building)) {
    addBlock(mesh, regions.unit, unit.x, unit.y, heightM, unit.lengthM, unit.widthM, unit.heightM, place);
  }
}

type Place = (a: number, b: number, z: number) => Corner;

function addGable(
  mesh: MeshBuilder,
  building: Building,
  { roof, walls }: BuildingRegions,
  { meshM }: BuildingDetail,
  place: Place,
  uneven: (corner: Corner) => Corner,
  a: number,
  b: number,
): void {
  const { heightM } = building;
  const ridge = heightM + ridgeRise(building);
  const over = 0.3;
  const half = { ...roof, height: roof.height / 2 };
  const across = Math.max(1, Math.round(building.lengthM / meshM));
  // The upper half of the picture is the side that looks to the building's left.
  mesh.face(
    [
      place(-a - over, -b - over, heightM),
      place(a + over, -b - over, heightM),
      place(a + over, 0, ridge),
      place(-a - over, 0, ridge),
    ],
    { ...half, top: roof.top + roof.height / 2 },
    across,
    1,
    uneven,
  );
  mesh.face(
    [
      place(-a - over, 0, ridge),
      place(a + over, 0, ridge),
      place(a + over, b + over, heightM),
      place(-a - over, b + over, heightM),
    ],
    half,
    across,
    1,
    uneven,
  );
  for (const side of [1, 3] as const) {
    const sign = side === 1 ? 1 : -1;
    const region = { ...walls[side], height: walls[side].height * 0.08 };
    const [left, right, peak] = [
      mesh.vertex(place(sign * a, -sign * b, heightM - 0.01), region.left + 1, region.top + 1),
      mesh.vertex(place(sign * a, sign * b, heightM - 0.01), region.left + region.width - 1, region.top + 1),
      mesh.vertex(place(sign * a, 0, ridge), region.left + region.width / 2, region.top + 1),
    ];
    mesh.triangle(left, right, peak);
  }
}

function addFlatRoof(
  mesh: MeshBuilder,
  { heightM, lengthM, widthM }: Building,
  { roof }: BuildingRegions,
  { meshM }: BuildingDetail,
  place: Place,
  uneven: (corner: Corner) => Corner,
  a: number,
  b: number,
): void {
  const [c, d] = [a - PARAPET_WIDTH_M, b - PARAPET_WIDTH_M];
  const top = heightM + PARAPET_M;
  const pieces = (metres: number) => Math.max(1, Math.round(metres / (2 * meshM)));
  const inner = [place(-c, -d, heightM), place(c, -d, heightM), place(c, d, heightM), place(-c, d, heightM)] as const;
  mesh.face(inner, roof, pieces(lengthM), pieces(widthM), uneven);
  // Coping and inside of the parapet take the pale edge of the roof's picture.
  const edge = { left: roof.left, top: roof.top, width: roof.width, height: 2 };
  const outerTop = [place(-a, -b, top), place(a, -b, top), place(a, b, top), place(-a, b, top)] as const;
  const innerTop = [place(-c, -d, top), place(c, -d, top), place(c, d, top), place(-c, d, top)] as const;
  for (const side of [0, 1, 2, 3] as const) {
    const next = ((side + 1) % 4) as 0 | 1 | 2 | 3;
    mesh.face([outerTop[side], outerTop[next], innerTop[next], innerTop[side]].map(uneven) as Quad, edge);
    mesh.face([innerTop[side], innerTop[next], inner[next], inner[side]].map(uneven) as Quad, edge);
  }
}

type Quad = [Corner, Corner, Corner, Corner];

/** A block that stands on a level: one picture on its top and, its edge stretched, on its sides. */
export function addBlock(
  mesh: MeshBuilder,
  region: Region,
  x: number,
  y: number,
  z: number,
  length: number,
  width: number,
  height: number,
  place: Place,
): void {
  const [a, b, top] = [length / 2, width / 2, z + height];
  const low = [place(x - a, y - b, z), place(x + a, y - b, z), place(x + a, y + b, z), place(x - a, y + b, z)] as const;
  const high = [
    place(x - a, y - b, top),
    place(x + a, y - b, top),
    place(x + a, y + b, top),
    place(x - a, y + b, top),
  ] as const;
  mesh.face([...high], region);
  const strip = { ...region, height: Math.max(2, region.height * 0.12) };
  for (const side of [0, 1, 2, 3] as const) {
    const next = ((side + 1) % 4) as 0 | 1 | 2 | 3;
    mesh.face([low[side], low[next], high[next], high[side]], strip);
  }
}
