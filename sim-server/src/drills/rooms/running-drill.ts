import type { Position } from '@upwind/scenes';
import type { MeterMessage } from '../../contract/index.ts';
import type { DrillAir } from '../air/air.ts';
import type { Dose } from '../air/dose.ts';
import { groundDistanceM, siteOf } from '../movement/placement.ts';
import { TRACK_HZ, type TrackSample, tickOf, timeOf } from '../recording/track.ts';
import type { TraineeSeat } from '../seats/trainee-seat.ts';

/** Where a drill is finished: within `radiusM` of one of the places. */
export interface Goal {
  readonly places: readonly { readonly id: string; readonly at: Position }[];
  readonly radiusM: number;
}

/** What a running drill tells: recorded, and to whom it may be said. */
export interface DrillListener {
  recorded(seat: TraineeSeat, sample: TrackSample): void;
  metered(seat: TraineeSeat, reading: MeterMessage, timeS: number): void;
  /** `place` is the muster point of a trainee who has reached one. */
  finished(seat: TraineeSeat, how: 'mustered' | 'overcome', timeS: number, place?: string): void;
}

/** Whoever stays this long at a muster point has arrived. */
const STAY_S = 3;
/** A meter shows a new value twice a second. */
const METER_TICKS = TRACK_HZ / 2;

interface Progress {
  readonly dose: Dose;
  arrivedTick?: number;
}

/** The running phase: at every tenth of a second it notes where everyone is and what the air does to them there. */
export class RunningDrill {
  readonly #air: DrillAir;
  readonly #goal: Goal;
  readonly #listener: DrillListener;
  readonly #progress = new Map<TraineeSeat, Progress>();
  #nextTick = 0;

  constructor(air: DrillAir, goal: Goal, listener: DrillListener) {
    this.#air = air;
    this.#goal = goal;
    this.#listener = listener;
  }

  /** Works off every tick up to `timeS`; a late call records the ticks it missed. */
  advance(seats: readonly TraineeSeat[], timeS: number): void {
    for (const last = tickOf(timeS); this.#nextTick <= last; this.#nextTick += 1) {
      for (const seat of seats) if (seat.status === 'active') this.#tick(seat, this.#nextTick);
    }
  }

  #tick(seat: TraineeSeat, tick: number): void {
    const timeS = timeOf(tick);
    const sample = seat.record(tick);
    this.#listener.recorded(seat, sample);
    const at = siteOf(sample.head);
    const progress = this.#progressOf(seat);
    progress.dose.breathe(at, timeS);
    if (tick % METER_TICKS === 0) this.#listener.metered(seat, this.#air.meter(seat.instrument, timeS), timeS);
    if (progress.dose.overcome) {
      this.#finish(seat, 'overcome', timeS);
      return;
    }
    const place = this.#goal.places.find((goal) => groundDistanceM(goal.at, at) <= this.#goal.radiusM);
    if (place === undefined) {
      delete progress.arrivedTick;
      return;
    }
    progress.arrivedTick ??= tick;
    if (tick - progress.arrivedTick >= STAY_S * TRACK_HZ) this.#finish(seat, 'mustered', timeS, place.id);
  }

  #finish(seat: TraineeSeat, how: 'mustered' | 'overcome', timeS: number, place?: string): void {
    seat.shown.status = how;
    this.#listener.finished(seat, how, timeS, place);
  }

  #progressOf(seat: TraineeSeat): Progress {
    const known = this.#progress.get(seat);
    if (known !== undefined) return known;
    const progress: Progress = { dose: this.#air.startDose() };
    this.#progress.set(seat, progress);
    return progress;
  }
}
