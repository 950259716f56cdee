import { gravity } from '../../constants.ts';
import { structureConstant } from '../../weather/turbulence.ts';
import { type RiseTable, riseWords } from './rise-table.ts';

/** A hot, light or upward stream as it leaves its opening. */
export interface RisingSource {
  readonly radiusM: number;
  /** Speed upwards, m/s. */
  readonly speedMPerS: number;
  /** Density of the stream over that of the air it enters. */
  readonly densityRatio: number;
}

/** The air at a place on a plume's way. */
export interface RisePlace {
  readonly eastMPerS: number;
  readonly northMPerS: number;
  readonly upMPerS: number;
}

/** The air a plume rises through. */
export interface RiseAir {
  /** At a place, metres from where the plume begins, and at a height above ground. */
  at(eastM: number, northM: number, heightM: number): RisePlace;
  /** N², 1/s². */
  readonly stabilityPerS2: number;
}

/** Entrainment along and across the plume (Briggs 1984; Hoult & Weil 1972). */
const alongEntrainment = 0.11;
const acrossEntrainment = 0.6;
const stepS = 0.25;
const mostS = 240;
/** A plume's own turbulence dissipates 1.5 w³ over its rise (Briggs 1975, in Lectures on Air Pollution, AMS). */
const ownDissipation = 1.5;
/** Any air is more turbulent than this, m²/s³. */
const leastDissipation = 1e-5;
/** σ of a top-hat of radius b over b. */
const spreadOverRadius = 0.5;

/** Rise by age: entry k is at age k·stepS; the last is the final rise. */
export interface PlumeRise {
  readonly stepS: number;
  readonly riseM: readonly number[];
  readonly sigmaM: readonly number[];
  readonly dissipationM2PerS3: readonly number[];
}

/**
 * Bulk rise of a stream bent over by the wind: volume, momentum and buoyancy of its cross-section, entraining along and
 * across its axis (Hoult, Fay & Forney 1969; Webster & Thomson 2002, Atmos. Environ. 36, 5031). The density is that of
 * the air but in the buoyancy. Gives the speed upwards and the growth of σ at even steps of age, `stepS` of `tableStepS`.
 */
export function plumeRise(source: RisingSource, heightM: number, air: RiseAir): PlumeRise {
  let [x, y, z] = [0, 0, heightM];
  let rise = 0;
  let w = source.speedMPerS;
  // A light stream carries less momentum: the radius that air of the same momentum flux would have.
  const first = source.radiusM * Math.sqrt(Math.max(0.05, Math.min(3, source.densityRatio)));
  let b = first;
  let buoyancy = Math.max(1e-9, w) * source.radiusM * source.radiusM * (1 - source.densityRatio) * gravity;
  let volume = Math.max(1e-9, b * b * Math.max(w, 0.01));
  let momentum = volume * w;
  const riseM = [0];
  const sigmaM = [0];
  const dissipation = [Infinity];
  for (let t = 0; t < mostS && w > 0; t += stepS) {
    // In pieces of a fifth of a radius: the first metres are steep.
    for (let left = stepS; left > 0 && w > 0; ) {
      const place = air.at(x, y, z);
      const { eastMPerS: east, northMPerS: north } = place;
      const u = Math.max(0.2, Math.sqrt(east * east + north * north));
      const speed = Math.sqrt(u * u + w * w);
      const dt = Math.min(left, Math.max(0.001, (0.2 * b) / speed));
      const along = alongEntrainment * Math.abs(speed - (u * u) / speed);
      const across = (acrossEntrainment * u * w) / speed;
      volume += 2 * b * (along + across) * speed * dt;
      momentum += buoyancy * dt;
      buoyancy -= volume * air.stabilityPerS2 * w * dt;
      w = Math.max(0, momentum / volume);
      b = Math.max(b, Math.sqrt(volume / Math.sqrt(u * u + w * w)));
      rise += w * dt;
      x += east * dt;
      y += north * dt;
      z = Math.max(0, z + (place.upMPerS + w) * dt);
      left -= dt;
    }
    riseM.push(rise);
    sigmaM.push(spreadOverRadius * (b - first));
    const own = (ownDissipation * w * w * w) / Math.max(0.1, rise);
    dissipation.push(own);
    if (own < leastDissipation) break;
  }
  return { stepS, riseM, sigmaM, dissipationM2PerS3: dissipation };
}

/** Rises of several sources in one table; `undefined` for one that does not rise. Times are scaled by `share`. */
export function riseTable(rises: readonly (PlumeRise | undefined)[], share = 1): RiseTable {
  const length = Math.max(0, ...rises.map((rise) => rise?.riseM.length ?? 0));
  const values = new Float32Array(riseWords * length * rises.length);
  rises.forEach((rise, source) => {
    for (let k = 0; k < length; k += 1) {
      const last = Math.min(k, (rise?.riseM.length ?? 0) - 1);
      const at = riseWords * (source * length + k);
      values[at] = rise?.riseM[last] ?? 0;
      values[at + 1] = rise?.sigmaM[last] ?? 0;
      const own = last === k ? (rise?.dissipationM2PerS3[k] ?? 0) : 0;
      values[at + 2] = Math.min(1e6, (structureConstant * own) / (share * share * share));
    }
  });
  return { stepS: stepS * share, length, values };
}
