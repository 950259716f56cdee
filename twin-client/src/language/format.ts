import type { Language, Point, Quantity } from '@upwind/scenes';

const locale: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-GB' };

/** A number in words and tables: as many decimals as its size bears, grouped, never in scientific form. */
export function formatValue(value: number, language: Language): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  const digits = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : 3;
  return new Intl.NumberFormat(locale[language], { maximumFractionDigits: digits }).format(value);
}

/** Things that are counted have no decimals. */
const counted: ReadonlySet<Quantity> = new Set<Quantity>(['people-count', 'running']);

/** Decimals an instrument of this span shows: about one part in a thousand, always the same for one instrument. */
export function decimalsOf({ quantity, range }: Pick<Point, 'quantity' | 'range'>): number {
  if (counted.has(quantity)) return 0;
  const span = Math.max(1e-6, range.high - range.low);
  return Math.min(4, Math.max(0, 3 - Math.floor(Math.log10(span))));
}

/** A live value as its instrument shows it. */
export function formatReading(value: number, point: Pick<Point, 'quantity' | 'range'>, language: Language): string {
  if (!Number.isFinite(value)) return '–';
  const digits = decimalsOf(point);
  return new Intl.NumberFormat(locale[language], {
    minimumFractionDigits: digits,
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
