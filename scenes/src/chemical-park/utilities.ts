import type { Element } from '../site/element.ts';
import type { Point } from '../site/point.ts';
import { current, flow, oxygen, pressure, tankLevel, temperature, vesselLevel, vibration } from './instrument-types.ts';
import { instrumentsOn, limits, named } from './instruments.ts';
import { block, drum, ground, upright } from './shapes.ts';
import { drawIn, putIn } from './standing.ts';
import type { Unit } from './unit.ts';

const power = { zh: '动力站', en: 'Power and steam' };
const water = { zh: '循环水及消防水站', en: 'Cooling and fire water' };
const flare = { zh: '火炬区', en: 'Flare area' };
const treatment = { zh: '污水及事故水池', en: 'Waste water and emergency basin' };
const cells = ['A', 'B', 'C'] as const;
const tanks = ['A', 'B'] as const;

function powerAndSteam(): Element[] {
  const put = putIn(power);
  return [
    put('workshop', 'BH-601', [112, -72], block(40, 24, 18), ['锅炉房 BH-601', 'Boiler house BH-601'], {
      people: { day: 6, night: 4 },
    }),
    put('stack', 'ST-601', [150, -72], upright(1.8, 60), ['锅炉烟囱 ST-601', 'Boiler stack ST-601']),
    put(
      'substation',
      'SS-601',
      [205, -74],
      block(46, 22, 9),
      ['35 kV总变电所 SS-601', '35 kV main substation SS-601'],
      {
        people: { day: 3, night: 2 },
      },
    ),
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
}

function coolingAndFireWater(): Element[] {
  const put = putIn(water);
  const draw = drawIn(water);
  return [
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
}

function flareAndBasins(): Element[] {
  const put = putIn(flare);
  const draw = drawIn(treatment);
  return [
    put('flare', 'FL-701', [-425, 222], upright(0.9, 90), ['高架火炬 FL-701', 'Elevated flare FL-701']),
    put('pressure-vessel', 'V-701', [-372, 176], drum(1.5, 8, 2.5), ['火炬分液罐 V-701', 'Flare knock-out drum V-701']),
    put('pressure-vessel', 'V-702', [-388, 192], drum(1.2, 5, 2), ['火炬水封罐 V-702', 'Flare seal drum V-702']),
    draw('water', 'WB-701', ground([-456, 8], [-396, 56]), ['事故应急池 WB-701', 'Emergency containment basin WB-701']),
    draw('water', 'WB-702', ground([-380, 8], [-330, 56]), ['初期雨水池 WB-702', 'First-flush rainwater basin WB-702']),
    putIn(treatment)(
      'workshop',
      'WW-701',
      [-345, -40],
      block(26, 14, 7),
      ['污水提升泵房 WW-701', 'Waste water pump house WW-701'],
      {
        people: { day: 2, night: 1 },
      },
    ),
  ];
}

const elements: Element[] = [...powerAndSteam(), ...coolingAndFireWater(), ...flareAndBasins()];
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
  ...tanks.flatMap((letter) => [
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
  measure(
    'LI-701',
    'WB-701',
    named(tankLevel(5), '液位', 'level'),
    limits({ high: [1, 'medium'], highHigh: [2, 'high'] }, 0.05),
  ),
  measure('LI-702', 'V-701', vesselLevel, limits({ high: [50, 'medium'], highHigh: [70, 'high'] }, 1)),
  measure(
    'TI-701',
    'FL-701',
    named(temperature(0, 1200), '长明灯温度', 'pilot flame temperature'),
    limits({ low: [350, 'high'] }, 20),
  ),
  measure(
    'FI-701',
    'V-702',
    named(flow(20_000, 'Nm³/h'), '火炬气流量', 'flare gas flow'),
    limits({ high: [6000, 'medium'], highHigh: [12_000, 'high'] }, 200),
  ),
];

export const utilities: Unit = { elements, points };
