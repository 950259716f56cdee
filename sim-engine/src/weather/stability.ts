import type { StabilityClass } from '@upwind/scenarios';
import { log10 } from '../arithmetic/logarithm.ts';
import { pow } from '../arithmetic/power.ts';

const classes = ['A', 'B', 'C', 'D', 'E', 'F'] as const;

/** Lower bounds of σθ, degrees, of classes A … E over z0 = 0.15 m, and the exponents of height (EPA-454/R-99-005, table 6-8a). */
const sigmaThetaBounds = [22.5, 17.5, 12.5, 7.5, 3.8] as const;
const heightExponents = [-0.06, -0.15, -0.17, -0.23, -0.38] as const;

/** Wind speeds (m/s) at which a first class by σθ gives way to the next, by day and by night (same report, table 6-8b). */
const dayLadder: Record<StabilityClass, readonly (readonly [number, StabilityClass])[]> = {
  A: [
    [3, 'A'],
    [4, 'B'],
    [6, 'C'],
    [Infinity, 'D'],
  ],
  B: [
    [4, 'B'],
    [6, 'C'],
    [Infinity, 'D'],
  ],
  C: [
    [6, 'C'],
    [Infinity, 'D'],
  ],
  D: [[Infinity, 'D']],
  E: [[Infinity, 'D']],
  F: [[Infinity, 'D']],
};
const nightLadder: Record<StabilityClass, readonly (readonly [number, StabilityClass])[]> = {
  A: [
    [2.9, 'F'],
    [3.6, 'E'],
    [Infinity, 'D'],
  ],
  B: [
    [2.4, 'F'],
    [3, 'E'],
    [Infinity, 'D'],
  ],
  C: [
    [2.4, 'E'],
    [Infinity, 'D'],
  ],
  D: [[Infinity, 'D']],
  E: [
    [5, 'E'],
    [Infinity, 'D'],
  ],
  F: [
    [3, 'F'],
    [5, 'E'],
    [Infinity, 'D'],
  ],
};

/**
 * Class from the standard deviation of the wind direction, its bounds moved for roughness and height of the vane and its
 * result for wind speed at 10 m and for day or night (EPA-454/R-99-005, section 6.4.4).
 */
export function classBySigmaTheta(
  sigmaThetaDeg: number,
  speed10MPerS: number,
  roughnessM: number,
  heightM: number,
  day: boolean,
): StabilityClass {
  const rough = pow(Math.min(1, Math.max(0.01, roughnessM)) / 0.15, 0.2);
  const first = sigmaThetaBounds.findIndex(
    (bound, k) => sigmaThetaDeg >= bound * rough * pow(heightM / 10, heightExponents[k] as number),
  );
  const ladder = (day ? dayLadder : nightLadder)[classes[first < 0 ? 5 : first] as StabilityClass];
  return (ladder.find(([below]) => speed10MPerS < below) ??
    (ladder[ladder.length - 1] as readonly [number, StabilityClass]))[1];
}

/** Golder's lines 1/L = a + b log10 z0 of the classes (Golder 1972; coefficients as in Seinfeld & Pandis). */
const golder: Record<StabilityClass, readonly [number, number]> = {
  A: [-0.096, 0.029],
  B: [-0.037, 0.029],
  C: [-0.002, 0.018],
  D: [0, 0],
  E: [0.004, -0.018],
  F: [0.035, -0.036],
};

/** Inverse Obukhov length of a class over a roughness, 1/m. Golder's lines end at z0 = 0.5 m. */
export function inverseObukhovOfClass(stability: StabilityClass, roughnessM: number): number {
  const [a, b] = golder[stability];
  const value = a + b * log10(Math.min(0.5, Math.max(0.001, roughnessM)));
  const stable = stability === 'E' || stability === 'F';
  return stable ? Math.max(0.001, value) : Math.min(0, value);
}

/** The class whose line of Golder lies nearest to an inverse Obukhov length. */
export function classOfInverseObukhov(inverseObukhovPerM: number, roughnessM: number): StabilityClass {
  const distance = (name: StabilityClass): number =>
    Math.abs(inverseObukhovOfClass(name, roughnessM) - inverseObukhovPerM);
  return classes.reduce((best: StabilityClass, name) => (distance(name) < distance(best) ? name : best), 'D');
}
