import { looking, type PoseTuple, rotated } from './pose.ts';

/** How somebody at a desk stands: no headset says where the hands are, so they hang, swing with the steps and carry. */
export interface DeskBody {
  /** Eyes, in the wire's convention, metres. */
  readonly eye: readonly [number, number, number];
  /** Compass heading of the body and of the look, radians. */
  readonly headingRad: number;
  readonly pitchRad: number;
  /** Metres walked since the start: swings the arms. */
  readonly walkedM: number;
  /** 0 standing … 1 running. */
  readonly effort: number;
  /** The right hand holds the gas meter up. */
  readonly holdsMeter: boolean;
}

/** Length of a walking step, m: a swing of both arms takes two (Murray 1964, 0.78 m at free speed). */
const stepM = 0.78;

/** Head and both hands as plausible poses for a person without a headset. */
export function handsAtDesk(body: DeskBody): { head: PoseTuple; left: PoseTuple; right: PoseTuple } {
  const swing = Math.sin((Math.PI * body.walkedM) / stepM) * (0.08 + 0.2 * body.effort) * Math.min(1, 4 * body.effort);
  return {
    head: [...body.eye, ...looking(body.headingRad, body.pitchRad)],
    left: hand(body, -0.24, -0.72, 0.1 + swing, -0.5),
    right: body.holdsMeter ? hand(body, 0.2, -0.42, 0.36, 0.35) : hand(body, 0.24, -0.72, 0.1 - swing, -0.5),
  };
}

/** A hand `side` metres to the right, `up` above the eyes and `ahead` of them. */
function hand(body: DeskBody, side: number, up: number, ahead: number, pitchRad: number): PoseTuple {
  const [x, y, z] = rotated(looking(body.headingRad, 0), [side, up, -ahead]);
  return [body.eye[0] + x, body.eye[1] + y, body.eye[2] + z, ...looking(body.headingRad, pitchRad)];
}
