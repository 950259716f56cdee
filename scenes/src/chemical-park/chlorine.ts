import type { Element } from '../site/element.ts';
import type { Point } from '../site/point.ts';
import { gas, liquefied } from './contents.ts';
import { gasDetectors } from './gas-detectors.ts';
import { current, flow, pressure, temperature, valvePosition, vesselLevel, vibration } from './instrument-types.ts';
import { instrumentsOn, limits, named } from './instruments.ts';
import { block, drum, ground, pumpSet, upright } from './shapes.ts';
import { drawIn, putIn } from './standing.ts';
import type { Unit } from './unit.ts';

const area = { zh: '液氯单元', en: 'Chlorine unit' };
const put = putIn(area);
const draw = drawIn(area);

/** 70 m³ horizontal vessels; D is kept empty to take over the largest of the others. */
const vessels: readonly [letter: string, x: number, inventoryKg: number][] = [
  ['A', -256, 52_000],
  ['B', -244, 38_000],
  ['C', -232, 45_000],
  ['D', -220, 0],
];

const elements: Element[] = [
  draw('bund', 'B-301', ground([-264, 176], [-212, 204], 0.6), ['液氯储罐围堰 B-301', 'Chlorine storage bund B-301']),
  ...vessels.map(([letter, x, inventoryKg], index) =>
    put(
      'pressure-vessel',
      `V-301${letter}`,
      [x, 192],
      drum(1.5, 10, 2.3),
      letter === 'D'
        ? ['4#液氯事故备用罐 V-301D', 'Chlorine emergency tank V-301D (kept empty)']
        : [`${index + 1}#液氯储罐 V-301${letter}`, `Liquid chlorine tank V-301${letter}`],
      { headingDeg: 90, contents: liquefied('chlorine', inventoryKg), partOf: 'B-301' },
    ),
  ),
  ...vessels.map(([letter, x], index) =>
    put(
      'valve',
      `XV-301${letter}`,
      [x, 181],
      upright(0.3, 1.2),
      [`${index + 1}#液氯储罐出料紧急切断阀 XV-301${letter}`, `V-301${letter} outlet shut-off valve XV-301${letter}`],
      { partOf: `V-301${letter}` },
    ),
  ),
  put('pump', 'P-301A', [-203, 182], pumpSet, ['1#液氯泵 P-301A', 'Liquid chlorine pump P-301A']),
  put('pump', 'P-301B', [-203, 188], pumpSet, ['2#液氯泵 P-301B', 'Liquid chlorine pump P-301B']),
  put('heat-exchanger', 'E-301A', [-192, 180], upright(0.6, 3.4), ['1#液氯汽化器 E-301A', 'Chlorine vaporiser E-301A']),
  put('heat-exchanger', 'E-301B', [-192, 190], upright(0.6, 3.4), ['2#液氯汽化器 E-301B', 'Chlorine vaporiser E-301B']),
  put('pressure-vessel', 'V-302', [-180, 185], upright(1.1, 4.6), ['氯气缓冲罐 V-302', 'Chlorine buffer drum V-302'], {
    contents: gas('chlorine', 120, 450_000, 323.15),
  }),
  put('column', 'C-301', [-158, 215], upright(0.9, 14), [
    '一级事故氯吸收塔 C-301',
    'Emergency chlorine absorber C-301',
  ]),
  put('column', 'C-302', [-150, 215], upright(0.9, 14), [
    '二级事故氯吸收塔 C-302',
    'Emergency chlorine absorber C-302',
  ]),
  put('compressor', 'K-301', [-142, 215], block(2.4, 1.6, 1.8), ['事故氯引风机 K-301', 'Absorber exhaust fan K-301']),
  put('storage-tank', 'T-301', [-150, 203], upright(2.6, 6), ['碱液循环槽 T-301', 'Caustic circulation tank T-301']),
  put('pump', 'P-302', [-158, 204], pumpSet, ['碱液循环泵 P-302', 'Caustic circulation pump P-302']),
  put(
    'loading-rack',
    'LR-301',
    [-238, 132],
    block(14, 5, 5.5),
    ['液氯槽车卸车台 LR-301', 'Chlorine tanker unloading bay LR-301'],
    {
      people: { day: 1, night: 0 },
    },
  ),
  put('office', 'OC-301', [-145, 125], block(12, 8, 4.5), ['液氯值班室 OC-301', 'Chlorine duty room OC-301'], {
    people: { day: 3, night: 2 },
  }),
];

const measure = instrumentsOn(elements);
const detectors = gasDetectors(put, [
  [3001, 'chlorine', -262, 206],
  [3002, 'chlorine', -238, 206],
  [3003, 'chlorine', -238, 174],
  [3004, 'chlorine', -208, 192],
  [3005, 'chlorine', -198, 185],
  [3006, 'chlorine', -186, 194],
  [3007, 'chlorine', -246, 137],
  [3008, 'chlorine', -134, 212],
]);

const points: Point[] = [
  ...vessels.flatMap(([letter]) => [
    measure(
      `LI-301${letter}`,
      `V-301${letter}`,
      vesselLevel,
      letter === 'D'
        ? limits({ high: [3, 'high'] }, 0.5)
        : limits({ low: [12, 'low'], high: [75, 'high'], highHigh: [80, 'critical'] }, 1),
    ),
    measure(
      `PI-301${letter}`,
      `V-301${letter}`,
      pressure(1.6),
      limits({ high: [0.95, 'high'], highHigh: [1.1, 'critical'] }, 0.02),
    ),
    measure(
      `TI-301${letter}`,
      `V-301${letter}`,
      temperature(-40, 60),
      limits({ high: [35, 'medium'], highHigh: [40, 'high'] }, 0.5),
    ),
    measure(`ZI-301${letter}`, `XV-301${letter}`, valvePosition),
  ]),
  ...['A', 'B'].flatMap((letter) => [
    measure(`II-301${letter}`, `P-301${letter}`, current(40), limits({ high: [32, 'medium'] }, 1)),
    measure(
      `TI-302${letter}`,
      `E-301${letter}`,
      named(temperature(0, 120), '出口温度', 'outlet temperature'),
      limits({ low: [45, 'medium'], high: [75, 'high'] }, 1),
    ),
  ]),
  measure('VI-301A', 'P-301A', vibration, limits({ high: [4.5, 'medium'], highHigh: [7.1, 'high'] }, 0.3)),
  measure(
    'PI-302',
    'V-302',
    pressure(1),
    limits({ low: [0.15, 'low'], high: [0.45, 'high'], highHigh: [0.55, 'critical'] }, 0.02),
  ),
  measure('FI-302', 'V-302', named(flow(2000, 'Nm³/h'), '出口流量', 'outlet flow')),
  measure(
    'FI-301',
    'P-302',
    named(flow(60), '碱液循环流量', 'caustic circulation flow'),
    limits({ low: [18, 'high'] }, 1),
  ),
  measure('LI-302', 'T-301', vesselLevel, limits({ low: [40, 'medium'], high: [90, 'low'] }, 1)),
  measure('II-303', 'K-301', current(60), limits({ low: [8, 'high'] }, 1)),
];

export const chlorine: Unit = {
  elements: [...elements, ...detectors.elements],
  points: [...points, ...detectors.points],
};
