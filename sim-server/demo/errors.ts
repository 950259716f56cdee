/** What can keep the plant simulator from starting, or be said by it. */
export const plantErrors = {
  UPW_PLANT_OPTION: 'An option or a variable of the environment makes no sense.',
  UPW_PLANT_SITE: 'The site is not one of the demo sites.',
  UPW_PLANT_SCENARIO: 'The scenario is not known.',
} as const;

export type PlantErrorCode = keyof typeof plantErrors;

/** One clear sentence for whoever started the simulator. */
export class PlantError extends Error {
  override readonly name = 'PlantError';
  readonly code: PlantErrorCode;

  constructor(code: PlantErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
