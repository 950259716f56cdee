import { log10 } from '../../arithmetic/logarithm.ts';
import { pow } from '../../arithmetic/power.ts';
import { gravity } from '../../constants.ts';

/**
 * Britter & McQuaid's nomograms for dense gas over flat, open ground (Workbook on the Dispersion of Dense Gases, HSE
 * Contract Research Report 17/1988; straight lines as in CCPS 1999, 2.3.2): a cross-check of the engine's own models.
 * Valid for 10-minute means, flat ground, α up to 1.
 */

/** Distance, log₁₀ of the scaled one, at which the concentration has fallen to a share of the first. */
export interface CurvePoint {
  readonly share: number;
  readonly beta: number;
}

/** One straight piece: up to this α, β = slope · α + offset. */
type Piece = readonly [upTo: number, slope: number, offset: number];

const plumePieces: readonly (readonly [share: number, pieces: readonly Piece[]])[] = [
  [
    0.1,
    [
      [-0.55, 0, 1.75],
      [-0.14, 0.24, 1.88],
      [1, -0.5, 1.78],
    ],
  ],
  [
    0.05,
    [
      [-0.68, 0, 1.92],
      [-0.29, 0.36, 2.16],
      [-0.18, 0, 2.06],
      [1, -0.56, 1.96],
    ],
  ],
  [
    0.02,
    [
      [-0.69, 0, 2.08],
      [-0.31, 0.45, 2.39],
      [-0.16, 0, 2.25],
      [1, -0.54, 2.16],
    ],
  ],
  [
    0.01,
    [
      [-0.7, 0, 2.25],
      [-0.29, 0.49, 2.59],
      [-0.2, 0, 2.45],
      [1, -0.52, 2.35],
    ],
  ],
  [
    0.005,
    [
      [-0.67, 0, 2.4],
      [-0.28, 0.59, 2.8],
      [-0.15, 0, 2.63],
      [1, -0.48, 2.56],
    ],
  ],
  [
    0.002,
    [
      [-0.69, 0, 2.6],
      [-0.25, 0.39, 2.87],
      [-0.13, 0, 2.77],
      [1, -0.5, 2.71],
    ],
  ],
];

const puffPieces: readonly (readonly [share: number, pieces: readonly Piece[]])[] = [
  [
    0.1,
    [
      [-0.44, 0, 0.7],
      [0.43, 0.26, 0.81],
      [1, 0, 0.93],
    ],
  ],
  [
    0.05,
    [
      [-0.56, 0, 0.85],
      [0.31, 0.26, 1],
      [1, -0.12, 1.12],
    ],
  ],
  [
    0.02,
    [
      [-0.66, 0, 0.95],
      [0.32, 0.36, 1.19],
      [1, -0.26, 1.38],
    ],
  ],
  [
    0.01,
    [
      [-0.71, 0, 1.15],
      [0.37, 0.34, 1.39],
      [1, -0.38, 1.66],
    ],
  ],
  [
    0.005,
    [
      [-0.52, 0, 1.48],
      [0.24, 0.26, 1.62],
      [1, -0.3, 1.75],
    ],
  ],
  [
    0.002,
    [
      [0.27, 0, 1.83],
      [1, -0.32, 1.92],
    ],
  ],
  [
    0.001,
    [
      [-0.1, 0, 2.075],
      [1, -0.27, 2.05],
    ],
  ],
];

function curveAt(
  table: readonly (readonly [share: number, pieces: readonly Piece[]])[],
  alpha: number,
): readonly CurvePoint[] {
  return table.map(([share, pieces]) => {
    const [, slope, offset] = (pieces.find(([upTo]) => alpha <= upTo) ?? pieces[pieces.length - 1]) as Piece;
    return { share, beta: slope * alpha + offset };
  });
}

/** The curves of a continuous release at one α = 0.2 log₁₀(g₀′² V̇ u⁻⁵); β = log₁₀(x/√(V̇/u)). */
export function plumeCurve(alpha: number): readonly CurvePoint[] {
  return curveAt(plumePieces, alpha);
}

/** The curves of an instantaneous release at one α = ½ log₁₀(g₀′ V^⅓/u²); β = log₁₀(x/V^⅓). */
export function puffCurve(alpha: number): readonly CurvePoint[] {
  return curveAt(puffPieces, alpha);
}

/** Reduced gravity of a gas in air, m/s². */
function reducedGravity(gasKgPerM3: number, airKgPerM3: number): number {
  return (gravity * (gasKgPerM3 - airKgPerM3)) / airKgPerM3;
}

/** A gas that leaves at ground level in a wind at 10 m. */
export interface DenseRelease {
  readonly gasKgPerM3: number;
  readonly airKgPerM3: number;
  readonly windMPerS: number;
  /** Temperature of the gas over that of the air; 1 leaves the heat out. */
  readonly temperatureRatio: number;
}

/** Highest mean volume fraction at a distance from a continuous release of `volumeM3PerS` of gas. */
export function plumeFraction(release: DenseRelease, volumeM3PerS: number, distanceM: number): number {
  const { gasKgPerM3, airKgPerM3, windMPerS, temperatureRatio } = release;
  const gravity = reducedGravity(gasKgPerM3, airKgPerM3);
  const length = Math.sqrt(volumeM3PerS / windMPerS);
  const curve = plumeCurve(0.2 * log10((gravity * gravity * volumeM3PerS) / pow(windMPerS, 5)));
  const scaled = distanceM / length;
  const first = Math.min(nearestScaled, pow(10, Math.min(...curve.map(({ beta }) => beta))));
  const share =
    scaled <= first ? nearShare(scaled) : along([{ share: nearShare(first), beta: log10(first) }, ...curve], scaled);
  return warmed(share, temperatureRatio);
}

/** Up to this scaled distance the near field's own formula holds. */
const nearestScaled = 30;

function nearShare(scaled: number): number {
  return 306 / (306 + scaled * scaled);
}

/** Volume fraction in a cloud of `volumeM3` released at once, at a place downwind and a time; 0 outside the cloud. */
export function puffFraction(release: DenseRelease, volumeM3: number, distanceM: number, timeS: number): number {
  const { gasKgPerM3, airKgPerM3, windMPerS, temperatureRatio } = release;
  const gravity = reducedGravity(gasKgPerM3, airKgPerM3);
  const length = pow(volumeM3, 1 / 3);
  const curve = puffCurve(0.5 * log10((gravity * length) / (windMPerS * windMPerS)));
  const middle = 0.4 * windMPerS * timeS;
  const firstRadius = pow((3 * volumeM3) / (4 * Math.PI), 1 / 3);
  const radius = Math.sqrt(firstRadius * firstRadius + 1.2 * Math.sqrt(gravity * volumeM3) * timeS);
  if (Math.abs(distanceM - middle) > radius) return 0;
  // The nomogram is of the cloud's front.
  const scaled = (middle + radius) / length;
  const nearest = pow(10, Math.min(...curve.map(({ beta }) => beta)));
  const share =
    scaled <= nearest ? Math.max(3.24 / (3.24 + scaled * scaled), curve[0]?.share ?? 0) : along(curve, scaled);
  return warmed(share, temperatureRatio);
}

/** Between the curves linear in β, beyond the last as the square of the distance. */
function along(curve: readonly CurvePoint[], scaled: number): number {
  const sorted = [...curve].sort((a, b) => a.beta - b.beta);
  const beta = log10(scaled);
  for (let k = 1; k < sorted.length; k += 1) {
    const a = sorted[k - 1] as CurvePoint;
    const b = sorted[k] as CurvePoint;
    if (beta <= b.beta) return a.share + ((b.share - a.share) * (beta - a.beta)) / Math.max(1e-12, b.beta - a.beta);
  }
  const last = sorted[sorted.length - 1] as CurvePoint;
  const ratio = pow(10, last.beta) / scaled;
  return last.share * ratio * ratio;
}

/** A cold gas takes less room: the fraction as it is at the temperature of the air. */
function warmed(share: number, temperatureRatio: number): number {
  return share / (share + (1 - share) * temperatureRatio);
}
