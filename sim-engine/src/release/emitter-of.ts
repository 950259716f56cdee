import type { Release, ReleaseSource } from '@upwind/scenarios';
import type { Chemical } from '../chemicals/chemical.ts';
import { liquidDensity, vapourPressurePa } from '../chemicals/properties.ts';
import { refusal } from './check-release.ts';
import type { Emitter } from './emitter.ts';
import { gasPipe } from './gas-pipe.ts';
import { gasVessel } from './gas-vessel.ts';
import { liquefiedVessel } from './liquefied-vessel.ts';
import { liquidPipe } from './liquid-pipe.ts';
import { liquidVessel } from './liquid-vessel.ts';
import { holeArea } from './orifice.ts';
import { steelRoughnessM } from './pipe-friction.ts';
import { gasDensity } from './real-gas.ts';
import { saturationState } from './saturation-state.ts';
import { filledShare, type VesselGeometry, vesselGeometry } from './vessel-shape.ts';

type Vessel = Extract<ReleaseSource, { kind: 'vessel' }>;
type Pipe = Extract<ReleaseSource, { kind: 'pipe' }>;

/** Level of a vessel of liquid where nobody says it. */
export const usualLevel = 0.8;

/** The emitter of a vessel with a hole. Throws where the hole lies above the vessel. */
export function vesselEmitter(release: Release, vessel: Vessel, chemical: Chemical, outsidePa: number): Emitter {
  const { phase, temperatureK, pressurePa, inventoryKg, holeDiameterM } = vessel;
  const holeAreaM2 = holeArea(holeDiameterM);
  if (phase === 'gas') {
    return gasVessel(chemical, { pressurePa, temperatureK, massKg: inventoryKg, holeAreaM2, outsidePa });
  }
  const geometry = geometryOf(vessel, chemical);
  const holeHeightM = holeHeight(release, vessel, geometry);
  const saturation = vapourPressurePa(chemical, temperatureK);
  const common = { temperatureK, massKg: inventoryKg, geometry, holeDiameterM, holeAreaM2, holeHeightM, outsidePa };
  // What does not boil outside is a liquid, whatever it is called.
  if (saturation <= outsidePa) {
    return liquidVessel(chemical, { ...common, pressurePa: Math.max(pressurePa, outsidePa) });
  }
  return liquefiedVessel(chemical, {
    ...common,
    padPa: Math.max(0, pressurePa - saturation),
    nozzleLengthM: vessel.nozzleLengthM ?? 0,
  });
}

/** The vessel that holds the inventory at its level. */
function geometryOf(vessel: Vessel, chemical: Chemical): VesselGeometry {
  const { temperatureK, pressurePa, inventoryKg, diameterM } = vessel;
  const shape = vessel.shape ?? 'vertical-cylinder';
  const saturated = saturationState(chemical, temperatureK);
  const boils = saturated.pressurePa > 1.001e5;
  const vapour = boils ? saturated.vapourKgPerM3 : 0;
  const liquid = boils ? saturated.liquidKgPerM3 : liquidDensity(chemical, temperatureK);
  const level = filledShare(shape, vessel.levelShare ?? usualLevel);
  // A level of nought still has the film and the vapour that make up the inventory.
  const density =
    level * liquid +
    (1 - level) * Math.max(vapour, gasDensity(chemical, Math.min(pressurePa, saturated.pressurePa), temperatureK));
  return vesselGeometry(shape, inventoryKg / density, diameterM);
}

/** Height of the hole's middle above the bottom; a hole at the foot or the top lies whole within the wall. */
function holeHeight(release: Release, { holeHeightM = 0, holeDiameterM }: Vessel, { heightM }: VesselGeometry): number {
  if (holeHeightM > heightM * 1.001) {
    throw refusal(
      release,
      'UPW_ENGINE_RELEASE_INVALID',
      `a hole ${holeHeightM} m high (source.holeHeightM) is above its vessel of ${heightM.toFixed(2)} m; give a height within the vessel`,
    );
  }
  const half = Math.min(0.5 * holeDiameterM, 0.5 * heightM);
  return Math.min(heightM - half, Math.max(half, holeHeightM));
}

/** The emitter of a pipe or hose. */
export function pipeEmitter(pipe: Pipe, chemical: Chemical, outsidePa: number): Emitter {
  const line = {
    pressurePa: pipe.phase === 'gas' ? pipe.pressurePa : Math.max(pipe.pressurePa, outsidePa),
    temperatureK: pipe.temperatureK,
    lengthM: pipe.lengthM,
    diameterM: pipe.diameterM,
    holeDiameterM: pipe.holeDiameterM ?? pipe.diameterM,
    roughnessM: pipe.roughnessM ?? steelRoughnessM,
    outsidePa,
    upstreamKg: pipe.inventoryKg ?? Number.POSITIVE_INFINITY,
  };
  if (pipe.phase === 'gas') return gasPipe(chemical, { ...line, feedKgPerS: pipe.feedKgPerS ?? 0 });
  return liquidPipe(chemical, {
    ...line,
    feedKgPerS: pipe.feedKgPerS ?? Number.POSITIVE_INFINITY,
    // A level line empties to its own axis.
    dropM: Math.max(pipe.dropM ?? 0, 0.5 * pipe.diameterM),
  });
}
