import type { Position } from '@upwind/scenes';
import { DRILL_MOTION, Pose, Trainee } from '../../contract/index.ts';
import { type Allowance, fullAllowance } from '../movement/allowance.ts';
import { type Ground, judgePose } from '../movement/judge-pose.ts';
import { type BodyPose, headAt, type PoseArray, siteOf } from '../movement/placement.ts';
import { readPose } from '../movement/read-pose.ts';
import { asStored, type TrackSample } from '../recording/track.ts';
import type { RefusalCode } from '../refusals.ts';
import type { TraineeStatus } from '../rooms/phase.ts';
import type { Admission } from '../tickets/tickets.ts';

/** Where a role begins. */
export interface StartPlace {
  readonly role: string;
  readonly at: Position;
  readonly facingDeg: number;
}

/** One trainee in a room: what others see of them, and what only the server knows. */
export class TraineeSeat {
  readonly person: string;
  readonly displayName: string;
  readonly role: string;
  readonly start: Position;
  /** Drill second at which a trainee left who was still in the drill. */
  leftS: number | undefined;
  /** What the room shows of this trainee. */
  readonly shown: Trainee;
  /** Colyseus' session of the newest connection. */
  session: string;
  readonly track: TrackSample[] = [];
  readonly actions: { readonly action: string; readonly timeS: number }[] = [];
  readonly refusals = new Map<RefusalCode, number>();
  #body: BodyPose;
  #allowance: Allowance;
  #posesInSecond = 0;
  #secondEndsMs = 0;

  constructor(admission: Admission, session: string, place: StartPlace, nowMs: number) {
    this.person = admission.person;
    this.displayName = admission.displayName;
    this.role = place.role;
    this.start = place.at;
    this.session = session;
    this.#body = { head: headAt(place.at, DRILL_MOTION.startHeadHeightM, place.facingDeg) };
    this.#allowance = fullAllowance(nowMs);
    this.shown = new Trainee();
    this.shown.person = admission.person;
    this.shown.displayName = admission.displayName;
    this.shown.role = place.role;
    this.shown.connected = true;
    this.shown.ready = false;
    this.shown.inHeadset = false;
    this.shown.handsTracked = false;
    this.shown.status = 'active' satisfies TraineeStatus;
    this.shown.head = poseOf(this.#body.head);
    // A hand that is not tracked hangs beside the body, for whoever draws it anyway.
    this.shown.left = poseOf(this.#body.head);
    this.shown.right = poseOf(this.#body.head);
  }

  get status(): TraineeStatus {
    return this.shown.status as TraineeStatus;
  }

  get ready(): boolean {
    return this.shown.ready && this.shown.connected;
  }

  get head(): PoseArray {
    return this.#body.head;
  }

  /** Where the trainee's instrument is: in the right hand, else the left, else worn at the head. */
  get instrument(): Position {
    return siteOf(this.#body.right ?? this.#body.left ?? this.#body.head);
  }

  /** Distance of the nearest of head and hands from a place, m. */
  distanceM(place: Position): number {
    const parts = [this.#body.head, this.#body.left, this.#body.right].filter((part) => part !== undefined);
    return Math.min(...parts.map(siteOf).map((at) => Math.hypot(at[0] - place[0], at[1] - place[1], at[2] - place[2])));
  }

  /** Takes a `pose` message, or says why not; a refused one moves nothing. */
  move(message: unknown, phase: 'waiting' | 'running', ground: Ground, nowMs: number): RefusalCode | undefined {
    if (nowMs >= this.#secondEndsMs) {
      this.#secondEndsMs = nowMs + 1000;
      this.#posesInSecond = 0;
    }
    this.#posesInSecond += 1;
    if (this.#posesInSecond > DRILL_MOTION.maxPosesPerS) return 'UPW_DRILL_POSE_TOO_OFTEN';
    const claim = readPose(message);
    if (claim === undefined) return 'UPW_DRILL_POSE_MALFORMED';
    const standing = { head: this.#body.head, allowance: this.#allowance, start: this.start, phase };
    const verdict = judgePose(claim.head, standing, ground, nowMs);
    this.#allowance = verdict.allowance;
    if (verdict.kind === 'refused') return verdict.code;
    const { inHeadset, ...body } = claim;
    this.#body = body;
    this.shown.inHeadset = inHeadset;
    this.shown.handsTracked = body.left !== undefined || body.right !== undefined;
    show(this.shown.head, body.head);
    if (body.left) show(this.shown.left, body.left);
    if (body.right) show(this.shown.right, body.right);
    return undefined;
  }

  /** A connection of this trainee that begins anew: what happened in between is a gap, not a jump. */
  rejoin(session: string, nowMs: number): void {
    this.session = session;
    this.shown.connected = true;
    this.#allowance = fullAllowance(nowMs);
  }

  leave(timeS: number): void {
    this.leftS = timeS;
    this.shown.status = 'left' satisfies TraineeStatus;
  }

  /** Notes where the trainee is at a tick of the running phase. */
  record(tick: number): TrackSample {
    const sample = asStored({ tick, ...this.#body });
    this.track.push(sample);
    return sample;
  }

  /** Counts a refused message; gives how many there were of this kind. */
  refuse(code: RefusalCode): number {
    const count = (this.refusals.get(code) ?? 0) + 1;
    this.refusals.set(code, count);
    return count;
  }
}

function poseOf(pose: PoseArray): Pose {
  const shown = new Pose();
  show(shown, pose);
  return shown;
}

function show(shown: Pose, [x, y, z, qx, qy, qz, qw]: PoseArray): void {
  shown.x = x;
  shown.y = y;
  shown.z = z;
  shown.qx = qx;
  shown.qy = qy;
  shown.qz = qz;
  shown.qw = qw;
}
