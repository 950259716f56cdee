import { aromatics } from './aromatics.ts';
import type { Chemical } from './chemical.ts';
import { fuels } from './fuels.ts';
import { sixtyMinutes, unknownExponents } from './one-hour-levels.ts';
import { sources } from './sources.ts';

/** Which substance stands for a mixture, by id: its molecule and its vapour pressure are that substance's. */
export const standsFor: Readonly<Record<string, string>> = {
  lpg: 'propane',
  lng: 'methane',
  gasoline: 'hexane',
  xylene: 'm-xylene',
};

const methane = fuels.find((fuel) => fuel.id === 'methane') as Chemical;
const metaXylene = aromatics.find((aromatic) => aromatic.id === 'm-xylene') as Chemical;
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
      name: 'AEGL',
      source: sources.aloha,
      standIn: { zh: '以正己烷的 AEGL 代替', en: "n-hexane's AEGL stands for gasoline" },
      ...unknownExponents,
    },
  },
  { ...methane, id: 'lng', cas: '74-82-8', name: { zh: '液化天然气', en: 'LNG' } },
  { ...metaXylene, id: 'xylene', cas: '1330-20-7', name: { zh: '二甲苯', en: 'Xylene' } },
];
