import type { Element } from '../site/element.ts';
import type { Point } from '../site/point.ts';
import { liquefied } from './contents.ts';
import { gasDetectors } from './gas-detectors.ts';
import { current, flow, pressure, tankLevel, temperature } from './instrument-types.ts';
import { instrumentsOn, limits, named } from './instruments.ts';
import { ball, block, ground, pumpSet } from './shapes.ts';
import { drawIn, putIn } from './standing.ts';
import type { Unit } from './unit.ts';

const area = { zh: '液化烃球罐区', en: 'LPG sphere area' };
const put = putIn(area);
const draw = drawIn(area);

/** 2000 m³ spheres, 15.7 m inside; filled to at most 85 % of their volume. Spacing 36 m: more than one diameter free. */
const spheres: readonly [letter: string, x: number, y: number, inventoryKg: number][] = [
  ['A', -408, -217, 620_000],
  ['B', -372, -217, 540_000],
  ['C', -408, -253, 710_000],
  ['D', -372, -253, 180_000],
];

const elements: Element[] = [
  draw('bund', 'B-151', ground([-432, -277], [-348, -193], 0.6), ['球罐区防火堤 B-151', 'LPG sphere bund B-151']),
  ...spheres.map(([letter, x, y, inventoryKg], index) =>
    put(
      'storage-sphere',
      `V-151${letter}`,
      [x, y],
      ball(7.85, 9.9),
      [`${index + 1}#液化石油气球罐 V-151${letter}`, `LPG sphere V-151${letter}`],
      { contents: liquefied('lpg', inventoryKg), partOf: 'B-151' },
    ),
  ),
  draw('pad', 'PD-151', ground([-334, -230], [-310, -210]), ['液化烃泵区', 'LPG pump pad']),
  put('pump', 'P-151A', [-328, -220], pumpSet, ['1#液化石油气泵 P-151A', 'LPG pump P-151A']),
  put('pump', 'P-151B', [-318, -220], pumpSet, ['2#液化石油气泵 P-151B', 'LPG pump P-151B']),
  put(
    'loading-rack',
    'LR-151',
    [-328, -288],
    block(16, 6, 6),
    ['液化石油气装车台 LR-151', 'LPG truck loading bay LR-151'],
    {
      people: { day: 2, night: 1 },
    },
  ),
];

const measure = instrumentsOn(elements);
const level = limits(
  { lowLow: [1.5, 'high'], low: [2.5, 'medium'], high: [12.4, 'high'], highHigh: [13.1, 'critical'] },
  0.1,
);

const detectors = gasDetectors(put, [
  [1501, 'lpg', -390, -200],
  [1502, 'lpg', -426, -235],
  [1503, 'lpg', -390, -271],
  [1504, 'lpg', -336, -226],
  [1505, 'lpg', -317, -281],
]);

const points: Point[] = [
  ...spheres.flatMap(([letter]) => [
    measure(`LI-151${letter}`, `V-151${letter}`, tankLevel(15.7), level),
    measure(
      `PI-151${letter}`,
      `V-151${letter}`,
      pressure(2.5),
      limits({ high: [1.55, 'high'], highHigh: [1.7, 'critical'] }, 0.03),
    ),
    measure(
      `TI-151${letter}`,
      `V-151${letter}`,
      temperature(-40, 80),
      limits({ high: [40, 'medium'], highHigh: [45, 'high'] }, 1),
    ),
  ]),
  ...['A', 'B'].map((letter) =>
    measure(`II-151${letter}`, `P-151${letter}`, current(160), limits({ high: [125, 'medium'] }, 5)),
  ),
  measure('PI-152', 'P-151A', named(pressure(4), '出口压力', 'discharge pressure'), limits({ low: [1, 'low'] }, 0.1)),
  measure('FI-151', 'LR-151', named(flow(80), '装车流量', 'loading flow')),
];

export const lpgSpheres: Unit = {
  elements: [...elements, ...detectors.elements],
  points: [...points, ...detectors.points],
};
