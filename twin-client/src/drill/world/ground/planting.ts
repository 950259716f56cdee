import { distanceToRing, footprint, type GroundPosition, isBody, ringContains } from '@upwind/scenes';
import type { SitePlan } from '../../site-plan.ts';

/** A tree: where, how big, how it is turned, of which of two kinds. */
export interface Tree {
  readonly at: GroundPosition;
  readonly scale: number;
  readonly turnRad: number;
  readonly kind: 'round' | 'slim';
}

/** A street lamp: where, and which way its arm leans, degrees anticlockwise from east. */
export interface Lamp {
  readonly at: GroundPosition;
  readonly overDeg: number;
}

const treeSpacingM = 12;
const lampSpacingM = 42;
const mostTrees = 240;

/** Trees in the green areas and in a belt beyond the fence: the same ones every time. */
export function trees(site: SitePlan): Tree[] {
  const bodies = bodyRings(site);
  const planted: Tree[] = [];
  const plant = (x: number, y: number, kind: Tree['kind']) => {
    const dice = hash(x, y);
    const at: GroundPosition = [x + (dice - 0.5) * 6, y + (hash(y, x) - 0.5) * 6];
    if (bodies.some((ring) => distanceToRing(at, ring) < 2.5)) return;
    planted.push({ at, scale: 0.8 + dice * 0.7, turnRad: dice * 40, kind });
  };
  for (const green of site.elements.filter((element) => element.kind === 'green')) {
    const ring = footprint(green);
    eachPlace(ring, treeSpacingM, (x, y) => {
      if (ringContains(ring, [x, y])) plant(x, y, hash(x, y) > 0.4 ? 'round' : 'slim');
    });
  }
  const { min, max } = site.extent;
  const water = site.elements.filter((element) => element.kind === 'water').map((element) => footprint(element));
  for (let step = 0; planted.length < mostTrees && step < 900; step++) {
    const angle = hash(step, 7) * 2 * Math.PI;
    const beyond = 25 + hash(step, 3) * 190;
    const x = Math.cos(angle) >= 0 ? max[0] + beyond : min[0] - beyond;
    const y = Math.sin(angle) >= 0 ? max[1] + beyond : min[1] - beyond;
    const along = hash(step, 11);
    const at: GroundPosition =
      step % 2 === 0
        ? [min[0] - 60 + along * (max[0] - min[0] + 120), y]
        : [x, min[1] - 60 + along * (max[1] - min[1] + 120)];
    if (water.some((ring) => distanceToRing(at, ring) < 40)) continue;
    plant(at[0], at[1], hash(step, 5) > 0.3 ? 'round' : 'slim');
  }
  return planted;
}

/** Lamps on one side of the wider roads, clear of crossings and bodies. */
export function lamps(site: SitePlan): Lamp[] {
  const roads = site.elements.filter((element) => element.kind === 'road');
  const rings = roads.map((road) => footprint(road));
  const bodies = bodyRings(site);
  const standing: Lamp[] = [];
  for (const road of roads) {
    if (road.shape.kind !== 'path' || road.shape.widthM < 5) continue;
    const { path, widthM } = road.shape;
    path.slice(1).forEach((to, index) => {
      const from = path[index];
      if (!from) return;
      const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
      const [ux, uy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
      for (let along = 20; along < length - 10; along += lampSpacingM) {
        const at: GroundPosition = [
          from[0] + ux * along - uy * (widthM / 2 + 1),
          from[1] + uy * along + ux * (widthM / 2 + 1),
        ];
        const clear =
          !rings.some((ring) => ringContains(ring, at)) &&
          !bodies.some((ring) => distanceToRing(at, ring) < 1.5) &&
          !standing.some((lamp) => Math.hypot(lamp.at[0] - at[0], lamp.at[1] - at[1]) < lampSpacingM * 0.6);
        if (clear) standing.push({ at, overDeg: (Math.atan2(-ux, uy) * 180) / Math.PI });
      }
    });
  }
  return standing;
}

function bodyRings(site: SitePlan) {
  return site.elements
    .filter((element) => isBody(element) || element.kind === 'pipe-rack' || element.kind === 'muster-point')
    .map((element) => footprint(element));
}

function eachPlace(ring: readonly GroundPosition[], spacingM: number, visit: (x: number, y: number) => void): void {
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  for (let x = Math.min(...xs) + spacingM / 2; x < Math.max(...xs); x += spacingM) {
    for (let y = Math.min(...ys) + spacingM / 2; y < Math.max(...ys); y += spacingM) visit(x, y);
  }
}

/** A number between 0 and 1 that looks like chance and is always the same for the same place. */
function hash(x: number, y: number): number {
  const mixed = Math.sin(x * 12.9898 + y * 78.233) * 43_758.5453;
  return mixed - Math.floor(mixed);
}
