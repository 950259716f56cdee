import type { Prediction } from './prediction.ts';
import type { Trial } from './trials.ts';
import { anemometerM, roughnessM } from './trials.ts';

type Class = 'A' | 'B' | 'C' | 'D' | 'E' | 'F';

/** Golder's (1972) lines 1/L = a + b log10 z0. */
const lines: Record<Class, readonly [number, number]> = {
  A: [-0.096, 0.029],
  B: [-0.037, 0.029],
  C: [-0.002, 0.018],
  D: [0, 0],
  E: [0.004, -0.018],
  F: [0.035, -0.036],
};

function line(name: Class): number {
  const [a, b] = lines[name];
  return a + b * Math.log10(roughnessM);
}

/** Rule a: the lines are limits between classes. */
function classByLimits({ obukhovM }: Trial): Class {
  const inverse = 1 / obukhovM;
  if (inverse < 0) return (['A', 'B', 'C'] as const).find((name) => inverse <= line(name)) ?? 'D';
  if (inverse < line('E')) return 'D';
  return inverse < line('F') ? 'E' : 'F';
}

/** Rule b: the nearest line. */
function classByNearest({ obukhovM }: Trial): Class {
  const off = (name: Class): number => Math.abs(line(name) - 1 / obukhovM);
  return (['A', 'B', 'C', 'D', 'E', 'F'] as const).reduce((best, name) => (off(name) < off(best) ? name : best));
}

/** Briggs' (1973) open-country curves. */
export function briggs(name: Class, x: number): readonly [sigmaY: number, sigmaZ: number] {
  const root = Math.sqrt(1 + 0.0001 * x);
  switch (name) {
    case 'A':
      return [(0.22 * x) / root, 0.2 * x];
    case 'B':
      return [(0.16 * x) / root, 0.12 * x];
    case 'C':
      return [(0.11 * x) / root, (0.08 * x) / Math.sqrt(1 + 0.0002 * x)];
    case 'D':
      return [(0.08 * x) / root, (0.06 * x) / Math.sqrt(1 + 0.0015 * x)];
    case 'E':
      return [(0.06 * x) / root, (0.03 * x) / (1 + 0.0003 * x)];
    case 'F':
      return [(0.04 * x) / root, (0.016 * x) / (1 + 0.0003 * x)];
  }
}

/** A Gaussian plume of each trial. */
export type Baseline = (trial: Trial) => Prediction;

/** Gaussian plume with ground reflection, mg/m³, the wind taken at the anemometer's height. */
const gaussian =
  (classOf: (trial: Trial) => Class): Baseline =>
  (trial) => {
    const name = classOf(trial);
    const { sourceHeightM: h, windSpeedMPerS: u } = trial;
    const integral = (x: number, z: number): number => {
      const [, sigmaZ] = briggs(name, x);
      const part = (off: number): number => Math.exp(-0.5 * (off / sigmaZ) ** 2);
      return (1000 * trial.rateGPerS * (part(z - h) + part(z + h))) / (Math.sqrt(2 * Math.PI) * u * sigmaZ);
    };
    return {
      concentration: (x, y, z) => {
        const [sigmaY] = briggs(name, x);
        return x <= 0 ? 0 : (integral(x, z) * Math.exp(-0.5 * (y / sigmaY) ** 2)) / (Math.sqrt(2 * Math.PI) * sigmaY);
      },
      integral: (x) => integral(x, trial.receptorHeightM),
      spreadM: (x) => briggs(name, x)[0],
    };
  };

export const gaussianA: Baseline = gaussian(classByLimits);
export const gaussianB: Baseline = gaussian(classByNearest);

/** Stated with the scores, because the class rule alone moves them. */
export const baselineRule = `Briggs open-country curves, wind at ${anemometerM} m, class by Golder's lines (a: as limits, b: the nearest)`;
