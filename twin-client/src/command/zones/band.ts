import type { EnsembleResult, ProfileLevel, RunOptions } from '@upwind/sim-engine';
import { create } from 'zustand';

/** Runs of a band: enough to tell 10 % of them from none and from 20 %. */
export const bandMembers = 32;

/** What is known of the spread of a run; `run` is the number of the outcome it belongs to. */
export type BandState =
  | { readonly kind: 'none' }
  | { readonly kind: 'computing'; readonly run: number; readonly fraction: number }
  | { readonly kind: 'here'; readonly run: number; readonly result: EnsembleResult }
  | { readonly kind: 'stopped'; readonly run: number }
  | { readonly kind: 'failed'; readonly run: number; readonly message: string };

interface BandStore {
  readonly band: BandState;
  /** The reader's wish; it outlives the runs. */
  readonly wanted: boolean;
  readonly level: ProfileLevel | undefined;
  /** Has the band of an outcome computed; a band still under way is stopped first. Never rejects. */
  compute(run: number, ask: (options: RunOptions) => Promise<EnsembleResult>): Promise<void>;
  /** Ends what is under way; a finished band stays. */
  stop(): void;
  clear(): void;
  want(wanted: boolean): void;
  chooseLevel(level: ProfileLevel): void;
}

let running: AbortController | undefined;

export const useBand = create<BandStore>((set, get) => ({
  band: { kind: 'none' },
  wanted: false,
  level: undefined,
  async compute(run, ask) {
    get().stop();
    const abort = new AbortController();
    running = abort;
    const tell = (band: BandState): void => {
      if (running === abort) set({ band });
    };
    tell({ kind: 'computing', run, fraction: 0 });
    try {
      const onProgress = (fraction: number) => tell({ kind: 'computing', run, fraction });
      const result = await ask({ onProgress, signal: abort.signal });
      tell({ kind: 'here', run, result });
    } catch (error) {
      tell({ kind: 'failed', run, message: error instanceof Error ? error.message : String(error) });
    }
  },
  stop() {
    running?.abort();
    running = undefined;
    const { band } = get();
    if (band.kind === 'computing') set({ band: { kind: 'stopped', run: band.run } });
  },
  clear() {
    get().stop();
    set({ band: { kind: 'none' } });
  },
  want: (wanted) => set({ wanted }),
  chooseLevel: (level) => set({ level }),
}));
