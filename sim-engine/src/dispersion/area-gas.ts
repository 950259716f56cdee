/** Gas that one model hands to another within a step: an area source, one entry a cell of the giver's grid. */
export interface AreaGas {
  /** j·nx + i of the giver's grid. */
  readonly cell: Int32Array<ArrayBuffer>;
  readonly massKg: Float64Array<ArrayBuffer>;
  /** Depth that the gas fills from the ground up, m. */
  readonly heightM: Float64Array<ArrayBuffer>;
}

/** What a model takes over from another in the course of a run. */
export interface HandedGas {
  /** Middles of the giver's cells at (x0M + i·cellM, y0M + j·cellM). */
  readonly grid: { readonly x0M: number; readonly y0M: number; readonly cellM: number; readonly nx: number };
  /** What came in a step of the ladder, once the giver has done it. */
  readonly of: (step: number) => AreaGas | undefined;
}
