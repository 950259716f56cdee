import type { Element } from '../site/element.ts';
import { peopleCount } from './instrument-types.ts';
import { instrumentsOn } from './instruments.ts';
import { block, ground, line, marker } from './shapes.ts';
import { drawIn, putIn } from './standing.ts';
import type { Unit } from './unit.ts';

const area = { zh: '全厂', en: 'Whole park' };
const put = putIn(area);
const draw = drawIn(area);

/** Everyone inside is counted again on these, one near each gate and side of the park. */
const muster: readonly [n: number, sw: [number, number], ne: [number, number], zh: string, en: string][] = [
  [1, [478, -262], [486, -236], '东门集合点', 'East gate muster point'],
  [2, [172, -336], [204, -328], '南门集合点', 'South gate muster point'],
  [3, [-486, -110], [-478, -82], '西门集合点', 'West gate muster point'],
  [4, [82, 286], [112, 294], '北门集合点', 'North gate muster point'],
  [5, [478, 176], [486, 206], '东北集合点', 'North-east muster point'],
  [6, [-486, -306], [-478, -280], '西南集合点', 'South-west muster point'],
];

const cameras: readonly [n: number, x: number, y: number, z: number, zh: string, en: string][] = [
  [1, 476, -208, 6, '东门', 'East gate'],
  [2, 172, -326, 6, '南门', 'South gate'],
  [3, -296, -200, 12, '球罐区', 'LPG spheres'],
  [4, -12, -190, 12, '一罐区', 'Tank farm I'],
  [5, -198, -190, 12, '二罐区', 'Tank farm II'],
  [6, 162, -184, 10, '装车场', 'Loading yard'],
  [7, -206, 212, 8, '液氯储存', 'Chlorine storage'],
  [8, -50, 216, 8, '氨制冷站', 'Ammonia refrigeration'],
  [9, -22, 30, 14, '氯苯装置', 'Chlorobenzene unit'],
  [10, -206, 30, 14, '加氢装置', 'Hydrotreating unit'],
  [11, 350, -154, 22, '办公楼顶高点', 'Office roof high point'],
];

/** Hydrants along the roads, every 90 m or nearer on the roads round process and tank blocks. */
const hydrants: readonly (readonly [number, number])[] = [
  ...[-430, -350, -230, -150, -50, 30, 130, 210, 300, 390].map((x) => [x, -126.5] as const),
  ...[-430, -350, -230, -150, -50, 30, 130, 210, 300, 390].map((x) => [x, 85.5] as const),
  ...[-390, -230, -150, -50, 30, 120].map((x) => [x, -314.5] as const),
];

const gates: readonly [id: string, from: [number, number], to: [number, number], zh: string, en: string][] = [
  ['G-1', [488, -228], [488, -212], '东门（主门）', 'East gate (main)'],
  ['G-2', [152, -338], [168, -338], '南门（物流门）', 'South gate (logistics)'],
  ['G-3', [-488, -128], [-488, -112], '西门（应急门）', 'West gate (emergency)'],
  ['G-4', [62, 296], [78, 296], '北门（临江门）', 'North gate (riverside)'],
];

const fences: readonly [id: string, path: [number, number][], zh: string, en: string][] = [
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

const greens: readonly [id: string, sw: [number, number], ne: [number, number], zh: string, en: string][] = [
  ['GR-1', [258, -228], [464, -226], '主门景观带', 'Main gate verge'],
  ['GR-2', [262, -206], [314, -180], '厂前区绿地', 'Front lawn'],
  ['GR-3', [-464, -108], [-366, -20], '预留发展用地', 'Reserved land'],
  ['GR-4', [-464, 92], [-316, 160], '火炬区绿地', 'Flare field'],
  ['GR-5', [-476, -336], [150, -329], '南侧防护绿带', 'South green belt'],
  ['GR-6', [-476, 286], [60, 294], '北侧防护绿带', 'North green belt'],
  ['GR-7', [120, 286], [476, 294], '北侧防护绿带（东）', 'North green belt (east)'],
  ['GR-8', [210, -336], [476, -329], '南侧防护绿带（东）', 'South green belt (east)'],
];

const elements: Element[] = [
  draw('water', 'RV-001', ground([-500, 314], [500, 350]), ['长江岸线', 'Yangtze foreshore']),
  ...greens.map(([id, sw, ne, zh, en]) => draw('green', id, ground(sw, ne), [zh, en])),
  ...fences.map(([id, path, zh, en]) => draw('fence', id, line(path, 0.3, 2.4), [zh, en])),
  ...gates.map(([id, from, to, zh, en]) => draw('gate', id, line([from, to], 0.6, 2.2), [zh, en])),
  put('office', 'GH-1', [480, -206], block(6, 4, 3.6), ['东门门卫室', 'East gatehouse'], {
    people: { day: 4, night: 3 },
  }),
  put('office', 'GH-2', [148, -331.5], block(6, 4, 3.6), ['南门门卫室', 'South gatehouse'], {
    people: { day: 3, night: 2 },
  }),
  ...muster.map(([n, sw, ne, zh, en]) =>
    draw('muster-point', `M-${n}`, ground(sw, ne), [`${n}#${zh}`, `${en} M-${n}`]),
  ),
  put('wind-sock', 'WS-902', [480, -190], marker, ['东门风向标 WS-902', 'East gate wind sock WS-902']),
  put('wind-sock', 'WS-101', [-8, -184], marker, ['一罐区风向标 WS-101', 'Tank farm wind sock WS-101']),
  put('wind-sock', 'WS-151', [-340, -180], marker, ['球罐区风向标 WS-151', 'Sphere area wind sock WS-151']),
  ...cameras.map(([n, x, y, z, zh, en]) =>
    put('camera', `CM-${n}`, [x, y, z], marker, [`${zh}摄像机 CM-${n}`, `${en} camera CM-${n}`]),
  ),
  ...hydrants.map(([x, y], index) =>
    put('hydrant', `HY-${index + 1}`, [x, y], marker, [`消火栓 HY-${index + 1}`, `Hydrant HY-${index + 1}`]),
  ),
];

const measure = instrumentsOn(elements);
export const grounds: Unit = {
  elements,
  points: [
    measure('NI-001', 'G-1', { ...peopleCount(2000), word: { zh: '厂内总人数', en: 'people inside the park' } }),
  ],
};
