/** A way out for one group: where it leads, when they arrive, what they breathe on the way. */
export interface Route {
  readonly kind: 'route';
  readonly group: string;
  readonly musterPoint: string;
  /** [x, y, seconds from the incident's start]; strictly increasing in time. */
  readonly path: readonly (readonly [number, number, number])[];
  readonly lengthM: number;
  readonly arrivalS: number;
  /** Dose on the way as a fraction of the AEGL-2 and AEGL-3 toxic loads (1 = the level is reached). */
  readonly doseFractionAegl2: number;
  readonly doseFractionAegl3: number;
  /** Why this way: what the shorter one would have cost. */
  readonly reason: { readonly zh: string; readonly en: string };
}

/** Where no way is safer than staying: shelter, and why. */
export interface Shelter {
  readonly kind: 'shelter';
  readonly group: string;
  /** From when on the air outside is cleaner than inside: open up or leave then. Absent where that does not come. */
  readonly ventilateAtS?: number;
  readonly reason: { readonly zh: string; readonly en: string };
}

export type EvacuationAdvice = Route | Shelter;
