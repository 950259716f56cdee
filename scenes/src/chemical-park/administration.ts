import type { Element } from '../site/element.ts';
import type { Point } from '../site/point.ts';
import { peopleCount, temperature } from './instrument-types.ts';
import { instrumentsOn, limits, named } from './instruments.ts';
import { block, ground } from './shapes.ts';
import { drawIn, putIn } from './standing.ts';
import type { Unit } from './unit.ts';

const front = { zh: '厂前区', en: 'Administration' };
const control = { zh: '中控及应急区', en: 'Control and emergency' };
const stores = { zh: '仓储区', en: 'Warehouses' };
const repair = { zh: '机修区', en: 'Maintenance' };

const put = putIn(front);
const draw = drawIn(front);

const elements: Element[] = [
  put('office', 'OF-901', [350, -166], block(64, 18, 21), ['综合办公楼', 'Office building'], {
    people: { day: 120, night: 6 },
  }),
  put('laboratory', 'LB-901', [296, -262], block(42, 16, 12), ['中心化验室', 'Central laboratory'], {
    people: { day: 24, night: 4 },
  }),
  put('canteen', 'CN-901', [372, -262], block(40, 20, 9), ['职工食堂', 'Staff canteen'], {
    people: { day: 12, night: 3 },
  }),
  put('office', 'TC-901', [434, -272], block(30, 16, 12), ['培训中心', 'Training centre'], {
    people: { day: 30, night: 0 },
  }),
  draw('pad', 'PD-901', ground([404, -206], [462, -146]), ['员工停车场', 'Staff car park']),
  putIn(control)('control-room', 'CR-901', [318, -66], block(48, 22, 7), ['中央控制室', 'Central control room'], {
    people: { day: 18, night: 12 },
  }),
  putIn(control)('fire-station', 'FS-901', [420, 24], block(44, 18, 10), ['企业消防站', 'Works fire station'], {
    people: { day: 22, night: 20 },
  }),
  putIn(control)('warehouse', 'ES-901', [312, 30], block(30, 18, 8), ['应急物资库', 'Emergency stores'], {
    people: { day: 2, night: 1 },
  }),
  putIn(control)(
    'office',
    'MD-901',
    [420, -60],
    block(24, 14, 7),
    ['气防站及医务室', 'Gas rescue and first-aid post'],
    {
      people: { day: 8, night: 5 },
    },
  ),
  draw('pad', 'PD-902', ground([392, -22], [448, 8]), ['消防站训练场', 'Fire drill yard']),
  putIn(stores)(
    'warehouse',
    'WH-801',
    [306, 136],
    block(64, 32, 9),
    ['丙类成品库 WH-801', 'Finished goods warehouse WH-801'],
    {
      people: { day: 14, night: 3 },
    },
  ),
  putIn(stores)(
    'warehouse',
    'WH-802',
    [420, 136],
    block(36, 24, 8),
    ['甲类桶装品库 WH-802', 'Drummed flammables warehouse WH-802'],
    {
      people: { day: 6, night: 1 },
    },
  ),
  putIn(stores)(
    'warehouse',
    'WH-803',
    [306, 220],
    block(64, 32, 9),
    ['包装材料库 WH-803', 'Packaging warehouse WH-803'],
    {
      people: { day: 8, night: 0 },
    },
  ),
  putIn(stores)(
    'warehouse',
    'WH-804',
    [424, 224],
    block(28, 18, 7),
    ['危险废物暂存库 WH-804', 'Hazardous waste store WH-804'],
    {
      people: { day: 2, night: 0 },
    },
  ),
  putIn(repair)('workshop', 'WS-901', [16, 124], block(56, 24, 11), ['机修车间', 'Maintenance workshop'], {
    people: { day: 32, night: 4 },
  }),
];

const measure = instrumentsOn(elements);
const points: Point[] = [
  measure('NI-901', 'OF-901', peopleCount(400)),
  measure('NI-902', 'LB-901', peopleCount(80)),
  measure('NI-903', 'CN-901', peopleCount(300)),
  measure('NI-904', 'CR-901', peopleCount(60), limits({ low: [2, 'high'] }, 0)),
  measure('NI-905', 'FS-901', peopleCount(60), limits({ low: [8, 'high'] }, 0)),
  measure('NI-906', 'WS-901', peopleCount(100)),
  measure('NI-801', 'WH-801', peopleCount(60)),
  measure('NI-907', 'TC-901', peopleCount(120)),
  measure(
    'TI-901',
    'CR-901',
    named(temperature(-20, 60), '机柜间温度', 'rack room temperature'),
    limits({ high: [26, 'low'], highHigh: [30, 'medium'] }, 0.3),
  ),
  measure(
    'TI-802',
    'WH-802',
    named(temperature(-20, 60), '库内温度', 'store temperature'),
    limits({ high: [30, 'medium'], highHigh: [35, 'high'] }, 0.3),
  ),
  measure(
    'TI-804',
    'WH-804',
    named(temperature(-20, 60), '库内温度', 'store temperature'),
    limits({ high: [35, 'medium'] }, 0.3),
  ),
];

export const administration: Unit = { elements, points };
