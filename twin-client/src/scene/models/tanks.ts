import type { Element } from '@upwind/scenes';
import { type Model, shapeAs } from './context.ts';
import { arc, guardRail, nozzle, ringPlatform, spiralStair } from './fittings.ts';
import { annulus, beam, box, type Detail, facetsOf, pipe, round } from './forms.ts';
import { paints, shade } from './paint.ts';
import type { Solid } from './solid.ts';

/** Volatile liquids under atmospheric pressure stand under a floating roof when the tank is wide (GB 50160-2008, 6.2.2). */
function hasFloatingRoof(element: Element, radiusM: number): boolean {
  return element.contents?.phase === 'liquid' && radiusM >= 11;
}

/** A storage tank: cone roof, or open with a floating roof; courses, wind girder, spiral stair, foundation ring. */
export const storageTank: Model = (solid, element, detail) => {
  const shape = shapeAs(element, 'vertical-cylinder');
  if (shape === undefined) return;
  const { radiusM: r, heightM: h } = shape;
  const facets = facetsOf(r, detail);
  solid.paint(paints.concreteDark);
  round(solid, { x: 0, y: 0, z0: 0, z1: 0.4, r0: r + 0.7, facets });
  annulus(solid, [0, 0, 0.4], r, r + 0.7, facets);
  shell(solid, r, h, facets);
  if (hasFloatingRoof(element, r)) floatingRoof(solid, r, h, facets, detail);
  else coneRoof(solid, r, h, facets, detail);
  spiralStair(solid, () => r, 0.4, h, Math.PI * 1.1, detail);
  fittings(solid, r, h);
};

/** The shell in courses of plate some 2.4 m high, each a shade off its neighbour. */
function shell(solid: Solid, r: number, h: number, facets: number): void {
  const courses = Math.max(2, Math.round(h / 2.4));
  for (let i = 0; i < courses; i += 1) {
    solid.paint(shade(paints.white, i % 2 === 0 ? 1 : 0.975));
    round(solid, { x: 0, y: 0, z0: Math.max(0.4, (h * i) / courses), z1: (h * (i + 1)) / courses, r0: r, facets });
  }
  solid.paint(paints.steel);
  round(solid, { x: 0, y: 0, z0: 0.4, z1: 0.75, r0: r + 0.06, facets });
}

function coneRoof(solid: Solid, r: number, h: number, facets: number, detail: Detail): void {
  const peak = h + r * 0.14;
  solid.paint(paints.roofDeck);
  round(solid, { x: 0, y: 0, z0: h, z1: peak, r0: r + 0.1, r1: 0.05, facets });
  solid.paint(paints.shellShade);
  round(solid, { x: 0, y: 0, z0: h - 0.3, z1: h, r0: r + 0.1, facets });
  guardRail(solid, arc([0, 0, h + 0.05], r - 0.1, 0, 2 * Math.PI, detail === 'fine' ? 28 : 14), detail);
  solid.paint(paints.aluminium);
  round(solid, { x: 0, y: 0, z0: peak - 0.3, z1: peak + 0.9, r0: 0.4, facets: 10 });
  round(solid, { x: 0, y: 0, z0: peak + 0.9, z1: peak + 1.2, r0: 0.75, r1: 0.2, facets: 10, bottom: true });
  nozzle(solid, [r * 0.5, r * 0.2, h + r * 0.06], [0, 0, 1], 0.3, 1);
  nozzle(solid, [-r * 0.4, r * 0.45, h + r * 0.05], [0, 0, 1], 0.25, 0.9);
  if (detail === 'fine') {
    solid.paint(paints.handrail);
    beam(solid, [r * 0.95, 0, h + 0.3], [0.8, 0, peak + 0.2], 0.5, 0.04);
  }
}

function floatingRoof(solid: Solid, r: number, h: number, facets: number, detail: Detail): void {
  const deck = h * 0.72;
  solid.paint(shade(paints.shellWhite, 0.86));
  round(solid, { x: 0, y: 0, z0: deck, z1: h, r0: r - 0.05, facets, inward: true });
  solid.paint(paints.steel);
  annulus(solid, [0, 0, h], r - 0.05, r + 0.02, facets);
  ringPlatform(solid, [0, 0, h - 1], r, 0.9, 0, 2 * Math.PI, detail);
  solid.paint(paints.roofDeck);
  annulus(solid, [0, 0, deck], 0, r * 0.86, facets);
  solid.paint(shade(paints.roofDeck, 1.1));
  round(solid, { x: 0, y: 0, z0: deck, z1: deck + 0.5, r0: r * 0.86, facets, inward: true });
  annulus(solid, [0, 0, deck + 0.5], r * 0.86, r * 0.985, facets);
  solid.paint(paints.tyre);
  annulus(solid, [0, 0, deck + 0.45], r * 0.985, r - 0.05, facets);
  solid.paint(paints.handrail);
  beam(solid, [r * 0.9, 0.4, h], [r * 0.1, 0.4, deck + 0.5], 0.9, 0.12);
  for (const y of [0, 0.8]) beam(solid, [r * 0.9, y, h + 1], [r * 0.1, y, deck + 1.5], 0.06);
  solid.paint(paints.concreteDark);
  for (let i = 0; i < 8; i += 1) {
    const angle = (2 * Math.PI * i) / 8 + 0.2;
    box(solid, r * 0.6 * Math.cos(angle), r * 0.6 * Math.sin(angle), deck, 0.5, 0.5, 0.5);
  }
}

/** Manway, in- and outlet with valves, foam line up the shell. */
function fittings(solid: Solid, r: number, h: number): void {
  const side = (angle: number, z: number, out: number) =>
    [(r + out) * Math.cos(angle), (r + out) * Math.sin(angle), z] as const;
  const outward = (angle: number) => [Math.cos(angle), Math.sin(angle), 0] as const;
  solid.paint(paints.steel);
  nozzle(solid, side(0.4, 1.3, -0.1), outward(0.4), 0.38, 0.5);
  solid.paint(paints.pipeOil);
  for (const angle of [-0.25, -0.45]) {
    nozzle(solid, side(angle, 1, -0.1), outward(angle), 0.2, 1.2);
    pipe(solid, [side(angle, 1, 1), side(angle, 1, 3), side(angle, 0.5, 3.4)], 0.2, 6);
  }
  solid.paint(paints.fireRed);
  pipe(solid, [side(2, 0.6, 1.4), side(2, 0.6, 0.25), side(2, h - 0.6, 0.25), side(2, h - 0.3, 0)], 0.09, 5);
  solid.paint(paints.pipeWater);
  pipe(solid, arc([0, 0, h - 0.5], r + 0.3, 0, 2 * Math.PI, 24), 0.06, 4);
}
