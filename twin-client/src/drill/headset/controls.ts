/** One hand's controls as WebXR's standard mapping gives them, read plainly: no model, no profile, no network. */
export interface HandControls {
  /** −1 … 1: right positive, ahead positive. */
  readonly stickRight: number;
  readonly stickAhead: number;
  readonly trigger: boolean;
  readonly squeeze: boolean;
  /** A or X. */
  readonly lower: boolean;
}

export const idle: HandControls = { stickRight: 0, stickAhead: 0, trigger: false, squeeze: false, lower: false };

/** The parts of a `Gamepad` that are read. */
export interface PadLike {
  readonly axes: readonly number[];
  readonly buttons: readonly { readonly pressed: boolean; readonly value: number }[];
}

/** Sticks rest within this of the middle. */
const dead = 0.15;

/** Reads an `xr-standard` gamepad (WebXR Gamepads Module, section 3.3): axes 2, 3 stick; buttons 0 trigger, 1 squeeze, 4 A/X. */
export function readPad(pad: PadLike | undefined): HandControls {
  if (!pad) return idle;
  const axis = (index: number) => {
    const value = pad.axes[index] ?? 0;
    return Math.abs(value) < dead ? 0 : value;
  };
  const pressed = (index: number) => (pad.buttons[index]?.value ?? 0) > 0.6 || pad.buttons[index]?.pressed === true;
  return {
    stickRight: axis(2),
    stickAhead: -axis(3) || 0,
    trigger: pressed(0),
    squeeze: pressed(1),
    lower: pressed(4),
  };
}

/** What the wearer asks for in one frame. */
export interface Wish {
  readonly aiming: boolean;
  readonly leap: boolean;
  /** −1 to the left, 1 to the right, 0 not. */
  readonly snap: -1 | 0 | 1;
  readonly walkAhead: number;
  readonly walkRight: number;
  readonly act: boolean;
}

/** Follows both hands from frame to frame: a leap is aimed by pushing the stick and made by letting go, a snap is one push. */
export function wishes(): (
  pointing: HandControls,
  other: HandControls,
  options: { readonly walking: boolean },
) => Wish {
  let aiming = false;
  let snapped = false;
  let acted = false;
  return (pointing, other, { walking }) => {
    const wasAiming = aiming;
    if (pointing.stickAhead > 0.7) aiming = true;
    else if (pointing.stickAhead < 0.35) aiming = false;
    const push = Math.abs(pointing.stickRight) > 0.7 && !aiming;
    const snap = push && !snapped ? (pointing.stickRight > 0 ? 1 : -1) : 0;
    snapped = push || (snapped && Math.abs(pointing.stickRight) > 0.35);
    const pressed = pointing.trigger || pointing.lower || other.trigger || other.lower;
    const act = pressed && !acted;
    acted = pressed;
    return {
      aiming,
      leap: wasAiming && !aiming,
      snap,
      walkAhead: walking ? other.stickAhead : 0,
      walkRight: walking ? other.stickRight : 0,
      act,
    };
  };
}
