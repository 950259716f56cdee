import type { Language } from '@upwind/scenes';

const points: Readonly<Record<Language, readonly string[]>> = {
  zh: ['北', '东北', '东', '东南', '南', '西南', '西', '西北'],
  en: ['north', 'north-east', 'east', 'south-east', 'south', 'south-west', 'west', 'north-west'],
};

/** The compass point of a bearing (degrees clockwise from north), as people say it. */
export function compassPoint(deg: number, language: Language): string {
  const sector = Math.round((((deg % 360) + 360) % 360) / 45) % 8;
  return points[language][sector] ?? '';
}
