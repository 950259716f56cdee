/** The live wind as a page shows it: from where it comes (0 north, 90 east), how fast, and how old that is. */
export interface Wind {
  readonly fromDeg: number;
  readonly speedMPerS: number;
  readonly sourceTime: number;
  readonly stale: boolean;
}

/**
 * How far a sock of ICAO Annex 14 make stands up: hanging at calm, level from 15 kn (7.7 m/s). Returns the angle below
 * the level, degrees.
 */
export function sockDroopDeg(speedMPerS: number): number {
  return 78 * (1 - Math.min(1, Math.max(0, speedMPerS / 7.7)) ** 0.7);
}

/** Sixteen winds: the index of the sector a direction lies in, 0 north, 4 east. */
export function sectorOf(fromDeg: number): number {
  return Math.round((((fromDeg % 360) + 360) % 360) / 22.5) % 16;
}
