import { line } from './shapes.ts';
import { drawIn } from './standing.ts';
import type { Unit } from './unit.ts';

const draw = drawIn({ zh: '厂区道路', en: 'Roads' });

type Place = [number, number];
type Road = readonly [id: string, widthM: number, path: Place[], zh: string, en: string];

/** A ring road, four streets and two avenues make fifteen blocks; spurs reach the four gates. Crossings are level. */
const roads: readonly Road[] = [
  [
    'RD-01',
    8,
    [
      [-200, -322],
      [472, -322],
      [472, 280],
      [-472, 280],
      [-472, -322],
      [-200, -322],
    ],
    '环厂路',
    'Ring road',
  ],
  [
    'RD-02',
    10,
    [
      [-472, -120],
      [472, -120],
    ],
    '纬一路（主干道）',
    'First Avenue (main road)',
  ],
  [
    'RD-03',
    8,
    [
      [-472, 80],
      [472, 80],
    ],
    '纬二路',
    'Second Avenue',
  ],
  [
    'RD-04',
    8,
    [
      [-290, -322],
      [-290, 280],
    ],
    '经一路',
    'First Street',
  ],
  [
    'RD-05',
    8,
    [
      [-110, -322],
      [-110, 280],
    ],
    '经二路',
    'Second Street',
  ],
  [
    'RD-06',
    8,
    [
      [70, -322],
      [70, 280],
    ],
    '经三路',
    'Third Street',
  ],
  [
    'RD-07',
    8,
    [
      [250, -322],
      [250, 280],
    ],
    '经四路',
    'Fourth Street',
  ],
  [
    'RD-08',
    10,
    [
      [250, -220],
      [500, -220],
    ],
    '东门大道',
    'East Gate Avenue',
  ],
  [
    'RD-09',
    10,
    [
      [160, -252],
      [160, -350],
    ],
    '物流大道',
    'Logistics Avenue',
  ],
  [
    'RD-10',
    8,
    [
      [-500, -120],
      [-472, -120],
    ],
    '西门路',
    'West Gate Road',
  ],
  [
    'RD-11',
    8,
    [
      [70, 280],
      [70, 304],
    ],
    '北门路',
    'North Gate Road',
  ],
  [
    'RD-12',
    6,
    [
      [-500, 304],
      [500, 304],
    ],
    '江堤路',
    'Dyke road',
  ],
];

export const roadNetwork: Unit = {
  elements: roads.map(([id, widthM, path, zh, en]) => draw('road', id, line(path, widthM), [zh, en])),
  points: [],
};
