/** Words of an entry. */
export const riseWords = 4;

/** Rise of the gas of each source by its age, linear between even steps, constant after the last. */
export interface RiseTable {
  readonly stepS: number;
  /** Entries of one source. */
  readonly length: number;
  /**
   * Entry k of a source begins at `riseWords`·(source·length + k): the rise at age k·stepS, m, the σ of the plume's own
   * growth, m, and C₀ε, m²/s³, of its own turbulence. In air of more than that the plume is broken up.
   */
  readonly values: Float32Array;
}

/** Nothing rises. */
export const noRise: RiseTable = { stepS: 1, length: 0, values: new Float32Array(0) };
