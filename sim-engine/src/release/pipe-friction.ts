import { log10 } from '../arithmetic/logarithm.ts';
import { pow } from '../arithmetic/power.ts';

/** Wall roughness of commercial steel, m (Moody 1944). */
export const steelRoughnessM = 4.5e-5;

/** Darcy friction factor of fully rough flow: f = [−2 log₁₀(ε/3.7 D)]⁻² (Colebrook 1939; TNO Yellow Book 2.5.2.4). */
export function frictionFactor(roughnessM: number, diameterM: number): number {
  const logarithm = log10(Math.min(0.2, roughnessM / (3.7 * diameterM)));
  return 1 / (4 * logarithm * logarithm);
}

/** Loss at the inlet of a line, in heads of its speed. */
const inletLoss = 0.5;

/** Discharge coefficient of a line with an opening: its friction and the orifice one after the other. */
export function lineDischarge(
  friction: number,
  lengthOverDiameter: number,
  areaRatio: number,
  orifice: number,
): number {
  const line = (inletLoss + friction * lengthOverDiameter) * areaRatio * areaRatio;
  // A line broken right across has no orifice but loses the head of its speed.
  const opening = areaRatio >= 1 ? 1 : 1 / (orifice * orifice);
  return 1 / Math.sqrt(line + opening);
}

/** Length over diameter and the share of the frictionless equilibrium flow left (Fauske 1985; CCPS 1999, 2.1.4). */
const flashingLosses: readonly (readonly [number, number])[] = [
  [0, 1],
  [50, 0.85],
  [100, 0.75],
  [200, 0.65],
  [400, 0.55],
];

/** Share of the flashing flow of a short nozzle that a line of this length lets through; beyond 400 as 1/√(1 + k L/D). */
export function flashingLoss(lengthOverDiameter: number): number {
  for (let k = 1; k < flashingLosses.length; k += 1) {
    const [fromL, from] = flashingLosses[k - 1] as readonly [number, number];
    const [toL, to] = flashingLosses[k] as readonly [number, number];
    if (lengthOverDiameter <= toL) return from + ((to - from) * (lengthOverDiameter - fromL)) / (toL - fromL);
  }
  const last = pow(0.55, -2) - 1;
  return 1 / Math.sqrt(1 + (last * lengthOverDiameter) / 400);
}
