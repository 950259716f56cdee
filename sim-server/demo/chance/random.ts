/** Chance that repeats: the same seed and name give the same numbers. */
export type Random = () => number;

/** Uniform numbers in [0, 1) from Mulberry32 (T. Ettinger, 2017, public domain), seeded by FNV-1a of the name. */
export function randomFrom(seed: number, name: string): Random {
  let hash = 0x811c9dc5 ^ seed;
  for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  let state = hash >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A standard normal number (Box & Muller 1958). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** A number between two others. */
export function between(random: Random, low: number, high: number): number {
  return low + random() * (high - low);
}

/** Waiting time until the next event of a Poisson process, in the unit of its mean. */
export function waiting(random: Random, mean: number): number {
  return -mean * Math.log(1 - random());
}
