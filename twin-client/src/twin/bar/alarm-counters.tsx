import type { AlarmPriority } from '@upwind/sim-server/contract';
import { sharedTexts } from '../../language/shared-texts.ts';
import { useTexts } from '../../language/texts.ts';
import { useAlarms } from '../../live/live-site.tsx';
import { priorityShapes } from '../../scene/labels/label-board.ts';
import { twinTexts } from '../texts.ts';

const priorities: readonly AlarmPriority[] = ['critical', 'high', 'medium', 'low'];

/** How many alarms of each priority; grey at zero, a ring where some wait to be acknowledged. Opens the list. */
export function AlarmCounters({ open, onToggle }: { readonly open: boolean; readonly onToggle: () => void }) {
  const say = useTexts(twinTexts);
  const sayShared = useTexts(sharedTexts);
  const alarms = useAlarms();
  return (
    <button
      type="button"
      className="bar-alarms"
      aria-expanded={open}
      onClick={onToggle}
      data-testid="alarm-counters"
      aria-label={`${say('alarms')}: ${priorities
        .map(
          (priority) =>
            `${sayShared(`priority.${priority}`)} ${alarms.filter((alarm) => alarm.priority === priority).length}`,
        )
        .join(', ')}`}
    >
      {priorities.map((priority) => {
        const these = alarms.filter((alarm) => alarm.priority === priority);
        const waiting = these.some(({ state }) => state === 'active-unacked' || state === 'rtn-unacked');
        return (
          <span
            key={priority}
            className={`bar-count${these.length > 0 ? ` bar-count-some tone-${priority}` : ''}${waiting ? ' bar-count-waiting' : ''}`}
            data-testid={`count-${priority}`}
          >
            <span aria-hidden>{priorityShapes[priority]}</span>
            <span className="bar-count-word">{sayShared(`priority.${priority}`)}</span>
            <b>{these.length}</b>
          </span>
        );
      })}
    </button>
  );
}
