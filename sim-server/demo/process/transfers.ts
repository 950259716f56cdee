import { between, type Random, randomFrom } from '../chance/random.ts';
import { Wander } from '../chance/wander.ts';
import type { Moment, Part, Reading } from './moment.ts';
import type { Vessel, Vessels } from './vessels.ts';

/** A way of liquid: from one of several vessels through a duty pump to where it is loaded or used. */
export interface TransferPlan {
  name: string;
  vessels: readonly string[];
  dutyPump: string;
  /** Points that show the flow, and how many of their units one m³/h of liquid is. */
  flows: Readonly<Record<string, number>>;
  /** Valve position points that open and close with the transfer. */
  valves: readonly string[];
  flowM3PerH: number;
  /** Truck by truck: minutes of loading and minutes between; without it the transfer never stops. */
  batches?: { loadingMin: number; pauseMin: number };
}

const valveTravelS = 12;
/** A vessel is left when this little is in it, and refilled to this much of its volume. */
const leftAt = 0.2;
const filledTo = 0.78;

/** One transfer at work; `load` (0–1 and a little) is what its pump feels. */
export class Transfer {
  load = 0;
  readonly plan: TransferPlan;
  readonly #vessels: readonly Vessel[];
  readonly #random: Random;
  readonly #unsteady: Wander;
  #duty: number;
  #filling: Vessel | undefined;
  #opening: number;
  #open: boolean;
  #leftS: number;

  constructor(plan: TransferPlan, vessels: Vessels, seed: number) {
    this.plan = plan;
    this.#vessels = plan.vessels.flatMap((id) => vessels.get(id) ?? []);
    this.#random = randomFrom(seed, `transfer ${plan.name}`);
    this.#unsteady = new Wander(this.#random, 0.012, 45);
    this.#duty = Math.max(
      0,
      this.#vessels.findIndex(({ share }) => share > leftAt),
    );
    this.#open = plan.batches === undefined || this.#random() < 0.7;
    this.#opening = this.#open ? 1 : 0;
    this.#leftS = this.#phaseS() * this.#random();
  }

  /** Flow of liquid, m³/h. */
  get flowM3PerH(): number {
    return this.load * this.plan.flowM3PerH;
  }

  /** How far the valves are open, 0–1. */
  get opening(): number {
    return this.#opening;
  }

  /** Id of the vessel that feeds the transfer. */
  get duty(): string | undefined {
    return this.#vessels[this.#duty]?.element.id;
  }

  advance({ stepS }: Moment): void {
    this.#leftS -= stepS;
    if (this.#leftS <= 0) {
      this.#open = this.plan.batches === undefined || !this.#open;
      this.#leftS = this.#phaseS();
    }
    const travel = stepS / valveTravelS;
    this.#opening = Math.min(1, Math.max(0, this.#opening + (this.#open ? travel : -travel)));
    this.load = this.#opening * (1 + this.#unsteady.advance(stepS));
    this.#drain();
    this.#refill();
  }

  #phaseS(): number {
    const { batches } = this.plan;
    if (batches === undefined) return Number.POSITIVE_INFINITY;
    return 60 * (this.#open ? batches.loadingMin : batches.pauseMin) * between(this.#random, 0.7, 1.3);
  }

  #drain(): void {
    const vessel = this.#vessels[this.#duty];
    if (vessel === undefined) return;
    vessel.pour(-this.flowM3PerH / 3600);
    if (vessel.share < leftAt) this.#duty = (this.#duty + 1) % this.#vessels.length;
  }

  #refill(): void {
    const onDuty = this.#filling === this.#vessels[this.#duty];
    if (this.#filling === undefined || onDuty || this.#filling.share > filledTo) {
      const resting = this.#vessels.filter((vessel, index) => index !== this.#duty && vessel.share > 0);
      this.#filling = resting.find(({ share }) => share < filledTo - 0.15);
    }
    this.#filling?.pour((0.8 * this.plan.flowM3PerH) / 3600);
  }
}

/** All transfers of a plant, with their flow and valve points. */
export class Transfers implements Part {
  readonly readings = new Map<string, Reading>();
  readonly #transfers: readonly Transfer[];

  constructor(plans: readonly TransferPlan[], vessels: Vessels, seed: number) {
    this.#transfers = plans.map((plan) => new Transfer(plan, vessels, seed));
    for (const transfer of this.#transfers) {
      for (const [point, factor] of Object.entries(transfer.plan.flows)) {
        this.readings.set(point, () => factor * transfer.flowM3PerH);
      }
      for (const point of transfer.plan.valves) this.readings.set(point, () => 100 * transfer.opening);
    }
  }

  /** Load of the transfer whose duty pump this is. */
  loadOf(pump: string): number | undefined {
    return this.#transfers.find(({ plan }) => plan.dutyPump === pump)?.load;
  }

  /** Whether a transfer draws from this vessel now. */
  isOnDuty(vessel: string): boolean {
    return this.#transfers.some(({ duty, opening }) => duty === vessel && opening > 0);
  }

  advance(moment: Moment): void {
    for (const transfer of this.#transfers) transfer.advance(moment);
  }
}
