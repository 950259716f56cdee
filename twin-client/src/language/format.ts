import type { Language } from '@upwind/scenes';

const locale: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-GB' };

/** A value as an instrument shows it: as many decimals as its size bears, grouped, never in scientific form. */
export function formatValue(value: number, language: Language): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  const digits = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : 3;
  return new Intl.NumberFormat(locale[language], {
    minimumFractionDigits: size === 0 ? 0 : Math.min(digits, 2),
    maximumFractionDigits: digits,
  }).format(value);
}

export function formatCount(value: number, language: Language): string {
  return new Intl.NumberFormat(locale[language], { maximumFractionDigits: 0 }).format(value);
}

/** 09:41:07, in the reader's time zone. */
export function formatClock(time: number, language: Language): string {
  return new Intl.DateTimeFormat(locale[language], {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(time);
}

/** Day and time; the year only where it is not this one. */
export function formatMoment(time: number, now: number, language: Language): string {
  const sameYear = new Date(time).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(locale[language], {
    ...(sameYear ? {} : { year: 'numeric' as const }),
    month: language === 'zh' ? 'numeric' : 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(time);
}

/** Age in the largest unit that says enough: 3 s, 4 min, 2 h, 5 d. Clocks that run ahead count as zero. */
export function ageParts(ageMs: number): { readonly count: number; readonly unit: 's' | 'min' | 'h' | 'd' } {
  const seconds = Math.max(0, Math.round(ageMs / 1000));
  if (seconds < 90) return { count: seconds, unit: 's' };
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return { count: minutes, unit: 'min' };
  const hours = Math.round(minutes / 60);
  if (hours < 36) return { count: hours, unit: 'h' };
  return { count: Math.round(hours / 24), unit: 'd' };
}
