import { Quaternion, Vector3 } from '@babylonjs/core/Maths/math.vector.js';
import type { Scene } from '@babylonjs/core/scene.js';
import { WebXRExperienceHelper } from '@babylonjs/core/XR/webXRExperienceHelper.js';
import '@babylonjs/core/XR/motionController/webXRMotionControllerManager.js';
import { WebXRInput } from '@babylonjs/core/XR/webXRInput.js';
import type { WebXRInputSource } from '@babylonjs/core/XR/webXRInputSource.js';
import type { GroundPosition } from '@upwind/scenes';
import { headingOf, mirrored, type PoseTuple, rotated } from '../pose/pose.ts';
import { aimed, carried } from '../walking/leap.ts';
import { groundHeightM, type Obstacles } from '../walking/obstacles.ts';
import { velocityOf, walked } from '../walking/walking.ts';
import type { Comfort } from './comfort.ts';
import { type HandControls, idle, readPad, wishes } from './controls.ts';
import { leapMark } from './leap-mark.ts';
import { noticePanel, type PanelWords, wristPanel } from './panels.ts';
import { ownHands } from './tracked-hands.ts';
import { vignette } from './vignette.ts';

/** Eyes of a standing person, for somebody who sits, m. */
const standingEyeM = 1.62;

export interface HeadsetPoses {
  readonly head: PoseTuple;
  readonly left: PoseTuple | undefined;
  readonly right: PoseTuple | undefined;
}

export type HeadsetState = 'out' | 'entering' | 'in' | 'leaving';

export interface Headset {
  readonly state: () => HeadsetState;
  enter(comfort: Comfort): Promise<void>;
  leave(): Promise<void>;
  /** One frame inside: moves the wearer, shows hands and panels; gives the poses in the wire's convention. */
  frame(seconds: number, words: PanelWords, free: boolean): HeadsetPoses | undefined;
  /** Puts the wearer's head over a place of the ground. */
  place(at: GroundPosition): void;
  dispose(): void;
}

export interface HeadsetEvents {
  changed(state: HeadsetState): void;
  act(): void;
}

/** Whether this browser says it can show an immersive scene here (a secure page, a headset or an emulator). */
export async function headsetIsThere(): Promise<boolean> {
  if (!('xr' in navigator) || navigator.xr === undefined) return false;
  return navigator.xr.isSessionSupported('immersive-vr').catch(() => false);
}

/**
 * WebXR on the scene, without anything from outside: the session helper and raw input sources only, so that no
 * controller, hand or material file is ever asked for.
 */
export async function raiseHeadset(scene: Scene, obstacles: Obstacles, events: HeadsetEvents): Promise<Headset> {
  const helper = await WebXRExperienceHelper.CreateAsync(scene);
  const input = new WebXRInput(helper.sessionManager, helper.camera, {
    disableOnlineControllerRepository: true,
    doNotLoadControllerMeshes: true,
  });
  const target = helper.sessionManager.getWebXRRenderTarget();
  const { camera } = helper;
  camera.minZ = 0.08;
  camera.maxZ = 3200;
  const rim = vignette(scene, camera);
  const mark = leapMark(scene);
  const wrist = wristPanel(scene);
  const notice = noticePanel(scene);
  const hands = ownHands(scene);
  let follow = wishes();
  let comfort: Comfort | undefined;
  let state: HeadsetState = 'out';
  let raised = false;
  let floorM = 0;
  let flight: { readonly from: GroundPosition; readonly to: GroundPosition; seconds: number } | undefined;
  const noticeAt = new Vector3();
  const pinches = new Map<string, boolean>();

  const change = (next: HeadsetState) => {
    if (state === next) return;
    state = next;
    events.changed(next);
  };
  helper.onStateChangedObservable.add((xr) => {
    // WebXRState: 0 entering, 1 exiting, 2 in, 3 out.
    if (xr === 2) change('in');
    if (xr === 1) change('leaving');
    if (xr !== 3) return;
    for (const plate of [wrist, notice]) plate.show(false);
    mark.hide();
    rim.close(0);
    hands.show([], []);
    pinches.clear();
    flight = undefined;
    change('out');
  });
  helper.sessionManager.onXRSessionInit.add((session) => {
    const pinched = (down: boolean) => (event: XRInputSourceEvent) => {
      if (event.inputSource.hand) pinches.set(event.inputSource.handedness, down);
    };
    session.addEventListener('selectstart', pinched(true));
    session.addEventListener('selectend', pinched(false));
  });

  const controlsOf = (side: 'left' | 'right'): HandControls => {
    const source = sourceOf(input.controllers, side);
    if (!source) return idle;
    // A hand has no stick: pinching with the pointing hand aims a leap, with the other it acts.
    if (source.inputSource.hand) {
      const pinch = pinches.get(side) === true;
      return side === comfort?.hand ? { ...idle, stickAhead: pinch ? 1 : 0 } : { ...idle, trigger: pinch };
    }
    return readPad(source.inputSource.gamepad ?? undefined);
  };

  const shift = (to: GroundPosition) => {
    const { x, z } = camera.position;
    const floor = groundHeightM(obstacles, to);
    camera.position.addInPlaceFromFloats(to[0] - x, floor - floorM, to[1] - z);
    floorM = floor;
  };
  const here = (): GroundPosition => [camera.position.x, camera.position.z];

  const locomotion = (seconds: number, free: boolean) => {
    if (!comfort) return;
    const pointing = controlsOf(comfort.hand);
    const other = controlsOf(comfort.hand === 'right' ? 'left' : 'right');
    const wish = follow(pointing, other, comfort);
    if (wish.act) events.act();
    if (wish.snap !== 0) {
      const turn = Quaternion.FromEulerAngles(0, (wish.snap * comfort.snapDeg * Math.PI) / 180, 0);
      camera.rotationQuaternion.multiplyToRef(turn, camera.rotationQuaternion);
    }
    if (flight) {
      flight.seconds += seconds;
      const { at, there } = carried(flight.from, flight.to, flight.seconds);
      shift(at);
      rim.close(comfort.vignette ? 1 : 0);
      if (there) flight = undefined;
      return;
    }
    if (!free) {
      mark.hide();
      rim.close(0);
      return;
    }
    const head = headPose(camera);
    const pose = sourcePose(sourceOf(input.controllers, comfort.hand), 'pointer');
    if ((wish.aiming || wish.leap) && pose) {
      const [dx, dy, dz] = rotated([pose[3], pose[4], pose[5], pose[6]], [0, 0, -1]);
      const leap = aimed(obstacles, [pose[0], -pose[2], pose[1]], [dx, -dz, dy], here());
      if (wish.aiming) mark.show(leap);
      else if (!leap.refused) flight = { from: here(), to: leap.to, seconds: 0 };
    }
    if (!wish.aiming) mark.hide();
    const stride = { ahead: wish.walkAhead, right: wish.walkRight, run: other.squeeze };
    const velocity = velocityOf(stride, headingOf([head[3], head[4], head[5], head[6]]));
    const moving = Math.hypot(...velocity) > 0.05;
    if (moving) shift(walked(obstacles, here(), velocity, seconds));
    rim.close(moving && comfort.vignette ? 0.52 : 0);
  };

  return {
    state: () => state,
    async enter(chosen) {
      comfort = chosen;
      follow = wishes();
      raised = false;
      floorM = 0;
      change('entering');
      try {
        await helper.enterXRAsync('immersive-vr', 'local-floor', target, { optionalFeatures: ['hand-tracking'] });
      } catch (error) {
        change('out');
        throw error;
      }
    },
    async leave() {
      await helper.exitXRAsync();
    },
    frame(seconds, words, free) {
      if (state !== 'in') return undefined;
      if (!raised) {
        raised = true;
        const low = standingEyeM - camera.realWorldHeight;
        if (comfort?.seated && low > 0.1) camera.position.y += low;
      }
      locomotion(seconds, free);
      const head = headPose(camera);
      const left = sourcePose(sourceOf(input.controllers, 'left'), 'grip');
      const right = sourcePose(sourceOf(input.controllers, 'right'), 'grip');
      const frame = helper.sessionManager.currentFrame;
      const joints = (['left', 'right'] as const).map((side) =>
        jointPoses(sourceOf(input.controllers, side), frame, helper),
      );
      hands.show(
        [
          ...(left && !joints[0]?.length ? [{ pose: left, side: 'left' as const }] : []),
          ...(right && !joints[1]?.length ? [{ pose: right, side: 'right' as const }] : []),
        ],
        joints.map((hand) => hand ?? []),
      );
      const eye = camera.position;
      const bearer = comfort?.hand === 'left' ? right : left;
      wrist.show(bearer !== undefined);
      if (bearer) {
        wrist.say(words);
        wrist.place(new Vector3(bearer[0], bearer[1] + 0.13, -bearer[2]), eye);
      }
      notice.say(words);
      if (words.notice) {
        const [ax, , az] = rotated([head[3], head[4], head[5], head[6]], [0, 0, -1]);
        const flat = Math.hypot(ax, az) || 1;
        const ahead = new Vector3(eye.x + (ax / flat) * 1.5, eye.y - 0.2, eye.z - (az / flat) * 1.5);
        const near = Vector3.Distance(ahead, noticeAt);
        Vector3.LerpToRef(noticeAt, ahead, near > 3 ? 1 : Math.min(1, seconds * 2.4), noticeAt);
        notice.place(noticeAt, eye);
      }
      return { head, left, right };
    },
    place(at) {
      flight = undefined;
      shift(at);
    },
    dispose() {
      rim.dispose();
      input.dispose();
      helper.dispose();
      target.dispose();
    },
  };
}

function sourceOf(sources: readonly WebXRInputSource[], side: 'left' | 'right'): WebXRInputSource | undefined {
  return sources.find(({ inputSource }) => inputSource.handedness === side && inputSource.targetRayMode !== 'screen');
}

function headPose(camera: { readonly position: Vector3; readonly rotationQuaternion: Quaternion }): PoseTuple {
  const { position: p, rotationQuaternion: q } = camera;
  return mirrored([p.x, p.y, p.z, q.x, q.y, q.z, q.w]);
}

function sourcePose(source: WebXRInputSource | undefined, what: 'grip' | 'pointer'): PoseTuple | undefined {
  const node = what === 'grip' ? (source?.grip ?? source?.pointer) : source?.pointer;
  const turn = node?.rotationQuaternion;
  if (!node || !turn) return undefined;
  const { x, y, z } = node.position;
  if (x === 0 && y === 0 && z === 0) return undefined;
  return mirrored([x, y, z, turn.x, turn.y, turn.z, turn.w]);
}

/** Poses of the joints of a tracked hand, already in the wire's convention: WebXR's own. */
function jointPoses(
  source: WebXRInputSource | undefined,
  frame: XRFrame | null,
  helper: WebXRExperienceHelper,
): readonly PoseTuple[] {
  const hand = source?.inputSource.hand;
  if (!hand || !frame?.getJointPose) return [];
  const poses: PoseTuple[] = [];
  for (const joint of hand.values()) {
    const pose = frame.getJointPose(joint, helper.sessionManager.referenceSpace);
    if (!pose) return [];
    const { position: p, orientation: q } = pose.transform;
    poses.push([p.x, p.y, p.z, q.x, q.y, q.z, q.w]);
  }
  return poses;
}
