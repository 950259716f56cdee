/** A validation that cannot run: one sentence that says what, where and what to do. The command ends with exit code 2. */
export class ValidationRefusal extends Error {
  override readonly name = 'ValidationRefusal';
}
