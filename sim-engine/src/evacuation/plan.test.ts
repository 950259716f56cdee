import { chemicalPark, footprint, isBody, ringContains } from '@upwind/scenes';
import { describe, expect, it } from 'vitest';
import { type Breath, cleanAir } from './breath.ts';
import { planEvacuation } from './plan.ts';
import type { Route } from './route.ts';

const people = chemicalPark.elements.flatMap(({ id, at, people: count }) =>
  count === undefined ? [] : [{ id, element: id, at, count: 1, startS: 60, walkingMPerS: 1.34 }],
);
/** A standing cloud: everything within 120 m of a place costs one AEGL-2 load a minute, a tenth of AEGL-3. */
const cloudAt = (cx: number, cy: number): Breath => {
  const inside = (x: number, y: number) => (x - cx) ** 2 + (y - cy) ** 2 < 120 ** 2;
  return {
    aegl2PerS: (x, y) => (inside(x, y) ? 1 / 60 : 0),
    aegl3PerS: (x, y) => (inside(x, y) ? 1 / 600 : 0),
    isFlammable: () => false,
    endS: 1800,
  };
};
const bodies = chemicalPark.elements.filter(isBody).map((element) => ({ id: element.id, ring: footprint(element) }));

/** Bodies that a path crosses, looked at every half metre; the outermost 0.3 m of a body may be brushed. */
function crossed({ path }: Route): string[] {
  const hit = new Set<string>();
  for (let k = 1; k < path.length; k++) {
    const [ax, ay] = path[k - 1] ?? [0, 0];
    const [bx, by] = path[k] ?? [0, 0];
    const pieces = Math.ceil(Math.hypot(bx - ax, by - ay) / 0.5);
    for (let piece = 0; piece <= pieces; piece++) {
      const [x, y] = [ax + ((bx - ax) * piece) / pieces, ay + ((by - ay) * piece) / pieces];
      for (const { id, ring } of bodies) if (ring.length > 2 && ringContains(ring, [x, y])) hit.add(id);
    }
  }
  return [...hit];
}
const routesOf = (breath: Breath) => planEvacuation({ site: chemicalPark, breath, people, untilS: 1800 });

describe('ways out of the park', () => {
  it('leads every populated place to a muster point in clean air, without dose and in order of time', () => {
    const advice = routesOf(cleanAir);
    expect(advice.map(({ kind }) => kind)).toEqual(people.map(() => 'route'));
    for (const each of advice) {
      if (each.kind !== 'route') continue;
      expect(each.doseFractionAegl2).toBe(0);
      const muster = chemicalPark.elements.find(({ id }) => id === each.musterPoint)?.at ?? [0, 0];
      const [x, y] = each.path.at(-1) ?? [0, 0];
      expect(Math.hypot(x - muster[0], y - muster[1])).toBeLessThan(8);
      for (let k = 1; k < each.path.length; k++) expect(each.path[k]?.[2]).toBeGreaterThan(each.path[k - 1]?.[2] ?? 0);
    }
  });

  it('never leads through a body, with or without a cloud', () => {
    for (const breath of [cleanAir, cloudAt(-200, 150), cloudAt(100, -50)]) {
      for (const each of routesOf(breath)) if (each.kind === 'route') expect(crossed(each), each.group).toEqual([]);
    }
  });

  it('goes round a cloud: nobody outside it takes in more than the blind way would, and most take in nothing', () => {
    const breath = cloudAt(-200, 150);
    let clean = 0;
    for (const each of routesOf(breath)) {
      if (each.kind !== 'route') continue;
      if (each.doseFractionAegl2 === 0) clean++;
      expect(each.doseFractionAegl3).toBeLessThan(1);
    }
    expect(clean).toBeGreaterThan(people.length / 2);
  });

  it('never sends people to a muster point that lies in the cloud while another is clean', () => {
    const muster = chemicalPark.elements.find(({ kind }) => kind === 'muster-point');
    const [x, y] = muster?.at ?? [0, 0];
    for (const each of routesOf(cloudAt(x, y))) {
      if (each.kind === 'route' && each.doseFractionAegl2 === 0) expect(each.musterPoint).not.toBe(muster?.id);
    }
  });

  it('says shelter, with the reason, where every way is worse than staying', () => {
    const everywhere: Breath = { ...cleanAir, aegl2PerS: () => 1 / 30, aegl3PerS: () => 1 / 40, endS: 1800 };
    for (const each of routesOf(everywhere)) {
      expect(each.kind).toBe('shelter');
      expect(each.reason.zh).toContain('避险');
    }
  });

  it('goes round a flammable cloud although it poisons nobody', () => {
    const cloud = cloudAt(-100, -60);
    const breath: Breath = { ...cleanAir, isFlammable: (x, y, timeS) => cloud.aegl2PerS(x, y, timeS) > 0 };
    const outside = people.filter(({ at }) => (at[0] + 100) ** 2 + (at[1] + 60) ** 2 > 160 ** 2).map(({ id }) => id);
    expect(outside.length).toBeGreaterThan(2);
    for (const each of routesOf(breath)) {
      if (each.kind !== 'route' || !outside.includes(each.group)) continue;
      for (const [x, y, timeS] of each.path) expect(breath.isFlammable(x, y, timeS), each.group).toBe(false);
    }
  });

  it('gives the same plan twice', () => {
    expect(JSON.stringify(routesOf(cloudAt(-200, 150)))).toBe(JSON.stringify(routesOf(cloudAt(-200, 150))));
  });

  it('says so when a site has no muster point', () => {
    const site = { ...chemicalPark, elements: chemicalPark.elements.filter(({ kind }) => kind !== 'muster-point') };
    const [first] = planEvacuation({ site, breath: cleanAir, people, untilS: 60 });
    expect(first).toMatchObject({ kind: 'shelter' });
  });
});
