import { erf } from '../../arithmetic/error-function.ts';
import { exp } from '../../arithmetic/exponential.ts';

/** Log2 of the length of the table of normal numbers. */
export const noiseBits = 12;
const slots = 1 << noiseBits;

/**
 * Standard normal numbers above 0 at equal probability: each of the 4096 slots holds the mean of its own share of the
 * half normal distribution, all scaled so that the variance is 1.
 */
export function normalTable(): Float32Array<ArrayBuffer> {
  const root2 = Math.SQRT2;
  const density = (z: number): number => exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
  const table = new Float64Array(slots);
  let low = 0;
  let squares = 0;
  for (let k = 1; k <= slots; k += 1) {
    // Newton's method on erf(z/√2) = k/slots, from the slot before.
    let high = low;
    if (k < slots) {
      for (let n = 0; n < 40; n += 1) high += (k / slots - erf(high / root2)) / (2 * density(high));
    }
    const mean = 2 * slots * (density(low) - (k < slots ? density(high) : 0));
    table[k - 1] = mean;
    squares += mean * mean;
    low = high;
  }
  const scale = Math.sqrt(slots / squares);
  return Float32Array.from(table, (value) => value * scale);
}

/** A 32-bit integer hash without fixed pattern (Wellons 2018, "lowbias32", public domain). */
export function mixed(word: number): number {
  let x = word;
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return x ^ (x >>> 16);
}

/** First key of a particle's stream; the second is `mixed(first ^ secondKey)`. */
export function firstKey(seed: number, particle: number): number {
  return mixed(mixed(seed ^ 0x5bd1e995) + Math.imul(particle, 0x9e3779b9));
}

export const secondKey = 0x3c6ef372;
/** Draws of one step of a particle stand this far apart. */
export const laneStep = 0x632be5ab;

/**
 * Word `lane` of step `count` of a particle: it depends on seed, particle and step alone, so that no thread can change
 * it. The top 12 bits choose the slot of `normalTable`, the lowest bit the sign.
 */
export function noiseWord(first: number, second: number, count: number, lane: number): number {
  const counter = (Math.imul(count, 0x9e3779b9) + Math.imul(lane, laneStep)) | 0;
  return mixed(mixed(counter + first) ^ second);
}

/** Normal number of a word. */
export function normalOf(word: number, table: Float32Array): number {
  const size = table[word >>> (32 - noiseBits)] as number;
  return (word & 1) === 0 ? size : -size;
}

/** Uniform number in (0, 1) of a word. */
export function uniformOf(word: number): number {
  return ((word >>> 0) + 0.5) / 4294967296;
}
