import { gravity } from '../../weather/boundary-layer.ts';
import type { RiseTable } from './rise-table.ts';

/** A hot, light or upward stream as it leaves its opening. */
export interface RisingSource {
  readonly radiusM: number;
  /** Speed upwards, m/s. */
  readonly speedMPerS: number;
  /** Density of the stream over that of the air it enters. */
  readonly densityRatio: number;
}

/** The air a plume rises through. */
export interface RiseAir {
  /** Mean wind along the ground at a height, m/s. */
  speedAt(heightM: number): number;
  /** σw at a height, m/s. */
  turbulenceAt(heightM: number): number;
  /** N², 1/s². */
  readonly stabilityPerS2: number;
}

/** Entrainment along and across the plume (Briggs 1984; Hoult & Weil 1972). */
const alongEntrainment = 0.11;
const acrossEntrainment = 0.6;
const stepS = 0.25;
const mostS = 240;
/** The rise is over where what is left of it is this share of σw. */
const endShare = 0.3;
/** σ of a top-hat of radius b over b. */
const spreadOverRadius = 0.5;

/**
 * Bulk rise of a stream bent over by the wind: volume, momentum and buoyancy of its cross-section, entraining along and
 * across its axis (Hoult, Fay & Forney 1969; Webster & Thomson 2002, Atmos. Environ. 36, 5031). The density is that of
 * the air but in the buoyancy. Gives the speed upwards and the growth of σ at even steps of age, `stepS` of `tableStepS`.
 */
export function plumeRise(
  source: RisingSource,
  heightM: number,
  air: RiseAir,
): { readonly stepS: number; readonly up: readonly number[]; readonly growth: readonly number[] } {
  let z = heightM;
  let w = source.speedMPerS;
  // A light stream carries less momentum: the radius that air of the same momentum flux would have.
  let b = source.radiusM * Math.sqrt(Math.max(0.05, Math.min(3, source.densityRatio)));
  let buoyancy = Math.max(1e-9, w) * source.radiusM * source.radiusM * (1 - source.densityRatio) * gravity;
  let volume = Math.max(1e-9, b * b * Math.max(w, 0.01));
  let momentum = volume * w;
  const up: number[] = [];
  const growth: number[] = [];
  for (let t = 0; t < mostS && w > 0; t += stepS) {
    const [from, before] = [z, b];
    // In pieces of a fifth of a radius: the first metres are steep.
    for (let left = stepS; left > 0 && w > 0; ) {
      const u = Math.max(0.2, air.speedAt(z));
      const speed = Math.sqrt(u * u + w * w);
      const dt = Math.min(left, Math.max(0.001, (0.2 * b) / speed));
      const along = alongEntrainment * Math.abs(speed - (u * u) / speed);
      const across = (acrossEntrainment * u * w) / speed;
      volume += 2 * b * (along + across) * speed * dt;
      momentum += buoyancy * dt;
      buoyancy -= volume * air.stabilityPerS2 * w * dt;
      w = momentum / volume;
      b = Math.max(b, Math.sqrt(volume / Math.sqrt(u * u + w * w)));
      z += Math.max(0, w) * dt;
      left -= dt;
    }
    up.push((z - from) / stepS);
    growth.push((spreadOverRadius * (b - before)) / stepS);
    if (t > 1 && w < endShare * air.turbulenceAt(z)) break;
  }
  return { stepS, up, growth };
}

/** Rises of several sources in one table; `undefined` for one that does not rise. Times are scaled by `share`. */
export function riseTable(rises: readonly (ReturnType<typeof plumeRise> | undefined)[], share = 1): RiseTable {
  const length = Math.max(0, ...rises.map((rise) => rise?.up.length ?? 0));
  const values = new Float32Array(2 * length * rises.length);
  rises.forEach((rise, source) => {
    rise?.up.forEach((speed, k) => {
      values[2 * (source * length + k)] = speed / share;
      values[2 * (source * length + k) + 1] = (rise.growth[k] as number) / share;
    });
  });
  return { stepS: stepS * share, length, values };
}
