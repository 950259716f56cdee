import type { Site } from '@upwind/scenes';
import { cloud } from '../paint/noise.ts';
import { BANK_M } from './bank.ts';

const BANK_DROP_M = 3.2;

/** Height of the photographed ground, metres: level where people work, uneven by a hand, falling at the border. */
export function terrain({ extent: { min, max } }: Site): (x: number, y: number) => number {
  return (x, y) => {
    const out = Math.max(min[0] - x, x - max[0], min[1] - y, y - max[1], 0);
    const uneven = 0.02 + 0.025 * cloud(x, y, 18, 90) + 0.015 * cloud(x, y, 5, 91);
    if (out <= 0) return uneven;
    const t = Math.min(1, out / BANK_M);
    return uneven - BANK_DROP_M * t * t * (3 - 2 * t);
  };
}
