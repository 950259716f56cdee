import type { Sample } from '../contract/index.ts';
import { crosses, type LimitRule, returned } from './limit-rule.ts';

/**
 * Where a limit stands. `rising`: crossed, within the on-delay; `returning`: back to normal, within the off-delay.
 * `since` is the source time at which the delay began; `alarm` the activation under way.
 */
export type Condition =
  | { readonly phase: 'normal' }
  | { readonly phase: 'rising'; readonly since: number }
  | { readonly phase: 'active'; readonly alarm: string }
  | { readonly phase: 'returning'; readonly alarm: string; readonly since: number };

/** What a sample did to an alarm. */
export interface LimitTransition {
  readonly alarm: string;
  readonly kind: 'raised' | 'cleared';
}

export interface Judgement {
  readonly condition: Condition;
  readonly transition?: LimitTransition;
}

export const normal: Condition = { phase: 'normal' };

/**
 * Judges one sample by one limit: a pure function of where the limit stood and the sample, on source time alone. The
 * caller gives each point's samples in the order of their source time and leaves late ones out (`SPEC.md`).
 */
export function judge(rule: LimitRule, condition: Condition, sample: Sample): Judgement {
  // A bad value says nothing of the process: it raises nothing, clears nothing and stops no delay.
  if (sample.quality === 'bad') return { condition };
  const { sourceTime, value } = sample;
  const crossed = crosses(rule, value);
  switch (condition.phase) {
    case 'normal':
    case 'rising': {
      if (!crossed) return { condition: normal };
      const since = condition.phase === 'rising' ? condition.since : sourceTime;
      if (sourceTime - since < rule.onDelayMs) return { condition: { phase: 'rising', since } };
      const alarm = alarmId(rule, sourceTime);
      return { condition: { phase: 'active', alarm }, transition: { alarm, kind: 'raised' } };
    }
    case 'active':
    case 'returning': {
      const { alarm } = condition;
      if (!returned(rule, value)) return { condition: { phase: 'active', alarm } };
      const since = condition.phase === 'returning' ? condition.since : sourceTime;
      if (sourceTime - since < rule.offDelayMs) return { condition: { phase: 'returning', alarm, since } };
      return { condition: normal, transition: { alarm, kind: 'cleared' } };
    }
  }
}

/** Names an activation by what it is, so that the same samples judged again give the same alarm. */
const alarmId = (rule: LimitRule, sourceTime: number): string =>
  `${rule.site}:${rule.point}:${rule.limit}:${sourceTime}`;

/** Whether two conditions are the same, so that nothing has to be written down. */
export const sameCondition = (a: Condition, b: Condition): boolean =>
  a.phase === b.phase && sinceOf(a) === sinceOf(b) && alarmOf(a) === alarmOf(b);

export const sinceOf = (condition: Condition): number | undefined =>
  'since' in condition ? condition.since : undefined;
export const alarmOf = (condition: Condition): string | undefined =>
  'alarm' in condition ? condition.alarm : undefined;
