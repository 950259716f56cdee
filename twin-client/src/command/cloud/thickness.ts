/** How thick a gas is drawn. */
export interface Thickness {
  /** Share of light lost per metre at the lowest limit. */
  readonly perM: number;
  /** By how many doublings the loss grows with each doubling of the concentration. */
  readonly risePerDoubling: number;
}

/** Share of light lost per metre in the pure gas: nothing is seen through a few metres of it. */
const purePerM = 1;

/**
 * The thickness of a gas whose pure concentration is `pureToLimit` times its lowest limit. A chlorine cloud is drawn
 * over six decades and hundreds of metres, one of liquefied petroleum gas over two and a few metres above the ground:
 * the fewer decades, the thicker at the limit. By eye, and for the eye: numbers are read from the limits' lines.
 */
export function thicknessOf(pureToLimit: number): Thickness {
  const doublings = Math.max(3, Math.log2(pureToLimit));
  const perM = Math.min(0.045, 0.0019 * 2 ** (0.36 * (21 - Math.min(21, doublings))));
  return { perM, risePerDoubling: Math.log2(purePerM / perM) / doublings };
}
