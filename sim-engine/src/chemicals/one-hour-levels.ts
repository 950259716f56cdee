import type { AeglSeries, Sourced, ToxicLimits } from './chemical.ts';
import { read, sources } from './sources.ts';

type Levels = readonly [(number | undefined)?, (number | undefined)?, (number | undefined)?];

/** A 60-min value where no other duration is given. */
export function sixtyMinutes(ppm: number): AeglSeries {
  return [undefined, undefined, ppm, undefined, undefined];
}

/** The exponents for a substance whose own is not known. */
export const unknownExponents = { exponent: read(3, 'sop'), longerExponent: read(1, 'sop') } as const;

function levelsOf([one, two, three]: Levels): Pick<ToxicLimits, 'aegl1' | 'aegl2' | 'aegl3'> {
  const series = (ppm: number | undefined) => (ppm === undefined ? [] : sixtyMinutes(ppm));
  return { ...(one === undefined ? {} : { aegl1: series(one) }), aegl2: series(two), aegl3: series(three) };
}

/** AEGL-1, -2, -3 of 60 min, the only duration at hand; other times follow by Cⁿt, which the label of a zone says. */
export function aeglOfOneHour(ppm: Levels, exponent?: Sourced): ToxicLimits {
  return { ...levelsOf(ppm), source: sources.aloha, ...(exponent ? { exponent } : unknownExponents) };
}

const pacStandIn = {
  zh: '美国能源部 PAC 值（60 分钟），EPA 未制定 AEGL',
  en: 'US DOE PAC values (60 min); EPA has set no AEGL',
};
const erpgStandIn = {
  zh: '美国工业卫生协会 ERPG 值（60 分钟），代替 AEGL',
  en: 'AIHA ERPG values (60 min) stand for AEGL',
};

/** PAC-1, -2, -3 where EPA has set no AEGL. */
export function pacAsLevels(ppm: Levels): ToxicLimits {
  return { ...levelsOf(ppm), name: 'PAC', source: sources.pac, standIn: pacStandIn, ...unknownExponents };
}

/** ERPG-1, -2, -3 where there is neither AEGL nor PAC at hand. */
export function erpgAsLevels(ppm: Levels): ToxicLimits {
  return { ...levelsOf(ppm), name: 'ERPG', source: sources.erpg, standIn: erpgStandIn, ...unknownExponents };
}

const always = (ppm: number): AeglSeries => [ppm, ppm, ppm, ppm, ppm];

/** Nitrogen, argon: the three levels at which DOE's PAC of hydrogen and methane leave 19.5, 16 and 12.5 % oxygen. */
export const simpleAsphyxiant: ToxicLimits = {
  aegl1: always(65_000),
  aegl2: always(230_000),
  aegl3: always(400_000),
  name: 'PAC',
  source: sources.pac,
  standIn: {
    zh: '单纯窒息性气体：以氢气、甲烷的 PAC 值代替（氧含量降到 19.5%、16%、12.5%）',
    en: 'A simple asphyxiant: PAC of hydrogen and methane stand in (oxygen down to 19.5, 16 and 12.5 %)',
  },
  ...unknownExponents,
};

/** Carbon dioxide: the 15-min occupational limit and the IDLH, held over all times. */
export const carbonDioxideLimits: ToxicLimits = {
  aegl2: always(30_000),
  aegl3: always(40_000),
  name: 'STEL/IDLH',
  source: 'Ontario STEL 30 000 ppm; IDLH 40 000 ppm of the NOAA ALOHA library',
  standIn: {
    zh: '二氧化碳无 AEGL：以 15 分钟接触限值（30 000 ppm）和 IDLH（40 000 ppm）代替 2、3 级',
    en: 'Carbon dioxide has no AEGL: the 15-min limit (30 000 ppm) and the IDLH (40 000 ppm) stand for levels 2 and 3',
  },
  ...unknownExponents,
};

/** Formaldehyde: EPA's interim values, which the reference library lacks. */
export const formaldehydeLimits: ToxicLimits = {
  aegl1: sixtyMinutes(0.9),
  aegl2: sixtyMinutes(14),
  aegl3: sixtyMinutes(56),
  source: `US EPA AEGL, interim, 60 min. ${sources.memory}`,
  ...unknownExponents,
  standIn: {
    zh: '甲醛：EPA 临时 AEGL（60 分钟），未经核对',
    en: 'Formaldehyde: EPA’s interim AEGL (60 min), unverified',
  },
  name: 'AEGL',
};
