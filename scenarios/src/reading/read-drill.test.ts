import { chemicalPark, footprint, isBody, ringContains } from '@upwind/scenes';
import { describe, expect, it } from 'vitest';
import { drills, ruleProfiles } from '../library/library.ts';
import { readDrill, readRuleProfile } from './read-drill.ts';
import { readIncident } from './read-incident.ts';

const [drill] = drills;
const [profile] = ruleProfiles;
const copy = (change: (drill: Record<string, unknown>) => void): unknown => {
  const made = structuredClone(drill) as unknown as Record<string, unknown>;
  change(made);
  return made;
};
const against = { site: chemicalPark, ...(profile === undefined ? {} : { profile }) };

describe('the drills that come with the house', () => {
  it('are valid against their site and their profile', () => {
    for (const each of ruleProfiles) expect(readRuleProfile(structuredClone(each), each.id)).toEqual(each);
    for (const each of drills) {
      const own = ruleProfiles.find(({ id }) => id === each.profile);
      expect(own, each.profile).toBeDefined();
      expect(
        readDrill(structuredClone(each), each.id, { site: chemicalPark, ...(own ? { profile: own } : {}) }),
      ).toEqual(each);
    }
  });

  it('start people on free ground', () => {
    const bodies = chemicalPark.elements
      .filter(isBody)
      .map((element) => ({ id: element.id, ring: footprint(element) }));
    for (const each of drills) {
      for (const start of each.roles.flatMap(({ starts }) => starts)) {
        const inside = bodies.filter(({ ring }) => ring !== undefined && ringContains(ring, [start[0], start[1]]));
        expect(inside.map(({ id }) => id)).toEqual([]);
      }
    }
  });
});

describe('a drill that somebody else wrote', () => {
  it.each([
    [
      'an unknown condition',
      copy(
        (d) =>
          ((d['steps'] as { condition: object }[])[0] = {
            ...(d['steps'] as object[])[0],
            condition: { kind: 'flies' },
          } as never),
      ),
      'UPW_SCENARIO_INVALID',
      /steps\[0\]/,
    ],
    ['no steps', copy((d) => (d['steps'] = [])), 'UPW_SCENARIO_INVALID', /steps/],
    ['a field nobody knows', copy((d) => (d['cheat'] = 1)), 'UPW_SCENARIO_INVALID', /cheat/],
    ['too few seats', copy((d) => (d['seats'] = { min: 4, max: 2 })), 'UPW_SCENARIO_REFERENCE', /seats/],
    [
      'an unknown element',
      copy(
        (d) =>
          ((d['steps'] as { condition: object }[])[3] = {
            ...(d['steps'] as object[])[3],
            condition: { kind: 'reaches', element: 'X-1', radiusM: 5 },
          } as never),
      ),
      'UPW_SCENARIO_REFERENCE',
      /X-1/,
    ],
    [
      'an unknown rule',
      copy(
        (d) =>
          ((d['faults'] as { condition: object }[])[1] = {
            ...(d['faults'] as object[])[1],
            condition: { kind: 'dose-exceeds', level: 'aegl-3', fraction: { rule: 'nope' } },
          } as never),
      ),
      'UPW_SCENARIO_RULE_MISSING',
      /nope/,
    ],
    ['nothing at all', undefined, 'UPW_SCENARIO_INVALID', /drill/],
  ])('with %s is refused in one sentence with its place', (_, json, code, message) => {
    expect(() => readDrill(json, 'test.json', against)).toThrow(expect.objectContaining({ code }));
    expect(() => readDrill(json, 'test.json', against)).toThrow(message);
  });
});

describe('an incident that somebody else wrote', () => {
  const incident = structuredClone(drill?.incident) as unknown as Record<string, unknown>;
  it.each([
    [
      'wind from nowhere',
      { ...incident, weather: [{ ...(incident['weather'] as object[])[0], windFromDeg: Number.NaN }] },
      /windFromDeg/,
    ],
    ['no release', { ...incident, releases: [] }, /releases/],
    [
      'a release that stops before it starts',
      { ...incident, releases: [{ ...(incident['releases'] as object[])[0], stopS: 1 }] },
      /stopS/,
    ],
    ['another site', { ...incident, site: 'elsewhere' }, /elsewhere/],
  ])('with %s is refused in one sentence', (_, json, message) => {
    expect(() => readIncident(json, 'test.json', chemicalPark)).toThrow(message);
  });
});
