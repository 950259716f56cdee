import type { Element } from '../site/element.ts';
import type { Point } from '../site/point.ts';
import { current, flow, pressure, tankLevel, temperature, vibration } from './instrument-types.ts';
import { instrumentsOn, limits, named } from './instruments.ts';
import { block, ground, upright } from './shapes.ts';
import { drawIn, putIn } from './standing.ts';
import type { Unit } from './unit.ts';

const area = { zh: '循环水及消防水站', en: 'Cooling and fire water' };
const put = putIn(area);
const draw = drawIn(area);
const cells = ['A', 'B', 'C'] as const;
const tanks = ['A', 'B'] as const;

const elements: Element[] = [
  ...cells.map((cell, index) =>
    put('cooling-tower', `CT-601${cell}`, [98 + 19 * index, 244], block(16, 16, 13), [
      `${index + 1}#循环水冷却塔 CT-601${cell}`,
      `Cooling tower CT-601${cell}`,
    ]),
  ),
  ...cells.map((cell, index) =>
    put('pump', `P-601${cell}`, [104 + 12 * index, 214], block(4.5, 2, 2), [
      `${index + 1}#循环水泵 P-601${cell}`,
      `Cooling water pump P-601${cell}`,
    ]),
  ),
  ...tanks.map((letter, index) =>
    put('storage-tank', `T-611${letter}`, [182 + 28 * index, 244], upright(9, 11), [
      `${index + 1}#消防水罐 T-611${letter}`,
      `Fire water tank T-611${letter}`,
    ]),
  ),
  put('workshop', 'FP-611', [194, 210], block(24, 10, 6), ['消防泵房 FP-611', 'Fire pump house FP-611'], {
    people: { day: 2, night: 2 },
  }),
  draw('water', 'WB-611', ground([92, 110], [152, 160]), ['消防水池 WB-611', 'Fire water pond WB-611']),
  put('office', 'OC-601', [214, 130], block(16, 9, 4.5), ['水站值班室 OC-601', 'Water station duty room OC-601'], {
    people: { day: 3, night: 2 },
  }),
];

const measure = instrumentsOn(elements);

const points: Point[] = [
  ...cells.flatMap((cell) => [
    measure(
      `II-61${cell}`,
      `CT-601${cell}`,
      named(current(160), '风机电流', 'fan motor current'),
      limits({ high: [130, 'low'] }, 4),
    ),
    measure(
      `VI-61${cell}`,
      `CT-601${cell}`,
      named(vibration, '风机振动', 'fan vibration'),
      limits({ high: [6.3, 'low'], highHigh: [9, 'medium'] }, 0.4),
    ),
    measure(`II-601${cell}`, `P-601${cell}`, current(420), limits({ high: [350, 'medium'] }, 8)),
  ]),
  measure(
    'TI-611',
    'CT-601A',
    named(temperature(0, 60), '循环水上水温度', 'cooling water supply temperature'),
    limits({ high: [33, 'low'] }, 0.3),
  ),
  measure(
    'TI-612',
    'CT-601A',
    named(temperature(0, 60), '循环水回水温度', 'cooling water return temperature'),
    limits({ high: [43, 'medium'] }, 0.3),
  ),
  measure(
    'PI-611',
    'P-601A',
    named(pressure(1), '循环水上水压力', 'cooling water supply pressure'),
    limits({ low: [0.35, 'medium'] }, 0.01),
  ),
  measure(
    'FI-611',
    'P-601A',
    named(flow(6000), '循环水上水流量', 'cooling water supply flow'),
    limits({ low: [2600, 'medium'] }, 50),
  ),
  ...tanks.map((letter) =>
    measure(
      `LI-611${letter}`,
      `T-611${letter}`,
      tankLevel(11),
      limits({ lowLow: [6, 'high'], low: [8, 'medium'] }, 0.05),
    ),
  ),
  measure(
    'PI-612',
    'FP-611',
    named(pressure(1.6), '消防管网压力', 'fire main pressure'),
    limits({ lowLow: [0.5, 'critical'], low: [0.7, 'high'] }, 0.02),
  ),
];

/** Cooling water for the process and water for fires. */
export const waterStation: Unit = { elements, points };
