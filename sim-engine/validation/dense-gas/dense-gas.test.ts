import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { scoreOf } from '../metrics.ts';
import { pressurisedJets } from '../pressurised-jets/pressurised-jets.ts';
import { britterMcQuaid, passiveGaussian, predict, scored } from './prediction.ts';
import { fenced, readSpillArcs, readSpills, type SpillArc } from './trials.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const data = join(process.env['UPWIND_DATA'] ?? resolve(root, '../shared/data'), 'dispersion');

describe('heavy gas against the measurements', () => {
  beforeEach(({ skip }) => {
    const absent = !existsSync(data) && process.env['CI'] !== 'true';
    skip(absent, 'the reference data are absent: set UPWIND_DATA to their folder');
  });
  it('spills of LNG: nine in ten within a factor of two, little scatter, far better than the nomogram', () => {
    const arcs = readSpillArcs(data, readSpills(data)).filter(({ spill }) => !fenced.test(spill.trial));
    const score = (of: (arc: SpillArc) => number) =>
      scoreOf(arcs.map((arc) => ({ observed: arc.observedPct, predicted: of(arc) })));
    const predicted = predict(arcs, scored);
    const ours = score((arc) => predicted.get(arc) ?? 0);
    expect(ours.n).toBe(19);
    expect(ours.FAC2).toBeGreaterThanOrEqual(0.9);
    expect(ours.VG).toBeLessThanOrEqual(1.2);
    for (const trivial of [score(britterMcQuaid), score(passiveGaussian)]) {
      expect(trivial.VG).toBeGreaterThan(2 * ours.VG);
    }
  });
  it('pressurised jets: agrees with the reference code within a factor of two nearly everywhere', () => {
    const { result } = pressurisedJets.run(data);
    const code = result.groups['code to code: SLAB reference (not measured)'];
    expect(code?.n).toBeGreaterThan(30);
    expect(code?.FAC2).toBeGreaterThan(0.85);
    expect(code?.VG).toBeLessThan(1.4);
  });
});
