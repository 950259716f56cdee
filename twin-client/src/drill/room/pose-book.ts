import type { Pose, Trainee } from '@upwind/sim-server/contract';
import type { PoseTuple } from '../pose/pose.ts';
import { type PoseTrack, poseTrack } from '../pose/pose-track.ts';

/** Head and hands of one person over the last second. */
export interface BodyTrack {
  readonly head: PoseTrack;
  readonly left: PoseTrack;
  readonly right: PoseTrack;
  /** Whether the hands say anything: an untracked hand lies in the head. */
  handsTracked: boolean;
}

/** The recent poses of everyone in the room, by session. */
export interface PoseBook {
  note(session: string, trainee: Trainee, nowMs: number): void;
  forget(sessions: ReadonlySet<string>): void;
  of(session: string): BodyTrack | undefined;
  sessions(): readonly string[];
}

export function poseBook(): PoseBook {
  const tracks = new Map<string, BodyTrack>();
  return {
    note(session, trainee, nowMs) {
      const track = tracks.get(session) ?? {
        head: poseTrack(),
        left: poseTrack(),
        right: poseTrack(),
        handsTracked: false,
      };
      tracks.set(session, track);
      track.head.add(nowMs, tupleOf(trainee.head));
      track.left.add(nowMs, tupleOf(trainee.left));
      track.right.add(nowMs, tupleOf(trainee.right));
      track.handsTracked = trainee.handsTracked;
    },
    forget(sessions) {
      for (const session of sessions) tracks.delete(session);
    },
    of: (session) => tracks.get(session),
    sessions: () => [...tracks.keys()],
  };
}

export function tupleOf(pose: Pose): PoseTuple {
  return [pose.x, pose.y, pose.z, pose.qx, pose.qy, pose.qz, pose.qw];
}
