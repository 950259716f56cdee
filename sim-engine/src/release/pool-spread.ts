import type { Bund } from '@upwind/scenarios';
import { pow } from '../arithmetic/power.ts';
import { gravity } from '../constants.ts';
import type { GroundProperties } from './ground.ts';

/** Kinematic viscosity of a light liquid, m²/s, for the last, slow part of the spread. */
const viscosityM2PerS = 5e-7;
const waterKgPerM3 = 1000;

/** Area of a pool after `dtS`, m². */
export function spreadArea(
  areaM2: number,
  volumeM3: number,
  densityKgPerM3: number,
  ground: GroundProperties,
  bund: Bund | undefined,
  dtS: number,
): number {
  const widest = volumeM3 / ground.leastDepthM;
  if (areaM2 >= widest) return widest;
  const free = freeSpread(areaM2, volumeM3, pull(densityKgPerM3, ground), dtS);
  const wider = Math.min(widest, free);
  if (bund === undefined) return wider;
  const within = Math.min(wider, bund.areaM2);
  // What the wall cannot hold lies outside it, as thin as the surface lets it.
  const over = volumeM3 - bund.areaM2 * bund.heightM;
  return over > 0 ? Math.min(widest, bund.areaM2 + over / ground.leastDepthM) : within;
}

/** Gravity that spreads the pool, m/s²: on water only the part that stands above it. */
function pull(densityKgPerM3: number, { floats }: GroundProperties): number {
  return floats ? gravity * Math.max(0.02, 1 - densityKgPerM3 / waterKgPerM3) : gravity;
}

/**
 * Slower of gravity against inertia, dr/dt = √(2 g h) (Shaw & Briscoe 1978; TNO Yellow Book 3.3), and gravity against
 * viscosity, r⁸ = r₀⁸ + 0.894⁸ (g V³/3ν) t (Huppert 1982), each solved exactly for the volume of the moment.
 */
function freeSpread(areaM2: number, volumeM3: number, g: number, dtS: number): number {
  const square = areaM2 / Math.PI;
  const inertial = square + 2 * Math.sqrt((2 * g * volumeM3) / Math.PI) * dtS;
  const strength = (0.408 * g * volumeM3 * volumeM3 * volumeM3) / (3 * viscosityM2PerS);
  const fourth = square * square * square * square;
  const viscous = pow(fourth + strength * dtS, 0.25);
  return Math.PI * Math.max(square, Math.min(inertial, viscous));
}
