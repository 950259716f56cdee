import type { Element } from '../site/element.ts';
import { peopleCount } from './instrument-types.ts';
import { instrumentsOn, named } from './instruments.ts';
import { block, line } from './shapes.ts';
import { drawIn, putIn } from './standing.ts';
import type { Unit } from './unit.ts';

const area = { zh: '全厂', en: 'Whole park' };
const put = putIn(area);
const draw = drawIn(area);

type Place = [number, number];

const gates: readonly [id: string, from: Place, to: Place, zh: string, en: string][] = [
  ['G-1', [488, -228], [488, -212], '东门（主门）', 'East gate (main)'],
  ['G-2', [152, -338], [168, -338], '南门（物流门）', 'South gate (logistics)'],
  ['G-3', [-488, -128], [-488, -112], '西门（应急门）', 'West gate (emergency)'],
  ['G-4', [62, 296], [78, 296], '北门（临江门）', 'North gate (riverside)'],
];

/** From gate to gate, anticlockwise. */
const fences: readonly [id: string, path: Place[], zh: string, en: string][] = [
  [
    'FN-1',
    [
      [488, -212],
      [488, 296],
      [78, 296],
    ],
    '东北段围墙',
    'North-east fence',
  ],
  [
    'FN-2',
    [
      [62, 296],
      [-488, 296],
      [-488, -112],
    ],
    '西北段围墙',
    'North-west fence',
  ],
  [
    'FN-3',
    [
      [-488, -128],
      [-488, -338],
      [152, -338],
    ],
    '西南段围墙',
    'South-west fence',
  ],
  [
    'FN-4',
    [
      [168, -338],
      [488, -338],
      [488, -228],
    ],
    '东南段围墙',
    'South-east fence',
  ],
];

const elements: Element[] = [
  ...fences.map(([id, path, zh, en]) => draw('fence', id, line(path, 0.3, 2.4), [zh, en])),
  ...gates.map(([id, from, to, zh, en]) => draw('gate', id, line([from, to], 0.6, 2.2), [zh, en])),
  put('office', 'GH-1', [480, -206], block(6, 4, 3.6), ['东门门卫室', 'East gatehouse'], {
    people: { day: 4, night: 3 },
  }),
  put('office', 'GH-2', [148, -331.5], block(6, 4, 3.6), ['南门门卫室', 'South gatehouse'], {
    people: { day: 3, night: 2 },
  }),
];

const measure = instrumentsOn(elements);

/** Fence, gates and gatehouses; the main gate counts who is inside. */
export const boundary: Unit = {
  elements,
  points: [measure('NI-001', 'G-1', named(peopleCount(2000), '厂内总人数', 'people inside the park'))],
};
