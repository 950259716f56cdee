import { describe, expect, it } from 'vitest';
import { frameOf, smooth } from './zone-shape.ts';

const square = [
  [0, 0],
  [8, 0],
  [8, 8],
  [0, 8],
] as const;
const words = { zh: '', en: '' };

describe('the shape of a zone for the eye', () => {
  it('is smoother, and nowhere farther from the ring than a quarter of its side', () => {
    const ring = smooth(square, 1);
    expect(ring).toHaveLength(8);
    for (const [x, y] of ring) expect(Math.min(x, y, 8 - x, 8 - y)).toBeCloseTo(0, 9);
  });

  it('is framed with its release, as far as it lies on the site', () => {
    const zone = {
      chemical: 'c',
      level: 'aegl-2',
      limitKgPerM3: 1,
      label: words,
      timeS: 0,
      rings: [square],
      areaM2: 64,
      reachM: 8,
    } as const;
    const frame = frameOf([zone], [-8, 0], { min: [-100, -100], max: [100, 100] });
    expect(frame).toMatchObject({ x: 0, y: 4 });
    expect(frame.radiusM).toBeGreaterThanOrEqual(Math.hypot(8, 4));
    expect(frameOf([zone], [-8, 0], { min: [-100, -100], max: [4, 100] }).x).toBe(-2);
  });
});
