import type { AttemptRow } from '@upwind/sim-server/contract';

/** What one trainee has done, newest attempt first. */
export interface TraineeRecord {
  readonly trainee: string;
  readonly name: string;
  readonly attempts: readonly AttemptRow[];
  readonly passed: number;
  readonly best: number;
  readonly latest: AttemptRow;
}

/** Attempts gathered by trainee; whoever did one last comes first. */
export function recordsOf(rows: readonly AttemptRow[]): readonly TraineeRecord[] {
  const byTrainee = new Map<string, AttemptRow[]>();
  for (const row of rows) byTrainee.set(row.trainee, [...(byTrainee.get(row.trainee) ?? []), row]);
  return [...byTrainee]
    .flatMap(([trainee, own]): TraineeRecord[] => {
      const attempts = own.sort((a, b) => b.endedTime - a.endedTime);
      const [latest] = attempts;
      if (latest === undefined) return [];
      return [
        {
          trainee,
          name: latest.traineeName,
          attempts,
          passed: attempts.filter(({ verdict }) => verdict === 'pass').length,
          best: Math.max(...attempts.map(({ score }) => score)),
          latest,
        },
      ];
    })
    .sort((a, b) => b.latest.endedTime - a.latest.endedTime);
}
