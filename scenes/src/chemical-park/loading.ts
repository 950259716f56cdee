import type { Element } from '../site/element.ts';
import type { Point } from '../site/point.ts';
import { gasDetectors } from './gas-detectors.ts';
import { current, flow, peopleCount, temperature, valvePosition } from './instrument-types.ts';
import { instrumentsOn, limits, named } from './instruments.ts';
import { block, ground, upright } from './shapes.ts';
import { drawIn, putIn } from './standing.ts';
import type { Unit } from './unit.ts';

const area = { zh: '汽车装卸区', en: 'Truck loading area' };
const put = putIn(area);
const draw = drawIn(area);

const racks = [
  ['LR-501', 120, '甲醇', 'Methanol'],
  ['LR-502', 148, '汽油', 'Gasoline'],
  ['LR-503', 176, '苯', 'Benzene'],
  ['LR-504', 204, '甲苯', 'Toluene'],
] as const;

const elements: Element[] = [
  draw('pad', 'PD-501', ground([104, -252], [222, -188]), ['装车场地坪', 'Loading yard']),
  ...racks.map(([id, x, zh, en], index) =>
    put(
      'loading-rack',
      id,
      [x, -220],
      block(14, 4.5, 6.5),
      [`${index + 1}#${zh}装车鹤位 ${id}`, `${en} loading rack ${id}`],
      {
        headingDeg: 90,
        people: { day: 3, night: 1 },
      },
    ),
  ),
  put('pressure-vessel', 'V-501A', [232, -232], upright(1.3, 6.5), [
    '1#油气回收吸附罐 V-501A',
    'Vapour recovery carbon bed V-501A',
  ]),
  put('pressure-vessel', 'V-501B', [232, -224], upright(1.3, 6.5), [
    '2#油气回收吸附罐 V-501B',
    'Vapour recovery carbon bed V-501B',
  ]),
  put('compressor', 'K-501', [232, -212], block(4, 2.5, 2.2), [
    '油气回收真空泵 K-501',
    'Vapour recovery vacuum pump K-501',
  ]),
  put('office', 'OC-501', [224, -166], block(14, 8, 4.5), ['装卸区值班室 OC-501', 'Loading duty room OC-501'], {
    people: { day: 6, night: 3 },
  }),
  draw('pad', 'PD-502', ground([84, -312], [142, -274]), ['危化品车辆停车场', 'Hazmat truck park']),
];

const measure = instrumentsOn(elements);
const detectors = gasDetectors(put, [
  [5001, 'methanol', 125, -210],
  [5002, 'gasoline', 153, -210],
  [5003, 'benzene-vapour', 181, -210],
  [5004, 'toluene', 209, -210],
  [5005, 'gasoline', 227, -219],
]);

const points: Point[] = [
  ...racks.flatMap(([id, , zh, en], index) => [
    measure(`FI-50${index + 1}`, id, named(flow(120), `${zh}装车流量`, `${en.toLowerCase()} loading flow`)),
    measure(`ZI-50${index + 1}`, id, named(valvePosition, '装车阀阀位', 'loading valve position')),
  ]),
  measure(
    'TI-501A',
    'V-501A',
    named(temperature(0, 150), '床层温度', 'bed temperature'),
    limits({ high: [60, 'medium'], highHigh: [75, 'high'] }, 1),
  ),
  measure(
    'TI-501B',
    'V-501B',
    named(temperature(0, 150), '床层温度', 'bed temperature'),
    limits({ high: [60, 'medium'], highHigh: [75, 'high'] }, 1),
  ),
  measure('II-501', 'K-501', current(80), limits({ high: [66, 'low'] }, 2)),
  measure('NI-501', 'PD-501', peopleCount(60)),
];

export const loading: Unit = {
  elements: [...elements, ...detectors.elements],
  points: [...points, ...detectors.points],
};
