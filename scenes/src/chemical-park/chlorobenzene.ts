import type { Element } from '../site/element.ts';
import type { Point } from '../site/point.ts';
import { gas, liquid } from './contents.ts';
import { gasDetectors } from './gas-detectors.ts';
import { current, flow, pressure, temperature, valvePosition, vesselLevel, vibration } from './instrument-types.ts';
import { instrumentsOn, limits, named } from './instruments.ts';
import { block, drum, ground, pumpSet, upright } from './shapes.ts';
import { drawIn, putIn } from './standing.ts';
import type { Unit } from './unit.ts';

const area = { zh: '氯苯装置', en: 'Chlorobenzene unit' };
const put = putIn(area);
const draw = drawIn(area);

const reactors: readonly [letter: string, y: number][] = [
  ['A', -92],
  ['B', -76],
  ['C', -60],
];

/** Pumps stand in a row under the eastern edge of the unit's rack. */
const pumps: readonly [id: string, y: number, zh: string, en: string][] = [
  ['P-201A', -96, '1#苯进料泵', 'Benzene feed pump'],
  ['P-201B', -90, '2#苯进料泵', 'Benzene feed pump'],
  ['P-202A', -78, '1#脱苯塔回流泵', 'Benzene column reflux pump'],
  ['P-202B', -72, '2#脱苯塔回流泵', 'Benzene column reflux pump'],
  ['P-203A', -60, '1#氯苯产品泵', 'Chlorobenzene product pump'],
  ['P-203B', -54, '2#氯苯产品泵', 'Chlorobenzene product pump'],
];

const elements: Element[] = [
  draw('pad', 'PD-201', ground([-90, -108], [60, 50]), ['氯苯装置区地坪', 'Chlorobenzene unit paving']),
  ...reactors.map(([letter, y], index) =>
    put(
      'reactor',
      `R-201${letter}`,
      [-50, y],
      upright(1.7, 9),
      [`${index + 1}#氯化反应器 R-201${letter}`, `Chlorination reactor R-201${letter}`],
      { contents: liquid('benzene', 18_000, 180_000, 353.15) },
    ),
  ),
  put('column', 'C-201', [-50, -34], upright(0.9, 16), ['苯洗涤塔 C-201', 'Benzene scrubber C-201']),
  put('column', 'C-202', [-50, -22], upright(0.8, 14), ['氯化氢吸收塔 C-202', 'HCl absorber C-202'], {
    contents: gas('hydrogen-chloride', 60, 130_000, 313.15),
  }),
  put('column', 'C-203', [12, -84], upright(1.2, 32), ['脱苯塔 C-203', 'Benzene column C-203'], {
    contents: liquid('benzene', 9000, 140_000, 363.15),
  }),
  put('column', 'C-204', [12, -62], upright(1.4, 38), ['氯苯精馏塔 C-204', 'Chlorobenzene column C-204']),
  put('heat-exchanger', 'E-201', [-74, -92], drum(0.6, 6, 1.8), ['苯预热器 E-201', 'Benzene preheater E-201']),
  put('heat-exchanger', 'E-203', [28, -84], drum(0.8, 7, 8), ['脱苯塔冷凝器 E-203', 'Benzene column condenser E-203']),
  put('heat-exchanger', 'E-204', [28, -62], drum(0.8, 7, 8), ['氯苯塔冷凝器 E-204', 'Chlorobenzene condenser E-204']),
  put('heat-exchanger', 'E-205', [12, -46], upright(0.9, 4), ['氯苯塔再沸器 E-205', 'Chlorobenzene reboiler E-205']),
  put(
    'pressure-vessel',
    'V-201',
    [-74, -70],
    upright(1.2, 5),
    ['氯气分配罐 V-201', 'Chlorine distribution drum V-201'],
    {
      contents: gas('chlorine', 45, 300_000, 313.15),
    },
  ),
  put(
    'pressure-vessel',
    'V-203',
    [44, -84],
    drum(1, 5, 1.8),
    ['脱苯塔回流罐 V-203', 'Benzene column reflux drum V-203'],
    {
      contents: liquid('benzene', 8500, 120_000, 313.15),
    },
  ),
  put('pressure-vessel', 'V-204', [44, -62], drum(1, 5, 1.8), [
    '氯苯塔回流罐 V-204',
    'Chlorobenzene reflux drum V-204',
  ]),
  ...pumps.map(([id, y, zh, en]) => put('pump', id, [-5, y], pumpSet, [`${zh} ${id}`, `${en} ${id}`])),
  draw('bund', 'B-205', ground([-88, -8], [-56, 22], 0.8), ['盐酸罐围堰 B-205', 'Hydrochloric acid bund B-205']),
  put('storage-tank', 'T-205', [-72, 7], upright(3.5, 7), ['盐酸储罐 T-205', 'Hydrochloric acid tank T-205'], {
    partOf: 'B-205',
  }),
  draw('bund', 'B-206', ground([18, -14], [56, 20], 0.8), ['氯苯中间罐围堰 B-206', 'Chlorobenzene rundown bund B-206']),
  put('storage-tank', 'T-206', [37, 3], upright(4.2, 9), ['氯苯中间罐 T-206', 'Chlorobenzene rundown tank T-206'], {
    partOf: 'B-206',
  }),
  put('substation', 'SS-201', [-74, 40], block(18, 10, 5.5), [
    '氯苯装置变配电间 SS-201',
    'Chlorobenzene substation SS-201',
  ]),
  put(
    'office',
    'OC-201',
    [44, 42],
    block(16, 9, 4.5),
    ['氯苯外操室 OC-201', 'Chlorobenzene field operators’ room OC-201'],
    {
      people: { day: 10, night: 6 },
    },
  ),
];

const measure = instrumentsOn(elements);
const detectors = gasDetectors(put, [
  [2001, 'chlorine', -70, -76],
  [2002, 'chlorine', -44, -68],
  [2003, 'benzene-vapour', -44, -84],
  [2004, 'benzene-vapour', 2, -88],
  [2005, 'benzene-vapour', 38, -78],
  [2006, 'benzene', 6, -96],
  [2007, 'hydrogen-chloride', -44, -24],
  [2008, 'hydrogen-chloride', -64, 15],
]);

const points: Point[] = [
  ...reactors.flatMap(([letter]) => [
    measure(
      `TI-201${letter}`,
      `R-201${letter}`,
      { ...temperature(0, 150), periodMs: 2000 },
      limits({ low: [72, 'medium'], high: [86, 'high'], highHigh: [92, 'critical'] }, 0.5),
    ),
    measure(
      `PI-201${letter}`,
      `R-201${letter}`,
      pressure(0.4),
      limits({ high: [0.13, 'high'], highHigh: [0.16, 'critical'] }, 0.005),
    ),
    measure(`LI-201${letter}`, `R-201${letter}`, vesselLevel, limits({ low: [35, 'medium'], high: [85, 'medium'] }, 1)),
  ]),
  ...(['3', '4'] as const).flatMap((n) => [
    measure(
      `TI-20${n}T`,
      `C-20${n}`,
      named(temperature(0, 200), '塔顶温度', 'overhead temperature'),
      limits({ high: [n === '3' ? 88 : 138, 'medium'] }, 1),
    ),
    measure(`TI-20${n}B`, `C-20${n}`, named(temperature(0, 250), '塔底温度', 'bottom temperature')),
    measure(
      `PI-20${n}`,
      `C-20${n}`,
      named(pressure(0.25), '塔顶压力', 'overhead pressure'),
      limits({ high: [0.08, 'high'] }, 0.005),
    ),
    measure(
      `LI-20${n}`,
      `C-20${n}`,
      named(vesselLevel, '塔釜液位', 'sump level'),
      limits({ low: [25, 'low'], high: [80, 'medium'] }, 1),
    ),
  ]),
  ...pumps.map(([id]) => measure(id.replace('P', 'II'), id, current(90), limits({ high: [70, 'medium'] }, 3))),
  measure('VI-202A', 'P-202A', vibration, limits({ high: [4.5, 'medium'], highHigh: [7.1, 'high'] }, 0.3)),
  measure('FI-201', 'P-201A', named(flow(40), '苯进料流量', 'benzene feed flow'), limits({ low: [8, 'medium'] }, 0.5)),
  measure('FI-202', 'V-201', named(flow(2000, 'Nm³/h'), '氯气流量', 'chlorine flow')),
  measure('FI-203', 'P-203A', named(flow(40), '氯苯出料流量', 'chlorobenzene product flow')),
  measure('PI-202', 'V-201', pressure(0.6), limits({ low: [0.08, 'low'], high: [0.3, 'high'] }, 0.01)),
  measure('ZI-202', 'V-201', named(valvePosition, '氯气调节阀阀位', 'chlorine control valve position')),
  measure(
    'TI-202',
    'C-202',
    named(temperature(0, 100), '吸收液温度', 'absorption liquor temperature'),
    limits({ high: [45, 'low'], highHigh: [55, 'medium'] }, 1),
  ),
  measure('LI-205', 'T-205', vesselLevel, limits({ low: [10, 'low'], high: [85, 'medium'] }, 1)),
  measure('LI-206', 'T-206', vesselLevel, limits({ low: [10, 'low'], high: [85, 'medium'] }, 1)),
];

export const chlorobenzene: Unit = {
  elements: [...elements, ...detectors.elements],
  points: [...points, ...detectors.points],
};
