import type { Site, Text } from '@upwind/scenes';
import type { Condition } from '../drill/condition.ts';
import { ScenarioError } from '../errors.ts';
import type { RuleProfile } from '../rules/rule-profile.ts';
import type { AttemptFacts, ExposureLevel } from './facts.ts';
import type { Evidence } from './score-sheet.ts';
import * as words from './words.ts';

/** Whether a condition holds, and the evidence for it either way. */
export interface Judgement {
  readonly holds: boolean;
  readonly evidence: Evidence;
}

export interface JudgeInput {
  readonly site: Site;
  readonly profile: RuleProfile;
  readonly facts: AttemptFacts;
}

const judged = (holds: boolean, fact: Text, timeS?: number): Judgement => ({
  holds,
  evidence: timeS === undefined ? { fact } : { timeS, fact },
});

/** The number itself, or the profile's rule of that name (SC9). */
function numberOf(quantity: number | { readonly rule: string }, profile: RuleProfile): number {
  if (typeof quantity === 'number') return quantity;
  const rule = profile.rules.find(({ id }) => id === quantity.rule);
  if (rule === undefined) {
    throw new ScenarioError(
      'UPW_SCENARIO_RULE_MISSING',
      `The rule profile ${profile.id} ${profile.version} has no rule "${quantity.rule}": add it, or name another in the drill.`,
    );
  }
  return rule.value;
}

/** Judges one condition on the facts of one trainee. Rules SC9–SC15. */
export function judge(condition: Condition, input: JudgeInput): Judgement {
  const number = (quantity: number | { readonly rule: string }) => numberOf(quantity, input.profile);
  switch (condition.kind) {
    case 'reaches':
      return judgeReach(input, [condition.element], number(condition.radiusM), condition.beforeS, number);
    case 'reaches-muster-point': {
      const all = input.site.elements.filter(({ kind }) => kind === 'muster-point').map(({ id }) => id);
      return judgeReach(input, condition.elements ?? all, number(condition.radiusM), condition.beforeS, number);
    }
    case 'moves-off':
      return judgeMovesOff(input.facts, number(condition.distanceM), number(condition.withinS));
    case 'leaves-crosswind':
      return judgeCrosswind(input.facts, number(condition.overM), number(condition.minDeg));
    case 'enters-threat-zone': {
      const entered = input.facts.exposure.enteredS[condition.level];
      return entered === undefined
        ? judged(false, words.neverEntered(condition.level))
        : judged(true, words.entered(condition.level), entered);
    }
    case 'dose-exceeds':
      return judgeDose(input.facts, condition.level, number(condition.fraction));
    case 'acts': {
      const limit = input.facts.releaseStartS + number(condition.withinS);
      const act = input.facts.actions.find(({ action }) => action === condition.action);
      if (act === undefined) return judged(false, words.neverActed());
      return judged(act.timeS <= limit, words.acted(act.timeS - input.facts.releaseStartS), act.timeS);
    }
    case 'leaves-before-end':
      return input.facts.leftS === undefined
        ? judged(false, words.stayed())
        : judged(true, words.left(), input.facts.leftS);
  }
}

function judgeReach(
  { site, facts }: JudgeInput,
  elements: readonly string[],
  radiusM: number,
  beforeS: number | { readonly rule: string } | undefined,
  number: (quantity: number | { readonly rule: string }) => number,
): Judgement {
  const places = site.elements.filter(({ id }) => elements.includes(id));
  const limitS = beforeS === undefined ? Number.POSITIVE_INFINITY : number(beforeS);
  let nearestM = Number.POSITIVE_INFINITY;
  for (const [timeS, x, y] of facts.track) {
    for (const place of places) {
      const distanceM = Math.sqrt((x - place.at[0]) ** 2 + (y - place.at[1]) ** 2);
      if (distanceM < nearestM) nearestM = distanceM;
      if (distanceM <= radiusM) return judged(timeS <= limitS, words.reached(place.name, timeS, limitS), timeS);
    }
  }
  return judged(false, words.neverReached(nearestM));
}

/** Where the trainee stood when the release began: the last place before it, else the first after. */
function atRelease(facts: AttemptFacts): readonly [number, number] | undefined {
  let place: readonly [number, number] | undefined;
  for (const [timeS, x, y] of facts.track) {
    if (place !== undefined && timeS > facts.releaseStartS) break;
    place = [x, y];
  }
  return place;
}

function judgeMovesOff(facts: AttemptFacts, distanceM: number, withinS: number): Judgement {
  const from = atRelease(facts);
  if (from === undefined) return judged(false, words.noTrack());
  for (const [timeS, x, y] of facts.track) {
    if (timeS < facts.releaseStartS) continue;
    if (Math.sqrt((x - from[0]) ** 2 + (y - from[1]) ** 2) > distanceM) {
      const afterS = timeS - facts.releaseStartS;
      return judged(afterS <= withinS, words.movedOff(afterS), timeS);
    }
  }
  return judged(false, words.neverMoved());
}

function judgeCrosswind(facts: AttemptFacts, overM: number, minDeg: number): Judgement {
  const from = atRelease(facts);
  if (from === undefined) return judged(false, words.noTrack());
  let walkedM = 0;
  let [x0, y0] = from;
  for (const [timeS, x, y] of facts.track) {
    if (timeS < facts.releaseStartS) continue;
    walkedM += Math.sqrt((x - x0) ** 2 + (y - y0) ** 2);
    [x0, y0] = [x, y];
    if (walkedM < overM) continue;
    const deg = angleToDownwind(x - from[0], y - from[1], facts.windFromDeg);
    return judged(deg >= minDeg, words.wentAt(deg), timeS);
  }
  return judged(false, words.neverMoved());
}

/** Angle between a way made good and the downwind direction, degrees 0…180. */
function angleToDownwind(dx: number, dy: number, windFromDeg: number): number {
  const made = Math.sqrt(dx * dx + dy * dy);
  if (made === 0) return 0;
  const to = ((windFromDeg + 180) * Math.PI) / 180;
  const cosine = (dx * Math.sin(to) + dy * Math.cos(to)) / made;
  // Whole degrees: elementary functions may differ in the last bit between machines, a score may not.
  return Math.round((Math.acos(Math.max(-1, Math.min(1, cosine))) * 180) / Math.PI);
}

function judgeDose(facts: AttemptFacts, level: ExposureLevel, fraction: number): Judgement {
  const { timesS, fraction: curves } = facts.exposure.dose;
  const curve = curves[level];
  for (let i = 0; i < curve.length; i++) {
    if ((curve[i] ?? 0) > fraction) return judged(true, words.dose(level, curve.at(-1) ?? 0), timesS[i]);
  }
  return judged(false, words.dose(level, curve.at(-1) ?? 0));
}
