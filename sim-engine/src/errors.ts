/** Every refusal of the engine, with what it means; the message of an error says what, where and what to do. */
export const engineErrorCodes = {
  UPW_ENGINE_INCIDENT_INVALID: 'the incident does not fit its schema',
  UPW_ENGINE_SITE_INVALID: 'the site does not fit its schema',
  UPW_ENGINE_SITE_MISMATCH: 'the incident is of another site',
  UPW_ENGINE_CHEMICAL_UNKNOWN: 'a chemical without data',
  UPW_ENGINE_RELEASE_OUTSIDE: 'a release below ground, above the domain or far from the site',
  UPW_ENGINE_HOLE_TOO_LARGE: 'a hole larger than its vessel',
  UPW_ENGINE_VESSEL_PRESSURE: 'a pressure that drives nothing out',
  UPW_ENGINE_PHASE_IMPOSSIBLE: 'a phase that the chemical cannot have in this vessel',
  UPW_ENGINE_WEATHER_INVALID: 'a weather sample without a number where one is needed',
  UPW_ENGINE_RELEASE_INVALID: 'a release with a number or a combination that makes no sense',
  UPW_ENGINE_RELEASE_TIME: 'a release that stops before it starts or starts after the end',
  UPW_ENGINE_WIND_INVALID: 'a first guess of the wind that is not made of numbers',
  UPW_ENGINE_MESSAGE_INVALID: 'a message that the engine does not know',
  UPW_ENGINE_QUESTION: 'a question about a run that is not kept or cannot tell',
  UPW_ENGINE_BUSY: 'a second run while one is under way on the same port',
  UPW_ENGINE_STOPPED: 'the caller stopped the run',
  UPW_ENGINE_WORKER_LOST: 'the thread of the engine ended during a run',
  UPW_ENGINE_FAILED: 'a fault of the engine itself',
} as const;

export type EngineErrorCode = keyof typeof engineErrorCodes;

/** A refusal: one sentence that says what is wrong, where, and what to do. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly code: EngineErrorCode;

  constructor(code: EngineErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
