import { type Element, footprint, type GroundPosition, type Position, strip } from '@upwind/scenes';
import type { SitePlan } from '../../site-plan.ts';
import { type Colour, emptySolid, type Solid, shaded } from '../form/solid.ts';
import { addFloor } from '../form/straight.ts';

/** The ground of a site as meshes: what is paved, driven on, grows, is wet. */
export interface GroundPlan {
  /** Paved in slabs. */
  readonly slabs: Solid;
  /** Asphalt and what is painted on the ground. */
  readonly roads: Solid;
  readonly grass: Solid;
  readonly water: Solid;
}

const colours = {
  gravel: [0.6, 0.59, 0.56],
  asphalt: [0.34, 0.345, 0.355],
  pad: [0.66, 0.655, 0.63],
  bundFloor: [0.6, 0.6, 0.575],
  white: [0.88, 0.88, 0.86],
  yellow: [0.86, 0.67, 0.18],
  kerb: [0.62, 0.61, 0.58],
  muster: [0.1, 0.44, 0.29],
  grass: [0.4, 0.49, 0.28],
  field: [0.47, 0.53, 0.33],
  water: [0.17, 0.26, 0.28],
} as const satisfies Record<string, Colour>;

/** Heights of the layers, m: what lies on top is a little higher, so that far ones do not flicker through each other. */
const layer = { far: -0.12, site: -0.05, green: -0.01, pad: 0.005, kerb: 0.012, road: 0.025, mark: 0.045 } as const;

/** How far the fields beyond the fence reach, m. */
const farM = 2600;

/** Draws the ground of a site. */
export function groundPlan(site: SitePlan): GroundPlan {
  const plan: GroundPlan = { slabs: emptySolid(), roads: emptySolid(), grass: emptySolid(), water: emptySolid() };
  const { min, max } = site.extent;
  const rectangle = (west: number, south: number, east: number, north: number): GroundPosition[] => [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
  addFloor(plan.slabs, rectangle(min[0], min[1], max[0], max[1]), layer.site, colours.gravel);
  for (const ring of [
    rectangle(min[0] - farM, max[1], max[0] + farM, max[1] + farM),
    rectangle(min[0] - farM, min[1] - farM, max[0] + farM, min[1]),
    rectangle(min[0] - farM, min[1], min[0], max[1]),
    rectangle(max[0], min[1], max[0] + farM, max[1]),
  ]) {
    addFloor(plan.grass, ring, layer.far, colours.field);
  }
  for (const element of site.elements) {
    const ring = footprint(element);
    if (ring.length < 3) continue;
    if (element.kind === 'green') addFloor(plan.grass, ring, layer.green, colours.grass);
    else if (element.kind === 'water') addFloor(plan.water, ring, layer.green, colours.water);
    else if (element.kind === 'pad') addFloor(plan.slabs, ring, layer.pad, colours.pad);
    else if (element.kind === 'bund') addFloor(plan.slabs, ring, layer.pad, colours.bundFloor);
    else if (element.kind === 'road') road(element, plan);
    else if (element.kind === 'muster-point') muster(ring, plan);
    else if (element.shape.kind === 'box') apron(element, plan);
  }
  return plan;
}

/** Asphalt with kerbs, edge lines and a dashed middle. */
function road(element: Element, plan: GroundPlan): void {
  if (element.shape.kind !== 'path') return;
  const { path, widthM } = element.shape;
  band(plan.roads, path, widthM + 0.7, layer.kerb, colours.kerb);
  band(plan.roads, path, widthM, layer.road, colours.asphalt);
  if (widthM < 5) return;
  path.slice(1).forEach((to, index) => {
    const from = path[index];
    if (!from) return;
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    const along = (metres: number): GroundPosition => [
      from[0] + ((to[0] - from[0]) * metres) / length,
      from[1] + ((to[1] - from[1]) * metres) / length,
    ];
    for (let at = 8; at < length - 10; at += 9) {
      addFloor(plan.roads, strip([along(at), along(at + 3.5)], 0.14), layer.mark, colours.yellow);
    }
  });
}

/** A line of some width, piece by piece with round bends, so that it may cross itself and close. */
function band(solid: Solid, path: readonly Position[], widthM: number, z: number, colour: Colour): void {
  path.forEach((to, index) => {
    const from = path[index - 1];
    if (from) addFloor(solid, strip([from, to], widthM), z, colour);
    const bend = Array.from({ length: 12 }, (_, corner): GroundPosition => {
      const angle = (2 * Math.PI * corner) / 12;
      return [to[0] + (widthM / 2) * Math.cos(angle), to[1] + (widthM / 2) * Math.sin(angle)];
    });
    if (from && index < path.length - 1) addFloor(solid, bend, z, colour);
  });
}

/** A muster point: green ground in a white frame with slanting white lines at its ends. */
function muster(ring: readonly GroundPosition[], plan: GroundPlan): void {
  addFloor(plan.roads, ring, layer.road, colours.muster);
  const closed = [...ring, ...ring.slice(0, 1)];
  closed.slice(1).forEach((to, index) => {
    const from = closed[index];
    if (from) addFloor(plan.roads, strip([from, to], 0.22), layer.mark, colours.white);
  });
}

/** A paved strip around a building. */
function apron(element: Element, plan: GroundPlan): void {
  if (element.shape.kind !== 'box' || element.shape.lengthM < 5) return;
  const wide: Element = {
    ...element,
    shape: { kind: 'box', lengthM: element.shape.lengthM + 3.6, widthM: element.shape.widthM + 3.6, heightM: 1 },
  };
  addFloor(plan.slabs, footprint(wide), layer.pad - 0.004, shaded(colours.pad, 0.96));
}
