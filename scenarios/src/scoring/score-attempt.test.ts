import { chemicalPark } from '@upwind/scenes';
import { describe, expect, it } from 'vitest';
import { crosswindEscape } from '../library/crosswind-escape.ts';
import { leakEscapeRules } from '../library/leak-escape-rules.ts';
import type { AttemptFacts, TrackPoint } from './facts.ts';
import { scoreAttempt } from './score-attempt.ts';

const muster = chemicalPark.elements.find(({ id }) => id === 'M-4')?.at ?? [0, 0, 0];
const start = crosswindEscape.roles[0]?.starts[0] ?? [0, 0, 0];

/** Stands until `leaveS`, then walks straight to a place, one point a second. */
function walk(to: readonly number[], leaveS: number, mPerS: number, untilS = 240): TrackPoint[] {
  const [dx, dy] = [(to[0] ?? 0) - start[0], (to[1] ?? 0) - start[1]];
  const length = Math.sqrt(dx * dx + dy * dy);
  return Array.from({ length: untilS + 1 }, (_, timeS) => {
    const share = Math.max(0, Math.min(1, ((timeS - leaveS) * mPerS) / length));
    return [timeS, start[0] + share * dx, start[1] + share * dy, 1.7] as const;
  });
}

const clean: AttemptFacts['exposure'] = {
  enteredS: {},
  dose: { timesS: [0, 240], fraction: { 'aegl-1': [0, 0], 'aegl-2': [0, 0], 'aegl-3': [0, 0] } },
};
const golden: AttemptFacts = {
  role: 'operator',
  track: walk(muster, 15, 3),
  actions: [{ action: 'raise-alarm', timeS: 14 }],
  endedS: 240,
  releaseStartS: 10,
  windFromDeg: 340,
  exposure: clean,
};
const score = (facts: AttemptFacts) =>
  scoreAttempt({ drill: crosswindEscape, profile: leakEscapeRules, site: chemicalPark, facts });
const outcome = (facts: AttemptFacts, id: string) => {
  const sheet = score(facts);
  return [...sheet.steps, ...sheet.faults].find((line) => line.id === id);
};

describe('scoring an attempt', () => {
  it('SC1 SC3 gives a flawless crosswind escape 100 points and a pass, the same sheet every time', () => {
    const sheet = score(golden);
    expect(sheet.steps.map(({ id, outcome }) => [id, outcome])).toEqual(
      crosswindEscape.steps.map(({ id }) => [id, 'done']),
    );
    expect(sheet).toMatchObject({ score: 100, verdict: 'pass', reasons: [] });
    expect(JSON.stringify(score(golden))).toBe(JSON.stringify(sheet));
  });

  it('SC2 counts a missed step with nothing', () => {
    const sheet = score({ ...golden, actions: [] });
    expect(sheet.steps[0]).toMatchObject({ id: 'raise-alarm', outcome: 'missed', points: 0 });
    expect(sheet.score).toBe(80);
  });

  it('SC4 SC5 takes the deduction of a major fault once, and says since when', () => {
    const sheet = score({ ...golden, exposure: { ...clean, enteredS: { 'aegl-2': 31 } } });
    expect(sheet.score).toBe(90);
    expect(sheet.faults[0]).toMatchObject({ outcome: 'committed', points: -10, evidence: { timeS: 31 } });
    expect(sheet.verdict).toBe('pass');
  });

  it('SC6 caps and fails an attempt with a fatal fault', () => {
    const dose = {
      timesS: [0, 60, 240],
      fraction: { 'aegl-1': [0, 9, 9], 'aegl-2': [0, 3, 3], 'aegl-3': [0, 1.2, 1.2] },
    };
    const sheet = score({ ...golden, exposure: { enteredS: {}, dose } });
    expect(sheet).toMatchObject({ score: 40, verdict: 'fail' });
    expect(sheet.reasons[0]?.en).toContain('Fatal fault');
    expect(sheet.faults.find(({ id }) => id === 'deadly-dose')?.evidence.timeS).toBe(60);
  });

  it('SC7 fails two major faults even above the pass mark, naming the reason', () => {
    const sheet = score({ ...golden, leftS: 200, exposure: { ...clean, enteredS: { 'aegl-2': 31 } } });
    expect(sheet.score).toBe(80);
    expect(sheet.verdict).toBe('fail');
    expect(sheet.reasons).toHaveLength(1);
  });

  it('SC8 names the evidence of every line in both languages', () => {
    const sheet = score(golden);
    for (const line of [...sheet.steps, ...sheet.faults]) {
      expect(line.evidence.fact.zh).not.toBe('');
      expect(line.evidence.fact.en).not.toBe('');
    }
  });

  it('SC9 refuses a rule that the profile does not have', () => {
    const profile = { ...leakEscapeRules, rules: leakEscapeRules.rules.filter(({ id }) => id !== 'fatal-dose') };
    expect(() => scoreAttempt({ drill: crosswindEscape, profile, site: chemicalPark, facts: golden })).toThrow(
      /fatal-dose/,
    );
  });

  it('SC10 does not count a muster point reached too late', () => {
    expect(outcome({ ...golden, track: walk(muster, 200, 20) }, 'muster')).toMatchObject({ outcome: 'done' });
    expect(outcome({ ...golden, track: walk(muster, 225, 40) }, 'muster')).toMatchObject({ outcome: 'missed' });
  });

  it('SC11 asks to move off in time', () => {
    expect(outcome({ ...golden, track: walk(muster, 30, 3) }, 'move-off')?.outcome).toBe('done');
    expect(outcome({ ...golden, track: walk(muster, 40, 3) }, 'move-off')?.outcome).toBe('missed');
  });

  it('SC12 calls downwind downwind and crosswind crosswind', () => {
    const downwind = [
      start[0] + 300 * Math.sin((160 * Math.PI) / 180),
      start[1] + 300 * Math.cos((160 * Math.PI) / 180),
    ];
    expect(outcome({ ...golden, track: walk(downwind, 15, 3) }, 'crosswind')?.outcome).toBe('missed');
    expect(outcome(golden, 'crosswind')?.outcome).toBe('done');
    expect(outcome({ ...golden, track: walk(muster, 15, 0) }, 'crosswind')?.outcome).toBe('missed');
  });

  it('SC14 counts an alarm only within its time', () => {
    expect(outcome({ ...golden, actions: [{ action: 'raise-alarm', timeS: 41 }] }, 'raise-alarm')?.outcome).toBe(
      'missed',
    );
  });

  it('SC15 counts leaving as a fault', () => {
    expect(outcome({ ...golden, leftS: 20 }, 'leaves')?.outcome).toBe('committed');
    expect(outcome(golden, 'leaves')?.outcome).toBe('avoided');
  });
});
