import type { Element } from '../site/element.ts';
import type { Point } from '../site/point.ts';
import { current, flow, oxygen, pressure, tankLevel, temperature, vesselLevel } from './instrument-types.ts';
import { instrumentsOn, limits, named } from './instruments.ts';
import { block, upright } from './shapes.ts';
import { putIn } from './standing.ts';
import type { Unit } from './unit.ts';

const put = putIn({ zh: '动力站', en: 'Power and steam' });
const transformers = ['A', 'B'] as const;

const elements: Element[] = [
  put('workshop', 'BH-601', [112, -72], block(40, 24, 18), ['锅炉房 BH-601', 'Boiler house BH-601'], {
    people: { day: 6, night: 4 },
  }),
  put('stack', 'ST-601', [150, -72], upright(1.8, 60), ['锅炉烟囱 ST-601', 'Boiler stack ST-601']),
  put('substation', 'SS-601', [205, -74], block(46, 22, 9), ['35 kV总变电所 SS-601', '35 kV main substation SS-601'], {
    people: { day: 3, night: 2 },
  }),
  put('substation', 'TR-601A', [196, -42], block(6, 5, 5), ['1#主变压器 TR-601A', 'Main transformer TR-601A']),
  put('substation', 'TR-601B', [214, -42], block(6, 5, 5), ['2#主变压器 TR-601B', 'Main transformer TR-601B']),
  put('workshop', 'AH-601', [112, 6], block(36, 18, 8), ['空压制氮站 AH-601', 'Air and nitrogen station AH-601'], {
    people: { day: 2, night: 1 },
  }),
  put('pressure-vessel', 'V-605', [142, 4], upright(1.5, 11), ['液氮储罐 V-605', 'Liquid nitrogen tank V-605']),
  put('pressure-vessel', 'V-606', [150, 4], upright(1.2, 6), ['仪表空气储罐 V-606', 'Instrument air receiver V-606']),
  put('storage-tank', 'T-607', [200, 10], upright(5, 9), ['脱盐水罐 T-607', 'Demineralised water tank T-607']),
  put('workshop', 'DW-607', [222, 18], block(20, 14, 7), ['脱盐水站 DW-607', 'Demineralised water house DW-607']),
];

const measure = instrumentsOn(elements);

const points: Point[] = [
  measure(
    'PI-601',
    'BH-601',
    named(pressure(2.5), '主蒸汽压力', 'main steam pressure'),
    limits({ low: [0.9, 'medium'], high: [1.25, 'medium'], highHigh: [1.35, 'critical'] }, 0.02),
  ),
  measure('FI-601', 'BH-601', named(flow(40, 't/h'), '主蒸汽流量', 'main steam flow')),
  measure(
    'LI-601',
    'BH-601',
    named(vesselLevel, '汽包液位', 'drum level'),
    limits({ lowLow: [20, 'critical'], low: [35, 'medium'], high: [65, 'medium'], highHigh: [80, 'high'] }, 1),
  ),
  measure(
    'TI-601',
    'ST-601',
    named(temperature(0, 300), '排烟温度', 'flue gas temperature'),
    limits({ high: [165, 'low'] }, 2),
  ),
  ...transformers.flatMap((letter) => [
    measure(
      `II-60${letter}`,
      `TR-601${letter}`,
      named(current(800), '负荷电流', 'load current'),
      limits({ high: [640, 'medium'], highHigh: [720, 'high'] }, 10),
    ),
    measure(
      `TI-60${letter}`,
      `TR-601${letter}`,
      named(temperature(-20, 120), '油温', 'oil temperature'),
      limits({ high: [80, 'medium'], highHigh: [90, 'high'] }, 1),
    ),
  ]),
  measure('PI-606', 'V-606', pressure(1.2), limits({ lowLow: [0.45, 'critical'], low: [0.55, 'high'] }, 0.02)),
  measure('PI-605', 'V-605', pressure(2), limits({ high: [1.2, 'medium'] }, 0.02)),
  measure(
    'AI-601',
    'AH-601',
    named(oxygen, '室内氧含量', 'room oxygen'),
    limits({ lowLow: [18, 'critical'], low: [19.5, 'high'] }, 0.2),
  ),
  measure('LI-607', 'T-607', tankLevel(9), limits({ low: [2, 'low'], high: [8.2, 'low'] }, 0.05)),
];

/** Steam, electricity, compressed air, nitrogen and clean water for the units. */
export const powerStation: Unit = { elements, points };
