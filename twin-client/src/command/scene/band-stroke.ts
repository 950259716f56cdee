/** A broken line: lengths along the ground, m. */
export interface BandStroke {
  readonly dashM: number;
  readonly gapM: number;
  readonly opacity: number;
}

/** The ring of a share of an ensemble: the surer, the firmer, but never unbroken as a zone's own line is. */
export function bandStroke(share: number): BandStroke {
  if (share > 0.7) return { dashM: 32, gapM: 8, opacity: 0.9 };
  return share > 0.3 ? { dashM: 14, gapM: 12, opacity: 0.75 } : { dashM: 5, gapM: 10, opacity: 0.75 };
}
