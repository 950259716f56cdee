import { type AlarmDesk, storeAlarmChanges } from '../alarms/alarm-desk.ts';
import type { AlarmChange } from '../alarms/alarm-store.ts';
import type { IntakeAnswer, Sample } from '../contract/index.ts';
import type { Database } from '../database/database.ts';
import { CommitQueue } from '../historian/commit-queue.ts';
import type { Latest } from '../historian/latest.ts';
import { Partitions } from '../historian/partitions.ts';
import type { PointNumbers } from '../historian/point-numbers.ts';
import { type SiteSample, storeSamples } from '../historian/store-samples.ts';
import type { LiveBus } from '../live/live-bus.ts';
import type { Log } from '../log.ts';
import type { Sites } from '../sites/sites.ts';
import { decodeSamples } from './decode.ts';
import { type Refusal, refusal, shown } from './refusal.ts';
import { RefusalCount } from './refusal-count.ts';
import type { BusMessage } from './sample-bus.ts';
import { readTopic } from './topic.ts';

export interface IntakeOptions {
  readonly database: Database;
  readonly sites: Sites;
  readonly numbers: PointNumbers;
  readonly latest: Latest;
  readonly alarms: AlarmDesk;
  readonly live: LiveBus;
  readonly log: Log;
  readonly now?: () => number;
}

/** What one message asks to be stored. */
interface Work {
  readonly topic: string;
  readonly samples: readonly SiteSample[];
  readonly alarms: AlarmChange;
}

/**
 * The way of every message: decode, validate, show and judge at once, store; what `receive` gives settles when all of
 * it is committed, and only then may it be acknowledged.
 */
export class Intake {
  readonly #options: IntakeOptions;
  readonly #partitions: Partitions;
  readonly #queue: CommitQueue<Work>;
  readonly #refused: RefusalCount;
  readonly #now: () => number;
  #received = 0;
  #stored = 0;
  #duplicates = 0;

  constructor(options: IntakeOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
    this.#refused = new RefusalCount(options.log);
    this.#partitions = new Partitions(options.database);
    this.#queue = new CommitQueue<Work>({
      commit: (works) => this.#commit(works),
      weigh: ({ samples }) => samples.length,
      onRefused: ({ topic }, error) => {
        const reason = error instanceof Error ? error.message : String(error);
        this.#refuse(refusal('UPW_TELEMETRY_STORE', { topic: shown(topic), reason: shown(reason) }), this.#now());
      },
    });
  }

  /** Takes one message. Never rejects: what cannot be taken is counted and settles at once, so that it does not come again. */
  async receive({ topic, payload, acknowledged }: BusMessage): Promise<void> {
    const now = this.#now();
    const address = readTopic(topic);
    if (address === undefined) return this.#refuse(refusal('UPW_TELEMETRY_TOPIC', { topic: shown(topic) }), now, 1);
    const { site, point: id } = address;
    const point = this.#options.sites.point(site, id);
    if (point === undefined) {
      const known = this.#options.sites.find(site) !== undefined;
      const code = known ? 'UPW_TELEMETRY_POINT_UNKNOWN' : 'UPW_TELEMETRY_SITE_UNKNOWN';
      return this.#refuse(refusal(code, { topic: shown(topic), site, point: id }), now, 1);
    }
    const { samples, refusals } = decodeSamples(topic, payload, point, now);
    this.#received += samples.length;
    for (const each of refusals) this.#refuse(each, now, 1);
    if (samples.length === 0) return;
    const alarms = this.#show(site, samples);
    // Under overload what nobody waits for is left out and counted; alarms never are.
    const overload = !acknowledged && this.#queue.crowded;
    if (overload)
      for (const _ of samples) this.#refuse(refusal('UPW_TELEMETRY_OVERLOAD', { topic: shown(topic) }), now);
    if (overload && alarms.transitions.length === 0 && alarms.conditions.length === 0) return;
    const stored = overload ? [] : samples.map((sample) => ({ site, sample }));
    await this.#queue.add({ topic, samples: stored, alarms });
  }

  /** What came in since the server started, in samples. */
  answer(): IntakeAnswer {
    return {
      received: this.#received,
      stored: this.#stored,
      duplicates: this.#duplicates,
      refused: this.#refused.list(),
    };
  }

  /** Waits until what is under way is stored. */
  close(patienceMs: number): Promise<void> {
    return this.#queue.close(patienceMs);
  }

  /** Newer samples go to the twin and to the rules; late ones only into the history. */
  #show(site: string, samples: readonly Sample[]): AlarmChange {
    const { latest, alarms, live } = this.#options;
    const inOrder = samples.length === 1 ? samples : samples.toSorted((a, b) => a.sourceTime - b.sourceTime);
    const newer = inOrder.filter((sample) => latest.offer(site, sample));
    if (newer.length > 0) live.publish(site, { kind: 'samples', samples: newer });
    const changes = newer.map((sample) => alarms.judge(site, sample));
    return {
      transitions: changes.flatMap((change) => change.transitions),
      conditions: changes.flatMap((change) => change.conditions),
    };
  }

  async #commit(works: readonly Work[]): Promise<void> {
    const samples = works.flatMap((work) => work.samples);
    await this.#partitions.ensure(samples.map(({ sample }) => sample.sourceTime));
    const stored = await this.#options.database.transaction(async (transaction) => {
      const count = await storeSamples(samples, this.#options.numbers, transaction);
      await storeAlarmChanges(
        works.map((work) => work.alarms),
        transaction,
      );
      return count;
    });
    this.#stored += stored;
    this.#duplicates += samples.length - stored;
  }

  #refuse(refused: Refusal, now: number, received = 0): void {
    this.#received += received;
    this.#refused.add(refused, now);
  }
}
