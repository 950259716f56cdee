import type { Position } from '@upwind/scenes';
import { type Model, shapeAs, steady } from './context.ts';
import { bar, beam, box, type Detail } from './forms.ts';
import { type Paint, paints } from './paint.ts';
import type { Point3, Solid } from './solid.ts';

const bundle: readonly Paint[] = [
  paints.pipePlain,
  paints.pipePlain,
  paints.pipeSteam,
  paints.pipeWater,
  paints.pipePlain,
  paints.pipeGas,
  paints.pipeAir,
  paints.pipePlain,
  paints.pipeOil,
  paints.pipeAcid,
];

/** A point beside a line: `along` metres from its start, `across` to the left, `up` above the line. */
function beside(from: Position, to: Position, along: number, across: number, up: number): Point3 {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  const [ux, uy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
  const z = from[2] + ((to[2] - from[2]) * along) / length;
  return [from[0] + ux * along - uy * across, from[1] + uy * along + ux * across, z + up];
}

const lengthOf = (from: Position, to: Position) => Math.hypot(to[0] - from[0], to[1] - from[1]);

/** One straight run of a rack: portal frames, longitudinal beams, two levels of pipes, a cable tray on top. */
function rackRun(
  solid: Solid,
  id: string,
  from: Position,
  to: Position,
  width: number,
  height: number,
  detail: Detail,
): void {
  const length = lengthOf(from, to);
  const levels = height > 6 ? [height - 3.2, height - 1] : [height - 1];
  const frames = Math.max(1, Math.round(length / 9));
  const half = width / 2 - 0.3;
  for (let i = 0; i <= frames; i += 1) {
    const along = (length * i) / frames;
    solid.paint(paints.concrete);
    for (const side of [-half, half]) {
      beam(solid, beside(from, to, along, side, 0), beside(from, to, along, side, height), 0.4);
    }
    solid.paint(paints.steel);
    for (const level of levels) {
      beam(solid, beside(from, to, along, -half, level - 0.3), beside(from, to, along, half, level - 0.3), 0.3, 0.5);
    }
  }
  solid.paint(paints.steel);
  for (const level of levels) {
    for (const side of [-half, half]) {
      beam(solid, beside(from, to, 0, side, level - 0.3), beside(from, to, length, side, level - 0.3), 0.25, 0.4);
    }
  }
  const facets = detail === 'fine' ? 7 : 5;
  levels.forEach((level, storey) => {
    const places = Math.max(3, Math.floor((width - 1.4) / 0.75));
    for (let k = 0; k < places; k += 1) {
      const chance = steady(`${id}/${storey}/${k}`);
      if (chance < 0.14) continue;
      const radius = 0.09 + 0.2 * steady(`${id}\\${storey}\\${k}`);
      solid.paint(bundle[Math.floor(chance * 977) % bundle.length] ?? paints.pipePlain);
      const across = -half + 0.7 + k * 0.75;
      bar(
        solid,
        beside(from, to, -0.5, across, level + radius),
        beside(from, to, length + 0.5, across, level + radius),
        radius,
        facets,
      );
    }
  });
  solid.paint(paints.galvanised);
  beam(
    solid,
    beside(from, to, 0, half - 0.35, height - 0.1),
    beside(from, to, length, half - 0.35, height - 0.1),
    0.6,
    0.14,
  );
}

/** A pipe rack along its path. */
export const pipeRack: Model = (solid, element, detail) => {
  const shape = shapeAs(element, 'path');
  if (shape === undefined) return;
  shape.path.forEach((to, i) => {
    const from = shape.path[i - 1];
    if (from !== undefined) rackRun(solid, `${element.id}${i}`, from, to, shape.widthM, shape.heightM, detail);
  });
};

/** A pipeline on sleepers: as many lines as its width takes. */
export const pipeline: Model = (solid, element, detail) => {
  const shape = shapeAs(element, 'path');
  if (shape === undefined) return;
  const radius = Math.min(0.3, Math.max(0.1, shape.widthM / 2));
  const lines = Math.max(1, Math.floor(shape.widthM / (radius * 3)));
  const up = Math.max(radius, shape.heightM - radius);
  shape.path.forEach((to, i) => {
    const from = shape.path[i - 1];
    if (from === undefined) return;
    const length = lengthOf(from, to);
    for (let line = 0; line < lines; line += 1) {
      const across = (line - (lines - 1) / 2) * radius * 3;
      solid.paint(bundle[Math.floor(steady(element.id + line) * bundle.length)] ?? paints.pipePlain);
      bar(
        solid,
        beside(from, to, 0, across, up),
        beside(from, to, length, across, up),
        radius,
        detail === 'fine' ? 8 : 5,
      );
    }
    solid.paint(paints.concreteDark);
    const sleepers = Math.max(1, Math.round(length / 6));
    for (let k = 0; k <= sleepers; k += 1) {
      const [x, y, z] = beside(from, to, (length * k) / sleepers, 0, 0);
      box(solid, x, y, z, 0.4, Math.max(0.6, shape.widthM), Math.max(0.1, up - radius));
    }
  });
};

/** A bund: a concrete wall along its ring with a coping and a stair over it. The floor belongs to the ground. */
export const bund: Model = (solid, element) => {
  const shape = shapeAs(element, 'area');
  if (shape === undefined || shape.heightM <= 0) return;
  const h = shape.heightM;
  shape.ring.forEach(([x, y], i) => {
    const [x2, y2] = shape.ring[(i + 1) % shape.ring.length] ?? [x, y];
    solid.paint(paints.concrete);
    beam(solid, [x, y, h / 2], [x2, y2, h / 2], 0.35, h);
    solid.paint(paints.concreteDark);
    beam(solid, [x, y, h], [x2, y2, h], 0.5, 0.12);
    if (i > 1) return;
    const [mx, my] = [(x + x2) / 2, (y + y2) / 2];
    solid.paint(paints.safetyYellow);
    for (const step of [-2, -1, 0, 1, 2]) {
      const top = h + 0.15 - (Math.abs(step) * h) / 3;
      const angle = Math.atan2(y2 - y, x2 - x) + Math.PI / 2;
      box(solid, mx + Math.cos(angle) * step * 0.4, my + Math.sin(angle) * step * 0.4, 0, 0.8, 0.8, Math.max(0.1, top));
    }
  });
};
