import { chlorineLeak } from '@upwind/scenarios';
import { chemicalPark } from '@upwind/scenes';
import { runIncident } from '@upwind/sim-engine';
import { describe, expect, it } from 'vitest';
import { levelColour } from './level-colour.ts';
import { firstProfile, levelName, limitsOf, lowestLimit, tellingZone, zonesIn } from './zone-view.ts';

const incident = { ...chlorineLeak(chemicalPark), durationS: 300 };
const result = runIncident({ site: chemicalPark, incident });
const [field] = result.fields;
if (field === undefined) throw new Error('A leak has a field.');

describe('zones as they are viewed', () => {
  it('begin with the limits that reach farthest: poison for chlorine, fire for liquefied petroleum gas', () => {
    expect(firstProfile(field, incident)).toBe('aegl');
    const { substance: _, ...bare } = field;
    expect(firstProfile({ ...bare, chemical: 'lpg' }, incident)).toBe('lel');
  });

  it('are cut by the chosen list, each with its limit and averaging time', () => {
    const aegl = zonesIn(result, incident, { profile: 'aegl', heightM: field.heightM }, 300);
    expect(aegl.map(({ level }) => level)).toEqual(['aegl-1', 'aegl-2', 'aegl-3']);
    expect(aegl.every(({ rings, averagingTimeS }) => rings.length > 0 && averagingTimeS === field.averagingTimeS)).toBe(
      true,
    );
    const [idlh] = zonesIn(result, incident, { profile: 'idlh', heightM: field.heightM }, 300);
    expect(idlh?.label.en).toMatch(/^IDLH, 30 min: 10 ppm/);
    expect(limitsOf(field, incident, 'lel')).toEqual([]);
    expect(lowestLimit(field, incident)).toBe(aegl[0]?.limit);
  });

  it('are told by the level of lasting harm', () => {
    const zones = zonesIn(result, incident, { profile: 'aegl', heightM: field.heightM }, 300);
    expect(tellingZone(zones)?.level).toBe('aegl-2');
    expect(tellingZone([])).toBeUndefined();
    expect(levelName('lfl-50', 'en')).toBe('50 % LEL');
    expect(levelName('aegl-3', 'zh')).toBe('AEGL-3');
  });

  it('have the colour of their rank, whatever the list', () => {
    expect(levelColour('aegl-3')).toBe(levelColour('lfl-100'));
    expect(levelColour('erpg-2')).toBe(levelColour('lfl-50'));
    expect(levelColour('aegl-1')).toBe(levelColour('lfl-10'));
    expect(new Set([levelColour('aegl-1'), levelColour('aegl-2'), levelColour('idlh')]).size).toBe(3);
  });
});
