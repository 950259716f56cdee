/**
 * Standard deviation of wind directions over a sliding window, degrees, from one pass over sines and cosines:
 * Yamartino 1984, J. Climate Appl. Meteorol. 23, 1362; recommended by US EPA-454/R-99-005, 6.2.
 */
export class DirectionDeviation {
  readonly #sines: Float64Array;
  readonly #cosines: Float64Array;
  #count = 0;
  #next = 0;

  /** @param size how many directions the window holds */
  constructor(size: number) {
    this.#sines = new Float64Array(size);
    this.#cosines = new Float64Array(size);
  }

  add(directionDeg: number): void {
    const angle = (directionDeg * Math.PI) / 180;
    this.#sines[this.#next] = Math.sin(angle);
    this.#cosines[this.#next] = Math.cos(angle);
    this.#next = (this.#next + 1) % this.#sines.length;
    this.#count = Math.min(this.#sines.length, this.#count + 1);
  }

  get degrees(): number {
    if (this.#count === 0) return 0;
    const sine = mean(this.#sines.subarray(0, this.#count));
    const cosine = mean(this.#cosines.subarray(0, this.#count));
    const epsilon = Math.sqrt(Math.max(0, 1 - sine * sine - cosine * cosine));
    return (Math.asin(epsilon) * (1 + 0.1547 * epsilon ** 3) * 180) / Math.PI;
  }
}

function mean(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return values.length === 0 ? 0 : sum / values.length;
}
