import type { Text } from '@upwind/scenes';
import { levelAt } from '../chemicals/aegl.ts';
import type { AeglSeries, Chemical, ProbitConstants, SixtyMinuteLevels } from '../chemicals/chemical.ts';
import { kgPerM3OfPpm } from '../chemicals/properties.ts';
import { loadOfFatalShare } from './fatality.ts';
import { shown } from './shown.ts';
import type { ThreatLevel } from './threat-zone.ts';

/** Every limit that can bound a zone. `fatal-1` and `fatal-50`: 1 and 50 % of people die, by the probit. */
export const profileLevels = [
  'aegl-1',
  'aegl-2',
  'aegl-3',
  'erpg-1',
  'erpg-2',
  'erpg-3',
  'pac-1',
  'pac-2',
  'pac-3',
  'idlh',
  'lfl-10',
  'lfl-25',
  'lfl-50',
  'lfl-100',
  'fatal-1',
  'fatal-50',
] as const;
export type ProfileLevel = (typeof profileLevels)[number] | ThreatLevel;

/** Lists of limits that people draw together. */
export const zoneProfiles = {
  aegl: ['aegl-1', 'aegl-2', 'aegl-3'],
  erpg: ['erpg-1', 'erpg-2', 'erpg-3'],
  pac: ['pac-1', 'pac-2', 'pac-3'],
  escape: ['idlh', 'aegl-3'],
  flammable: ['lfl-10', 'lfl-50', 'lfl-100'],
  fatality: ['fatal-1', 'fatal-50'],
} as const satisfies Record<string, readonly ProfileLevel[]>;
export type ZoneProfile = keyof typeof zoneProfiles;

/** A limit as it is drawn: where a concentration, or the toxic load taken in so far, reaches it. */
export interface ProfileLimit {
  readonly level: ProfileLevel;
  /** kg/m³, or with `probit` the load (mg/m³)ⁿ min of its exponent. */
  readonly limit: number;
  /** Present where the limit is a toxic load; absent for a concentration. */
  readonly probit?: ProbitConstants;
  /** The time over which the limit means its concentration, s; 0 for a momentary one. A load has its own time. */
  readonly meantOverS: number;
  readonly label: Text;
}

/** Who is exposed, in which air. */
export interface ProfileSetting {
  /** Exposure time, min, for the limits that depend on it. */
  readonly minutes: number;
  readonly temperatureK: number;
  /**
   * Peak-to-mean ratio by which flammable limits are lowered, since a flame asks for the moment and a field gives a
   * mean; 1, the default, leaves them: the half of the LFL already allows for a ratio of 2.
   */
  readonly flammablePeakToMean?: number;
}

/** The limits of a chemical for a list of levels, in their order; a level that it does not have is left out. */
export function profileLimits(
  chemical: Chemical,
  levels: readonly ProfileLevel[],
  setting: ProfileSetting,
): ProfileLimit[] {
  return levels.flatMap((level) => limitOf(chemical, level, setting) ?? []);
}

function limitOf(chemical: Chemical, level: ProfileLevel, setting: ProfileSetting): ProfileLimit | undefined {
  const [kind, rank] = level.split('-') as [string, string | undefined];
  const perPpm = kgPerM3OfPpm(chemical, setting.temperatureK);
  switch (kind) {
    case 'aegl':
      return aeglLimit(chemical, level, rank as '1' | '2' | '3', perPpm, setting.minutes);
    case 'erpg':
      return oneHourLimit('ERPG', chemical.erpg, level, rank as '1' | '2' | '3', perPpm);
    case 'pac':
      return oneHourLimit('PAC', chemical.pac ?? pacOfAegl(chemical), level, rank as '1' | '2' | '3', perPpm);
    case 'idlh': {
      if (!chemical.idlhPpm) return undefined;
      const amount = `${shown(chemical.idlhPpm.value)} ppm`;
      const label = { zh: `IDLH，30 分钟：${amount}`, en: `IDLH, 30 min: ${amount}` };
      return { level, limit: chemical.idlhPpm.value * perPpm, meantOverS: 1800, label };
    }
    case 'lfl':
      return flammableLimit(chemical, level, Number(rank), perPpm, setting.flammablePeakToMean ?? 1);
    default:
      return fatalLimit(chemical, level, Number(rank), setting.temperatureK);
  }
}

function aeglLimit(
  { toxic }: Chemical,
  level: ProfileLevel,
  rank: '1' | '2' | '3',
  perPpm: number,
  minutes: number,
): ProfileLimit | undefined {
  const series: AeglSeries | undefined = toxic?.[`aegl${rank}`];
  const at = toxic && levelAt(series, minutes, toxic.exponent.value, toxic.longerExponent?.value);
  if (!at) return undefined;
  const name = `${toxic.name ?? 'AEGL'}-${rank}`;
  const amount = `${shown(at.ppm)} ppm`;
  const time = Math.round(minutes);
  const from = at.carriedFromMinutes;
  return {
    level,
    limit: at.ppm * perPpm,
    meantOverS: 60 * minutes,
    label: {
      zh: `${name}，${time} 分钟：${amount}${from === undefined ? '' : `（由 ${from} 分钟值按 Cⁿt 换算）`}`,
      en: `${name}, ${time} min: ${amount}${from === undefined ? '' : ` (from ${from} min by Cⁿt)`}`,
    },
  };
}

function oneHourLimit(
  name: string,
  levels: SixtyMinuteLevels | undefined,
  level: ProfileLevel,
  rank: '1' | '2' | '3',
  perPpm: number,
): ProfileLimit | undefined {
  const ppm = levels?.[`level${rank}`];
  if (ppm === undefined) return undefined;
  const amount = `${shown(ppm)} ppm`;
  const label = { zh: `${name}-${rank}，60 分钟：${amount}`, en: `${name}-${rank}, 60 min: ${amount}` };
  return { level, limit: ppm * perPpm, meantOverS: 3600, label };
}

/** DOE's own order of precedence: where there is a 60-min AEGL, it is the PAC. */
function pacOfAegl({ toxic }: Chemical): SixtyMinuteLevels | undefined {
  if (!toxic || (toxic.name ?? 'AEGL') !== 'AEGL') return undefined;
  const [level1, level2, level3] = [toxic.aegl1?.[2], toxic.aegl2[2], toxic.aegl3[2]];
  return {
    ...(level1 === undefined ? {} : { level1 }),
    ...(level2 === undefined ? {} : { level2 }),
    ...(level3 === undefined ? {} : { level3 }),
    source: toxic.source,
  };
}

function flammableLimit(
  { flammable }: Chemical,
  level: ProfileLevel,
  percent: number,
  perPpm: number,
  peakToMean: number,
): ProfileLimit | undefined {
  if (!flammable) return undefined;
  const volume = (flammable.lowerPct.value * percent) / 100;
  const amount = `${shown(volume)} vol%`;
  const lowered = peakToMean === 1 ? undefined : shown(peakToMean);
  return {
    level,
    limit: (volume * 1e4 * perPpm) / peakToMean,
    meantOverS: 0,
    label: {
      zh: `爆炸下限的 ${percent}%：${amount}${lowered ? `（峰均比 ${lowered}）` : ''}`,
      en: `${percent} % of the LFL: ${amount}${lowered ? ` (peak-to-mean ${lowered})` : ''}`,
    },
  };
}

function fatalLimit(
  chemical: Chemical,
  level: ProfileLevel,
  percent: number,
  temperatureK: number,
): ProfileLimit | undefined {
  const probit = chemical.probits?.[0];
  if (!probit) return undefined;
  return {
    level,
    limit: loadOfFatalShare(probit, percent / 100, chemical, temperatureK),
    probit,
    meantOverS: 0,
    label: { zh: `死亡概率 ${percent}%（概率函数）`, en: `${percent} % fatality (probit)` },
  };
}
