import { describe, expect, test } from 'vitest';
import { isBody, volumeOf } from '../geometry/body.ts';
import { clearanceM, distanceToRing, ringsOverlap } from '../geometry/clearance.ts';
import { footprint } from '../geometry/footprint.ts';
import type { Element, ElementKind } from '../site/element.ts';
import { readSite } from '../site/read-site.ts';
import { chemicalPark } from './chemical-park.ts';

const { elements, points } = chemicalPark;
const bodies = elements.filter(isBody);
const ofKind = (...kinds: ElementKind[]) => elements.filter(({ kind }) => kinds.includes(kind));
const roads = ofKind('road').map(footprint);
const byId = new Map(elements.map((element) => [element.id, element]));
const hazards = elements.filter(({ contents }) => (contents?.inventoryKg ?? 0) >= 10_000);

function pairs<Item>(items: readonly Item[]): [Item, Item][] {
  return items.flatMap((one, index) => items.slice(index + 1).map((other): [Item, Item] => [one, other]));
}

const overlapping = (one: Element, other: Element) => ringsOverlap(footprint(one), footprint(other));
const named = (found: readonly [Element, Element][]) => found.map(([one, other]) => `${one.id} × ${other.id}`);

describe('Riverside Chemical Park', () => {
  test('is a good site by its own reader', () => {
    expect(readSite(JSON.parse(JSON.stringify(chemicalPark)), 'chemical-park')).toEqual(chemicalPark);
  });

  test('is about 1 km × 0.7 km, with the units of a park and the instruments of a plant', () => {
    const { min, max } = chemicalPark.extent;
    expect([max[0] - min[0], max[1] - min[1]]).toEqual([1000, 700]);
    expect(elements.length).toBeGreaterThanOrEqual(110);
    expect(points.length).toBeGreaterThanOrEqual(180);
    const kinds = new Set(elements.map(({ kind }) => kind));
    for (const kind of [
      ...['storage-sphere', 'storage-tank', 'bund', 'column', 'reactor', 'pipe-rack', 'loading-rack', 'flare'],
      ...['control-room', 'warehouse', 'gate', 'road', 'muster-point', 'wind-sock', 'gas-detector', 'hydrant'],
    ] as ElementKind[]) {
      expect(kinds, kind).toContain(kind);
    }
    for (const chemical of ['chlorine', 'ammonia', 'hydrogen-sulfide', 'lpg', 'methanol', 'gasoline', 'benzene']) {
      expect(
        points.some((point) => point.chemical === chemical),
        chemical,
      ).toBe(true);
    }
  });

  test('every name is Chinese in Chinese and English in English', () => {
    for (const { id, name } of [...elements, ...points]) {
      expect(name.zh, id).toMatch(/\p{Script=Han}/u);
      expect(name.en, id).toMatch(/[A-Za-z]/);
      expect(name.en, id).not.toMatch(/[\p{Script=Han}（）]/u);
    }
    const names = elements.map(({ name }) => name.en);
    expect(new Set(names).size, 'no two elements of one name').toBe(names.length);
  });

  test('no two bodies share ground', () => {
    expect(named(pairs(bodies).filter(([one, other]) => overlapping(one, other)))).toEqual([]);
  });

  test('roads, water, racks and bunds are clear of bodies that do not belong to them', () => {
    const found = ofKind('road', 'water', 'pipe-rack', 'bund').flatMap((line) =>
      bodies
        .filter((body) => !partsOf(body).includes(line.id) && overlapping(line, body))
        .map((body): [Element, Element] => [line, body]),
    );
    expect(named(found)).toEqual([]);
  });

  test('grounds that exclude each other do not meet', () => {
    const apart = pairs(ofKind('road', 'water', 'bund', 'muster-point', 'green', 'fence')).filter(
      ([one, other]) => one.kind !== other.kind,
    );
    expect(named(apart.filter(([one, other]) => overlapping(one, other)))).toEqual([]);
  });

  test('the roads are one network that reaches every gate and passes every body', () => {
    const reached = new Set([0]);
    for (const index of reached) {
      const here = roads[index] ?? [];
      roads.forEach((road, other) => {
        if (!reached.has(other) && ringsOverlap(here, road)) reached.add(other);
      });
    }
    expect(reached.size).toBe(roads.length);
    for (const gate of ofKind('gate')) {
      expect(
        roads.some((road) => ringsOverlap(road, footprint(gate))),
        gate.id,
      ).toBe(true);
    }
    // GB 50160 asks no tank to stand more than 80 m from the nearest fire road; here nothing does.
    for (const body of bodies) {
      const nearest = Math.min(...roads.map((road) => distanceToRing([body.at[0], body.at[1]], road)));
      expect(nearest, body.id).toBeLessThanOrEqual(80);
    }
  });

  test('tanks keep the spacing and bunds the volume of GB 50160', () => {
    for (const bund of ofKind('bund')) {
      const tanks = bodies.filter(({ partOf, kind }) => partOf === bund.id && kind !== 'valve');
      const largestM3 = Math.max(...tanks.map(volumeOf));
      expect(volumeOf(bund), `${bund.id} holds its largest tank`).toBeGreaterThanOrEqual(largestM3);
      for (const [one, other] of pairs(tanks)) {
        const diameters = [one, other].map(({ shape }) => ('radiusM' in shape ? 2 * shape.radiusM : 0));
        const share = one.kind === 'storage-sphere' ? 1 : 0.4;
        const gap = clearanceM(footprint(one), footprint(other));
        expect(gap, `${one.id} × ${other.id}`).toBeGreaterThanOrEqual(share * Math.max(...diameters));
      }
    }
  });

  test('people who do not run the plant are kept away from what could hurt them', () => {
    expect(hazards.length).toBeGreaterThan(15);
    for (const refuge of ofKind('control-room', 'fire-station', 'canteen', 'office', 'laboratory')) {
      if ((refuge.people?.day ?? 0) < 15) continue;
      for (const hazard of hazards) {
        const gap = clearanceM(footprint(refuge), footprint(hazard));
        expect(gap, `${refuge.id} × ${hazard.id}`).toBeGreaterThanOrEqual(120);
      }
    }
    const [flare] = ofKind('flare');
    for (const body of bodies) {
      if (flare === undefined || body === flare || body.id === 'V-701' || body.id === 'V-702') continue;
      expect(clearanceM(footprint(flare), footprint(body)), `flare × ${body.id}`).toBeGreaterThanOrEqual(90);
    }
  });

  test('a muster point lies on every side of the park', () => {
    const places = ofKind('muster-point').map(({ at }) => at);
    expect(places.length).toBeGreaterThanOrEqual(4);
    expect(places.some(([x]) => x > 450) && places.some(([x]) => x < -450)).toBe(true);
    expect(places.some(([, y]) => y > 270) && places.some(([, y]) => y < -310)).toBe(true);
  });

  test('one of the chlorine vessels is kept empty to take over a leaking one', () => {
    const vessels = elements.filter(({ id }) => id.startsWith('V-301'));
    expect(vessels.map(({ contents }) => contents?.inventoryKg === 0)).toEqual([false, false, false, true]);
  });

  test('every vessel that holds ten tonnes or more is measured', () => {
    const measured = new Set(points.map(({ element }) => element));
    for (const element of hazards) expect(measured, element.id).toContain(element.id);
  });

  test('points at 10 Hz are few, and all together fit a small machine', () => {
    const perSecond = points.reduce((sum, { periodMs }) => sum + 1000 / periodMs, 0);
    expect(points.some(({ periodMs }) => periodMs === 100)).toBe(true);
    expect(perSecond).toBeLessThan(200);
  });
});

function partsOf(element: Element): string[] {
  const whole = element.partOf === undefined ? undefined : byId.get(element.partOf);
  return whole === undefined ? [] : [whole.id, ...partsOf(whole)];
}
