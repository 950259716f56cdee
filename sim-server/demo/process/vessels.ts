import { type Element, type Site, volumeOf } from '@upwind/scenes';
import { randomFrom } from '../chance/random.ts';
import { depthShare } from './filling.ts';
import { type Liquid, liquidOf, saturationMpa } from './liquids.ts';
import type { Moment, Part, Reading } from './moment.ts';

/** Time in which a store follows the air, s: steel, contents and paint together. */
const warmingS = 5 * 3600;
/** In summer, water is sprayed on vessels of liquefied gas before they get warmer, °C. */
const sprayedAboveC = 33;

/** A store of liquid: what flows in and out moves its level, the air and the sun its temperature and its pressure. */
export class Vessel {
  /** Share of the volume that is filled. */
  share: number;
  temperatureC: number | undefined;
  readonly element: Element;
  readonly volumeM3: number;
  readonly #liquid: Liquid;
  #flowM3PerS = 0;

  constructor(element: Element, liquid: Liquid, chance: number) {
    this.element = element;
    this.#liquid = liquid;
    this.volumeM3 = volumeOf(element);
    const inventoryKg = element.contents?.inventoryKg;
    this.share =
      inventoryKg === undefined
        ? 0.35 + 0.4 * chance
        : Math.min(0.88, inventoryKg / liquid.densityKgPerM3 / this.volumeM3);
  }

  /** What flows in (positive) or out until the next step; flows of one step add up. */
  pour(m3PerS: number): void {
    this.#flowM3PerS += m3PerS;
  }

  advance({ stepS, sky }: Moment): void {
    this.share = Math.min(0.95, Math.max(0, this.share + (this.#flowM3PerS * stepS) / this.volumeM3));
    this.#flowM3PerS = 0;
    const warmed = sky.airC + (6 * sky.radiationWm2) / 1000;
    const outside = this.#liquid.saturation === undefined ? warmed : Math.min(warmed, sprayedAboveC);
    this.temperatureC ??= Math.min(sky.dailyMeanC + 1, sprayedAboveC);
    this.temperatureC += (outside - this.temperatureC) * (1 - Math.exp(-stepS / warmingS));
  }

  get depthShare(): number {
    return depthShare(this.element.shape, this.share);
  }

  /** Gauge pressure, MPa: saturation for a liquefied gas, a breath of nitrogen else. */
  get pressureMpa(): number {
    const { saturation } = this.#liquid;
    return saturation === undefined ? 0.001 : saturationMpa(saturation, this.temperatureC ?? 20);
  }
}

/** The vessels whose contents the simulator knows, and their level, temperature and pressure points. */
export class Vessels implements Part {
  readonly readings = new Map<string, Reading>();
  readonly #byId = new Map<string, Vessel>();

  constructor(site: Site, seed: number) {
    const measured = new Set(site.points.filter(({ quantity }) => quantity === 'level').map(({ element }) => element));
    for (const element of site.elements) {
      const { contents } = element;
      if (contents === undefined || !measured.has(element.id) || !isStore(element)) continue;
      const liquid = liquidOf(contents.chemical);
      if (liquid) this.#byId.set(element.id, new Vessel(element, liquid, randomFrom(seed, element.id)()));
    }
    for (const { id, element, quantity, unit, range } of site.points) {
      const vessel = this.#byId.get(element);
      if (vessel === undefined) continue;
      if (quantity === 'level') {
        this.readings.set(id, () => (unit === '%' ? 100 : range.high) * vessel.depthShare);
      } else if (quantity === 'temperature') {
        this.readings.set(id, () => vessel.temperatureC ?? 20);
      } else if (quantity === 'pressure') {
        this.readings.set(id, () => vessel.pressureMpa);
      }
    }
  }

  get(id: string): Vessel | undefined {
    return this.#byId.get(id);
  }

  advance(moment: Moment): void {
    for (const vessel of this.#byId.values()) vessel.advance(moment);
  }
}

/** Stores, as against vessels that a process passes through and keeps hot, cold or level. */
function isStore({ kind, contents }: Element): boolean {
  if (contents === undefined || contents.phase === 'gas') return false;
  return (
    Math.abs(contents.temperatureK - 293.15) < 10 &&
    ['storage-tank', 'storage-sphere', 'pressure-vessel'].includes(kind)
  );
}
