import type { Site, Text } from '@upwind/scenes';
import type { Drill, Fault, Step } from '../drill/drill.ts';
import { ScenarioError } from '../errors.ts';
import type { RuleProfile } from '../rules/rule-profile.ts';
import type { AttemptFacts } from './facts.ts';
import { type JudgeInput, judge } from './judge.ts';
import type { FaultLine, ScoreSheet, StepLine } from './score-sheet.ts';

export interface ScoreInput {
  readonly drill: Drill;
  readonly profile: RuleProfile;
  readonly site: Site;
  readonly facts: AttemptFacts;
}

/** One decimal, so that no last bit of a sum decides a verdict. */
const rounded = (points: number): number => Math.round(points * 10) / 10;

const clauseOf = (line: Step | Fault) => (line.clause === undefined ? {} : { clause: line.clause });

/**
 * Judges one attempt: a pure function of its inputs (SC1). Rules: `SPEC.md`.
 *
 * @throws ScenarioError when the trainee's role has no step, or a rule is not in the profile.
 */
export function scoreAttempt({ drill, profile, site, facts }: ScoreInput): ScoreSheet {
  const input: JudgeInput = { site, profile, facts };
  const own = drill.steps.filter(({ role }) => role === undefined || role === facts.role);
  const total = own.reduce((sum, { weight }) => sum + weight, 0);
  if (!(total > 0)) {
    throw new ScenarioError(
      'UPW_SCENARIO_WEIGHTS',
      `Drill ${drill.id} has no step with a weight for the role "${facts.role}": give it one.`,
    );
  }
  const steps = own.map((step): StepLine => {
    const { holds, evidence } = judge(step.condition, input);
    const { id, title, weight } = step;
    const points = holds ? rounded((100 * weight) / total) : 0;
    return { id, title, outcome: holds ? 'done' : 'missed', weight, points, evidence, ...clauseOf(step) };
  });
  const faults = drill.faults.map((fault): FaultLine => {
    const { holds, evidence } = judge(fault.condition, input);
    const { id, title, severity } = fault;
    const deduction = severity === 'minor' ? drill.scoring.minorDeduction : drill.scoring.majorDeduction;
    return {
      id,
      title,
      severity,
      outcome: holds ? 'committed' : 'avoided',
      weight: 0,
      points: holds && severity !== 'fatal' ? 0 - deduction : 0,
      evidence,
      ...clauseOf(fault),
    };
  });
  const doneWeight = own.reduce((sum, { weight }, i) => sum + (steps[i]?.outcome === 'done' ? weight : 0), 0);
  return { ...verdictOf(drill, (100 * doneWeight) / total, faults), steps, faults };
}

/** SC4–SC7. */
function verdictOf(drill: Drill, stepPoints: number, faults: readonly FaultLine[]) {
  const { passMark, fatalCap, maxMajorsToPass } = drill.scoring;
  const committed = faults.filter(({ outcome }) => outcome === 'committed');
  const deducted = committed.reduce((sum, { points }) => sum + points, stepPoints);
  const fatal = committed.filter(({ severity }) => severity === 'fatal');
  const majors = committed.filter(({ severity }) => severity === 'major').length;
  const bounded = Math.max(0, Math.min(100, deducted));
  const score = rounded(fatal.length > 0 ? Math.min(bounded, fatalCap) : bounded);
  const reasons: Text[] = fatal.map(({ title }) => ({ zh: `致命失误：${title.zh}`, en: `Fatal fault: ${title.en}` }));
  if (majors > maxMajorsToPass) {
    reasons.push({
      zh: `严重失误 ${majors} 项，最多允许 ${maxMajorsToPass} 项`,
      en: `${majors} major faults; at most ${maxMajorsToPass} allowed`,
    });
  }
  if (score < passMark) {
    reasons.push({ zh: `成绩 ${score}，合格线 ${passMark}`, en: `Score ${score}; the pass mark is ${passMark}` });
  }
  const verdict: ScoreSheet['verdict'] = reasons.length === 0 ? 'pass' : 'fail';
  return { score, verdict, reasons };
}
