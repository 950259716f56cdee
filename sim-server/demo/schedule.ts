import type { Point } from '@upwind/scenes';

/**
 * When each point speaks: every period of its own (or of all), spread so that they do not all speak at once. The first
 * step asks everyone, so that nobody waits a minute for the rain.
 */
export class Schedule {
  readonly #points: readonly { point: Point; periodMs: number; offsetMs: number }[];
  #lastMs: number | undefined;

  constructor(points: readonly Point[], periodMs: number | undefined) {
    this.#points = points.map((point, index) => {
      const own = periodMs ?? point.periodMs;
      // The golden ratio spreads any number of points evenly over their period.
      return { point, periodMs: own, offsetMs: Math.floor((((index * 0.618034) % 1) * own) / 100) * 100 };
    });
  }

  /** The points whose time came since the last call. */
  due(timeMs: number): Point[] {
    const last = this.#lastMs;
    this.#lastMs = timeMs;
    if (last === undefined) return this.#points.map(({ point }) => point);
    return this.#points
      .filter(({ periodMs, offsetMs }) => turns(timeMs, offsetMs, periodMs) > turns(last, offsetMs, periodMs))
      .map(({ point }) => point);
  }
}

function turns(timeMs: number, offsetMs: number, periodMs: number): number {
  return Math.floor((timeMs - offsetMs) / periodMs);
}
