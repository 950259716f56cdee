/** A command that cannot be carried out: one sentence, exit code 2. */
export class SimulateRefusal extends Error {
  override readonly name = 'SimulateRefusal';
}
