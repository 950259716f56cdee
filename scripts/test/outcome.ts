/** What one check of the house said: a test case, or one of the two that count as a single test (types, lint). */
export interface Outcome {
  /** types, lint, unit, integration or e2e. */
  readonly part: string;
  /** Path from the project root; for types and lint the command. */
  readonly file: string;
  readonly title: string;
  readonly state: 'passed' | 'failed' | 'skipped';
  readonly durationMs: number;
  /** Why it was skipped. */
  readonly reason?: string;
  /** The first error's message. */
  readonly error?: string;
  /** How many tries it took to pass, when it was more than one. */
  readonly tries?: number;
  /** File names of screenshots, within the report folder. */
  readonly pictures?: readonly string[];
}

/** The last line of `npm test`: `12 passed, 0 failed`, with `, 1 skipped` when there are any. */
export function countLine(outcomes: readonly Outcome[]): string {
  const count = (state: Outcome['state']) => outcomes.filter((outcome) => outcome.state === state).length;
  const skipped = count('skipped');
  return `${count('passed')} passed, ${count('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
