import { ln } from '../arithmetic/logarithm.ts';

/** Air cleaner than this share of the limit counts as this share, so that a logarithm exists. */
const cleanest = 1e-3;

/** Where between two nodes the limit is passed, 0.02…0.98 of the way, so that no two crossings meet in a node. */
function inside(share: number): number {
  return Math.min(0.98, Math.max(0.02, share));
}

/** The crossing of a value that changes evenly. */
export function linearShare(from: number, to: number, limit: number): number {
  return inside((limit - from) / (to - from));
}

/** The crossing of a value whose logarithm changes evenly. */
export function logarithmicShare(from: number, to: number, limit: number): number {
  const [a, b] = [logarithm(from, limit), logarithm(to, limit)];
  return inside(a / (a - b));
}

/**
 * The crossing of a value whose logarithm follows the monotone cubic (Fritsch & Carlson 1980, slopes by Brodlie's
 * harmonic mean) through four nodes in a row, the limit being passed between the middle two. Off by a few
 * hundredths of a cell for a Gaussian as narrow as a cell.
 */
export function curvedShare(before: number, from: number, to: number, beyond: number, limit: number): number {
  const [f0, f1, f2, f3] = [
    logarithm(before, limit),
    logarithm(from, limit),
    logarithm(to, limit),
    logarithm(beyond, limit),
  ];
  const rise = f2 - f1;
  const [m1, m2] = [slope(f1 - f0, rise), slope(rise, f3 - f2)];
  let [low, high] = [0, 1];
  for (let step = 0; step < 24; step += 1) {
    const t = (low + high) / 2;
    const u = 1 - t;
    const value = u * u * ((1 + 2 * t) * f1 + t * m1) + t * t * ((3 - 2 * t) * f2 - u * m2);
    if (value >= 0 === f1 >= 0) low = t;
    else high = t;
  }
  return inside((low + high) / 2);
}

function slope(left: number, right: number): number {
  return left * right > 0 ? (2 * left * right) / (left + right) : 0;
}

function logarithm(value: number, limit: number): number {
  return ln(Math.max(value / limit, cleanest));
}
