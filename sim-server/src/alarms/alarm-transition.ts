import type { Alarm } from '../contract/index.ts';
import type { LimitRule } from './limit-rule.ts';

/**
 * One step in the life of an alarm, as it is written down. `superseded`: a new activation of the same limit took its
 * place before anyone had acknowledged it; `withdrawn`: the limit is no longer there.
 */
export interface AlarmTransition {
  readonly alarm: string;
  readonly site: string;
  readonly point: string;
  readonly element: string;
  readonly limit: Alarm['limit'];
  readonly limitValue: number;
  readonly priority: Alarm['priority'];
  readonly kind: 'raised' | 'cleared' | 'acknowledged' | 'superseded' | 'withdrawn';
  readonly value: number;
  readonly sourceTime?: number;
  readonly receivedTime: number;
  readonly actor?: string;
  readonly actorName?: string;
  readonly comment?: string;
}

/** The alarm after one more transition; `raised` makes it. Transitions may come in any order after it. */
export function applyTransition(alarm: Alarm | undefined, transition: AlarmTransition): Alarm | undefined {
  const { kind, sourceTime, receivedTime, value } = transition;
  if (kind === 'raised') {
    return {
      id: transition.alarm,
      site: transition.site,
      point: transition.point,
      element: transition.element,
      limit: transition.limit,
      limitValue: transition.limitValue,
      priority: transition.priority,
      state: 'active-unacked',
      raisedValue: value,
      value,
      raisedSourceTime: sourceTime ?? receivedTime,
      raisedReceivedTime: receivedTime,
    };
  }
  if (alarm === undefined) return undefined;
  switch (kind) {
    case 'cleared': {
      const acknowledged = alarm.acknowledgedTime !== undefined;
      const state = alarm.state === 'normal' || acknowledged ? 'normal' : 'rtn-unacked';
      return { ...alarm, state, value, clearedSourceTime: sourceTime ?? receivedTime };
    }
    case 'acknowledged':
      return {
        ...alarm,
        state: alarm.state === 'active-unacked' ? 'active-acked' : 'normal',
        acknowledgedTime: receivedTime,
        ...(transition.actorName !== undefined && { acknowledgedBy: transition.actorName }),
        ...(transition.comment !== undefined && { comment: transition.comment }),
      };
    case 'superseded':
    case 'withdrawn':
      return { ...alarm, state: 'normal' };
  }
}

/** What every transition of an alarm repeats of it. */
export const identityOf = (alarm: Alarm) => ({
  alarm: alarm.id,
  site: alarm.site,
  point: alarm.point,
  element: alarm.element,
  limit: alarm.limit,
  limitValue: alarm.limitValue,
  priority: alarm.priority,
});

/** The same of an alarm that its rule raises. */
export const identityByRule = (rule: LimitRule, alarm: string) => ({
  alarm,
  site: rule.site,
  point: rule.point,
  element: rule.element,
  limit: rule.limit,
  limitValue: rule.value,
  priority: rule.priority,
});
