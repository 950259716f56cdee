import type { Score } from './metrics.ts';

/** What a study prints, as one JSON line. */
export interface StudyResult extends Score {
  readonly study: string;
  /** The same scores by part of the data. */
  readonly groups: Readonly<Record<string, Score>>;
  /** What much simpler predictions score on the same pairs. */
  readonly trivial: Readonly<Record<string, Score>>;
  /** What was evaluated, under which conventions. */
  readonly model: Readonly<Record<string, string>>;
  /** Largest |predicted/observed − 1| of all pairs, where answers are exact. */
  readonly worstRelativeError?: number;
  /** The same model told less, where a study has such runs. */
  readonly variants?: Readonly<Record<string, Score>>;
}

/** A picture of a study: file name and SVG text. */
export interface Figure {
  readonly file: string;
  readonly svg: string;
}

/** A comparison with measurements; throws ValidationRefusal where the data cannot be read. */
export interface Study {
  run(folder: string): { readonly result: StudyResult; readonly figures: readonly Figure[] };
}
