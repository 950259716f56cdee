/**
 * What breathing at a place costs: the share of the AEGL-2 and AEGL-3 toxic loads taken in per second at (x, y) local
 * metres at `timeS` of the incident.
 */
export interface Breath {
  /** The poisons one by one, for rooms where the air is not that outdoors; absent where only loads are known. */
  readonly poisons?: readonly Poison[];
  aegl2PerS(x: number, y: number, timeS: number): number;
  aegl3PerS(x: number, y: number, timeS: number): number;
  /** Whether a flash fire could be there: half the lower flammable limit or more. No dose, but no way either if another is left. */
  isFlammable(x: number, y: number, timeS: number): boolean;
  /** After this time the field says nothing: the last frame is held. */
  readonly endS: number;
}

/** One poison of the air. */
export interface Poison {
  kgPerM3At(x: number, y: number, timeS: number): number;
  /** Share of the AEGL-2 and AEGL-3 toxic loads that a second in this concentration, kg/m³, costs. */
  aegl2PerS(kgPerM3: number): number;
  aegl3PerS(kgPerM3: number): number;
}

/** Clean air. */
export const cleanAir: Breath = {
  aegl2PerS: () => 0,
  aegl3PerS: () => 0,
  isFlammable: () => false,
  endS: Number.POSITIVE_INFINITY,
};
