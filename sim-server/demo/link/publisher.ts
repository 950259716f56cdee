import type { SentSample } from '../simulated-plant.ts';
import type { Link } from './link.ts';
import { Outbox } from './outbox.ts';

/** At about 150 samples/s, 400 000 samples bridge three quarters of an hour; each takes about 50 bytes of memory. */
const capacity = 400_000;
/** Messages on their way without acknowledgement. */
const mostOnTheWay = 5000;
/** After an outage many samples of a point go in one message. */
const mostPerMessage = 500;

/** Sends samples over a link, each at least once and of each point in order. */
export class Publisher {
  readonly #outbox = new Outbox(capacity);
  readonly #link: Pick<Link, 'up' | 'publish'>;
  readonly #site: string;
  readonly #busy = new Set<string>();
  #sent = 0;
  #onTheWay = 0;

  constructor(link: Pick<Link, 'up' | 'publish'>, site: string) {
    this.#link = link;
    this.#site = site;
  }

  /** Samples acknowledged so far. */
  get sent(): number {
    return this.#sent;
  }

  /** Samples that wait or are on their way. */
  get waiting(): number {
    return this.#outbox.size + this.#onTheWay;
  }

  /** Samples given up in long outages. */
  get thinned(): number {
    return this.#outbox.thinned;
  }

  put(point: string, sample: SentSample): void {
    this.#outbox.put(point, sample);
  }

  /** Sends what may be sent now; call it after `put` and when the link is up again. */
  flush(): void {
    for (const point of [...this.#outbox.points]) this.#send(point);
  }

  /** Waits until everything arrived, or so many milliseconds. */
  async drained(withinMs: number): Promise<void> {
    const until = Date.now() + withinMs;
    while (this.waiting > 0 && this.#link.up && Date.now() < until) {
      this.flush();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** One message of a point is on its way at a time, so that its samples arrive in order. */
  #send(point: string): void {
    if (!this.#link.up || this.#busy.has(point) || this.#busy.size >= mostOnTheWay) return;
    const parcel = this.#outbox.take(point, mostPerMessage);
    if (parcel === undefined) return;
    const { samples } = parcel;
    const payload = JSON.stringify(samples.length === 1 ? samples[0] : samples);
    this.#busy.add(point);
    this.#onTheWay += samples.length;
    const settled = () => {
      this.#busy.delete(point);
      this.#onTheWay -= samples.length;
    };
    this.#link.publish(`upwind/v1/${this.#site}/${point}`, payload).then(
      () => {
        settled();
        this.#sent += samples.length;
        this.#send(point);
      },
      () => {
        settled();
        this.#outbox.giveBack(parcel);
      },
    );
  }
}
