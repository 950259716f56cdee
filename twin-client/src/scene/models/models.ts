import type { ElementKind } from '@upwind/scenes';
import { canteen, controlRoom, fireStation, laboratory, office, substation, warehouse, workshop } from './buildings.ts';
import type { Model } from './context.ts';
import { loadingRack } from './loading.ts';
import { bund, pipeline, pipeRack } from './piping.ts';
import { column, furnace, reactor } from './process.ts';
import { storageSphere } from './spheres.ts';
import { camera, fence, gasDetector, gate, hydrant, musterPoint, windSockPole } from './street.ts';
import { storageTank } from './tanks.ts';
import { coolingTower, flare, stack, weatherMast } from './utilities.ts';
import { compressor, heatExchanger, pressureVessel, pump, valve } from './vessels.ts';

/** What is drawn flat on the ground and has no body of its own. */
const flat: Model = () => undefined;

/** The model of each kind. A kind that the schema gains must be given one here, or this does not compile. */
export const models: Readonly<Record<ElementKind, Model>> = {
  'storage-sphere': storageSphere,
  'storage-tank': storageTank,
  'pressure-vessel': pressureVessel,
  bund,
  column,
  reactor,
  'heat-exchanger': heatExchanger,
  furnace,
  pump,
  compressor,
  valve,
  'pipe-rack': pipeRack,
  pipeline,
  'loading-rack': loadingRack,
  'control-room': controlRoom,
  office,
  laboratory,
  workshop,
  canteen,
  warehouse,
  substation,
  'fire-station': fireStation,
  'cooling-tower': coolingTower,
  flare,
  stack,
  gate,
  fence,
  road: flat,
  pad: flat,
  green: flat,
  water: flat,
  'muster-point': musterPoint,
  'wind-sock': windSockPole,
  'weather-mast': weatherMast,
  'gas-detector': gasDetector,
  camera,
  hydrant,
};
