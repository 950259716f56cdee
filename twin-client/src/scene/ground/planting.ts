import { footprint, type GroundPosition, type Ring, ringArea, ringContains } from '@upwind/scenes';
import type { DrawnSite } from '../drawn-site.ts';
import { groundPatches } from './surfaces.ts';

/** A tree: where, how high in metres, how turned (0…1), how light (0…1). */
export interface Tree {
  readonly at: GroundPosition;
  readonly heightM: number;
  readonly turn: number;
  readonly tone: number;
}

/** A small generator with a seed, so that a tree stands where it stood yesterday (mulberry32, T. Ettinger 2017). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const roomM = 6;

function boundsOf(ring: Ring): readonly [GroundPosition, GroundPosition] {
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  return [
    [Math.min(...xs), Math.min(...ys)],
    [Math.max(...xs), Math.max(...ys)],
  ];
}

/** Trees in the greens of the site, thinner where a green is large, and in loose groups outside its fence. */
export function plantTrees(site: DrawnSite, most: number): readonly Tree[] {
  const chance = seeded(20_261);
  const dry = site.elements.filter(({ kind }) => kind !== 'green' && kind !== 'water' && kind !== 'road');
  const wet = groundPatches(site).filter(({ surface }) => surface === 'water' || surface === 'asphalt');
  const taken = [...dry.map(footprint), ...wet.map(({ ring }) => ring)];
  const trees: Tree[] = [];
  const free = (place: GroundPosition) =>
    !taken.some((ring) => ringContains(ring, place)) &&
    !trees.some((tree) => Math.hypot(tree.at[0] - place[0], tree.at[1] - place[1]) < roomM);
  const plant = (at: GroundPosition, base: number) => {
    if (trees.length < most && free(at)) {
      trees.push({ at, heightM: base * (0.75 + 0.5 * chance()), turn: chance(), tone: chance() });
    }
  };
  for (const element of site.elements) {
    if (element.kind !== 'green' || element.shape.kind !== 'area') continue;
    const ring = element.shape.ring;
    const [min, max] = boundsOf(ring);
    const area = ringArea(ring);
    const wanted = Math.min(260, Math.round(area / (area > 2500 ? 150 : 34)));
    for (let tries = 0, stood = trees.length; tries < wanted * 4 && trees.length - stood < wanted; tries += 1) {
      const at: GroundPosition = [min[0] + chance() * (max[0] - min[0]), min[1] + chance() * (max[1] - min[1])];
      if (ringContains(ring, at)) plant(at, 6.5);
    }
  }
  const { min, max } = site.extent;
  const [width, depth] = [max[0] - min[0], max[1] - min[1]];
  const outside = (x: number, y: number) => x < min[0] - 12 || x > max[0] + 12 || y < min[1] - 12 || y > max[1] + 12;
  // Where nothing is known of a place, nothing is planted around it.
  const groups = site.elements.length === 0 ? 0 : 90;
  for (let group = 0; group < groups && trees.length < most; group += 1) {
    const centre: GroundPosition = [min[0] - 700 + chance() * (width + 1400), min[1] - 700 + chance() * (depth + 1400)];
    const size = 4 + Math.floor(chance() * 12);
    for (let k = 0; k < size; k += 1) {
      const at: GroundPosition = [centre[0] + (chance() - 0.5) * 90, centre[1] + (chance() - 0.5) * 60];
      if (outside(...at)) plant(at, 8.5);
    }
  }
  return trees;
}
