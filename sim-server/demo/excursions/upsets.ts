import type { Limit, Point, Site } from '@upwind/scenes';
import { between, type Random, randomFrom, waiting } from '../chance/random.ts';
import { type Excursion, presence } from './excursion.ts';

/** Small upsets that operators see every day: the first two soon, so that a fresh list is not empty, the rest rarely. */
const firstS = [12, 55];
const meanBetweenS = 250;
const mostAtOnce = 3;

/** What may leave its limits within a minute: not a big tank, whose level is in metres; gas is a matter for scenarios. */
function isQuick({ quantity, unit }: Point): boolean {
  return ['temperature', 'pressure', 'vibration', 'current', 'flow', 'level'].includes(quantity) && unit !== 'm';
}

interface Candidate {
  point: Point;
  top: number;
}

/** Now and then one point goes beyond a medium or low limit, never up to a high or critical one, and comes back. */
export class Upsets {
  readonly #random: Random;
  readonly #candidates: readonly Candidate[];
  #under: Excursion[] = [];
  #started = 0;
  #nextS: number;

  /** @param isCalm whether a point may be upset: it runs, and nothing else moves it fast */
  constructor(site: Site, seed: number, isCalm: (point: Point) => boolean) {
    this.#random = randomFrom(seed, 'upsets');
    this.#candidates = site.points.filter((point) => isQuick(point) && isCalm(point)).flatMap(candidatesOf);
    this.#nextS = firstS[0] ?? 0;
  }

  /** How many began so far. */
  get started(): number {
    return this.#started;
  }

  advance(elapsedS: number): void {
    this.#under = this.#under.filter(({ fromS, riseS, stayS, fallS }) => elapsedS < fromS + riseS + stayS + fallS);
    if (elapsedS < this.#nextS) return;
    this.#started += 1;
    this.#nextS = firstS[this.#started] ?? elapsedS + 20 + waiting(this.#random, meanBetweenS);
    const candidate = this.#candidates[Math.floor(this.#random() * this.#candidates.length)];
    const taken = this.#under.some(({ point }) => point === candidate?.point.id);
    if (candidate === undefined || taken || this.#under.length >= mostAtOnce) return;
    this.#under.push({
      point: candidate.point.id,
      fromS: elapsedS,
      riseS: between(this.#random, 12, 30),
      stayS: between(this.#random, 25, 90),
      fallS: between(this.#random, 15, 40),
      top: candidate.top,
    });
  }

  /** The value of a point with its upset, if it has one. */
  upset(point: string, value: number, elapsedS: number): number {
    const excursion = this.#under.find((candidate) => candidate.point === point);
    return excursion === undefined ? value : value + (excursion.top - value) * presence(excursion, elapsedS);
  }
}

function candidatesOf(point: Point): Candidate[] {
  const { limits, range } = point;
  const span = range.high - range.low;
  const found: Candidate[] = [];
  const harmless = (limit: Limit | undefined): limit is Limit =>
    limit?.priority === 'medium' || limit?.priority === 'low';
  if (harmless(limits?.high)) {
    const room = (limits.highHigh?.value ?? range.high) - limits.high.value;
    found.push({ point, top: limits.high.value + Math.min(0.45 * room, 0.035 * span) });
  }
  if (harmless(limits?.low)) {
    const room = limits.low.value - (limits.lowLow?.value ?? range.low);
    found.push({ point, top: limits.low.value - Math.min(0.45 * room, 0.035 * span) });
  }
  return found;
}
