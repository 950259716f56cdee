import { expect, test } from 'vitest';
import { faultOf } from './drill-room.ts';
import { type Attendee, phaseOf, sameAttendees } from './room-view.ts';

const wei: Attendee = {
  session: 's1',
  person: 'p1',
  displayName: '张伟 Zhang Wei',
  role: 'operator',
  connected: true,
  ready: false,
  inHeadset: false,
  status: 'active',
};

test('a list is told anew only when something in it can be seen to change', () => {
  expect(sameAttendees([wei], [{ ...wei }])).toBe(true);
  expect(sameAttendees([wei], [{ ...wei, ready: true }])).toBe(false);
  expect(sameAttendees([wei], [{ ...wei, connected: false }])).toBe(false);
  expect(sameAttendees([wei], [])).toBe(false);
});

test('a phase nobody has heard of is waiting, not a crash', () => {
  expect(phaseOf('running')).toBe('running');
  expect(phaseOf('elsewhere')).toBe('waiting');
});

test('a refused ticket keeps its code and its sentence; anything else is a server that cannot be reached', () => {
  const refused = faultOf(
    new Error('UPW_DRILL_TICKET_REFUSED: This room ticket was already used: ask for a new one.'),
    'K7QX',
  );
  expect(refused.code).toBe('UPW_DRILL_TICKET_REFUSED');
  expect(refused.message).toBe('This room ticket was already used: ask for a new one.');
  const full = faultOf(new Error('UPW_DRILL_ROOM_FULL: All 4 seats of the drill room K7QX are taken.'), 'K7QX');
  expect(full.parameters).toEqual({ code: 'K7QX', seats: '4' });
  expect(faultOf(new Error('socket hang up'), 'K7QX').code).toBe('UPW_UNREACHABLE');
});
