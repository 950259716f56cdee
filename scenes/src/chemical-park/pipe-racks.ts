import { line } from './shapes.ts';
import { drawIn } from './standing.ts';
import type { Unit } from './unit.ts';

const draw = drawIn({ zh: '全厂管廊', en: 'Pipe racks' });

type Place = [number, number];
type Rack = readonly [id: string, widthM: number, heightM: number, path: Place[], zh: string, en: string];

/** Racks link the units and cross roads with at least 6 m free below. */
const racks: readonly Rack[] = [
  [
    'PR-01',
    8,
    9,
    [
      [-282, 62],
      [236, 62],
    ],
    '北主管廊',
    'North main pipe rack',
  ],
  [
    'PR-02',
    8,
    9,
    [
      [-100, -300],
      [-100, 236],
    ],
    '中央管廊',
    'Central pipe rack',
  ],
  [
    'PR-03',
    8,
    8,
    [
      [-440, -136],
      [236, -136],
    ],
    '南主管廊',
    'South main pipe rack',
  ],
  [
    'PR-04',
    5,
    8,
    [
      [-304, -136],
      [-304, 166],
      [-390, 166],
    ],
    '火炬总管管廊',
    'Flare header rack',
  ],
  [
    'PR-05',
    5,
    7,
    [
      [-270, 96],
      [-104, 96],
    ],
    '液氯单元管廊',
    'Chlorine unit rack',
  ],
  [
    'PR-06',
    6,
    12,
    [
      [-15, -104],
      [-15, 58],
    ],
    '氯苯装置管廊',
    'Chlorobenzene unit rack',
  ],
  [
    'PR-07',
    6,
    12,
    [
      [-200, -104],
      [-200, 58],
    ],
    '加氢装置管廊',
    'Hydrotreating unit rack',
  ],
];

export const pipeRacks: Unit = {
  elements: racks.map(([id, widthM, heightM, path, zh, en]) =>
    draw('pipe-rack', id, line(path, widthM, heightM), [`${zh} ${id}`, `${en} ${id}`]),
  ),
  points: [],
};
