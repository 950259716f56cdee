import { chlorineLeak, type Incident } from '@upwind/scenarios';
import { chemicalPark } from '@upwind/scenes';
import { describe, expect, it } from 'vitest';
import { incidentSteps } from './conductor.ts';
import type { IncidentResult } from './run.ts';

const leak: Incident = { ...chlorineLeak(chemicalPark), durationS: 900, model: 'resolved' };

function answerTo(incident: Incident, preview: boolean): IncidentResult {
  const steps = incidentSteps(chemicalPark, incident, undefined, { preview });
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

describe('a preview', () => {
  const first = answerTo(leak, true);
  const whole = answerTo({ ...leak, model: 'screening' }, false);

  it('is the screening model in fewer frames, cells and layers over the same ground', () => {
    const [coarse, fine] = [first.fields[0], whole.fields[0]];
    expect(coarse?.model.id).toBe(fine?.model.id);
    expect(coarse?.timesS).toHaveLength(31);
    expect(coarse?.timesS[30]).toBe(leak.durationS);
    const groundOf = (result: IncidentResult) => {
      const { x0M = 0, y0M = 0, cellM = 0, nx = 0, ny = 0 } = result.fields[0]?.grid ?? {};
      return { west: x0M - cellM / 2, south: y0M - cellM / 2, east: x0M + (nx - 0.5) * cellM, cellM, ny };
    };
    const [a, b] = [groundOf(first), groundOf(whole)];
    expect([a.west, a.south]).toEqual([b.west, b.south]);
    expect(a.east).toBeGreaterThanOrEqual(b.east);
    const cells = ({ fields }: IncidentResult) => {
      const { nx = 0, ny = 0, nz = 0 } = fields[0]?.volume?.grid ?? {};
      return nx * ny * nz;
    };
    expect(cells(first)).toBeGreaterThan(0);
    expect(cells(first)).toBeLessThan(cells(whole) / 6);
  });

  it('draws the zones that the whole run draws', () => {
    for (const zone of whole.zones.filter(({ timeS }) => timeS === leak.durationS)) {
      const seen = first.zones.find(({ level, timeS }) => level === zone.level && timeS === zone.timeS);
      expect(seen?.reachM).toBeGreaterThan(0.97 * zone.reachM);
      expect(seen?.reachM).toBeLessThan(1.03 * zone.reachM);
      expect(seen?.areaM2).toBeGreaterThan(0.95 * zone.areaM2);
      expect(seen?.areaM2).toBeLessThan(1.05 * zone.areaM2);
    }
    expect(first.zones.some(({ timeS }) => timeS === leak.durationS)).toBe(true);
  });

  it('says something to every group, and the same each time', () => {
    expect(first.advice.map(({ group }) => group)).toEqual(leak.people.map(({ id }) => id));
    expect(answerTo(leak, true).hash).toBe(first.hash);
  });
});
