import { line } from './shapes.ts';
import { drawIn } from './standing.ts';
import type { Unit } from './unit.ts';

const draw = drawIn({ zh: '全厂管线', en: 'Lines' });

type Place = [number, number, number];
type Line = readonly [id: string, diameterM: number, path: Place[], zh: string, en: string];

/** The lines that matter most when something leaks; on a rack they lie at its deck. Third numbers are heights, m. */
const lines: readonly Line[] = [
  [
    'PL-101',
    0.25,
    [
      [-51, -178, 0.6],
      [-51, -140, 0.6],
      [-51, -136, 6.5],
    ],
    '甲醇出料管线',
    'Methanol discharge line',
  ],
  [
    'PL-104',
    0.3,
    [
      [29, -178, 0.6],
      [29, -140, 0.6],
      [29, -136, 6.5],
    ],
    '汽油出料管线',
    'Gasoline discharge line',
  ],
  [
    'PL-102',
    0.2,
    [
      [-238, -178, 0.6],
      [-238, -140, 0.6],
      [-238, -136, 6.5],
      [-101.5, -136, 6.5],
      [-101.5, 60.5, 6.5],
      [-16, 60.5, 6.5],
      [-16, -96, 6.5],
    ],
    '苯进料管线',
    'Benzene feed line',
  ],
  [
    'PL-103',
    0.2,
    [
      [-160, -178, 0.6],
      [-160, -140, 0.6],
      [-160, -136, 6.5],
    ],
    '甲苯出料管线',
    'Toluene discharge line',
  ],
  [
    'PL-151',
    0.25,
    [
      [-372, -193, 0.6],
      [-372, -186, 0.6],
      [-323, -186, 0.6],
      [-323, -140, 0.6],
      [-323, -136, 6.5],
    ],
    '液化石油气出料管线',
    'LPG discharge line',
  ],
  [
    'PL-301',
    0.2,
    [
      [-180, 185, 4.6],
      [-180, 96, 5.5],
      [-98.5, 96, 5.5],
      [-98.5, 63.5, 6.5],
      [-14, 63.5, 6.5],
      [-14, -64, 6.5],
      [-74, -64, 6.5],
      [-74, -70, 5],
    ],
    '氯气输送管线',
    'Chlorine gas line',
  ],
  [
    'PL-351',
    0.15,
    [
      [-74, 218, 2],
      [-74, 205, 2.5],
      [-36, 205, 2.5],
    ],
    '液氨管线',
    'Liquid ammonia line',
  ],
  [
    'PL-701',
    0.6,
    [
      [-390, 166, 6],
      [-372, 176, 4],
      [-388, 192, 3.2],
      [-425, 222, 3],
    ],
    '火炬气总管',
    'Flare header',
  ],
];

export const pipelines: Unit = {
  elements: lines.map(([id, diameterM, path, zh, en]) =>
    draw('pipeline', id, line(path, diameterM, diameterM), [`${zh} ${id}`, `${en} ${id}`]),
  ),
  points: [],
};
