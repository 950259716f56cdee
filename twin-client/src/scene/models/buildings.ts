import type { Element } from '@upwind/scenes';
import { type Model, shapeAs, steady } from './context.ts';
import { ladder } from './fittings.ts';
import { bar, beam, box, type Detail, round } from './forms.ts';
import { type Paint, paints, shade } from './paint.ts';
import type { Solid } from './solid.ts';

interface Size {
  readonly lx: number;
  readonly ly: number;
  readonly h: number;
}

/** One side of a box: from the left end to the right as seen from outside. */
interface Side {
  readonly length: number;
  /** A place on the side: `along` from its left end, `z` up, `out` in front of the wall. */
  at(along: number, z: number, out: number): readonly [number, number, number];
}

function sidesOf({ lx, ly }: Size): readonly Side[] {
  return [
    { length: lx, at: (a, z, o) => [a - lx / 2, -ly / 2 - o, z] },
    { length: ly, at: (a, z, o) => [lx / 2 + o, a - ly / 2, z] },
    { length: lx, at: (a, z, o) => [lx / 2 - a, ly / 2 + o, z] },
    { length: ly, at: (a, z, o) => [-lx / 2 - o, ly / 2 - a, z] },
  ];
}

/** A rectangle on a side's face, a hand before the wall. */
function onWall(solid: Solid, side: Side, a0: number, a1: number, z0: number, z1: number, out = 0.06): void {
  solid.quad(side.at(a0, z0, out), side.at(a1, z0, out), side.at(a1, z1, out), side.at(a0, z1, out));
}

/** Flat roof with its parapet. */
function flatRoof(solid: Solid, { lx, ly, h }: Size, wall: Paint): void {
  solid.paint(paints.roofMembrane);
  solid.quad([-lx / 2, -ly / 2, h], [lx / 2, -ly / 2, h], [lx / 2, ly / 2, h], [-lx / 2, ly / 2, h]);
  solid.paint(shade(wall, 0.94));
  for (const side of [-1, 1]) {
    box(solid, 0, (side * (ly - 0.3)) / 2, h, lx, 0.3, 0.8);
    box(solid, (side * (lx - 0.3)) / 2, 0, h, 0.3, ly - 0.6, 0.8);
  }
}

function body(solid: Solid, size: Size, wall: Paint): void {
  solid.paint(paints.plinth);
  box(solid, 0, 0, 0, size.lx + 0.3, size.ly + 0.3, 0.45);
  solid.paint(wall);
  box(solid, 0, 0, 0, size.lx, size.ly, size.h);
}

/** Windows in storeys of some 3.6 m: strips with mullions, or single openings. */
function windows(solid: Solid, size: Size, strips: boolean, detail: Detail): void {
  const storeys = Math.max(1, Math.round(size.h / 3.8));
  const storey = size.h / storeys;
  for (const side of sidesOf(size)) {
    for (let level = 0; level < storeys; level += 1) {
      const [z0, z1] = [level * storey + storey * 0.32, level * storey + storey * 0.76];
      if (strips && level > 0) {
        solid.paint(paints.glass);
        onWall(solid, side, 1, side.length - 1, z0, z1);
        if (detail === 'coarse') continue;
        solid.paint(paints.frame);
        for (let a = 2.4; a < side.length - 1.2; a += 2.4) onWall(solid, side, a - 0.06, a + 0.06, z0, z1, 0.1);
      } else {
        const count = Math.max(1, Math.floor((side.length - 2) / 3.2));
        const pitch = (side.length - 2) / count;
        for (let k = 0; k < count; k += 1) {
          const middle = 1 + pitch * (k + 0.5);
          if (level === 0 && Math.abs(middle - side.length / 2) < 2.6) continue;
          solid.paint(paints.frame);
          onWall(solid, side, middle - 0.86, middle + 0.86, z0 - 0.06, z1 + 0.06, 0.04);
          solid.paint(paints.glass);
          onWall(solid, side, middle - 0.8, middle + 0.8, z0, z1, 0.07);
        }
      }
    }
  }
}

/** The main door with its glass, canopy and step, on the first side. */
function entrance(solid: Solid, size: Size): void {
  const side = sidesOf(size)[0];
  if (side === undefined) return;
  const middle = side.length / 2;
  solid.paint(paints.glass);
  onWall(solid, side, middle - 1.6, middle + 1.6, 0.15, Math.min(2.7, size.h * 0.8), 0.08);
  solid.paint(paints.frame);
  onWall(solid, side, middle - 0.05, middle + 0.05, 0.15, Math.min(2.7, size.h * 0.8), 0.1);
  solid.paint(paints.concrete);
  box(solid, 0, -size.ly / 2 - 1.2, 0, 4.4, 2.4, 0.15);
  if (size.h < 4) return;
  solid.paint(paints.cladding);
  box(solid, 0, -size.ly / 2 - 1.2, 3, 5, 2.6, 0.3);
  for (const x of [-2.2, 2.2]) box(solid, x, -size.ly / 2 - 2.2, 0.15, 0.18, 0.18, 2.85);
}

/** Air units, ducts and a stair head on the roof. */
function roofUnits(solid: Solid, id: string, { lx, ly, h }: Size, stairHead: boolean): void {
  const units = Math.max(1, Math.min(6, Math.round((lx * ly) / 180)));
  for (let i = 0; i < units; i += 1) {
    const x = -lx / 2 + 3 + steady(`${id}x${i}`) * Math.max(0.1, lx - 6);
    const y = -ly / 2 + 2.5 + steady(`${id}y${i}`) * Math.max(0.1, ly - 5);
    solid.paint(paints.claddingGrey);
    box(solid, x, y, h + 0.25, 1.9, 1.3, 1.2);
    solid.paint(paints.darkSteel);
    round(solid, { x, y, z0: h + 1.45, z1: h + 1.6, r0: 0.5, facets: 10, top: true });
  }
  if (!stairHead) return;
  solid.paint(paints.renderWarm);
  box(solid, lx * 0.32, ly * 0.12, h, Math.min(5, lx * 0.2), Math.min(4.5, ly * 0.4), 2.8);
}

function sizeOf(element: Element): Size | undefined {
  const shape = shapeAs(element, 'box');
  return shape && { lx: shape.lengthM, ly: shape.widthM, h: shape.heightM };
}

/** Offices, laboratories, canteens: rendered walls, window strips, parapet, entrance. */
function house(wall: Paint, strips: boolean): Model {
  return (solid, element, detail) => {
    const size = sizeOf(element);
    if (size === undefined) return;
    body(solid, size, wall);
    windows(solid, size, strips && size.h > 6, detail);
    entrance(solid, size);
    flatRoof(solid, size, wall);
    if (size.lx > 8) roofUnits(solid, element.id, size, size.h > 6);
  };
}

export const office = house(paints.render, true);
export const laboratory = house(paints.renderWarm, true);
export const canteen = house(paints.renderWarm, false);

/** A blast-resistant control room: heavy walls, no windows, vestibule, air intake stack, antennas. */
export const controlRoom: Model = (solid, element) => {
  const size = sizeOf(element);
  if (size === undefined) return;
  const { lx, ly, h } = size;
  body(solid, size, paints.render);
  solid.paint(shade(paints.concrete, 0.92));
  for (let x = -lx / 2 + 3; x < lx / 2 - 1; x += 6) {
    for (const side of [-1, 1]) box(solid, x, (side * (ly + 0.3)) / 2, 0, 0.7, 0.5, h);
  }
  solid.paint(paints.claddingBlue);
  for (const side of sidesOf(size)) onWall(solid, side, 0, side.length, h - 1, h - 0.4, 0.32);
  solid.paint(paints.concrete);
  box(solid, 0, -ly / 2 - 1.8, 0, 5, 3.6, 3.4);
  solid.paint(paints.doorGrey);
  solid.quad(
    [-0.8, -ly / 2 - 3.62, 0.1],
    [0.8, -ly / 2 - 3.62, 0.1],
    [0.8, -ly / 2 - 3.62, 2.4],
    [-0.8, -ly / 2 - 3.62, 2.4],
  );
  flatRoof(solid, size, paints.render);
  roofUnits(solid, element.id, size, false);
  solid.paint(paints.aluminium);
  round(solid, { x: lx * 0.36, y: ly * 0.2, z0: h, z1: h + 5.5, r0: 0.5, facets: 12, top: true });
  solid.paint(paints.steel);
  bar(solid, [-lx * 0.4, 0, h], [-lx * 0.4, 0, h + 7], 0.08, 5);
};

/** A warehouse: ribbed cladding over a brick base, pitched roof with roof lights, roller doors, dock canopy. */
export const warehouse: Model = (solid, element, detail) => {
  const size = sizeOf(element);
  if (size === undefined) return;
  const { lx, ly, h } = size;
  const eaves = h * 0.82;
  solid.paint(paints.cladding);
  box(solid, 0, 0, 0, lx, ly, eaves);
  solid.paint(paints.brick);
  const whole = { lx, ly, h: eaves };
  for (const side of sidesOf(whole)) onWall(solid, side, 0, side.length, 0, 1.2, 0.08);
  if (detail === 'fine') {
    solid.paint(shade(paints.cladding, 0.93));
    for (const side of sidesOf(whole)) {
      for (let a = 1.5; a < side.length; a += 3) onWall(solid, side, a - 0.12, a + 0.12, 1.2, eaves, 0.05);
    }
  }
  pitchedRoof(solid, lx, ly, eaves, h, paints.roofBlue);
  solid.paint(shade(paints.glass, 1.5));
  for (let x = -lx / 2 + 5; x < lx / 2 - 4; x += 10) {
    for (const side of [-1, 1]) {
      const [y0, y1] = [side * ly * 0.18, side * ly * 0.34];
      const z = (y: number) => h - ((h - eaves) * Math.abs(y)) / (ly / 2 + 0.5) + 0.08;
      if (side < 0) solid.quad([x, y1, z(y1)], [x + 1.6, y1, z(y1)], [x + 1.6, y0, z(y0)], [x, y0, z(y0)]);
      else solid.quad([x, y0, z(y0)], [x + 1.6, y0, z(y0)], [x + 1.6, y1, z(y1)], [x, y1, z(y1)]);
    }
  }
  const [front, , back] = sidesOf(whole);
  const doors = Math.max(1, Math.round(lx / 16));
  for (const side of [front, back]) {
    if (side === undefined) continue;
    for (let k = 0; k < doors; k += 1) {
      const middle = (side.length * (k + 0.5)) / doors;
      solid.paint(paints.doorGrey);
      onWall(solid, side, middle - 2, middle + 2, 0.1, Math.min(4.5, eaves - 0.8), 0.12);
    }
  }
  solid.paint(paints.claddingGrey);
  box(solid, 0, -ly / 2 - 1.6, Math.min(5, eaves - 0.4), lx * 0.9, 3.2, 0.2);
};

/** A pitched roof with its ridge along x and gables closed. */
export function pitchedRoof(solid: Solid, lx: number, ly: number, eaves: number, ridge: number, paint: Paint): void {
  const [hx, hy] = [lx / 2 + 0.4, ly / 2 + 0.5];
  solid.paint(paint);
  solid.quad([-hx, -hy, eaves], [hx, -hy, eaves], [hx, 0, ridge], [-hx, 0, ridge]);
  solid.quad([hx, hy, eaves], [-hx, hy, eaves], [-hx, 0, ridge], [hx, 0, ridge]);
  solid.paint(paints.claddingGrey);
  solid.facet([lx / 2, -ly / 2, eaves], [lx / 2, ly / 2, eaves], [lx / 2, 0, ridge]);
  solid.facet([-lx / 2, ly / 2, eaves], [-lx / 2, -ly / 2, eaves], [-lx / 2, 0, ridge]);
}

/** A workshop or machine house: high windows, big door, ventilators on a low pitched roof. */
export const workshop: Model = (solid, element) => {
  const size = sizeOf(element);
  if (size === undefined) return;
  const { lx, ly, h } = size;
  const eaves = h * 0.88;
  solid.paint(paints.claddingGrey);
  box(solid, 0, 0, 0, lx, ly, eaves);
  const whole = { lx, ly, h: eaves };
  const sides = sidesOf(whole);
  for (const side of sides) {
    solid.paint(paints.brick);
    onWall(solid, side, 0, side.length, 0, 1.1, 0.08);
    solid.paint(paints.glass);
    onWall(solid, side, 1.2, side.length - 1.2, eaves * 0.66, eaves * 0.84, 0.08);
  }
  const [front, end] = sides;
  for (const side of [front, end]) {
    if (side === undefined) continue;
    solid.paint(paints.claddingBlue);
    onWall(solid, side, side.length / 2 - 2.4, side.length / 2 + 2.4, 0.1, Math.min(5, eaves * 0.6), 0.12);
  }
  pitchedRoof(solid, lx, ly, eaves, h, paints.roofGrey);
  solid.paint(paints.aluminium);
  for (let x = -lx / 2 + 6; x < lx / 2 - 4; x += 9) {
    round(solid, { x, y: 0, z0: h - 0.2, z1: h + 0.9, r0: 0.6, facets: 10, top: true });
  }
};

/** A substation: a plain house, or a transformer with radiators and bushings when it is small. */
export const substation: Model = (solid, element, detail) => {
  const size = sizeOf(element);
  if (size === undefined) return;
  const { lx, ly, h } = size;
  if (lx <= 8 && h <= 6) {
    solid.paint(paints.concrete);
    box(solid, 0, 0, 0, lx, ly, 0.3);
    solid.paint(paints.steel);
    box(solid, 0, 0, 0.5, lx * 0.6, ly * 0.45, h * 0.55);
    solid.paint(shade(paints.steel, 0.85));
    for (const side of [-1, 1]) {
      for (let x = -lx * 0.26; x <= lx * 0.27; x += 0.45)
        box(solid, x, side * ly * 0.36, 0.8, 0.14, ly * 0.2, h * 0.45);
    }
    solid.paint(paints.brick);
    for (const x of [-1, 0, 1])
      round(solid, { x: x * lx * 0.18, y: 0, z0: h * 0.6, z1: h * 0.95, r0: 0.16, facets: 8, top: true });
    solid.paint(paints.steel);
    bar(solid, [-lx * 0.3, 0, h * 0.8], [lx * 0.12, 0, h * 0.8], 0.3, 10, true);
    return;
  }
  body(solid, size, paints.render);
  const sides = sidesOf(size);
  for (const side of sides) {
    solid.paint(paints.darkSteel);
    for (let a = 3; a < side.length - 2; a += 5) onWall(solid, side, a - 0.8, a + 0.8, h * 0.62, h * 0.78, 0.06);
  }
  const front = sides[0];
  if (front !== undefined) {
    solid.paint(paints.doorGrey);
    for (let a = 2.5; a < front.length - 2; a += 6) onWall(solid, front, a, a + 1.8, 0.1, 2.6, 0.1);
  }
  flatRoof(solid, size, paints.render);
  if (detail === 'fine') roofUnits(solid, element.id, size, false);
};

/** A fire station: red bay doors along the front, watch tower. */
export const fireStation: Model = (solid, element, detail) => {
  const size = sizeOf(element);
  if (size === undefined) return;
  const { lx, ly, h } = size;
  body(solid, size, paints.render);
  windows(solid, { ...size, h: size.h }, true, detail);
  const front = sidesOf(size)[0];
  if (front !== undefined) {
    const bays = Math.max(2, Math.floor(lx / 6));
    const pitch = (lx * 0.8) / bays;
    for (let k = 0; k < bays; k += 1) {
      const a = lx * 0.04 + pitch * k;
      solid.paint(paints.renderWarm);
      onWall(solid, front, a, a + pitch, 0, Math.min(5.2, h * 0.55), 0.1);
      solid.paint(paints.doorRed);
      onWall(solid, front, a + 0.4, a + pitch - 0.4, 0.1, Math.min(4.6, h * 0.5), 0.14);
    }
  }
  flatRoof(solid, size, paints.render);
  roofUnits(solid, element.id, size, false);
  solid.paint(paints.renderWarm);
  box(solid, lx / 2 - 2.5, ly / 2 - 2.5, 0, 5, 5, h + 8);
  solid.paint(paints.glass);
  box(solid, lx / 2 - 2.5, ly / 2 - 2.5, h + 5, 5.1, 5.1, 1.6);
  solid.paint(paints.roofGrey);
  box(solid, lx / 2 - 2.5, ly / 2 - 2.5, h + 8, 5.8, 5.8, 0.4);
  ladder(solid, [lx / 2 - 2.5, ly / 2 - 2.5], 2.5, 0, 0, h + 8, detail);
  solid.paint(paints.steel);
  beam(solid, [lx / 2 - 2.5, ly / 2 - 2.5, h + 8.4], [lx / 2 - 2.5, ly / 2 - 2.5, h + 12], 0.12);
};
