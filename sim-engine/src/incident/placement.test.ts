import { chlorineLeak, type Incident } from '@upwind/scenarios';
import { chemicalPark, footprint, ringContains } from '@upwind/scenes';
import { describe, expect, it } from 'vitest';
import { runIncident } from './conductor.ts';
import { placed } from './placement.ts';

const leak = chlorineLeak(chemicalPark);
const [release] = leak.releases;
if (release === undefined) throw new Error('the leak has a release');
const at = (x: number, y: number, z: number): Incident => ({ ...leak, releases: [{ ...release, at: [x, y, z] }] });

describe('where a release meets the wind', () => {
  it('is where it is said to be in the open', () => {
    expect(placed(chemicalPark, leak)).toEqual([{ release, notes: [] }]);
  });

  it('is just outside the nearest wall for a release inside a building, and the result says so', () => {
    const office = chemicalPark.elements.find(({ kind }) => kind === 'office');
    if (office === undefined) throw new Error('the park has an office');
    const inside = at(office.at[0] + 1, office.at[1] + 1, office.at[2] + 2);
    const [one] = placed(chemicalPark, inside);
    const [x, y] = one?.release.at ?? [0, 0];
    expect(ringContains(footprint(office), [x, y])).toBe(false);
    expect(Math.hypot(x - office.at[0], y - office.at[1])).toBeLessThan(100);
    const { notes } = runIncident({ site: chemicalPark, incident: { ...inside, durationS: 60, people: [] } });
    expect(notes.some(({ en }) => en.includes('nearest wall'))).toBe(true);
  });

  it('is the surface for a release under water', () => {
    const water = chemicalPark.elements.find(({ kind, shape }) => kind === 'water' && shape.kind === 'area');
    if (water === undefined) throw new Error('the park has water');
    const [cx, cy] = water.shape.kind === 'area' ? (water.shape.ring[0] ?? [0, 0]) : [0, 0];
    const [mx, my] = [0.5 * (cx + water.at[0]), 0.5 * (cy + water.at[1])];
    const [one] = placed(chemicalPark, at(mx, my, water.at[2] - 0.5));
    expect(one?.release.at[2]).toBeGreaterThan(water.at[2]);
    expect(one?.notes).toHaveLength(1);
    const deep = { ...at(mx, my, water.at[2] - 9), durationS: 10, people: [] };
    expect(runIncident({ site: chemicalPark, incident: deep }).notes.some(({ en }) => en.includes('water'))).toBe(true);
  });

  it('is as high over the ground on a hill as on the plain', () => {
    const onHill = (slope: number, z: number): readonly number[] => {
      const elements = chemicalPark.elements.map((one) => ({ ...one, at: [one.at[0], one.at[1], slope * one.at[0]] }));
      const hill = { ...chemicalPark, elements } as typeof chemicalPark;
      const { fields } = runIncident({ site: hill, incident: { ...at(0, 0, z), durationS: 60, people: [] } });
      const { fields: risen } = runIncident({
        site: hill,
        incident: { ...at(100, 0, z + 100 * slope), durationS: 60, people: [] },
      });
      return [fields, risen].map(([field]) =>
        (field?.concentration ?? new Float32Array(1)).reduce((a, b) => Math.max(a, b)),
      );
    };
    const [low = 0, high = 0] = onHill(0.2, 1);
    expect(low).toBeGreaterThan(0);
    expect(high / low).toBeGreaterThan(0.7);
    expect(high / low).toBeLessThan(1.4);
    expect(() => onHill(0.2, -10)).toThrow(/below ground/);
  });
});
