import type { Step } from '@upwind/scenarios';
import type { Status } from '../room/room-view.ts';

/** What a trainee's own page knows of how far they are. The score is the server's, from its own record. */
export interface Progress {
  readonly acted: readonly string[];
  /** Ground distance from the start place and metres walked since the drill began. */
  readonly fromStartM: number;
  readonly walkedM: number;
  readonly status: Status;
}

/** Where a limit is a rule of the profile, the task line goes by these: it guides, it does not judge. */
const guide = { moveOffM: 10, crosswindM: 60 } as const;

/** Whether a step looks done from here. */
export function looksDone({ condition }: Step, progress: Progress): boolean {
  const number = (value: number | { readonly rule: string }, otherwise: number) =>
    typeof value === 'number' ? value : otherwise;
  switch (condition.kind) {
    case 'acts':
      return progress.acted.includes(condition.action);
    case 'moves-off':
      return progress.fromStartM > number(condition.distanceM, guide.moveOffM);
    case 'leaves-crosswind':
      return progress.walkedM > number(condition.overM, guide.crosswindM);
    case 'reaches-muster-point':
    case 'reaches':
      return progress.status === 'mustered';
    case 'enters-threat-zone':
    case 'dose-exceeds':
    case 'leaves-before-end':
      return false;
  }
}

/** The steps of a trainee's role, which look done, and the first that does not. */
export function tasksOf(steps: readonly Step[], role: string, progress: Progress) {
  const own = steps.filter((step) => step.role === undefined || step.role === role);
  const done = own.map((step) => looksDone(step, progress));
  const index = done.indexOf(false);
  return { own, done, current: index < 0 ? undefined : own[index], number: index + 1 };
}
