import { aeglLoad, levelAt } from '../chemicals/aegl.ts';
import type { Chemical } from '../chemicals/chemical.ts';
import { kgPerM3OfPpm } from '../chemicals/properties.ts';
import { shown } from './shown.ts';
import type { ThreatLevel } from './threat-zone.ts';

/** One limit of a run: from which concentration on a zone of this level begins. */
export interface ThreatLimit {
  readonly level: ThreatLevel;
  readonly limitKgPerM3: number;
  readonly label: { readonly zh: string; readonly en: string };
}

export type AeglLevel = 'aegl-1' | 'aegl-2' | 'aegl-3';

/** The limits of a chemical for people exposed for `minutes`, and its flammable fractions, at an air temperature. */
export function threatLimits(chemical: Chemical, minutes: number, temperatureK: number): ThreatLimit[] {
  const perPpm = kgPerM3OfPpm(chemical, temperatureK);
  const limits: ThreatLimit[] = [];
  const { toxic, flammable } = chemical;
  if (toxic) {
    for (const [level, series] of [
      ['aegl-1', toxic.aegl1],
      ['aegl-2', toxic.aegl2],
      ['aegl-3', toxic.aegl3],
    ] as const) {
      const at = levelAt(series, minutes, toxic.exponent.value, toxic.longerExponent?.value);
      if (at === undefined) continue;
      const name = `${toxic.name ?? 'AEGL'}-${level.slice(-1)}`;
      const amount = `${shown(at.ppm)} ppm`;
      const time = Math.round(minutes);
      const from = at.carriedFromMinutes;
      limits.push({
        level,
        limitKgPerM3: at.ppm * perPpm,
        label: {
          zh: `${name}，${time} 分钟：${amount}${from === undefined ? '' : `（由 ${from} 分钟值按 Cⁿt 换算）`}`,
          en: `${name}, ${time} min: ${amount}${from === undefined ? '' : ` (from ${from} min by Cⁿt)`}`,
        },
      });
    }
  }
  if (flammable) {
    for (const [level, share] of [
      ['lfl-10', 0.1],
      ['lfl-50', 0.5],
      ['lfl-100', 1],
    ] as const) {
      const pct = flammable.lowerPct.value * share;
      limits.push({
        level,
        limitKgPerM3: pct * 1e4 * perPpm,
        label: {
          zh: `爆炸下限的 ${share * 100}%：${shown(pct)} vol%`,
          en: `${share * 100} % of the LFL: ${shown(pct)} vol %`,
        },
      });
    }
  }
  return limits;
}

/** The toxic load that reaches a level, (mg/m³)ⁿ min, for people exposed for up to `minutes`; absent where there is none. */
export function toxicLoadOf(
  chemical: Chemical,
  level: AeglLevel,
  minutes: number,
  temperatureK: number,
): number | undefined {
  const { toxic } = chemical;
  if (!toxic) return undefined;
  const series = level === 'aegl-1' ? toxic.aegl1 : level === 'aegl-2' ? toxic.aegl2 : toxic.aegl3;
  const mgPerPpm = kgPerM3OfPpm(chemical, temperatureK) * 1e6;
  const scaled = series?.map((ppm) => (ppm === undefined ? undefined : ppm * mgPerPpm));
  return aeglLoad(scaled, minutes, toxic.exponent.value);
}
