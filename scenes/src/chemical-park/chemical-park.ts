import type { Site } from '../site/site.ts';
import { administration } from './administration.ts';
import { ammonia } from './ammonia.ts';
import { boundary } from './boundary.ts';
import { chlorine } from './chlorine.ts';
import { chlorobenzene } from './chlorobenzene.ts';
import { flareAndBasins } from './flare-and-basins.ts';
import { grounds } from './grounds.ts';
import { hydrotreating } from './hydrotreating.ts';
import { loading } from './loading.ts';
import { lpgSpheres } from './lpg-spheres.ts';
import { pipeRacks } from './pipe-racks.ts';
import { pipelines } from './pipelines.ts';
import { powerStation } from './power-station.ts';
import { roadNetwork } from './roads.ts';
import { safety } from './safety.ts';
import { tankFarm } from './tank-farm.ts';
import type { Unit } from './unit.ts';
import { waterStation } from './water-station.ts';
import { weatherMast, weatherStation } from './weather-mast.ts';

const units: readonly Unit[] = [
  grounds,
  roadNetwork,
  boundary,
  safety,
  pipeRacks,
  pipelines,
  lpgSpheres,
  ...tankFarm,
  chlorine,
  ammonia,
  chlorobenzene,
  hydrotreating,
  loading,
  powerStation,
  waterStation,
  flareAndBasins,
  administration,
  weatherStation,
];

/**
 * 临江化工园区 / Riverside Chemical Park: an invented park of 1 km × 0.7 km on the south bank of the lower Yangtze. It
 * chlorinates benzene, hydrotreats gasoline, and stores and ships what goes in and out. The summer wind comes from the
 * south-east, so people work in the east, and the flare and the liquefied gases stand in the west. No such plant exists.
 */
export const chemicalPark: Site = {
  id: 'chemical-park',
  kind: 'chemical-park',
  name: { zh: '临江化工园区', en: 'Riverside Chemical Park' },
  origin: { lat: 31.96, lon: 120.42, heightM: 15 },
  extent: { min: [-500, -350], max: [500, 350] },
  roughnessM: 0.25,
  mast: weatherMast,
  elements: units.flatMap((unit) => [...unit.elements]),
  points: units.flatMap((unit) => [...unit.points]),
};
