/** One observation and its prediction, in the same unit. */
export interface Pair {
  readonly observed: number;
  readonly predicted: number;
}

/** How well predictions meet observations (Hanna, Chang & Strimaitis 1993; Chang & Hanna 2004). Rounded to 3 decimals. */
export interface Score {
  readonly n: number;
  /** Fractional bias; above 0 the model is too low. */
  readonly FB: number;
  readonly NMSE: number;
  /** Geometric mean bias; above 1 the model is too low. */
  readonly MG: number;
  readonly VG: number;
  /** Share of pairs within a factor of two. */
  readonly FAC2: number;
}

/** Scores pairs of positive observations; a prediction below `floor` counts as the floor in MG and VG. */
export function scoreOf(pairs: readonly Pair[], floor = 1e-30): Score {
  const n = pairs.length;
  if (n === 0) return { n, FB: 0, NMSE: 0, MG: 1, VG: 1, FAC2: 0 };
  const mean = (value: (pair: Pair) => number): number => pairs.reduce((sum, pair) => sum + value(pair), 0) / n;
  const o = mean(({ observed }) => observed);
  const p = mean(({ predicted }) => predicted);
  const logRatio = ({ observed, predicted }: Pair): number => Math.log(observed / Math.max(floor, predicted));
  return {
    n,
    FB: rounded((2 * (o - p)) / (o + p)),
    NMSE: rounded(mean(({ observed, predicted }) => (observed - predicted) ** 2) / (o * p)),
    MG: rounded(Math.exp(mean(logRatio))),
    VG: rounded(Math.exp(mean((pair) => logRatio(pair) ** 2))),
    FAC2: rounded(
      mean(({ observed, predicted }) => (predicted >= 0.5 * observed && predicted <= 2 * observed ? 1 : 0)),
    ),
  };
}

function rounded(value: number): number {
  return Number.isFinite(value) ? Number(value.toFixed(3)) : value;
}
