import type { Language } from '@upwind/scenes';
import type { DrillSummary } from '@upwind/sim-server/contract';
import { presentLanguage } from '../../language/language.ts';
import { say } from '../../language/texts.ts';
import type { Caption } from '../room/room-view.ts';
import { drillTexts } from '../texts.ts';

/** Minutes and seconds, as a watch that counts down shows them. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** A reading in ppm as a hand-held instrument shows it: a decimal below ten, whole above, no false digits. */
export function meterText(ppm: number, language: Language): string {
  if (!Number.isFinite(ppm)) return '–';
  const digits = ppm < 10 ? 1 : 0;
  const rounded = ppm < 1000 ? ppm : Math.round(ppm / 10) * 10;
  return new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(rounded);
}

/** A chemical's name in the present language; an unknown one keeps its id. */
export function chemicalName(chemical: string): string {
  const key = `chemical.${chemical}`;
  return isKey(key) ? say(drillTexts, key) : chemical;
}

function isKey(key: string): key is keyof typeof drillTexts.entries {
  return key in drillTexts.entries;
}

/** What a caption says, sounds in brackets as subtitles for the deaf have them. */
export function captionText(caption: Caption, drill: DrillSummary): string {
  const { kind, code } = caption;
  const action = drill.actions?.find(({ id }) => id === code)?.title[presentLanguage()] ?? '';
  const chemical = code === undefined ? '' : chemicalName(code);
  return say(drillTexts, `caption.${kind}`, { action, chemical });
}
