import { exp } from '../../arithmetic/exponential.ts';
import { ln } from '../../arithmetic/logarithm.ts';

/**
 * Length of the recirculating bubble behind a building from its lee wall, m: Lr/H = 1.8 (W/H) / ((L/H)^0.3 (1 + 0.24 W/H)),
 * L/H held to 0.3 … 3 (Fackrell 1984; Röckle 1990).
 */
export function cavityLength(lengthM: number, widthM: number, heightM: number): number {
  const aspect = Math.min(3, Math.max(0.3, lengthM / heightM));
  return (1.8 * widthM) / (exp(0.3 * ln(aspect)) * (1 + (0.24 * widthM) / heightM));
}

/** Reach of the slowed air before a windward wall, m: Lf/H = 1.5 (W/H) / (1 + 0.8 W/H) (Bagal, Pardyjak & Brown 2004). */
export function displacementLength(widthM: number, heightM: number): number {
  return (1.5 * widthM) / (1 + (0.8 * widthM) / heightM);
}

/** Reach of the vortex at the foot of a windward wall, m: Lfx/H = 0.6 (W/H) / (1 + 0.8 W/H) (Bagal, Pardyjak & Brown 2004). */
export function frontVortexLength(widthM: number, heightM: number): number {
  return (0.6 * widthM) / (1 + (0.8 * widthM) / heightM);
}

/** Scale of separation bubbles at leading edges, m: R = Bs^⅔ Bl^⅓, Bs, Bl the smaller and larger of H and W (Wilson 1979). */
export function edgeScale(widthM: number, heightM: number): number {
  const small = Math.min(widthM, heightM);
  return small * exp(ln(Math.max(widthM, heightM) / small) / 3);
}
