import { firstKey, mixed, noiseWord, normalOf, secondKey } from './noise.ts';
import { type Particles, particleWords, word } from './particles.ts';

/** A particle at its birth. */
export interface Birth {
  readonly id: number;
  readonly source: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly massKg: number;
  /** Seconds after the window began. */
  readonly clockS: number;
}

/** Lanes of a particle's birth, apart from those of its steps. */
export const birthCount = -2;

/**
 * Adds a particle; its velocities are those of the air around it, its place is metres from the corner of the wind
 * grid. Throws a RangeError where there is no room.
 */
export function addParticle(particles: Particles, birth: Birth, seed: number, table: Float32Array): void {
  const { floats, words } = particles;
  if (particles.count === particles.capacity)
    throw new RangeError(`There is room for ${particles.capacity} particles.`);
  const at = particles.count * particleWords;
  particles.count += 1;
  const first = firstKey(seed, birth.id);
  const second = mixed(first ^ secondKey);
  const normal = (lane: number): number => normalOf(noiseWord(first, second, birthCount, lane), table);
  floats[at + word.x] = birth.x;
  floats[at + word.y] = birth.y;
  floats[at + word.z] = birth.z;
  floats[at + word.massKg] = birth.massKg;
  floats[at + word.omegaX] = normal(0);
  floats[at + word.omegaY] = normal(1);
  floats[at + word.omegaZ] = normal(2);
  floats[at + word.meander] = normal(3);
  floats[at + word.velocityX] = 0;
  floats[at + word.velocityY] = 0;
  floats[at + word.velocityZ] = 0;
  floats[at + word.clockS] = birth.clockS;
  words[at + word.id] = birth.id;
  words[at + word.count] = 0;
  words[at + word.source] = birth.source;
  floats[at + word.ageS] = 0;
}
