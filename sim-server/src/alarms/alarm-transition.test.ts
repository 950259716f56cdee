import { describe, expect, test } from 'vitest';
import type { Alarm } from '../contract/index.ts';
import { type AlarmTransition, applyTransition } from './alarm-transition.ts';

const raised: AlarmTransition = {
  alarm: 'park:TI-1:high:100',
  site: 'park',
  point: 'TI-1',
  element: 'T-1',
  limit: 'high',
  limitValue: 80,
  priority: 'high',
  kind: 'raised',
  value: 82,
  sourceTime: 100,
  receivedTime: 107,
};
const cleared: AlarmTransition = { ...raised, kind: 'cleared', value: 70, sourceTime: 200, receivedTime: 205 };
const acknowledged: AlarmTransition = {
  ...raised,
  kind: 'acknowledged',
  receivedTime: 150,
  actor: 'p1',
  actorName: 'Wang Lei',
  comment: 'seen',
};

const fold = (...transitions: readonly AlarmTransition[]) =>
  transitions.reduce<Alarm | undefined>((alarm, transition) => applyTransition(alarm, transition), undefined);

describe('the life of one alarm', () => {
  test('AL8 raised, acknowledged, cleared', () => {
    expect(fold(raised)?.state).toBe('active-unacked');
    expect(fold(raised, acknowledged)?.state).toBe('active-acked');
    expect(fold(raised, acknowledged, cleared)?.state).toBe('normal');
  });

  test('AL8 cleared before anyone acknowledged it stays until someone does', () => {
    expect(fold(raised, cleared)?.state).toBe('rtn-unacked');
    expect(fold(raised, cleared, acknowledged)?.state).toBe('normal');
  });

  test('AL8 keeps what raised it, when it cleared and who acknowledged it', () => {
    expect(fold(raised, acknowledged, cleared)).toMatchObject({
      raisedValue: 82,
      value: 70,
      raisedSourceTime: 100,
      raisedReceivedTime: 107,
      clearedSourceTime: 200,
      acknowledgedTime: 150,
      acknowledgedBy: 'Wang Lei',
      comment: 'seen',
    });
  });

  test('AL10 AL14 superseded and withdrawn alarms are over, whatever comes after', () => {
    for (const kind of ['superseded', 'withdrawn'] as const) {
      expect(fold(raised, { ...raised, kind })?.state).toBe('normal');
      expect(fold(raised, { ...raised, kind }, cleared)?.state).toBe('normal');
      expect(fold(raised, cleared, { ...raised, kind }, acknowledged)?.state).toBe('normal');
    }
  });

  test('AL11 an acknowledgement whose raising was never committed is nothing', () => {
    expect(fold(acknowledged)).toBeUndefined();
  });
});
