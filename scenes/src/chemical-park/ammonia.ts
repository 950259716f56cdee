import type { Element } from '../site/element.ts';
import type { Point } from '../site/point.ts';
import { gas, liquefied, liquid } from './contents.ts';
import { gasDetectors } from './gas-detectors.ts';
import { current, pressure, temperature, vesselLevel, vibration } from './instrument-types.ts';
import { instrumentsOn, limits, named } from './instruments.ts';
import { block, drum, ground, pumpSet, upright } from './shapes.ts';
import { drawIn, putIn } from './standing.ts';
import type { Unit } from './unit.ts';

const area = { zh: '氨制冷站', en: 'Ammonia refrigeration' };
const put = putIn(area);
const draw = drawIn(area);
const letters = ['A', 'B'] as const;

const elements: Element[] = [
  draw('bund', 'B-351', ground([-88, 218], [-60, 250], 0.5), ['液氨储罐围堰 B-351', 'Ammonia storage bund B-351']),
  ...letters.map((letter, index) =>
    put(
      'pressure-vessel',
      `V-351${letter}`,
      [-74, 228 + 12 * index],
      drum(1.4, 9, 2.1),
      [`${index + 1}#液氨储罐 V-351${letter}`, `Liquid ammonia tank V-351${letter}`],
      { contents: liquefied('ammonia', index === 0 ? 24_000 : 15_000), partOf: 'B-351' },
    ),
  ),
  put('pressure-vessel', 'V-352', [-30, 205], drum(0.8, 5, 1.8), ['高压贮氨器 V-352', 'High-pressure receiver V-352'], {
    contents: liquid('ammonia', 2500, 1_350_000, 308.15),
  }),
  put(
    'pressure-vessel',
    'V-353',
    [-16, 214],
    upright(1.1, 5.5),
    ['低压循环桶 V-353', 'Low-pressure circulation drum V-353'],
    {
      contents: liquid('ammonia', 3200, 190_000, 253.15),
    },
  ),
  ...letters.map((letter, index) =>
    put(
      'compressor',
      `K-351${letter}`,
      [-34, 224 + 12 * index],
      block(5.5, 2.6, 2.6),
      [`${index + 1}#氨螺杆压缩机 K-351${letter}`, `Ammonia screw compressor K-351${letter}`],
      { contents: gas('ammonia', 40, 1_350_000, 353.15) },
    ),
  ),
  ...letters.map((letter, index) =>
    put('cooling-tower', `E-351${letter}`, [-6 + 12 * index, 244], block(6, 4, 5), [
      `${index + 1}#蒸发式冷凝器 E-351${letter}`,
      `Evaporative condenser E-351${letter}`,
    ]),
  ),
  put('heat-exchanger', 'E-352', [-2, 205], drum(0.7, 6, 1.6), ['盐水蒸发器 E-352', 'Brine chiller E-352'], {
    contents: liquid('ammonia', 900, 190_000, 253.15),
  }),
  put('pump', 'P-351A', [-10, 224], pumpSet, ['1#氨泵 P-351A', 'Ammonia pump P-351A']),
  put('pump', 'P-351B', [-10, 230], pumpSet, ['2#氨泵 P-351B', 'Ammonia pump P-351B']),
  put('office', 'OC-351', [-72, 160], block(12, 8, 4.5), ['冷冻站值班室 OC-351', 'Refrigeration duty room OC-351'], {
    people: { day: 3, night: 2 },
  }),
];

const measure = instrumentsOn(elements);
const detectors = gasDetectors(put, [
  [3501, 'ammonia', -74, 234],
  [3502, 'ammonia', -58, 214],
  [3503, 'ammonia', -34, 230],
  [3504, 'ammonia', -20, 222],
  [3505, 'ammonia', -2, 209],
]);

const points: Point[] = [
  ...letters.flatMap((letter) => [
    measure(
      `LI-351${letter}`,
      `V-351${letter}`,
      vesselLevel,
      limits({ low: [10, 'low'], high: [80, 'high'], highHigh: [85, 'critical'] }, 1),
    ),
    measure(
      `PI-351${letter}`,
      `V-351${letter}`,
      pressure(2.5),
      limits({ high: [1.4, 'high'], highHigh: [1.6, 'critical'] }, 0.03),
    ),
    measure(
      `TI-351${letter}`,
      `V-351${letter}`,
      temperature(-40, 60),
      limits({ high: [36, 'medium'], highHigh: [40, 'high'] }, 0.5),
    ),
    measure(
      `II-351${letter}`,
      `K-351${letter}`,
      current(320),
      limits({ high: [265, 'medium'], highHigh: [290, 'high'] }, 5),
    ),
    measure(
      `TI-352${letter}`,
      `K-351${letter}`,
      named(temperature(0, 150), '排气温度', 'discharge temperature'),
      limits({ high: [95, 'medium'], highHigh: [105, 'high'] }, 1),
    ),
    measure(`II-352${letter}`, `E-351${letter}`, current(30), limits({ high: [25, 'low'] }, 1)),
  ]),
  measure(
    'VI-351A',
    'K-351A',
    { ...vibration, periodMs: 100 },
    limits({ high: [4.5, 'medium'], highHigh: [7.1, 'high'] }, 0.3),
  ),
  measure(
    'LI-353',
    'V-353',
    vesselLevel,
    limits({ lowLow: [20, 'high'], low: [30, 'medium'], high: [70, 'medium'], highHigh: [80, 'critical'] }, 1),
  ),
  measure('PI-353', 'V-353', named(pressure(0.6), '吸气压力', 'suction pressure')),
  measure(
    'TI-354',
    'E-352',
    named(temperature(-40, 40), '盐水出口温度', 'brine outlet temperature'),
    limits({ high: [-12, 'low'] }, 0.5),
  ),
];

export const ammonia: Unit = {
  elements: [...elements, ...detectors.elements],
  points: [...points, ...detectors.points],
};
