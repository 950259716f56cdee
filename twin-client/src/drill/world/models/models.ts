import type { Element } from '@upwind/scenes';
import type { SitePlan } from '../../site-plan.ts';
import type { Forms } from '../form/forms.ts';
import { paint } from '../form/palette.ts';
import { addBox, turnOf } from '../form/straight.ts';
import { cladBuilding, loadingRack, substation, windowedBuilding, windowless } from './buildings.ts';
import { column, compressor, coolingTower, furnace, pump, reactor, stack, upright, valve } from './process.ts';
import { fence, pipeline, pipeRack } from './racks.ts';
import { bund, lyingVessel, storageSphere, storageTank } from './tanks.ts';
import { camera, gasDetector, gate, hydrant, musterPoint, weatherMast, windSockPole } from './yard.ts';

type Model = (element: Element, forms: Forms) => void;

/** Every kind of element has its model; ground and lines painted on it are drawn with the ground. */
const models: Readonly<Record<Element['kind'], Model>> = {
  'storage-sphere': storageSphere,
  'storage-tank': storageTank,
  'pressure-vessel': vessel,
  bund,
  column,
  reactor,
  'heat-exchanger': vessel,
  pump,
  compressor,
  valve,
  'pipe-rack': pipeRack,
  pipeline,
  'loading-rack': loadingRack,
  'control-room': windowless,
  office: windowedBuilding,
  laboratory: windowedBuilding,
  canteen: windowedBuilding,
  'fire-station': windowedBuilding,
  workshop: cladBuilding,
  warehouse: cladBuilding,
  substation,
  furnace,
  'cooling-tower': coolingTower,
  flare: stack,
  stack,
  gate,
  fence,
  'wind-sock': windSockPole,
  'weather-mast': weatherMast,
  'gas-detector': gasDetector,
  camera,
  hydrant,
  'muster-point': musterPoint,
  road: () => undefined,
  pad: () => undefined,
  green: () => undefined,
  water: () => undefined,
};

/** Draws every element of a site into forms. */
export function drawSite(site: SitePlan, forms: Forms): void {
  for (const element of site.elements) (fits(element) ? models[element.kind] : plain)(element, forms);
}

function vessel(element: Element, forms: Forms): void {
  if (element.shape.kind === 'horizontal-cylinder') lyingVessel(element, forms);
  else upright(element, forms);
}

/** A kind usually has one shape; a site may give it another, which is then drawn as the plain body it is. */
function fits(element: Element): boolean {
  const usual: Partial<Record<Element['kind'], readonly Element['shape']['kind'][]>> = {
    'storage-sphere': ['sphere'],
    'storage-tank': ['vertical-cylinder'],
    'pressure-vessel': ['horizontal-cylinder', 'vertical-cylinder'],
    'heat-exchanger': ['horizontal-cylinder', 'vertical-cylinder'],
    column: ['vertical-cylinder'],
    reactor: ['vertical-cylinder'],
    compressor: ['box'],
    furnace: ['box', 'vertical-cylinder'],
    'cooling-tower': ['box', 'vertical-cylinder'],
    flare: ['vertical-cylinder'],
    stack: ['vertical-cylinder'],
    gate: ['path'],
    substation: ['box'],
    warehouse: ['box'],
    workshop: ['box'],
    office: ['box'],
    laboratory: ['box'],
    canteen: ['box'],
    'fire-station': ['box'],
    'control-room': ['box'],
    'loading-rack': ['box'],
  };
  return usual[element.kind]?.includes(element.shape.kind) ?? true;
}

function plain(element: Element, forms: Forms): void {
  const { shape } = element;
  if (shape.kind === 'vertical-cylinder') upright(element, forms);
  else if (shape.kind === 'horizontal-cylinder') lyingVessel(element, forms);
  else if (shape.kind === 'sphere') storageSphere(element, forms);
  else if (shape.kind === 'path') pipeline(element, forms);
  else if (shape.kind === 'box') {
    addBox(
      forms.on('paint', element.at),
      turnOf(element.at, element.headingDeg),
      [0, 0, 0],
      [shape.lengthM, shape.widthM, shape.heightM],
      {
        colour: paint.vesselGrey,
        foot: 0.75,
      },
    );
  }
}
