/** Rise of the gas of each source by its age: speeds up and outwards at even steps; 0 after the last. */
export interface RiseTable {
  readonly stepS: number;
  /** Entries of one source. */
  readonly length: number;
  /** `values[2·(source·length + k)]` is the speed up at age k·stepS, the next word the growth of σ, both m/s. */
  readonly values: Float32Array;
}

/** Nothing rises. */
export const noRise: RiseTable = { stepS: 1, length: 0, values: new Float32Array(0) };
