/** The first words of a model's name, before its colon: who it is, without how. */
export function headOf(name: string): string {
  const [head = name] = name.split(/[:：;；(（]/);
  return head.trim();
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
