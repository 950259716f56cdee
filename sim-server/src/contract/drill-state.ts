import { type SchemaType, schema, t } from '@colyseus/schema';

/**
 * A pose of head or hand in the WebXR convention of the site: metres, right-handed, y up, so that
 * x = east, y = up, z = −north; rotation as a unit quaternion. Shared by Babylon, three and the recording.
 */
export const Pose = schema(
  {
    x: t.float32(),
    y: t.float32(),
    z: t.float32(),
    qx: t.float32(),
    qy: t.float32(),
    qz: t.float32(),
    qw: t.float32(),
  },
  'Pose',
);
export type Pose = SchemaType<typeof Pose>;

/** A trainee as everyone in the room sees them. */
export const Trainee = schema(
  {
    person: t.string(),
    displayName: t.string(),
    role: t.string(),
    connected: t.boolean(),
    ready: t.boolean(),
    inHeadset: t.boolean(),
    handsTracked: t.boolean(),
    head: Pose,
    left: Pose,
    right: Pose,
    /** Finished: reached a muster point and reported, or was overcome. */
    status: t.string(),
  },
  'Trainee',
);
export type Trainee = SchemaType<typeof Trainee>;

/**
 * Something everyone on the place can see with their own eyes once it is there, e.g. `vapour` at a leak: a sign, not the
 * field. Local ENU metres; `strength` 0–1 is how big it looks.
 */
export const Sign = schema(
  {
    kind: t.string(),
    chemical: t.string(),
    x: t.float32(),
    y: t.float32(),
    z: t.float32(),
    strength: t.float32(),
  },
  'Sign',
);
export type Sign = SchemaType<typeof Sign>;

/** The room as trainees see it. The field, doses and scores are never in it: a meter reads by `meter` messages. */
export const DrillState = schema(
  {
    phase: t.string(),
    drill: t.string(),
    /** Seconds since the running phase began. */
    timeS: t.float32(),
    durationS: t.float32(),
    windFromDeg: t.float32(),
    windSpeedMPerS: t.float32(),
    trainees: t.map(Trainee),
    signs: t.map(Sign),
  },
  'DrillState',
);
export type DrillState = SchemaType<typeof DrillState>;

/** Client → room: `pose` (20 Hz), `ready` (true or false), `act`. Validated and bounded by the room. Arrays are [x,y,z,qx,qy,qz,qw]. */
export interface PoseMessage {
  readonly head: readonly number[];
  readonly left?: readonly number[];
  readonly right?: readonly number[];
  readonly inHeadset: boolean;
}
export interface ActMessage {
  readonly action: string;
}

/** Room → one trainee, twice a second: the gas meter in the hand, ppm as such an instrument shows it. */
export interface MeterMessage {
  readonly chemical: string;
  readonly ppm: number;
  readonly alarm: 'none' | 'low' | 'high';
}

/** Room → the trainee whose `act` the room has accepted. */
export interface ActedMessage {
  readonly action: string;
  readonly timeS: number;
}

/** Room → one trainee at the end: their own result; `attempt` is the stored row's id. */
export interface ResultMessage {
  readonly attempt: string;
  readonly score: number;
  readonly verdict: 'pass' | 'fail';
}

/**
 * Room → a trainee whose message was refused, at most twice a second: why, and where the room says they are.
 * After a refused pose the client puts its viewer back to `head` ([x,y,z,qx,qy,qz,qw]).
 */
export interface RefusedMessage {
  readonly code: string;
  readonly message: string;
  readonly head: readonly number[];
}
