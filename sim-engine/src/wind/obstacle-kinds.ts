import type { ElementKind } from '@upwind/scenes';

/** How a kind of element stands in the wind. */
export interface WindKind {
  /** Share of the volume that air may pass. */
  readonly porosity: number;
  /** Drag coefficient × frontal area per volume of a porous kind, 1/m. */
  readonly dragPerM?: number;
  readonly reason: string;
}

/** From this porosity on an obstacle bleeds: no recirculating bubble behind it (Castro 1971: perforated plates ≥ 0.3). */
export const leastBleedPorosity = 0.3;

const walls: WindKind = { porosity: 0, reason: 'closed walls' };
const shell: WindKind = { porosity: 0, reason: 'closed shell' };
const steelwork: WindKind = {
  porosity: 0.95,
  dragPerM: 0.06,
  reason: 'tiers of pipes over open bays: over its height 0.05 m² of front per m³ with the drag of cylinders, 1.2',
};
const machine: WindKind = { porosity: 0, reason: 'solid; mostly smaller than a cell, then felt as drag' };

/** Which kinds stand in the wind, and how. Kinds that are not here do not: ground, marks, instruments. */
export const windKinds: Readonly<Partial<Record<ElementKind, WindKind>>> = {
  'storage-sphere': shell,
  'storage-tank': shell,
  'pressure-vessel': shell,
  bund: { porosity: 0, reason: 'its ring is a closed wall, felt where higher than half a layer' },
  column: shell,
  reactor: shell,
  'heat-exchanger': shell,
  furnace: walls,
  pump: machine,
  compressor: machine,
  'pipe-rack': steelwork,
  pipeline: steelwork,
  'loading-rack': {
    porosity: 0.85,
    dragPerM: 0.15,
    reason: 'a roof on posts with arms and platforms, open at the sides',
  },
  'control-room': walls,
  office: walls,
  laboratory: walls,
  workshop: walls,
  canteen: walls,
  warehouse: walls,
  substation: walls,
  'fire-station': walls,
  'cooling-tower': { porosity: 0, reason: 'louvres pass little of the wind that meets them' },
  flare: { porosity: 0.8, dragPerM: 0.3, reason: 'a lattice around a riser' },
  stack: shell,
  fence: {
    porosity: 0.5,
    dragPerM: 2,
    reason: 'mesh or slats: resistance coefficient about 0.6 over 0.3 m (Perera 1981)',
  },
  gate: { porosity: 0.5, dragPerM: 2, reason: 'a grille as a fence' },
  green: {
    porosity: 0.97,
    dragPerM: 0.06,
    reason: 'foliage of 0.3 m² per m³ with a drag coefficient of 0.2 (Cionco 1978)',
  },
};
