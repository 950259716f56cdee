/** A kernel with what it is compared with, on the same data. */
export interface Contestant {
  readonly kernel: string;
  /** Cells (or particles) that one call treats. */
  readonly items: number;
  /** Runs the compiled kernel over all its parts on this thread. */
  readonly compiled: () => void;
  /** Runs its twin in plain TypeScript. */
  readonly twin: () => void;
  /** For its twin in C, where it has one: arguments, and the floats that it writes. */
  readonly native?: {
    readonly args: readonly number[];
    readonly writes: { readonly at: number; readonly length: number };
  };
}
