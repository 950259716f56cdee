/** Words of one particle: one cache line. */
export const particleWords = 16;

/** Places of the words of a particle. Lengths are metres from the corner of the wind grid. */
export const word = {
  x: 0,
  y: 1,
  z: 2,
  massKg: 3,
  /** Normalised velocities: standard normal in still statistics; u′ = A·ω. */
  omegaX: 4,
  omegaY: 5,
  omegaZ: 6,
  /** The same of the large flat eddies. */
  meander: 7,
  /** Whole velocity of the last step, m/s: where the middle of the next step is looked for. */
  velocityX: 8,
  velocityY: 9,
  velocityZ: 10,
  /** Seconds of the present window that lie behind the particle. */
  clockS: 11,
  /** Integers: name of its noise, steps drawn so far, source it came from or a fate below 0. */
  id: 12,
  count: 13,
  source: 14,
  ageS: 15,
} as const;

/** Added to the source of a particle whose plume was broken up: it rises no more. */
export const brokenUp = 1 << 20;

/** What became of a particle that is no longer carried, in place of its source. */
export const fate = { left: -1, deposited: -2 } as const;

/** Particles in one buffer, 16 words each, read as floats and as integers. The first `count` are alive. */
export interface Particles {
  readonly capacity: number;
  count: number;
  readonly floats: Float32Array;
  readonly words: Int32Array;
}

/** Room for particles, of its own or in a buffer given (at `offset` bytes). */
export function makeParticles(capacity: number, buffer?: ArrayBufferLike, offset = 0): Particles {
  const room = buffer ?? new ArrayBuffer(capacity * particleWords * 4);
  return {
    capacity,
    count: 0,
    floats: new Float32Array(room, offset, capacity * particleWords),
    words: new Int32Array(room, offset, capacity * particleWords),
  };
}

/** Mass that has gone from the particles, kg. */
export interface Gone {
  leftKg: number;
  depositedKg: number;
}

/** Takes out those that have left or settled, keeps the order of the others, and adds up what went. */
export function removeGone(particles: Particles, gone: Gone): void {
  const { floats, words } = particles;
  let to = 0;
  for (let n = 0; n < particles.count; n += 1) {
    const at = n * particleWords;
    const source = words[at + word.source] as number;
    if (source < 0) {
      const mass = floats[at + word.massKg] as number;
      if (source === fate.left) gone.leftKg += mass;
      else gone.depositedKg += mass;
      continue;
    }
    if (to !== n) words.copyWithin(to * particleWords, at, at + particleWords);
    to += 1;
  }
  particles.count = to;
}
