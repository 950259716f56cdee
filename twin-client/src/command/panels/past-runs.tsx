import type { IncidentRecord } from '@upwind/sim-server/contract';
import { formatMoment } from '../../language/format.ts';
import { useLanguage } from '../../language/language.ts';
import { useTexts } from '../../language/texts.ts';
import { commandTexts } from '../texts.ts';

interface PastRunsProps {
  readonly records: readonly IncidentRecord[];
  readonly chosen: string | undefined;
  readonly now: number;
  readonly onOpen: (id: string) => void;
}

/** Stored runs, newest first: the incident travels, and is computed again when it is opened. */
export function PastRuns({ records, chosen, now, onOpen }: PastRunsProps) {
  const say = useTexts(commandTexts);
  const language = useLanguage();
  if (records.length === 0) return <p className="outcome-quiet">{say('past.none')}</p>;
  return (
    <ul className="past-runs" data-testid="past-runs">
      {records.map((record) => (
        <li key={record.id}>
          <button type="button" aria-current={record.id === chosen} onClick={() => onOpen(record.id)}>
            <strong>{record.incident.title}</strong>
            <span>{formatMoment(record.openedTime, now, language)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
