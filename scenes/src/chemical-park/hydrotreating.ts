import type { Element } from '../site/element.ts';
import type { Point } from '../site/point.ts';
import { gas, liquid } from './contents.ts';
import { gasDetectors } from './gas-detectors.ts';
import { current, flow, oxygen, pressure, temperature, vesselLevel, vibration } from './instrument-types.ts';
import { instrumentsOn, limits, named } from './instruments.ts';
import { block, drum, ground, pumpSet, upright } from './shapes.ts';
import { drawIn, putIn } from './standing.ts';
import type { Unit } from './unit.ts';

const area = { zh: '汽油加氢装置', en: 'Gasoline hydrotreating unit' };
const put = putIn(area);
const draw = drawIn(area);
const letters = ['A', 'B'] as const;

const pumps: readonly [id: string, y: number, zh: string, en: string][] = [
  ['P-401A', -52, '1#加氢进料泵', 'Hydrotreater feed pump'],
  ['P-401B', -46, '2#加氢进料泵', 'Hydrotreater feed pump'],
  ['P-402A', -34, '1#贫胺液泵', 'Lean amine pump'],
  ['P-402B', -28, '2#贫胺液泵', 'Lean amine pump'],
];

const elements: Element[] = [
  draw('pad', 'PD-401', ground([-282, -110], [-122, 50]), ['汽油加氢装置区地坪', 'Hydrotreating unit paving']),
  put('furnace', 'F-401', [-266, -92], block(10, 7, 15), ['反应进料加热炉 F-401', 'Reactor feed furnace F-401']),
  put('stack', 'ST-401', [-266, -78], upright(0.9, 45), ['加热炉烟囱 ST-401', 'Furnace stack ST-401']),
  put(
    'reactor',
    'R-401',
    [-232, -94],
    upright(1.4, 18),
    ['加氢脱硫反应器 R-401', 'Hydrodesulfurisation reactor R-401'],
    {
      contents: gas('hydrogen', 60, 2_600_000, 573.15),
    },
  ),
  put(
    'heat-exchanger',
    'E-401A',
    [-218, -94],
    drum(0.7, 7, 1.8),
    ['1#反应产物换热器 E-401A', 'Feed–effluent exchanger E-401A'],
    {
      headingDeg: 90,
    },
  ),
  put(
    'heat-exchanger',
    'E-401B',
    [-212, -94],
    drum(0.7, 7, 1.8),
    ['2#反应产物换热器 E-401B', 'Feed–effluent exchanger E-401B'],
    {
      headingDeg: 90,
    },
  ),
  put(
    'pressure-vessel',
    'V-401',
    [-232, -74],
    upright(1.2, 7.5),
    ['高压分离器 V-401', 'High-pressure separator V-401'],
    {
      contents: liquid('gasoline', 5500, 2_200_000, 313.15),
    },
  ),
  put('pressure-vessel', 'V-402', [-218, -74], drum(1, 5, 1.8), ['低压分离器 V-402', 'Low-pressure separator V-402'], {
    contents: liquid('gasoline', 6200, 700_000, 313.15),
  }),
  put('column', 'C-401', [-232, -50], upright(1.2, 30), ['汽提塔 C-401', 'Stripper C-401'], {
    contents: liquid('gasoline', 9000, 850_000, 433.15),
  }),
  put('heat-exchanger', 'E-402', [-250, -50], drum(0.7, 6, 8), ['汽提塔顶冷凝器 E-402', 'Stripper condenser E-402']),
  put('pressure-vessel', 'V-403', [-250, -36], drum(0.9, 4.5, 1.8), [
    '汽提塔回流罐 V-403',
    'Stripper reflux drum V-403',
  ]),
  put('column', 'C-402', [-232, -22], upright(0.9, 24), ['循环氢脱硫塔 C-402', 'Recycle gas amine absorber C-402'], {
    contents: gas('hydrogen-sulfide', 35, 2_100_000, 318.15),
  }),
  put('column', 'C-403', [-150, -20], upright(0.9, 22), ['胺液再生塔 C-403', 'Amine regenerator C-403'], {
    contents: gas('hydrogen-sulfide', 20, 190_000, 383.15),
  }),
  put(
    'pressure-vessel',
    'V-405',
    [-150, 0],
    upright(0.8, 4.5),
    ['酸性气分液罐 V-405', 'Acid gas knock-out drum V-405'],
    {
      contents: gas('hydrogen-sulfide', 25, 170_000, 313.15),
    },
  ),
  ...letters.map((letter, index) =>
    put(
      'compressor',
      `K-401${letter}`,
      [-165, -94 + 16 * index],
      block(8, 4, 3.6),
      [`${index + 1}#循环氢压缩机 K-401${letter}`, `Recycle hydrogen compressor K-401${letter}`],
      { contents: gas('hydrogen', 15, 2_600_000, 343.15) },
    ),
  ),
  put('pressure-vessel', 'V-404', [-148, -86], upright(0.9, 5.5), [
    '压缩机入口分液罐 V-404',
    'Compressor suction drum V-404',
  ]),
  ...pumps.map(([id, y, zh, en]) => put('pump', id, [-190, y], pumpSet, [`${zh} ${id}`, `${en} ${id}`])),
  put('substation', 'SS-401', [-262, 36], block(18, 10, 5.5), [
    '加氢装置变配电间 SS-401',
    'Hydrotreating substation SS-401',
  ]),
  put(
    'office',
    'OC-401',
    [-142, 38],
    block(16, 9, 4.5),
    ['加氢外操室 OC-401', 'Hydrotreating field operators’ room OC-401'],
    {
      people: { day: 12, night: 7 },
    },
  ),
];

const measure = instrumentsOn(elements);
const detectors = gasDetectors(put, [
  [4001, 'hydrogen-sulfide', -226, -68],
  [4002, 'hydrogen-sulfide', -244, -40],
  [4003, 'hydrogen-sulfide', -226, -18],
  [4004, 'hydrogen-sulfide', -186, -31],
  [4005, 'hydrogen-sulfide', -144, -14],
  [4006, 'hydrogen-sulfide', -144, 4],
  [4007, 'hydrogen', -165, -88],
  [4008, 'hydrogen', -226, -88],
  [4009, 'gasoline', -212, -68],
  [4010, 'gasoline', -186, -49],
]);

const points: Point[] = [
  measure(
    'TI-401',
    'F-401',
    named({ ...temperature(0, 500), periodMs: 2000 }, '出口温度', 'outlet temperature'),
    limits({ high: [315, 'high'], highHigh: [330, 'critical'] }, 2),
  ),
  measure(
    'AI-401',
    'F-401',
    named(oxygen, '烟气氧含量', 'flue gas oxygen'),
    limits({ lowLow: [1.5, 'high'], low: [2, 'medium'] }, 0.2),
  ),
  measure(
    'TI-402',
    'ST-401',
    named(temperature(0, 400), '排烟温度', 'flue gas temperature'),
    limits({ high: [190, 'low'] }, 2),
  ),
  measure(
    'TI-403',
    'R-401',
    named({ ...temperature(0, 500), periodMs: 2000 }, '床层温度', 'bed temperature'),
    limits({ high: [335, 'high'], highHigh: [350, 'critical'] }, 2),
  ),
  measure(
    'PI-403',
    'R-401',
    named(pressure(4), '入口压力', 'inlet pressure'),
    limits({ low: [1.9, 'medium'], high: [2.7, 'high'] }, 0.03),
  ),
  measure(
    'LI-401',
    'V-401',
    vesselLevel,
    limits({ lowLow: [15, 'critical'], low: [25, 'medium'], high: [75, 'medium'] }, 1),
  ),
  measure('PI-401', 'V-401', pressure(4), limits({ high: [2.4, 'high'] }, 0.03)),
  measure('LI-402', 'V-402', vesselLevel, limits({ low: [25, 'low'], high: [75, 'medium'] }, 1)),
  measure(
    'TI-404T',
    'C-401',
    named(temperature(0, 200), '塔顶温度', 'overhead temperature'),
    limits({ high: [118, 'medium'] }, 1),
  ),
  measure('TI-404B', 'C-401', named(temperature(0, 300), '塔底温度', 'bottom temperature')),
  measure(
    'PI-404',
    'C-401',
    named(pressure(1.6), '塔顶压力', 'overhead pressure'),
    limits({ high: [0.85, 'high'] }, 0.02),
  ),
  measure(
    'LI-404',
    'C-401',
    named(vesselLevel, '塔釜液位', 'sump level'),
    limits({ low: [25, 'low'], high: [80, 'medium'] }, 1),
  ),
  measure('PI-405', 'V-405', pressure(0.25), limits({ high: [0.1, 'high'] }, 0.005)),
  ...letters.flatMap((letter) => [
    measure(
      `II-401${letter}`,
      `K-401${letter}`,
      current(260),
      limits({ high: [215, 'medium'], highHigh: [235, 'high'] }, 5),
    ),
    measure(
      `VI-401${letter}`,
      `K-401${letter}`,
      { ...vibration, periodMs: letter === 'A' ? 100 : 2000 },
      limits({ high: [7.1, 'medium'], highHigh: [11.2, 'high'] }, 0.4),
    ),
    measure(
      `TI-405${letter}`,
      `K-401${letter}`,
      named(temperature(0, 150), '轴承温度', 'bearing temperature'),
      limits({ high: [75, 'medium'], highHigh: [85, 'high'] }, 1),
    ),
  ]),
  ...pumps.map(([id]) => measure(id.replace('P', 'IP'), id, current(140), limits({ high: [112, 'medium'] }, 4))),
  measure('FI-401', 'P-401A', named(flow(120), '进料流量', 'feed flow'), limits({ low: [45, 'medium'] }, 2)),
  measure('FI-402', 'P-402A', named(flow(60), '贫胺液流量', 'lean amine flow'), limits({ low: [20, 'low'] }, 1)),
  measure('FI-403', 'V-404', named(flow(40_000, 'Nm³/h'), '循环氢流量', 'recycle hydrogen flow')),
];

export const hydrotreating: Unit = {
  elements: [...elements, ...detectors.elements],
  points: [...points, ...detectors.points],
};
