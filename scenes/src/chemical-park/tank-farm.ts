import type { Element } from '../site/element.ts';
import type { Point } from '../site/point.ts';
import { liquid } from './contents.ts';
import { type DetectedGasName, gasDetectors } from './gas-detectors.ts';
import { current, flow, pressure, tankLevel, temperature, vibration } from './instrument-types.ts';
import { instrumentsOn, limits, named } from './instruments.ts';
import { ground, pumpSet, upright } from './shapes.ts';
import { drawIn, putIn } from './standing.ts';
import type { Unit } from './unit.ts';

/** Two equal tanks of one product in their own bund, with a duty and a spare pump on a pad to the north. */
interface Group {
  number: number;
  product: DetectedGasName;
  zh: string;
  en: string;
  area: { zh: string; en: string };
  tank: { radiusM: number; heightM: number; x: number; y: readonly [south: number, north: number] };
  bund: { southWest: [number, number]; northEast: [number, number]; heightM: number };
  pad: { west: number; east: number };
  densityKgPerM3: number;
  fill: readonly [A: number, B: number];
  flowM3PerH: number;
}

const one = { zh: '一罐区', en: 'Tank farm I' };
const two = { zh: '二罐区', en: 'Tank farm II' };

/** Densities at 20 °C: CRC Handbook of Chemistry and Physics; gasoline a middle figure of GB 17930. */
const groups: readonly Group[] = [
  {
    number: 101,
    product: 'methanol',
    zh: '甲醇',
    en: 'Methanol',
    area: one,
    tank: { radiusM: 10.5, heightM: 16, x: -51, y: [-266, -220] },
    bund: { southWest: [-84, -290], northEast: [-18, -196], heightM: 1.4 },
    pad: { west: -70, east: -32 },
    densityKgPerM3: 792,
    fill: [0.78, 0.41],
    flowM3PerH: 120,
  },
  {
    number: 104,
    product: 'gasoline',
    zh: '汽油',
    en: 'Gasoline',
    area: one,
    tank: { radiusM: 10.5, heightM: 16, x: 29, y: [-266, -220] },
    bund: { southWest: [-4, -290], northEast: [62, -196], heightM: 1.4 },
    pad: { west: 10, east: 48 },
    densityKgPerM3: 740,
    fill: [0.62, 0.83],
    flowM3PerH: 180,
  },
  {
    number: 102,
    product: 'benzene-vapour',
    zh: '苯',
    en: 'Benzene',
    area: two,
    tank: { radiusM: 8.5, heightM: 14.5, x: -238, y: [-262, -222] },
    bund: { southWest: [-268, -284], northEast: [-208, -200], heightM: 1.2 },
    pad: { west: -257, east: -219 },
    densityKgPerM3: 879,
    fill: [0.7, 0.36],
    flowM3PerH: 60,
  },
  {
    number: 103,
    product: 'toluene',
    zh: '甲苯',
    en: 'Toluene',
    area: two,
    tank: { radiusM: 7.25, heightM: 13, x: -160, y: [-262, -222] },
    bund: { southWest: [-188, -284], northEast: [-132, -200], heightM: 1.2 },
    pad: { west: -179, east: -141 },
    densityKgPerM3: 867,
    fill: [0.55, 0.72],
    flowM3PerH: 50,
  },
];

function storage(group: Group): Unit {
  const { number, tank, bund, pad } = group;
  const put = putIn(group.area);
  const draw = drawIn(group.area);
  const volumeM3 = Math.PI * tank.radiusM ** 2 * tank.heightM;
  const letters = ['A', 'B'] as const;
  const elements: Element[] = [
    draw('bund', `B-${number}`, ground(bund.southWest, bund.northEast, bund.heightM), [
      `${group.zh}罐组防火堤 B-${number}`,
      `${group.en} bund B-${number}`,
    ]),
    ...letters.map((letter, index) =>
      put(
        'storage-tank',
        `T-${number}${letter}`,
        [tank.x, index === 0 ? tank.y[0] : tank.y[1]],
        upright(tank.radiusM, tank.heightM),
        [`${index + 1}#${group.zh}储罐 T-${number}${letter}`, `${group.en} tank T-${number}${letter}`],
        {
          contents: liquid(
            group.product === 'benzene-vapour' ? 'benzene' : group.product,
            Math.round((volumeM3 * (index === 0 ? group.fill[0] : group.fill[1]) * group.densityKgPerM3) / 1000) * 1000,
          ),
          partOf: `B-${number}`,
        },
      ),
    ),
    draw('pad', `PD-${number}`, ground([pad.west, -178], [pad.east, -164]), [
      `${group.zh}泵区`,
      `${group.en} pump pad`,
    ]),
    ...letters.map((letter, index) =>
      put(
        'pump',
        `P-${number}${letter}`,
        [pad.west + (index === 0 ? 12 : 24), -171],
        pumpSet,
        [`${index + 1}#${group.zh}输送泵 P-${number}${letter}`, `${group.en} transfer pump P-${number}${letter}`],
        { headingDeg: 90 },
      ),
    ),
  ];
  const measure = instrumentsOn(elements);
  const H = tank.heightM;
  const points: Point[] = [
    ...letters.flatMap((letter) => [
      measure(
        `LI-${number}${letter}`,
        `T-${number}${letter}`,
        tankLevel(H),
        limits(
          {
            lowLow: [1, 'high'],
            low: [1.8, 'medium'],
            high: [decimetre(0.86 * H), 'medium'],
            highHigh: [decimetre(0.92 * H), 'critical'],
          },
          0.05,
        ),
      ),
      measure(
        `TI-${number}${letter}`,
        `T-${number}${letter}`,
        temperature(-20, 80),
        limits({ high: [38, 'low'], highHigh: [45, 'high'] }, 0.5),
      ),
      measure(`II-${number}${letter}`, `P-${number}${letter}`, current(120), limits({ high: [96, 'medium'] }, 4)),
    ]),
    measure(
      `VI-${number}A`,
      `P-${number}A`,
      vibration,
      limits({ high: [4.5, 'medium'], highHigh: [7.1, 'high'] }, 0.3),
    ),
    measure(
      `PI-${number}`,
      `P-${number}A`,
      named(pressure(1.6), '出口压力', 'discharge pressure'),
      limits({ low: [0.25, 'low'] }, 0.03),
    ),
    measure(`FI-${number}`, `P-${number}A`, named(flow(2 * group.flowM3PerH), '出口流量', 'discharge flow')),
  ];
  const gas = gasDetectors(put, [
    [number * 10 + 1, group.product, tank.x, (tank.y[0] + tank.y[1]) / 2],
    [number * 10 + 2, group.product, pad.west + 18, -168],
  ]);
  return { elements: [...elements, ...gas.elements], points: [...points, ...gas.points] };
}

function decimetre(metres: number): number {
  return Math.round(metres * 10) / 10;
}

export const tankFarm: readonly Unit[] = groups.map(storage);
