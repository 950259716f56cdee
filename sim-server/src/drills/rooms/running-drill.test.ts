import type { ExposureFacts } from '@upwind/scenarios';
import { expect, test } from 'vitest';
import type { DrillAir } from '../air/air.ts';
import { Dose } from '../air/dose.ts';
import { headAt } from '../movement/placement.ts';
import type { TrackSample } from '../recording/track.ts';
import { TraineeSeat } from '../seats/trainee-seat.ts';
import { type DrillListener, RunningDrill } from './running-drill.ts';

/** Air in which nothing has leaked. */
const cleanAir: DrillAir = {
  hash: 'clean',
  meter: () => ({ chemical: 'chlorine', ppm: 0, alarm: 'none' }),
  startDose: () => new Dose([], 293),
  releasesAt: () => [],
  exposureAlong: (): ExposureFacts => ({
    enteredS: {},
    dose: { timesS: [], fraction: { 'aegl-1': [], 'aegl-2': [], 'aegl-3': [] } },
  }),
};

const goal = { places: [{ id: 'M-1', at: [10, 0, 0] as [number, number, number] }], radiusM: 5 };
const ground = { extent: { min: [-50, -50] as [number, number], max: [50, 50] as [number, number] } };

function seatAt(x: number): TraineeSeat {
  const admission = { room: 'r', person: `p${x}`, displayName: 'P', seat: 'trainee' } as const;
  return new TraineeSeat(admission, `s${x}`, { role: 'operator', at: [x, 0, 0], facingDeg: 0 }, 0);
}

function stand(seat: TraineeSeat, x: number, nowMs: number): void {
  const solids = { elementAt: () => undefined, elementBetween: () => undefined };
  const message = { head: headAt([x, 0, 0], 1.65, 0), inHeadset: false };
  expect(seat.move(message, 'running', { ...ground, solids }, nowMs)).toBeUndefined();
}

function listening() {
  const heard = { recorded: [] as TrackSample[], metered: 0, finished: [] as unknown[] };
  const listener: DrillListener = {
    recorded: (_seat, sample) => void heard.recorded.push(sample),
    metered: () => {
      heard.metered += 1;
    },
    finished: (...all) => void heard.finished.push(all.slice(1)),
  };
  return { heard, listener };
}

test('DR30 every tick is recorded once, also those a late step has missed; the meter speaks twice a second', () => {
  const { heard, listener } = listening();
  const drill = new RunningDrill(cleanAir, goal, listener);
  const seat = seatAt(0);
  for (const timeS of [0, 0.05, 0.1, 0.15, 0.9, 0.91, 1.99]) drill.advance([seat], timeS);
  expect(heard.recorded.map(({ tick }) => tick)).toEqual(Array.from({ length: 20 }, (_, tick) => tick));
  expect(seat.track).toEqual(heard.recorded);
  expect(heard.metered).toBe(4);
});

test('DR7 arriving is staying three seconds: passing through a muster point is not', () => {
  const { heard, listener } = listening();
  const drill = new RunningDrill(cleanAir, goal, listener);
  const seat = seatAt(3);
  drill.advance([seat], 0.5);
  stand(seat, 6, 1000);
  drill.advance([seat], 3);
  stand(seat, 3, 4000);
  drill.advance([seat], 3.5);
  expect(seat.status).toBe('active');
  stand(seat, 6, 5000);
  drill.advance([seat], 6.5);
  expect(seat.status).toBe('active');
  drill.advance([seat], 7);
  expect(seat.status).toBe('mustered');
  expect(heard.finished).toEqual([['mustered', 6.6, 'M-1']]);
  const samples = seat.track.length;
  drill.advance([seat], 9);
  expect(seat.track).toHaveLength(samples);
});

test('DR8 a latecomer is recorded from when they come', () => {
  const { listener } = listening();
  const drill = new RunningDrill(cleanAir, goal, listener);
  const [early, late] = [seatAt(0), seatAt(1)];
  drill.advance([early], 5);
  drill.advance([early, late], 5.2);
  expect(late.track.map(({ tick }) => tick)).toEqual([51, 52]);
  expect(early.track).toHaveLength(53);
});
