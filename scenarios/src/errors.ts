/** Every error of this room: a stable code and what it means. */
export const scenarioErrors = {
  UPW_SCENARIO_INVALID: 'The data does not have the form of its schema.',
  UPW_SCENARIO_REFERENCE: 'Something is named that the site, the drill or the profile does not have.',
  UPW_SCENARIO_RULE_MISSING: 'A drill asks for a rule that its profile does not have.',
  UPW_SCENARIO_WEIGHTS: 'A role has no step with a weight, so nothing could be scored.',
} as const;
export type ScenarioErrorCode = keyof typeof scenarioErrors;

/** One clear sentence: what, where, what to do; with a code from the table. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError';
  readonly code: ScenarioErrorCode;

  constructor(code: ScenarioErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
