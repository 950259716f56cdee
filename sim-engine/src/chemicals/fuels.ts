import type { Chemical } from './chemical.ts';
import { read, sixtyMinutes, sources } from './sources.ts';

const protectiveAction = {
  zh: '美国能源部 PAC 值（60 分钟），EPA 未制定 AEGL',
  en: 'US DOE PAC values (60 min); EPA has set no AEGL',
};

/** Substances that burn before they poison. AEGL in ppm at 10, 30, 60, 240 and 480 min. */
export const fuels: readonly Chemical[] = [
  {
    id: 'methane',
    cas: '74-82-8',
    name: { zh: '甲烷', en: 'Methane' },
    molarMassKgPerMol: read(0.01604, 'aloha'),
    boilingK: read(111.67, 'crc'),
    criticalK: read(190.56, 'yaws'),
    criticalPa: read(4_599_000, 'yaws'),
    vaporisationJPerKg: read(510_600, 'crc'),
    gasHeatJPerKgK: read(2226, 'coolprop'),
    liquidHeatJPerKgK: read(3481, 'coolprop'),
    liquidKgPerM3: read(422.4, 'coolprop'),
    flammable: { lowerPct: read(4.4, 'iec'), upperPct: read(17, 'iec') },
    toxic: {
      aegl1: sixtyMinutes(65_000),
      aegl2: sixtyMinutes(230_000),
      aegl3: sixtyMinutes(400_000),
      source: sources.pac,
      standIn: protectiveAction,
      exponent: read(1, 'haber'),
    },
  },
  {
    id: 'hydrogen',
    cas: '1333-74-0',
    name: { zh: '氢气', en: 'Hydrogen' },
    molarMassKgPerMol: read(0.00202, 'aloha'),
    boilingK: read(20.39, 'crc'),
    criticalK: read(33.18, 'yaws'),
    criticalPa: read(1_313_000, 'yaws'),
    vaporisationJPerKg: read(445_500, 'crc'),
    gasHeatJPerKgK: read(14_303, 'coolprop'),
    liquidHeatJPerKgK: read(9772, 'coolprop'),
    liquidKgPerM3: read(70.8, 'coolprop'),
    flammable: { lowerPct: read(4, 'iec'), upperPct: read(77, 'iec') },
    toxic: {
      aegl1: sixtyMinutes(65_000),
      aegl2: sixtyMinutes(230_000),
      aegl3: sixtyMinutes(400_000),
      source: sources.pac,
      standIn: protectiveAction,
      exponent: read(1, 'haber'),
    },
  },
  {
    id: 'propane',
    cas: '74-98-6',
    name: { zh: '丙烷', en: 'Propane' },
    molarMassKgPerMol: read(0.0441, 'aloha'),
    boilingK: read(231.05, 'crc'),
    criticalK: read(369.83, 'yaws'),
    criticalPa: read(4_248_000, 'yaws'),
    vaporisationJPerKg: read(431_700, 'crc'),
    gasHeatJPerKgK: read(1663, 'coolprop'),
    liquidHeatJPerKgK: read(2246, 'coolprop'),
    liquidKgPerM3: read(580.9, 'coolprop'),
    flammable: { lowerPct: read(1.7, 'iec'), upperPct: read(10.9, 'iec') },
    toxic: {
      aegl1: [10_000, 6900, 5500, 5500, 5500],
      aegl2: [17_000, 17_000, 17_000, 17_000, 17_000],
      aegl3: [33_000, 33_000, 33_000, 33_000, 33_000],
      source: sources.aegl,
      exponent: read(1, 'haber'),
    },
    idlhPpm: read(2100, 'aloha'),
  },
  {
    id: 'butane',
    cas: '106-97-8',
    name: { zh: '正丁烷', en: 'n-Butane' },
    molarMassKgPerMol: read(0.05812, 'aloha'),
    boilingK: read(272.65, 'crc'),
    criticalK: read(425.12, 'yaws'),
    criticalPa: read(3_796_000, 'yaws'),
    vaporisationJPerKg: read(386_100, 'crc'),
    gasHeatJPerKgK: read(1694, 'coolprop'),
    liquidHeatJPerKgK: read(2310, 'coolprop'),
    liquidKgPerM3: read(601.3, 'coolprop'),
    flammable: { lowerPct: read(1.4, 'iec'), upperPct: read(9.3, 'iec') },
    toxic: {
      aegl1: sixtyMinutes(5500),
      aegl2: sixtyMinutes(17_000),
      aegl3: sixtyMinutes(53_000),
      source: sources.aloha,
      exponent: read(1, 'haber'),
    },
  },
];

const propane = fuels.find((fuel) => fuel.id === 'propane') as Chemical;
const asPropane = (value: number) => ({ value, source: `As propane, its main part: ${sources.coolprop}` });
const asHexane = (value: number, source: string) => ({ value, source: `n-Hexane stands for gasoline: ${source}` });

/** Mixtures, by the substance that stands for them; each number says so. */
export const mixtures: readonly Chemical[] = [
  {
    ...propane,
    id: 'lpg',
    cas: '68476-85-7',
    name: { zh: '液化石油气', en: 'LPG' },
    liquidKgPerM3: asPropane(580.9),
    liquidHeatJPerKgK: asPropane(2246),
  },
  {
    id: 'gasoline',
    cas: '86290-81-5',
    name: { zh: '汽油', en: 'Gasoline' },
    molarMassKgPerMol: asHexane(0.08618, sources.aloha),
    boilingK: asHexane(341.88, sources.crc),
    criticalK: asHexane(507.6, sources.yaws),
    criticalPa: asHexane(3_025_000, sources.yaws),
    vaporisationJPerKg: asHexane(334_800, sources.crc),
    gasHeatJPerKgK: asHexane(1657, sources.coolprop),
    liquidHeatJPerKgK: asHexane(2252, sources.coolprop),
    liquidKgPerM3: asHexane(659.3, sources.coolprop),
    flammable: {
      lowerPct: asHexane(1, sources.iec),
      upperPct: asHexane(8.9, sources.iec),
    },
    toxic: {
      aegl2: sixtyMinutes(2900),
      aegl3: sixtyMinutes(8600),
      source: sources.aloha,
      standIn: { zh: '以正己烷的 AEGL 代替', en: "n-hexane's AEGL stands for gasoline" },
      exponent: read(1, 'haber'),
    },
  },
];
