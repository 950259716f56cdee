import { atan2 } from '../arithmetic/arctangent.ts';
import { pow } from '../arithmetic/power.ts';
import { cos, sin } from '../arithmetic/trigonometry.ts';

/** The form of a vessel. */
export type VesselShape = 'sphere' | 'horizontal-cylinder' | 'vertical-cylinder';

/** A vessel of one form and size; heads of cylinders are flat. */
export interface VesselGeometry {
  readonly shape: VesselShape;
  readonly volumeM3: number;
  /** Height from the inner bottom to the inner top, m. */
  readonly heightM: number;
  readonly diameterM: number;
  /** Length of a horizontal, height of an upright cylinder; the diameter of a sphere. */
  readonly lengthM: number;
}

/** Length over diameter of a lying cylinder where nobody says it. */
const usualSlenderness = 4;

/** The vessel that holds a volume; a given diameter sets the length of a cylinder. */
export function vesselGeometry(shape: VesselShape, volumeM3: number, diameterM?: number): VesselGeometry {
  if (shape === 'sphere') {
    const diameter = pow((6 * volumeM3) / Math.PI, 1 / 3);
    return { shape, volumeM3, heightM: diameter, diameterM: diameter, lengthM: diameter };
  }
  const slenderness = shape === 'horizontal-cylinder' ? usualSlenderness : 1;
  const diameter = diameterM ?? pow((4 * volumeM3) / (Math.PI * slenderness), 1 / 3);
  const lengthM = (4 * volumeM3) / (Math.PI * diameter * diameter);
  return {
    shape,
    volumeM3,
    heightM: shape === 'horizontal-cylinder' ? diameter : lengthM,
    diameterM: diameter,
    lengthM,
  };
}

/** Share of the volume below a level, both as shares of the whole. */
export function filledShare(shape: VesselShape, level: number): number {
  const h = Math.min(1, Math.max(0, level));
  if (shape === 'vertical-cylinder') return h;
  if (shape === 'sphere') return h * h * (3 - 2 * h);
  const half = 2 * atan2(Math.sqrt(h), Math.sqrt(1 - h));
  return (half - sin(half) * cos(half)) / Math.PI;
}

/** Level below which a share of the volume lies: the inverse of `filledShare`, by bisection. */
export function levelOf(shape: VesselShape, filled: number): number {
  if (shape === 'vertical-cylinder') return Math.min(1, Math.max(0, filled));
  let low = 0;
  let high = 1;
  for (let k = 0; k < 40; k += 1) {
    const middle = 0.5 * (low + high);
    if (filledShare(shape, middle) < filled) low = middle;
    else high = middle;
  }
  return 0.5 * (low + high);
}

/** Free surface of the liquid at a level, m². */
export function surfaceArea({ shape, diameterM, lengthM }: VesselGeometry, level: number): number {
  const h = Math.min(1, Math.max(0, level));
  if (shape === 'vertical-cylinder') return (Math.PI * diameterM * diameterM) / 4;
  if (shape === 'sphere') return Math.PI * diameterM * diameterM * h * (1 - h);
  return 2 * lengthM * diameterM * Math.sqrt(h * (1 - h));
}

/** The part of a hole that is below the level, by its height, and the head above the middle of that part, m. */
export function wettedHole(
  depthM: number,
  holeHeightM: number,
  holeDiameterM: number,
): { readonly share: number; readonly headM: number } {
  const above = depthM - (holeHeightM - 0.5 * holeDiameterM);
  if (above <= 0) return { share: 0, headM: 0 };
  if (above < holeDiameterM) return { share: above / holeDiameterM, headM: 0.5 * above };
  return { share: 1, headM: depthM - holeHeightM };
}
