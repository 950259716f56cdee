import { describe, expect, it } from 'vitest';
import { crowdOf, widening } from './crowd.ts';
import { makeParticles, particleWords, word } from './particles.ts';

const grid = { x0M: 0, y0M: 0, z0M: 0, cellM: 5, layerM: 3, nx: 80, ny: 80, nz: 4 };

/** `dense` particles a bin in the western half, one alone in the east. */
function crowd(dense: number) {
  const particles = makeParticles(40 * 10 * dense + 1);
  const put = (x: number, y: number): void => {
    particles.floats[particles.count * particleWords + word.x] = x;
    particles.floats[particles.count * particleWords + word.y] = y;
    particles.count += 1;
  };
  for (let j = 0; j < 20; j += 1) {
    for (let i = 0; i < 10; i += 1) for (let n = 0; n < dense; n += 1) put(20 * i + 10, 20 * j + 10);
  }
  put(350, 200);
  return crowdOf(particles, grid);
}

describe('kernels in a crowd', () => {
  it('keep their width where they hold enough particles', () => {
    expect(widening(crowd(12), 100, 200, 20)).toBe(1);
  });

  it('widen where particles are few, the more the fewer, but not without bounds', () => {
    const few = widening(crowd(4), 100, 200, 20);
    expect(few).toBeGreaterThan(1);
    expect(widening(crowd(3), 100, 200, 20)).toBeGreaterThan(few);
    expect(widening(crowd(4), 350, 200, 20)).toBe(2.3);
    expect(widening(crowd(4), -50, 9000, 20)).toBeGreaterThanOrEqual(1);
  });

  it('judges small kernels among their like by the bin, so that a source stays sharp', () => {
    expect(widening(crowd(12), 100, 200, 0.5)).toBe(1);
  });
});
