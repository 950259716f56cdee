import { sin } from '../../arithmetic/trigonometry.ts';
import type { Chemical } from '../../chemicals/chemical.ts';
import type { AirborneSource } from '../../release/airborne.ts';
import { type BoundaryLayer, gravity, windSpeedAt } from '../../weather/boundary-layer.ts';
import { airDensity, potentialTemperatureAt } from '../../weather/temperature.ts';
import { verticalDeviationAt } from '../../weather/turbulence.ts';
import { plumeRise } from './plume-rise.ts';

const gasConstant = 8.314462618;
/** A pool or a burst has no opening; its gas lifts off at least so fast, m/s, where it is light. */
const liftOffMPerS = 0.1;

/** The rise of a source in its strongest step; `undefined` where it neither is lighter than air nor points upwards. */
export function riseOfSource(
  source: AirborneSource,
  chemical: Chemical,
  air: BoundaryLayer,
): ReturnType<typeof plumeRise> | undefined {
  let step = 0;
  source.massKg.forEach((mass, n) => {
    if (mass > (source.massKg[step] ?? 0)) step = n;
  });
  const temperature = Math.max(20, source.temperatureK[step] ?? air.temperatureK);
  const vapour = (air.pressurePa * chemical.molarMassKgPerMol.value) / (gasConstant * temperature);
  const density = vapour / Math.max(0.02, 1 - (source.dropletShare[step] ?? 0));
  const densityRatio = density / airDensity(air);
  const jet = source.kind === 'jet' ? (source.speedMPerS[step] ?? 0) * sin(((source.upDeg ?? 0) * Math.PI) / 180) : 0;
  if (densityRatio >= 1 && jet <= 0.5) return undefined;
  const rate = (source.massKg[step] ?? 0) / source.stepS;
  if (rate <= 0) return undefined;
  const speedMPerS = Math.max(liftOffMPerS, jet);
  // The opening that lets this mass through at this speed.
  const radiusM = Math.sqrt(rate / (density * speedMPerS * Math.PI));
  return plumeRise({ radiusM, speedMPerS, densityRatio }, Math.max(0, source.at[2]), riseAir(air));
}

/** The undisturbed air as a plume rises through it. */
export function riseAir(air: BoundaryLayer): Parameters<typeof plumeRise>[2] {
  const gradient = (potentialTemperatureAt(air, 40) - potentialTemperatureAt(air, 10)) / 30;
  return {
    speedAt: (heightM) => air.driftShare * windSpeedAt(air, Math.max(2, heightM)),
    turbulenceAt: (heightM) => verticalDeviationAt(air, heightM),
    stabilityPerS2: Math.max(0, (gravity * gradient) / air.temperatureK),
  };
}
