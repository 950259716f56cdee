import type { ExposureLevel } from '@upwind/scenarios';
import type { Position } from '@upwind/scenes';
import { fractionsOf, type HazardField, loadAlong } from '@upwind/sim-engine';

export type DoseByLevel = Readonly<Record<ExposureLevel, number>>;

/** The toxic load of one person, as it grows along their way: the engine's `loadAlong`, piece by piece. */
export class Dose {
  readonly #fields: readonly HazardField[];
  readonly #loads: number[];
  readonly #temperatureK: number;
  #before: readonly [number, number, number] | undefined;

  constructor(fields: readonly HazardField[], temperatureK: number) {
    this.#fields = fields;
    this.#loads = fields.map(() => 0);
    this.#temperatureK = temperatureK;
  }

  /** Comes to a place at a time; times do not go back. */
  breathe(at: Position, timeS: number): void {
    const here = [at[0], at[1], timeS] as const;
    const before = this.#before;
    this.#before = here;
    if (before === undefined) return;
    for (const [index, field] of this.#fields.entries()) {
      this.#loads[index] = (this.#loads[index] ?? 0) + loadAlong(field, [before, here]);
    }
  }

  /** As a share of each level's toxic load; of several chemicals the worst counts. 0 where a level has no value. */
  get fractions(): DoseByLevel {
    const shares = this.#fields.map((field, index) => fractionsOf(field, this.#loads[index] ?? 0, this.#temperatureK));
    const worst = (level: 'aegl1' | 'aegl2' | 'aegl3') => Math.max(0, ...shares.map((share) => share[level] ?? 0));
    return { 'aegl-1': worst('aegl1'), 'aegl-2': worst('aegl2'), 'aegl-3': worst('aegl3') };
  }

  /** Whether the load is more than the one that threatens life: the person is overcome. */
  get overcome(): boolean {
    return this.fractions['aegl-3'] > 1;
  }
}
