import { paint } from '../world/form/palette.ts';
import { addBall, addRod } from '../world/form/round.ts';
import { type Colour, emptySolid, type Solid } from '../world/form/solid.ts';
import { addBox, turnOf } from '../world/form/straight.ts';

/** Parts of a person, each drawn once for everybody. x right, y ahead, z up; the head's origin is between the eyes. */
export interface Figure {
  readonly helmet: Solid;
  readonly head: Solid;
  readonly torso: Solid;
  readonly leg: Solid;
  readonly arm: Solid;
  readonly hand: Solid;
}

const coverall: Colour = [0.16, 0.25, 0.4];
const stripe: Colour = [0.86, 0.9, 0.62];
const skin: Colour = [0.78, 0.6, 0.48];
const glove: Colour = [0.86, 0.55, 0.2];
const boots: Colour = [0.16, 0.14, 0.13];
const goggles: Colour = [0.13, 0.16, 0.18];

/** Height of the eyes above the ground that the figure is drawn for, m, and of hip and shoulder above it. */
export const figureEyeM = 1.62;
export const hipM = 0.9;
export const shoulderM = 1.38;

export function figure(): Figure {
  const parts: Figure = {
    helmet: emptySolid(),
    head: emptySolid(),
    torso: emptySolid(),
    leg: emptySolid(),
    arm: emptySolid(),
    hand: emptySolid(),
  };
  helmetOf(parts.helmet);
  headOf(parts.head);
  torsoOf(parts.torso);
  legOf(parts.leg);
  addRod(parts.arm, [0, 0, 0], [0, 1, 0], 0.05, { sides: 9, colour: coverall }, 0.042);
  addRod(parts.arm, [0, 0.72, 0], [0, 0.84, 0], 0.052, { sides: 9, colour: stripe });
  handOf(parts.hand);
  return parts;
}

/** White, so that a person's own colour can tint it. */
function helmetOf(solid: Solid): void {
  const white: Colour = [1, 1, 1];
  addBall(solid, [0, -0.075, 0.045], 0.128, { sides: 16, rings: 6, fromDeg: 0, toDeg: 90, flat: 0.95, colour: white });
  addRod(solid, [0, -0.075, 0.02], [0, -0.075, 0.05], 0.132, { sides: 16, colour: white, caps: 'start' });
  addBox(solid, turnOf([0, 0.055, 0.03]), [0, 0, 0], [0.19, 0.09, 0.015], { colour: white, under: true });
  addBox(solid, turnOf([0, -0.075, 0.15]), [0, 0, 0], [0.03, 0.2, 0.025], { colour: white });
}

function headOf(solid: Solid): void {
  addBall(solid, [0, -0.08, -0.015], 0.1, { sides: 14, rings: 10, flat: 1.28, colour: skin });
  addRod(solid, [0, -0.095, -0.24], [0, -0.09, -0.08], 0.058, { sides: 10, colour: skin, caps: 'none' });
  addBox(solid, turnOf([0, 0.012, -0.028]), [0, 0, 0], [0.15, 0.035, 0.056], { colour: goggles, under: true });
  addBox(solid, turnOf([0, 0.024, -0.064]), [0, 0, 0], [0.026, 0.03, 0.045], { colour: skin, under: true });
  addRod(solid, [0, -0.09, 0.0], [0, -0.09, 0.02], 0.108, { sides: 14, colour: paint.dark, caps: 'none' });
}

/** From the neck to the hips; z 0 is the ground. */
function torsoOf(solid: Solid): void {
  const at = (z: number): [number, number, number] => [0, -0.09, z];
  addRod(solid, at(hipM - 0.08), at(hipM + 0.12), 0.165, { sides: 14, colour: coverall }, 0.15);
  addRod(solid, at(hipM + 0.12), at(shoulderM - 0.04), 0.15, { sides: 14, colour: coverall, caps: 'none' }, 0.2);
  addBall(solid, at(shoulderM - 0.04), 0.2, {
    sides: 14,
    rings: 4,
    fromDeg: 0,
    toDeg: 90,
    flat: 0.45,
    colour: coverall,
  });
  addRod(solid, at(hipM + 0.16), at(hipM + 0.215), 0.166, { sides: 14, colour: stripe, caps: 'none' }, 0.174);
  addRod(solid, at(hipM + 0.32), at(hipM + 0.375), 0.19, { sides: 14, colour: stripe, caps: 'none' }, 0.2);
  for (const x of [-0.1, 0.1]) {
    addBox(solid, turnOf([x, 0.0, hipM + 0.2]), [0, 0.095, 0], [0.05, 0.02, 0.3], { colour: stripe });
  }
  addBox(solid, turnOf([0.15, 0.06, hipM + 0.02]), [0, 0, 0], [0.06, 0.05, 0.11], { colour: paint.dark, under: true });
}

/** Hangs from the hip at the origin, foot ahead. */
function legOf(solid: Solid): void {
  addRod(solid, [0, 0, 0], [0, 0.01, -0.44], 0.085, { sides: 10, colour: coverall, caps: 'none' }, 0.068);
  addRod(solid, [0, 0.01, -0.44], [0, 0, -hipM + 0.1], 0.068, { sides: 10, colour: coverall, caps: 'none' }, 0.058);
  addRod(solid, [0, 0, -hipM + 0.3], [0, 0, -hipM + 0.24], 0.068, { sides: 10, colour: stripe, caps: 'none' });
  addRod(solid, [0, 0, -hipM + 0.14], [0, 0, -hipM], 0.062, { sides: 10, colour: boots });
  addBox(solid, turnOf([0, 0.06, -hipM]), [0, 0, 0], [0.1, 0.25, 0.075], { colour: boots, under: true });
}

/** A gloved hand whose fingers point ahead; the origin is in the grip. */
function handOf(solid: Solid): void {
  addBox(solid, turnOf([0, 0.01, -0.02]), [0, 0, 0], [0.075, 0.095, 0.035], { colour: glove, under: true });
  for (let finger = 0; finger < 4; finger++) {
    addBox(solid, turnOf([-0.028 + finger * 0.019, 0.095, -0.018]), [0, 0, 0], [0.016, 0.085, 0.022], {
      colour: glove,
      under: true,
    });
  }
  addRod(solid, [-0.04, 0.0, 0], [-0.065, 0.055, -0.004], 0.012, { sides: 6, colour: glove });
  addRod(solid, [0, -0.04, 0], [0, -0.075, 0], 0.036, { sides: 9, colour: glove });
}
