/** A refusal that is told to the person as it stands: what, where, what to do. */
export class Sentence extends Error {
  override readonly name = 'Sentence';
}

/** What to tell a person about anything that was thrown. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Sentence) return error.message;
  if (error instanceof Error) return 'code' in error ? error.message : (error.stack ?? error.message);
  return String(error);
}
