import { describe, expect, it } from 'vitest';
import { gamma } from '../../arithmetic/gamma.ts';
import { meanShare, verticalShare } from './vertical-share.ts';

const thickM = 3;
const massIn = (depthM: number, exponent: number, layers: number): number => {
  const upright = { depthM, exponent, scaleM: depthM / gamma(1 + 1 / exponent) };
  let mass = 0;
  for (let k = 0; k < layers; k += 1) mass += thickM * meanShare(upright, (k + 0.5) * thickM, thickM);
  return mass;
};

describe('the mean over a layer', () => {
  it.each([0.15, 0.4, 1, 4])('holds all the mass of a cloud %s m deep, however thin against the layer', (depthM) => {
    for (const exponent of [0.8, 1.3, 2]) expect(massIn(depthM, exponent, 40)).toBeCloseTo(1, 1);
  });

  it('is the value at the height where no layer is asked for', () => {
    const upright = { depthM: 2, exponent: 1.3, scaleM: 2 };
    expect(meanShare(upright, 1.5, undefined)).toBe(verticalShare(upright, 1.5));
  });
});
