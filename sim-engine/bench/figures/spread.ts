/** How several measurements of one thing lie. */
export interface Spread {
  readonly n: number;
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export function spreadOf(values: readonly number[], digits = 1): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
  const round = (value: number): number => Math.round(value * 10 ** digits) / 10 ** digits;
  return { n: sorted.length, median: round(at(0.5)), least: round(at(0)), most: round(at(1)) };
}
