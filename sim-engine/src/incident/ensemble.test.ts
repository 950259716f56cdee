import { chlorineLeak, type Incident } from '@upwind/scenarios';
import { chemicalPark } from '@upwind/scenes';
import { describe, expect, it } from 'vitest';
import { type EnsembleResult, ensembleSteps } from './ensemble.ts';
import { memberChanges, memberWidths } from './ensemble-members.ts';

const leak: Incident = { ...chlorineLeak(chemicalPark), durationS: 300, people: [] };

function ensembleOf(incident: Incident, members: number): EnsembleResult {
  const steps = ensembleSteps(chemicalPark, incident, members);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

const area = ({ zones }: EnsembleResult, share: number): number =>
  zones.filter((zone) => zone.level === 'aegl-2' && zone.timeS === 300 && zone.share === share)[0]?.areaM2 ?? 0;

describe('an ensemble', () => {
  it('draws a wide ring where few members are hit and a narrow one where nearly all are', () => {
    const band = ensembleOf(leak, 16);
    expect(band.members).toBe(16);
    expect(area(band, 0.1)).toBeGreaterThan(area(band, 0.5));
    expect(area(band, 0.5)).toBeGreaterThan(area(band, 0.9));
    expect(area(band, 0.9)).toBeGreaterThan(0);
  });

  it('depends on the seed alone', () => {
    expect(ensembleOf(leak, 4)).toEqual(ensembleOf(leak, 4));
    expect(ensembleOf(leak, 4)).not.toEqual(ensembleOf({ ...leak, seed: 99 }, 4));
  });

  it('has the incident itself as its first member and the stated spread in the others', () => {
    const changes = memberChanges(7, 4000);
    expect(changes[0]).toEqual({ turnDeg: 0, windFactor: 1, massFactor: 1 });
    const turns = changes.map(({ turnDeg }) => turnDeg);
    const mean = turns.reduce((sum, turn) => sum + turn, 0) / turns.length;
    const deviation = Math.sqrt(turns.reduce((sum, turn) => sum + (turn - mean) ** 2, 0) / turns.length);
    expect(Math.abs(mean)).toBeLessThan(0.6);
    expect(deviation).toBeCloseTo(memberWidths.turnDeg, 0);
  });
});
