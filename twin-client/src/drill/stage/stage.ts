import '@babylonjs/core/Shaders/default.fragment.js';
import '@babylonjs/core/Shaders/default.vertex.js';
import { FreeCamera } from '@babylonjs/core/Cameras/freeCamera.js';
import { Engine } from '@babylonjs/core/Engines/engine.js';
import { Quaternion, Vector3 } from '@babylonjs/core/Maths/math.vector.js';
import { Scene } from '@babylonjs/core/scene.js';
import type { DrillAction } from '@upwind/scenarios';
import type { GroundPosition, Position } from '@upwind/scenes';
import { DRILL_MOTION } from '@upwind/sim-server/contract';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type DeskInput, listenAtDesk } from '../desk/desk-input.ts';
import type { Comfort } from '../headset/comfort.ts';
import { type Headset, type HeadsetState, headsetIsThere, raiseHeadset } from '../headset/headset.ts';
import type { PanelWords } from '../headset/panels.ts';
import { raiseAvatars } from '../people/avatars.ts';
import { handsAtDesk } from '../pose/hands-at-desk.ts';
import { headingOf, mirrored, type PoseTuple, rounded } from '../pose/pose.ts';
import type { DrillRoom } from '../room/drill-room.ts';
import type { SitePlan } from '../site-plan.ts';
import type { Sounds } from '../sound/sounds.ts';
import { offered } from '../tasks/offers.ts';
import { obstaclesOf } from '../walking/obstacles.ts';
import { moved, standing, type Walker } from '../walking/walker.ts';
import { vapourColour } from '../world/air/puffs.ts';
import { raiseWorld } from '../world/babylon/world.ts';
import { type OwnBody, showCounts } from './counts.ts';
import { type Detail, detailSettings, drawsInSoftware, lookedAtFrames, nextDetail } from './detail.ts';

/** Poses go to the room this often, ms. */
const sendEveryMs = 50;
/** A frame that took longer (a sleeping tab) moves nobody by more than this, s. */
const longestFrameS = 1;
/** Before the drill runs a trainee stays a little inside of what the room allows. */
const leashM = DRILL_MOTION.waitingRadiusM - 1;

/** What the page follows of the stage. */
export interface StageView {
  readonly drawn: boolean;
  readonly headset: HeadsetState | 'absent' | 'asking';
  readonly fromStartM: number;
  readonly walkedM: number;
  /** Where the trainee looks, whole compass degrees. */
  readonly headingDeg: number;
  /** What E, a click or the trigger would do now. */
  readonly offer: string | undefined;
}

export interface Stage {
  readonly view: StoreApi<StageView>;
  readonly input: DeskInput;
  act(): void;
  enterHeadset(comfort: Comfort): Promise<void>;
  leaveHeadset(): Promise<void>;
  dispose(): void;
}

export interface StageSetting {
  readonly canvas: HTMLCanvasElement;
  readonly site: SitePlan;
  readonly actions: readonly DrillAction[];
  readonly room: DrillRoom;
  readonly sounds: Sounds;
  /** Asked a few times a second while a headset is worn. */
  readonly words: () => PanelWords;
  readonly roleTitle: (role: string) => string;
  readonly help: () => void;
  /** Act while the room waits: the wearer of a headset has no button for it. */
  readonly ready: () => void;
}

/** Raises the place and everyone in it on a canvas and runs it until disposed. */
export function raiseStage(setting: StageSetting): Stage {
  const { canvas, site, room, sounds } = setting;
  const software = drawsInSoftware();
  const engine = new Engine(canvas, !software, { stencil: false, audioEngine: false }, false);
  const scene = new Scene(engine);
  scene.skipPointerMovePicking = true;
  scene.autoClear = true;
  const camera = new FreeCamera('eye', Vector3.Zero(), scene);
  const turn = Quaternion.Identity();
  camera.rotationQuaternion = turn;
  camera.minZ = 0.15;
  camera.maxZ = 3200;
  const obstacles = obstaclesOf(site);
  const world = raiseWorld(scene, site, obstacles, setting.actions);
  const avatars = raiseAvatars(scene, setting.roleTitle);
  const counts = showCounts(scene);
  const view = createStore<StageView>()(() => ({
    drawn: false,
    headset: 'asking',
    fromStartM: 0,
    walkedM: 0,
    headingDeg: 0,
    offer: undefined,
  }));
  // Steps are seen a little, unless the reader's system asks for no motion.
  const bobM = window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 0.018;
  let walker: Walker = standing([0, 0], 0);
  let start: GroundPosition = [0, 0];
  let eyeM: number = DRILL_MOTION.startHeadHeightM;
  let head: PoseTuple = [0, eyeM, 0, 0, 0, 0, 1];
  let own: OwnBody = { head };
  let headset: Headset | undefined;
  let sentMs = 0;
  let toldMs = 0;
  let frames = 0;
  let words: PanelWords | undefined;
  let detail: Detail = software ? 0 : 2;
  let lowered = false;
  let lookedFrom = 0;
  let looked = 0;
  let placed = false;
  let disposed = false;

  const act = () => {
    const { phase } = room.store.getState();
    if (phase === 'waiting') {
      if (headset?.state() === 'in') setting.ready();
      return;
    }
    const offer = view.getState().offer;
    if (phase === 'running' && offer !== undefined) room.act(offer);
  };
  const input = listenAtDesk(canvas, { act, toggleHelp: setting.help });

  void headsetIsThere().then(async (there) => {
    if (disposed) return;
    if (!there) {
      view.setState({ headset: 'absent' });
      return;
    }
    headset = await raiseHeadset(scene, obstacles, { act, changed: (state) => view.setState({ headset: state }) });
    if (disposed) headset.dispose();
    else view.setState({ headset: 'out' });
  });

  const follow = (nowMs: number, seconds: number) => {
    const state = room.store.getState();
    const seat = state.attendees.find(({ session }) => session === state.session);
    const place = room.takeReset();
    if (place) putBack(place);
    // A trainer who looks in has no seat and walks about unseen.
    const observes = seat === undefined && state.link.kind === 'live';
    if (observes && !placed) lookIn(state.attendees[0]?.session);
    const free = observes || (seat?.status !== 'overcome' && seat?.status !== 'left' && state.phase !== 'ended');
    const leash = state.phase === 'waiting' && !observes ? { at: start, radiusM: leashM } : undefined;
    const worn = headset?.state() === 'in' ? headset : undefined;
    if (worn) {
      if (!words || nowMs - toldMs > 200) words = setting.words();
      const poses = worn.frame(seconds, words, free && state.phase === 'running');
      if (poses) {
        const before = walker.at;
        head = poses.head;
        own = poses;
        const at: GroundPosition = [head[0], -head[2]];
        const wayM = Math.hypot(at[0] - before[0], at[1] - before[1]);
        const headingRad = headingOf([head[3], head[4], head[5], head[6]]);
        walker = { ...walker, at, headingRad, walkedM: walker.walkedM + (wayM < 3 ? wayM : 0) };
        if (!observes)
          send(nowMs, {
            head,
            inHeadset: true,
            ...(poses.left && { left: poses.left }),
            ...(poses.right && { right: poses.right }),
          });
      }
    } else {
      const stride = free ? input.stride() : { ahead: 0, right: 0, run: false };
      walker = moved(walker, obstacles, stride, input.takeLook(), seconds, leash);
      const down = seat?.status === 'overcome' ? 0.35 : DRILL_MOTION.startHeadHeightM;
      eyeM += (down - eyeM) * Math.min(1, seconds * 1.6);
      const bob = bobM * walker.effort * Math.sin((2 * Math.PI * walker.walkedM) / 0.78);
      const body = handsAtDesk({
        eye: [walker.at[0], eyeM + walker.floorM + bob, -walker.at[1]],
        headingRad: walker.headingRad,
        pitchRad: walker.pitchRad,
        walkedM: walker.walkedM,
        effort: walker.effort,
        holdsMeter: state.meter !== undefined && state.meter.alarm !== 'none',
      });
      head = body.head;
      own = body;
      const [x, y, z, qx, qy, qz, qw] = mirrored(head);
      camera.position.set(x, y, z);
      camera.rotationQuaternion = turn.set(qx, qy, qz, qw);
      if (free && !observes) send(nowMs, { ...body, inHeadset: false });
    }
    const leaks = room.signs(nowMs).map((sign) => ({
      at: sign.at as Position,
      kind: 'vapour' as const,
      colour: vapourColour(sign.chemical),
      strength: sign.strength,
      ageS: sign.ageS,
    }));
    const eye: Position = [head[0], -head[2], head[1]];
    world.move(nowMs / 1000, state.wind, leaks, eye);
    const drawn = avatars.draw(state.attendees, room.poses, state.session, nowMs, eye);
    const leakM = leaks.map(({ at }) => Math.hypot(at[0] - eye[0], at[1] - eye[1]));
    sounds.move(state.wind.speedMPerS, leakM.length > 0 ? Math.min(...leakM) : undefined, walker.walkedM);
    sounds.meter(state.phase === 'running' ? (state.meter?.alarm ?? 'none') : 'none');
    if (nowMs - toldMs < 200) return;
    toldMs = nowMs;
    const offer =
      state.phase === 'running' && free && !observes ? offered(setting.actions, state.acted, eye)?.id : undefined;
    view.setState({
      fromStartM: Math.round(Math.hypot(walker.at[0] - start[0], walker.at[1] - start[1])),
      walkedM: Math.round(walker.walkedM),
      headingDeg: ((Math.round((walker.headingRad * 180) / Math.PI) % 360) + 360) % 360,
      offer,
    });
    counts.say({ own, drawn });
  };

  const putBack = (place: PoseTuple) => {
    const at: GroundPosition = [place[0], -place[2]];
    if (!placed) {
      placed = true;
      start = at;
      walker = standing(at, headingOf([place[3], place[4], place[5], place[6]]));
    } else walker = { ...walker, at };
    if (headset?.state() === 'in') headset.place(at);
  };

  const lookIn = (session: string | undefined) => {
    const seen = session === undefined ? undefined : room.poses.of(session)?.head.at(performance.now());
    if (seen) putBack([seen[0], seen[1], seen[2] + 3, 0, 0, 0, 1]);
  };

  const send = (nowMs: number, pose: { head: PoseTuple; left?: PoseTuple; right?: PoseTuple; inHeadset: boolean }) => {
    const { phase, link } = room.store.getState();
    if (nowMs - sentMs < sendEveryMs || link.kind !== 'live' || phase === 'ended') return;
    // A beat that keeps to its rate whatever the picture's own rate is.
    sentMs = nowMs - sentMs > 2 * sendEveryMs ? nowMs : sentMs + sendEveryMs;
    room.send({
      head: rounded(pose.head),
      inHeadset: pose.inHeadset,
      ...(pose.left && { left: rounded(pose.left) }),
      ...(pose.right && { right: rounded(pose.right) }),
    });
  };

  const draw = (level: Detail) => {
    lowered ||= level < detail;
    detail = level;
    const settings = detailSettings[detail];
    engine.setHardwareScalingLevel(1 / Math.min(window.devicePixelRatio || 1, settings.sharpness));
    world.detail(settings);
  };
  /** A headset keeps its own pace and its own sharpness. */
  const look = (nowMs: number) => {
    if (headset && headset.state() !== 'out') {
      looked = 0;
      return;
    }
    if (looked === 0) lookedFrom = nowMs;
    looked += 1;
    if (looked <= lookedAtFrames) return;
    const next = nextDetail(detail, (nowMs - lookedFrom) / lookedAtFrames, lowered);
    looked = 0;
    if (next !== detail) draw(next);
  };

  const fillWindow = () => {
    engine.resize();
    camera.fov = engine.getRenderWidth() < engine.getRenderHeight() ? 1.35 : 1.08;
  };
  const watcher = new ResizeObserver(fillWindow);
  watcher.observe(canvas);
  draw(detail);
  lowered = software;
  fillWindow();
  let lastMs = performance.now();
  engine.runRenderLoop(() => {
    const nowMs = performance.now();
    const seconds = Math.min(longestFrameS, (nowMs - lastMs) / 1000);
    lastMs = nowMs;
    follow(nowMs, seconds);
    if (frames === 3 && !document.hidden) look(nowMs);
    scene.render();
    counts.end();
    if (frames < 3 && scene.isReady() && room.store.getState().link.kind === 'live') {
      frames += 1;
      if (frames === 3) {
        view.setState({ drawn: true });
        document.documentElement.dataset['scene'] = 'drawn';
      }
    }
  });

  return {
    view,
    input,
    act,
    async enterHeadset(comfort) {
      await headset?.enter(comfort);
    },
    async leaveHeadset() {
      await headset?.leave();
    },
    dispose() {
      disposed = true;
      watcher.disconnect();
      input.stop();
      delete document.documentElement.dataset['scene'];
      counts.forget();
      headset?.dispose();
      scene.dispose();
      engine.dispose();
    },
  };
}
