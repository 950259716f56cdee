import type { Colour, Shader } from '../paint/canvas.ts';
import { cloud, grain, hashed } from '../paint/noise.ts';

/** Colours as an aerial camera sees them on a clear forenoon: nothing is black, white or pure. */
export const colours = {
  gravel: [146, 141, 130],
  soil: [137, 122, 101],
  weeds: [104, 111, 76],
  grass: [88, 107, 61],
  dryGrass: [131, 129, 83],
  shrub: [58, 76, 44],
  asphalt: [84, 85, 87],
  asphaltNew: [62, 63, 66],
  concrete: [163, 160, 152],
  concreteDark: [132, 129, 122],
  joint: [104, 101, 96],
  kerb: [178, 175, 168],
  pavers: [150, 121, 106],
  linePaint: [214, 214, 208],
  yellowPaint: [206, 163, 58],
  greenPaint: [58, 116, 86],
  stain: [70, 66, 60],
  river: [103, 112, 104],
  mud: [117, 108, 90],
  stones: [140, 139, 133],
  pond: [66, 86, 84],
} as const satisfies Record<string, Colour>;

/** Compacted yard between the plants: gravel, bare soil, weeds where no one drives. */
export const yard: Shader = (x, y, ink, column, row) => {
  const large = cloud(x, y, 46);
  const middle = cloud(x, y, 9, 1);
  const fine = cloud(x, y, 2.2, 2);
  ink.from(colours.gravel);
  ink.towards(colours.soil, Math.min(0.8, Math.max(0, 0.25 + large * 0.8 + middle * 0.2)));
  const weeds = large * 0.55 + middle * 0.7 + fine * 0.55 + 0.1;
  if (weeds > 0) ink.towards(fine > 0.1 ? colours.weeds : colours.dryGrass, Math.min(0.8, weeds * 1.1));
  ink.lighten(middle * 6 + fine * 5 + grain(column, row) * 13);
  return 1;
};

/** Kept lawn with mowing stripes along `turned` axis, worn paler in places. */
export function lawn(stripes: boolean, turned = false): Shader {
  return (x, y, ink, column, row) => {
    ink.from(colours.grass);
    const dry = cloud(x, y, 17, 3) * 0.8 + cloud(x, y, 4, 4) * 0.5;
    ink.towards(colours.dryGrass, Math.min(0.8, Math.max(0, 0.22 + dry * 0.7)));
    if (stripes) ink.lighten(Math.floor((turned ? x : y) / 1.8) % 2 === 0 ? 3.5 : -3.5);
    ink.lighten(cloud(x, y, 1.3, 5) * 9 + grain(column, row) * 15);
    return 1;
  };
}

/** Land kept free: rough grass, bare patches, tracks of wheels. */
export const roughGrass: Shader = (x, y, ink, column, row) => {
  ink.from(colours.weeds);
  const bare = cloud(x, y, 24, 6) + 0.55 * cloud(x, y, 5, 7);
  ink.towards(colours.dryGrass, Math.min(0.9, Math.max(0, 0.4 + cloud(x, y, 13, 8))));
  ink.towards(colours.soil, Math.min(0.9, Math.max(0, bare * 1.9 - 0.45)));
  ink.lighten(cloud(x, y, 1.7, 9) * 10 + grain(column, row) * 15);
  return 1;
};

/** Concrete slabs of `slabM`, poured one by one: each a shade of its own, dark joints, stains. */
export function slabs(slabM: number, dirt: number, originX = 0, originY = 0): Shader {
  return (x, y, ink, column, row) => {
    const [u, v] = [(x - originX) / slabM, (y - originY) / slabM];
    const [i, j] = [Math.floor(u), Math.floor(v)];
    ink.from(colours.concrete, (hashed(i, j, 31) - 0.5) * 17);
    const dirty = cloud(x, y, 19, 10) + 0.6 * cloud(x, y, 4.5, 11) - 0.1;
    if (dirty > 0) ink.towards(colours.concreteDark, Math.min(0.8, dirty * dirt * 1.3));
    // Two sizes that share no measure: no pattern comes back.
    const spot = cloud(x, y, 3.4, 12) + 0.8 * cloud(x, y, 23, 13) - 0.68;
    if (spot > 0) ink.towards(colours.stain, Math.min(0.42, spot * dirt * 1.9));
    ink.lighten(cloud(x, y, 55, 14) * 8 + grain(column, row) * 6);
    const toJoint = Math.min(u - i, i + 1 - u, v - j, j + 1 - v) * slabM;
    if (toJoint < 0.12) ink.towards(colours.joint, 0.46);
    else if (toJoint < 0.5) ink.lighten(-3);
    return 1;
  };
}

/** Asphalt of a lane along a line: two wheel tracks polished paler, oil between them, patches of age. */
export function asphalt(along: (x: number, y: number) => number, widthM: number): Shader {
  const lane = widthM / 2;
  return (x, y, ink, column, row) => {
    ink.from(colours.asphalt);
    const offset = Math.abs(along(x, y));
    const inLane = Math.abs((offset % lane) - lane / 2);
    ink.lighten(6 * Math.exp(-(((inLane - 0.85) / 0.4) ** 2)) - 7 * Math.exp(-((inLane / 0.35) ** 2)));
    // Dust gathers at the kerb.
    const edge = lane - offset;
    if (edge < 0.9) ink.towards(colours.soil, 0.32 * (1 - edge / 0.9));
    ink.lighten(cloud(x, y, 26, 15) * 8 + cloud(x, y, 3, 16) * 5 + grain(column, row) * 8);
    return 1;
  };
}

/** Asphalt without lanes: yards, car parks. */
export const yardAsphalt: Shader = (x, y, ink, column, row) => {
  ink.from(colours.asphalt, 5);
  const spot = cloud(x, y, 2.6, 17) + 0.7 * cloud(x, y, 19, 12) - 0.7;
  if (spot > 0) ink.towards(colours.stain, Math.min(0.5, spot * 2));
  ink.lighten(cloud(x, y, 21, 18) * 9 + cloud(x, y, 2.5, 19) * 4 + grain(column, row) * 8);
  return 1;
};

/** Small paving stones, reddish, in courses. */
export const pavers: Shader = (x, y, ink, column, row) => {
  ink.from(colours.pavers, (hashed(Math.floor(x / 0.4), Math.floor(y / 0.4), 41) - 0.5) * 20);
  ink.lighten(cloud(x, y, 6, 20) * 9 + grain(column, row) * 5);
  return 1;
};

/** Poured kerb or gutter. */
export const kerbStone: Shader = (x, y, ink, column, row) => {
  ink.from(colours.kerb, cloud(x, y, 7, 21) * 10 + grain(column, row) * 5);
  return 1;
};

/** Floor of a bund: screed over membrane, rain marks towards the sump. */
export const bundFloor: Shader = (x, y, ink, column, row) => {
  ink.set(151, 148, 139);
  const wet = cloud(x, y, 12, 22) + 0.5 * cloud(x, y, 3, 23);
  ink.towards(colours.concreteDark, Math.min(0.85, Math.max(0, 0.2 + wet)));
  const [u, v] = [x / 4, y / 4];
  const toJoint = Math.min(u - Math.floor(u), Math.ceil(u) - u, v - Math.floor(v), Math.ceil(v) - v) * 4;
  if (toJoint < 0.1) ink.towards(colours.joint, 0.5);
  ink.lighten(grain(column, row) * 8);
  return 1;
};

/** Gravel of one size, as under pipe racks and round foundations. */
export const gravel: Shader = (x, y, ink, column, row) => {
  ink.from(colours.gravel, 4);
  ink.lighten(cloud(x, y, 8, 24) * 8 + grain(column, row) * 24);
  return 1;
};
