import type { Site } from '@upwind/scenes';
import { randomFrom } from '../chance/random.ts';
import { Wander } from '../chance/wander.ts';
import type { Moment, Part, Reading } from './moment.ts';

/** A wisp passes a detector when its wander goes beyond this many standard deviations. */
const wispAbove = 2.3;

/**
 * Gas detectors of a tight plant: a zero that drifts by some tenths of a per cent of the span, and now and then a wisp
 * far below the first limit.
 */
export function detectorPoints(site: Site, seed: number): Part {
  const wanders: Wander[] = [];
  const readings = new Map<string, Reading>();
  for (const { id, quantity, range, limits } of site.points) {
    if (quantity !== 'gas-concentration') continue;
    const drift = new Wander(randomFrom(seed, `${id} drift`), 0.002 * range.high, 3600);
    const wisp = new Wander(randomFrom(seed, `${id} wisp`), 1, 40);
    const first = limits?.high?.value ?? 0.2 * range.high;
    wanders.push(drift, wisp);
    readings.set(id, () => {
      const passing = Math.min(0.5, Math.max(0, wisp.value - wispAbove)) * 0.5 * first;
      return Math.max(0, Math.min(0.15 * first, drift.value)) + passing;
    });
  }
  return {
    readings,
    advance: ({ stepS }: Moment) => {
      for (const wander of wanders) wander.advance(stepS);
    },
  };
}
