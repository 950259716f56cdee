import type { GroundProperties } from './ground.ts';

/** Ground that a pool covered at about the same time. */
interface Ring {
  areaM2: number;
  sinceS: number;
}

const mostRings = 48;

/** The ground under a pool: each part gives heat by its own time under the liquid. */
export interface GroundContact {
  /** The pool covers this area at a time; newly covered ground is warm, uncovered ground is forgotten. */
  cover(areaM2: number, timeS: number): void;
  /** Heat over a step that ends at `timeS`, as a mean flux, W/m², per kelvin between ground and pool. */
  fluxPerK(timeS: number, dtS: number): number;
}

/**
 * Conduction into a half-space whose surface turns cold at one moment, λ ΔT/√(π a t) (Carslaw & Jaeger 1959; Shaw &
 * Briscoe 1978), meaned exactly over the step: 2 λ (√t₂ − √t₁)/(√(π a) Δt). On water a constant coefficient.
 */
export function groundContact({ conduction, mixingWPerM2K }: GroundProperties): GroundContact {
  const rings: Ring[] = [];
  let covered = 0;
  return {
    cover: (areaM2, timeS) => {
      if (areaM2 > covered) rings.push({ areaM2: areaM2 - covered, sinceS: timeS });
      for (let less = covered - areaM2; less > 0 && rings.length > 0; ) {
        const last = rings[rings.length - 1] as Ring;
        const taken = Math.min(less, last.areaM2);
        last.areaM2 -= taken;
        less -= taken;
        if (last.areaM2 <= 0) rings.pop();
      }
      covered = areaM2;
      if (rings.length > mostRings) mergeOldest(rings);
    },
    fluxPerK: (timeS, dtS) => {
      if (conduction === undefined) return mixingWPerM2K;
      if (!(covered > 0)) return 0;
      const { conductivityWPerMK, diffusivityM2PerS } = conduction;
      let sum = 0;
      for (const { areaM2, sinceS } of rings) {
        const end = Math.max(1e-9, timeS - sinceS);
        sum += areaM2 * (Math.sqrt(end) - Math.sqrt(Math.max(0, end - dtS)));
      }
      return (2 * conductivityWPerMK * sum) / (Math.sqrt(Math.PI * diffusivityM2PerS) * dtS * covered);
    },
  };
}

/** Two neighbours whose ages differ least in proportion become one. */
function mergeOldest(rings: Ring[]): void {
  const newest = rings[rings.length - 1] as Ring;
  let at = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let k = 0; k + 2 < rings.length; k += 1) {
    const a = rings[k] as Ring;
    const b = rings[k + 1] as Ring;
    const ratio = (newest.sinceS - a.sinceS + 1) / (newest.sinceS - b.sinceS + 1);
    if (ratio < least) {
      least = ratio;
      at = k;
    }
  }
  const a = rings[at] as Ring;
  const b = rings[at + 1] as Ring;
  const areaM2 = a.areaM2 + b.areaM2;
  rings.splice(at, 2, { areaM2, sinceS: (a.sinceS * a.areaM2 + b.sinceS * b.areaM2) / areaM2 });
}
