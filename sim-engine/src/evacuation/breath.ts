/**
 * What breathing at a place costs: the share of the AEGL-2 and AEGL-3 toxic loads taken in per second at (x, y) local
 * metres at `timeS` of the incident.
 */
export interface Breath {
  aegl2PerS(x: number, y: number, timeS: number): number;
  aegl3PerS(x: number, y: number, timeS: number): number;
  /** Whether a flash fire could be there: half the lower flammable limit or more. No dose, but no way either if another is left. */
  isFlammable(x: number, y: number, timeS: number): boolean;
  /** After this time the field says nothing: the last frame is held. */
  readonly endS: number;
}

/** Clean air. */
export const cleanAir: Breath = {
  aegl2PerS: () => 0,
  aegl3PerS: () => 0,
  isFlammable: () => false,
  endS: Number.POSITIVE_INFINITY,
};
