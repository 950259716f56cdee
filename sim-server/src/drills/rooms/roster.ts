import type { Drill } from '@upwind/scenarios';
import { TraineeSeat } from '../seats/trainee-seat.ts';
import type { Admission } from '../tickets/tickets.ts';

/** Who sits in a room, by person: one person has one seat, whatever they are connected with. */
export class Roster {
  readonly #drill: Drill;
  readonly #seats = new Map<string, TraineeSeat>();

  constructor(drill: Drill) {
    this.#drill = drill;
  }

  get seats(): readonly TraineeSeat[] {
    return [...this.#seats.values()];
  }

  /** Seats that count against the drill's: whoever has left makes room for another. */
  get taken(): number {
    return this.seats.filter((seat) => seat.status !== 'left').length;
  }

  get full(): boolean {
    return this.taken >= this.#drill.seats.max;
  }

  of(person: string): TraineeSeat | undefined {
    return this.#seats.get(person);
  }

  bySession(session: string): TraineeSeat | undefined {
    return this.seats.find((seat) => seat.session === session);
  }

  /** Gives the role with the fewest trainees, and of its start places the next one. */
  seat(admission: Admission, session: string, nowMs: number): TraineeSeat {
    const counts = this.#drill.roles.map((role) => this.seats.filter((seat) => seat.role === role.id).length);
    const fewest = Math.min(...counts);
    const role = this.#drill.roles[counts.indexOf(fewest)];
    const at = role?.starts[fewest % role.starts.length];
    if (role === undefined || at === undefined) throw new RangeError(`the drill ${this.#drill.id} has no start place`);
    const place = { role: role.id, at, facingDeg: role.facingDeg };
    const seat = new TraineeSeat(admission, session, place, nowMs);
    this.#seats.set(admission.person, seat);
    return seat;
  }

  /** Frees a seat as if it had never been taken: only before the drill runs. */
  free(person: string): void {
    this.#seats.delete(person);
  }
}
