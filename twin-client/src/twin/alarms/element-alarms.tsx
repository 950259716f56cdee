import type { Alarm } from '@upwind/sim-server/contract';
import { useState } from 'react';
import { useAlarms } from '../../live/live-site.tsx';
import { useSecond } from '../../live/now.ts';
import type { DrawnSite } from '../../scene/drawn-site.ts';
import { AcknowledgeDialog } from './acknowledge-dialog.tsx';
import { AlarmRow } from './alarm-row.tsx';

/** The alarms of one element, in its own panel. */
export function ElementAlarms({ site, element }: { readonly site: DrawnSite; readonly element: string }) {
  const alarms = useAlarms().filter((alarm) => alarm.element === element);
  const [asked, setAsked] = useState<Alarm>();
  useSecond();
  if (alarms.length === 0) return undefined;
  return (
    <>
      <ul className="alarms-here">
        {alarms.map((alarm) => (
          <AlarmRow
            key={alarm.id}
            site={site}
            alarm={alarm}
            onVisit={() => undefined}
            onAcknowledge={() => setAsked(alarm)}
          />
        ))}
      </ul>
      {asked !== undefined && <AcknowledgeDialog site={site} alarm={asked} onClose={() => setAsked(undefined)} />}
    </>
  );
}
