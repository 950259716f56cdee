import type { Text } from '@upwind/scenes';

/** The deciding second and the fact in words. */
export interface Evidence {
  readonly timeS?: number;
  readonly fact: Text;
}

/** One judged step. */
export interface StepLine {
  readonly id: string;
  readonly title: Text;
  readonly outcome: 'done' | 'missed';
  readonly weight: number;
  /** Points of a hundred that it added. */
  readonly points: number;
  readonly evidence: Evidence;
  readonly clause?: string;
}

/** One judged fault. `points` is what it took away, as a negative number; a fatal one caps instead. */
export interface FaultLine {
  readonly id: string;
  readonly title: Text;
  readonly severity: 'minor' | 'major' | 'fatal';
  readonly outcome: 'committed' | 'avoided';
  readonly weight: 0;
  readonly points: number;
  readonly evidence: Evidence;
  readonly clause?: string;
}

/** The whole judgement of one attempt (成绩单). */
export interface ScoreSheet {
  readonly score: number;
  readonly verdict: 'pass' | 'fail';
  /** Why it failed; empty when it passed. */
  readonly reasons: readonly Text[];
  readonly steps: readonly StepLine[];
  readonly faults: readonly FaultLine[];
}
