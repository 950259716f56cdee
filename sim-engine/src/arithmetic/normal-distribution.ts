import { erfc } from './error-function.ts';

/** Share of a standard normal variable below x. */
export function normalShare(x: number): number {
  return 0.5 * erfcOf(-x * Math.SQRT1_2);
}

/** erfc with full precision on both sides. */
function erfcOf(x: number): number {
  return x < 0 ? 2 - erfc(-x) : erfc(x);
}

/** The x below which a share 0 < p < 1 of a standard normal variable lies, by halving; ∓∞ at 0 and 1. */
export function normalQuantile(share: number): number {
  if (Number.isNaN(share) || share < 0 || share > 1) return Number.NaN;
  if (share === 0) return Number.NEGATIVE_INFINITY;
  if (share === 1) return Number.POSITIVE_INFINITY;
  // The lower tail keeps its precision where the upper one is 1 less something small.
  if (share > 0.5) return -normalQuantile(1 - share);
  let [low, high] = [-39, 0];
  for (let step = 0; step < 80 && low < high; step += 1) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (normalShare(middle) < share) low = middle;
    else high = middle;
  }
  return high;
}
