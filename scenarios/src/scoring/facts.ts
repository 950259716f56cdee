/** A level of acute exposure whose zone or dose a drill may judge. */
export type ExposureLevel = 'aegl-1' | 'aegl-2' | 'aegl-3';

/** Seconds of the drill, then the head's place in local ENU metres. */
export type TrackPoint = readonly [timeS: number, x: number, y: number, z: number];

/** The engine's answers along one track. */
export interface ExposureFacts {
  /** First second inside the zone of each level; absent when it was never entered. */
  readonly enteredS: Readonly<Partial<Record<ExposureLevel, number>>>;
  /** Toxic dose taken in by each time, as a fraction of each level's toxic load (1 = the level). Never falling. */
  readonly dose: {
    readonly timesS: readonly number[];
    readonly fraction: Readonly<Record<ExposureLevel, readonly number[]>>;
  };
}

/** What the server recorded of one trainee: everything a score is made of, and nothing a client claimed. */
export interface AttemptFacts {
  readonly role: string;
  readonly track: readonly TrackPoint[];
  readonly actions: readonly { readonly action: string; readonly timeS: number }[];
  /** When the trainee left unfinished, before the end. */
  readonly leftS?: number;
  readonly endedS: number;
  /** Start of the (first) release, and where the wind came from then (degrees, 0 north, 90 east). */
  readonly releaseStartS: number;
  readonly windFromDeg: number;
  readonly exposure: ExposureFacts;
}
