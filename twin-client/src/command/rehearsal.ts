import type { Incident } from '@upwind/scenarios';
import type { Site } from '@upwind/scenes';
import type { IncidentResult } from '@upwind/sim-engine';
import { create } from 'zustand';
import { EngineThread } from './engine-thread.ts';
import { bandMembers, useBand } from './zones/band.ts';

/** What the run is doing. A result stays on the scene while the next one is computed. */
export type RunState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'computing'; readonly fraction: number }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string };

/** A first estimate is the screening answer, shown while the resolved one is still computed. */
export type Stage = 'first-estimate' | 'final';

/** The answer of a run with what it was asked. */
export interface Outcome {
  readonly incident: Incident;
  readonly result: IncidentResult;
  readonly stage: Stage;
  /** Counts the runs of this page: both answers of a run bear the same number. */
  readonly run: number;
  /** Wall time from the click to the result in hand, ms. */
  readonly wallMs: number;
}

interface RehearsalStore {
  readonly run: RunState;
  readonly outcome: Outcome | undefined;
  /** Second of the incident that the scene shows. */
  readonly timeS: number;
  readonly playing: boolean;
  /** Computes an incident; resolves with its outcome, or with nothing when it failed or was stopped. */
  compute(site: Site, incident: Incident): Promise<Outcome | undefined>;
  /** Computes again what was asked last. */
  retry(): Promise<Outcome | undefined>;
  /** Gives the outcome the id under which its incident was stored. */
  adopt(incident: Incident): void;
  /** Computes how far the shown outcome may spread, in the background. A run started meanwhile goes first. */
  spread(): void;
  fail(reason: { readonly code: string; readonly message: string }): void;
  stop(): void;
  clear(): void;
  showTime(timeS: number): void;
  play(playing: boolean): void;
}

/** The engine tells each frame; people need less. */
const progressEveryMs = 80;

const engine = new EngineThread();
let running: AbortController | undefined;
let runs = 0;
let shownSite: Site | undefined;
let asked: { readonly site: Site; readonly incident: Incident } | undefined;

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'UPW_ENGINE_UNKNOWN';

export const useRehearsal = create<RehearsalStore>((set, get) => ({
  run: { kind: 'idle' },
  outcome: undefined,
  timeS: 0,
  playing: false,
  async compute(site, incident) {
    // The engine's thread does one thing at a time: what is in the background gives way.
    useBand.getState().stop();
    running?.abort();
    const abort = new AbortController();
    running = abort;
    asked = { site, incident };
    runs += 1;
    const run = runs;
    const started = performance.now();
    set({ run: { kind: 'computing', fraction: 0 }, playing: false });
    let told = started;
    const show = (result: IncidentResult, stage: Stage): Outcome => {
      const { outcome: before } = get();
      shownSite = site;
      const outcome = { incident, result, stage, run, wallMs: performance.now() - started };
      // The second answer of a run takes the first one's place and nothing else: the moment that is looked at stays.
      set({ outcome, ...(before?.run === run ? {} : { timeS: firstTellingTime(result) }) });
      return outcome;
    };
    try {
      const result = await engine.run(site, incident, {
        onProgress: (fraction) => {
          const now = performance.now();
          if (running !== abort || now - told < progressEveryMs) return;
          told = now;
          set({ run: { kind: 'computing', fraction } });
        },
        onPreview: (preview) => {
          if (running === abort) show(preview, 'first-estimate');
        },
        signal: abort.signal,
      });
      if (running !== abort) return undefined;
      set({ run: { kind: 'idle' } });
      const outcome = show(result, 'final');
      get().spread();
      return outcome;
    } catch (error) {
      if (running !== abort || abort.signal.aborted) return undefined;
      const message = error instanceof Error ? error.message : String(error);
      set({ run: { kind: 'failed', code: codeOf(error), message } });
      return undefined;
    }
  },
  async retry() {
    return asked === undefined ? undefined : get().compute(asked.site, asked.incident);
  },
  adopt(incident) {
    const { outcome } = get();
    if (outcome !== undefined) set({ outcome: { ...outcome, incident } });
  },
  spread() {
    const { outcome, run } = get();
    const site = shownSite;
    if (outcome === undefined || site === undefined || run.kind === 'computing') return;
    const { incident } = outcome;
    void useBand.getState().compute(outcome.run, (options) => engine.ensemble(site, incident, bandMembers, options));
  },
  fail: ({ code, message }) => set({ run: { kind: 'failed', code, message } }),
  stop() {
    running?.abort();
    running = undefined;
    set({ run: { kind: 'idle' } });
  },
  clear() {
    get().stop();
    useBand.getState().clear();
    set({ outcome: undefined, timeS: 0, playing: false });
  },
  showTime: (timeS) => set({ timeS }),
  play: (playing) => set({ playing }),
}));

/** Loads the engine's code while the commander still chooses. */
export const warmEngine = (): void => engine.warm();

/** The first picture should say something: the moment when the zones are widest, not second zero. */
function firstTellingTime(result: IncidentResult): number {
  let best = { timeS: 0, reachM: -1 };
  for (const zone of result.zones) if (zone.reachM > best.reachM) best = zone;
  return best.timeS;
}
