import type { Element, Point, Site } from '@upwind/scenes';
import { randomFrom } from '../chance/random.ts';
import { Wander } from '../chance/wander.ts';
import type { Particularities } from '../sites/particularities.ts';
import type { Moment, Part, Reading } from './moment.ts';
import { normalValue } from './normal-value.ts';
import type { Transfers } from './transfers.ts';

/** How strongly a quantity follows the load of its machine: share of the normal value per unit of load. */
const followsLoad: Partial<Record<Point['quantity'], number>> = {
  flow: 1,
  current: 0.6,
  vibration: 0.7,
  pressure: -0.15,
  temperature: 0.03,
};

/** How far a point wanders by itself, share of the normal value, and its memory, s. */
const ownWander: Partial<Record<Point['quantity'], readonly [deviation: number, memoryS: number]>> = {
  flow: [0.008, 20],
  current: [0.006, 15],
  vibration: [0.05, 8],
  pressure: [0.006, 40],
  temperature: [0.006, 180],
  level: [0.025, 240],
  oxygen: [0.002, 120],
  'valve-position': [0.02, 60],
};

/** A level in metres is a big tank's: it moves little and slowly. */
const bigTank = [0.006, 3600] as const;

/** The load of one piece of equipment: all its instruments feel it, so current, flow and vibration move together. */
class Load {
  readonly running: boolean;
  readonly #wander: Wander;
  readonly #given: () => number | undefined;

  constructor(element: Element, running: boolean, seed: number, given: () => number | undefined) {
    this.running = running;
    this.#given = given;
    this.#wander = new Wander(randomFrom(seed, `load ${element.id}`), 0.035, 420);
  }

  advance(stepS: number): void {
    this.#wander.advance(stepS);
  }

  /** 1 as designed, 0 at rest. */
  get value(): number {
    if (!this.running) return 0;
    const given = this.#given();
    return given === undefined ? 1 + this.#wander.value : given;
  }
}

/** Every point that no other part explains: equipment that runs at its normal value with a load of its own. */
export class Equipment implements Part {
  readonly readings = new Map<string, Reading>();
  readonly #loads = new Map<string, Load>();
  readonly #wanders: Wander[] = [];

  constructor(
    site: Site,
    seed: number,
    transfers: Transfers,
    explained: (point: string) => boolean,
    special: Particularities,
  ) {
    const byId = new Map(site.elements.map((element) => [element.id, element]));
    const standby = standbyOf(site.elements);
    for (const point of site.points) {
      const element = byId.get(point.element);
      if (element === undefined || explained(point.id)) continue;
      const load = this.#loads.get(element.id) ?? newLoad(element);
      this.#loads.set(element.id, load);
      this.readings.set(point.id, special.follows[point.id] ?? this.#reading(point, element, load, seed, special));
    }

    function newLoad(element: Element): Load {
      return new Load(element, !standby.has(element.id), seed, () => transfers.loadOf(element.id));
    }
  }

  /** Whether an element is at work: neither on standby nor waiting for a transfer. */
  isRunning(element: string): boolean {
    return (this.#loads.get(element)?.value ?? 0) > 0.5;
  }

  advance({ stepS }: Moment): void {
    for (const load of this.#loads.values()) load.advance(stepS);
    for (const wander of this.#wanders) wander.advance(stepS);
  }

  #reading(point: Point, element: Element, load: Load, seed: number, { normals }: Particularities): Reading {
    const normal = normals[point.id] ?? normalValue(point, element);
    const [deviation, memoryS] = point.unit === 'm' ? bigTank : (ownWander[point.quantity] ?? [0.01, 60]);
    const wander = new Wander(randomFrom(seed, `own ${point.id}`), deviation, memoryS);
    this.#wanders.push(wander);
    const follows = followsLoad[point.quantity] ?? 0;
    const rotates = ['current', 'vibration', 'flow', 'running'].includes(point.quantity);
    return () => {
      const { value } = load;
      // A machine at rest is quiet; a resting pump still shakes a little with its neighbour.
      if (rotates && value < 0.05) return point.quantity === 'vibration' ? 0.15 * (1 + wander.value) : 0;
      return normal * (1 + follows * (value - 1) + wander.value);
    };
  }
}

/** Of pumps that differ only by a last letter, the last stands by (P-101A runs, P-101B waits). */
function standbyOf(elements: readonly Element[]): Set<string> {
  const last = new Map<string, string[]>();
  for (const { id, kind } of elements) {
    const [, stem] = /^(.+)[A-Z]$/.exec(id) ?? [];
    if (stem === undefined || (kind !== 'pump' && kind !== 'compressor')) continue;
    last.set(stem, [...(last.get(stem) ?? []), id]);
  }
  return new Set([...last.values()].flatMap((ids) => (ids.length > 1 ? ids.slice(-1) : [])));
}
