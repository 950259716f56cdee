import type { Database } from '../../database/database.ts';
import type { Log } from '../../log.ts';
import { encodeTrack, type TrackSample } from './track.ts';

/** One thing that happened in a room. `timeS` counts from the start of the running phase, negative before it. */
export interface DrillEvent {
  readonly kind: string;
  readonly timeS: number;
  readonly trainee?: string;
  readonly body?: object;
}

interface NumberedEvent extends DrillEvent {
  readonly seq: number;
  readonly time: number;
}

interface Batch {
  readonly events: readonly NumberedEvent[];
  readonly tracks: ReadonlyMap<string, readonly TrackSample[]>;
}

const FLUSH_MS = 1000;

export interface JournalOptions {
  readonly database: Database;
  readonly log: Log;
  readonly room: string;
  readonly now: () => number;
}

/**
 * What happens in a room, on its way to PostgreSQL: written about once a second, so that a crash loses at most a
 * second. While the database does not answer, the journal keeps what it has and goes on trying.
 */
export class Journal {
  readonly #options: JournalOptions;
  #events: NumberedEvent[] = [];
  #tracks = new Map<string, TrackSample[]>();
  #seq = 0;
  #writing: Promise<void> = Promise.resolve();
  #failed = false;
  readonly #timer: NodeJS.Timeout;

  constructor(options: JournalOptions) {
    this.#options = options;
    this.#timer = setInterval(() => void this.flush().catch(() => {}), FLUSH_MS);
    this.#timer.unref();
  }

  note(event: DrillEvent): void {
    this.#seq += 1;
    this.#events.push({ ...event, seq: this.#seq, time: this.#options.now() });
  }

  track(trainee: string, sample: TrackSample): void {
    const samples = this.#tracks.get(trainee);
    if (samples === undefined) this.#tracks.set(trainee, [sample]);
    else samples.push(sample);
  }

  /** Writes what there is; rejects when the database does not take it, and then nothing is lost. */
  flush(): Promise<void> {
    // One write after the other: a batch that fails goes back to the front before the next one is taken.
    const written = this.#writing.catch(() => {}).then(() => this.#write());
    this.#writing = written;
    return written;
  }

  /** The last write. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.flush();
  }

  async #write(): Promise<void> {
    if (this.#events.length === 0 && this.#tracks.size === 0) return;
    const batch: Batch = { events: this.#events, tracks: this.#tracks };
    this.#events = [];
    this.#tracks = new Map();
    const { database, room, log } = this.#options;
    try {
      await store(database, room, batch);
      if (this.#failed) log.info({ room }, 'the journal of the drill room is written again');
      this.#failed = false;
    } catch (error) {
      this.#putBack(batch);
      if (!this.#failed) log.error({ err: error, room }, 'the journal of the drill room waits for the database');
      this.#failed = true;
      throw error;
    }
  }

  #putBack(batch: Batch): void {
    this.#events = [...batch.events, ...this.#events];
    for (const [trainee, samples] of batch.tracks) {
      this.#tracks.set(trainee, [...samples, ...(this.#tracks.get(trainee) ?? [])]);
    }
  }
}

/** A batch whose commit was not heard of is sent again: what is there already stays as it is. */
async function store(database: Database, room: string, { events, tracks }: Batch): Promise<void> {
  await database.transaction(async (transaction) => {
    if (events.length > 0) {
      await transaction.execute(
        `insert into drill_events (room, seq, time, time_s, kind, trainee, body)
         select $1, * from unnest($2::int[], $3::bigint[], $4::float8[], $5::text[], $6::text[], $7::jsonb[])
         on conflict do nothing`,
        [
          room,
          events.map((event) => event.seq),
          events.map((event) => event.time),
          events.map((event) => event.timeS),
          events.map((event) => event.kind),
          events.map((event) => event.trainee),
          events.map((event) => JSON.stringify(event.body ?? {})),
        ],
      );
    }
    for (const [trainee, samples] of tracks) {
      for (const chunk of chunksOf(samples)) {
        await transaction.execute('insert into drill_tracks values ($1, $2, $3, $4, $5) on conflict do nothing', [
          room,
          trainee,
          chunk[0]?.tick ?? 0,
          chunk.length,
          encodeTrack(chunk),
        ]);
      }
    }
  });
}

/** A chunk spans at most this many ticks; after an outage of the database there are several. */
const CHUNK_TICKS = 200;

function chunksOf(samples: readonly TrackSample[]): TrackSample[][] {
  const chunks: TrackSample[][] = [];
  for (const sample of samples) {
    const chunk = chunks.at(-1);
    const first = chunk?.[0]?.tick;
    if (chunk !== undefined && first !== undefined && sample.tick - first < CHUNK_TICKS) chunk.push(sample);
    else chunks.push([sample]);
  }
  return chunks;
}
