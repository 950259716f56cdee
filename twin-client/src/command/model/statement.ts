/** The first words of a model's name, before its colon: who it is, without how. Several models stand one after another. */
export function headOf(name: string): string {
  const heads = name.split(/[;；]/).map((part) => (part.split(/[:：(（]/)[0] ?? '').trim());
  return heads.filter((head) => head !== '').join(' + ');
}

/** An averaging time in the unit in which people say it. */
export function averagingWords(averagingTimeS: number): {
  readonly unit: 'none' | 's' | 'min';
  readonly count: number;
} {
  if (averagingTimeS <= 0) return { unit: 'none', count: 0 };
  if (averagingTimeS < 60) return { unit: 's', count: Math.round(averagingTimeS) };
  return { unit: 'min', count: Math.round(averagingTimeS / 6) / 10 };
}
