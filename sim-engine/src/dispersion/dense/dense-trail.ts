import type { AirborneSource } from '../../release/airborne.ts';
import type { Section, Surroundings } from './section.ts';
import { jetSigma, stateOf } from './section-state.ts';
import { advance } from './section-step.ts';
import { type Emission, sectionOf } from './source-section.ts';
import type { Upright } from './vertical-share.ts';

/** A section of a trail with what it was at the last look. */
export interface TrailPoint extends Upright {
  readonly x: number;
  readonly y: number;
  readonly halfWidthM: number;
  readonly sigmaM: number;
  readonly travelM: number;
  readonly speedMPerS: number;
  /** Mass between this point and the next newer one, kg. */
  readonly massKg: number;
}

interface Node {
  readonly section: Section;
  /** Mass that left after this section and before the next newer one, kg. */
  massKg: number;
}

/** Most sections in the air at a time: the release is cut into so many at most. */
const mostNodes = 200;
/** Ages at which the plume nearest to the source is looked at, as shares of the age of its newest section. */
const youngAges = [0.9, 0.75, 0.6, 0.47, 0.36, 0.27, 0.19, 0.13, 0.085, 0.05, 0.028, 0.014, 0.006, 0.002, 0] as const;

/** The plume of one source as a chain of sections, oldest first, each blown on by the wind of the moment. */
export class DenseTrail {
  readonly #source: AirborneSource;
  readonly #stepsPerNode: number;
  #nodes: Node[] = [];
  /** Step at which the newest node left; −1 when the source is silent. */
  #newestStep = -1;
  #step = 0;

  constructor(source: AirborneSource) {
    this.#source = source;
    let active = 0;
    for (const mass of source.massKg) if (mass > 0) active += 1;
    this.#stepsPerNode = Math.max(1, Math.ceil(active / mostNodes));
  }

  /** One step of the source further, in these surroundings. */
  advance(around: Surroundings): void {
    const { stepS, massKg } = this.#source;
    const mass = massKg[this.#step] ?? 0;
    for (const node of this.#nodes) advance(node.section, around, stepS);
    if (mass > 0 && this.#newestStep < 0) {
      const first = sectionOf(this.#emission(this.#step), around);
      advance(first, around, stepS);
      this.#nodes.push({ section: first, massKg: 0 });
      this.#newestStep = this.#step;
    }
    if (this.#newestStep >= 0) {
      const newest = this.#nodes[this.#nodes.length - 1] as Node;
      newest.massKg += mass;
      const next = massKg[this.#step + 1] ?? 0;
      if (mass > 0 && (next <= 0 || this.#step + 1 - this.#newestStep >= this.#stepsPerNode)) {
        this.#nodes.push({ section: sectionOf(this.#emission(this.#step), around), massKg: 0 });
        this.#newestStep = next > 0 ? this.#step + 1 : -1;
      }
    }
    this.#step += 1;
  }

  /** Forgets the oldest sections where two in a row are outside. */
  drop(outside: (x: number, y: number) => boolean): void {
    let gone = 0;
    const nodes = this.#nodes;
    while (gone + 1 < nodes.length) {
      const a = (nodes[gone] as Node).section;
      const b = (nodes[gone + 1] as Node).section;
      if (!outside(a.x, a.y) || !outside(b.x, b.y)) break;
      gone += 1;
    }
    if (gone > 0) this.#nodes = nodes.slice(gone);
  }

  /** The chain as it stands, oldest first; near the source as a plume in these surroundings would be. */
  points(around: Surroundings): TrailPoint[] {
    const points: TrailPoint[] = [];
    const { stepS } = this.#source;
    const running = this.#newestStep >= 0;
    const last = this.#nodes.length - 1;
    this.#nodes.forEach(({ section, massKg }, k) => {
      if (!running || k < last) {
        points.push(pointOf(section, around, massKg));
        return;
      }
      // The newest section has left `ageS` ago; what followed it is a young plume.
      const ageS = (this.#step - this.#newestStep) * stepS;
      if (ageS <= 0 || massKg <= 0) {
        points.push(pointOf(section, around, 0));
        return;
      }
      const rate = massKg / ageS;
      const fresh = sectionOf(this.#emission(this.#step - 1), around);
      const young: TrailPoint[] = [];
      let at = 0;
      for (let n = youngAges.length - 1; n >= 0; n -= 1) {
        const age = (youngAges[n] as number) * ageS;
        advance(fresh, around, age - at);
        at = age;
        const newer = n + 1 < youngAges.length ? (youngAges[n + 1] as number) * ageS : age;
        young.push(pointOf(fresh, around, rate * (age - newer)));
      }
      points.push(pointOf(section, around, rate * (ageS - (youngAges[0] as number) * ageS)));
      for (let n = young.length - 1; n >= 0; n -= 1) points.push(young[n] as TrailPoint);
    });
    return points;
  }

  #emission(step: number): Emission {
    return emissionOf(this.#source, step);
  }
}

/** What a source puts out in one of its steps. */
export function emissionOf(source: AirborneSource, step: number): Emission {
  const { kind, at, stepS, airKg, towardsDeg, upDeg } = source;
  const of = (series: Float64Array<ArrayBuffer>): number => series[step] ?? 0;
  return {
    kind,
    at,
    rateKgPerS: of(source.massKg) / stepS,
    dropletShare: of(source.dropletShare),
    temperatureK: of(source.temperatureK),
    radiusM: of(source.radiusM),
    speedMPerS: of(source.speedMPerS),
    ...(airKg === undefined ? {} : { airKgPerS: of(airKg) / stepS }),
    ...(towardsDeg === undefined ? {} : { towardsDeg }),
    ...(upDeg === undefined ? {} : { upDeg }),
  };
}

function pointOf(section: Section, around: Surroundings, massKg: number): TrailPoint {
  const state = stateOf(section, around);
  const { x, y, travelM, aloft } = section;
  const { depthM, scaleM, exponent, speedMPerS } = state;
  const sigma = jetSigma(state);
  return {
    x,
    y,
    travelM,
    massKg,
    speedMPerS,
    depthM,
    scaleM,
    exponent,
    halfWidthM: aloft ? 0 : section.halfWidthM,
    sigmaM: aloft ? sigma : section.sigmaM,
    ...(aloft ? { aloft: { heightM: section.heightM, sigmaM: sigma } } : {}),
  };
}
