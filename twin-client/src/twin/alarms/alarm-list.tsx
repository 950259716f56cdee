import type { Alarm } from '@upwind/sim-server/contract';
import { Button } from 'antd';
import { CircleCheck, X } from 'lucide-react';
import { useState } from 'react';
import { sharedTexts } from '../../language/shared-texts.ts';
import { useTexts } from '../../language/texts.ts';
import { useAlarms } from '../../live/live-site.tsx';
import { useSecond } from '../../live/now.ts';
import type { DrawnSite } from '../../scene/drawn-site.ts';
import type { SceneHandle } from '../../scene/scene-handle.ts';
import { twinTexts } from '../texts.ts';
import { AcknowledgeDialog } from './acknowledge-dialog.tsx';
import { AlarmRow } from './alarm-row.tsx';

interface AlarmListProps {
  readonly site: DrawnSite;
  readonly scene: SceneHandle;
  onClose(): void;
}

/** All alarms that are not history, the gravest and unacknowledged first. */
export function AlarmList({ site, scene, onClose }: AlarmListProps) {
  const say = useTexts(twinTexts);
  const sayShared = useTexts(sharedTexts);
  const alarms = useAlarms();
  useSecond();
  const [asked, setAsked] = useState<Alarm>();
  const waiting = alarms.filter(({ state }) => state === 'active-unacked' || state === 'rtn-unacked').length;
  return (
    <section className="alarms" aria-label={say('alarms')} data-testid="alarm-list">
      <header className="alarms-head">
        <h2>{say('alarms')}</h2>
        {waiting > 0 && <span className="alarms-waiting">{say('alarms.waiting', { count: waiting })}</span>}
        <span className="bar-space" />
        <Button type="text" size="small" icon={<X size={16} />} aria-label={sayShared('close')} onClick={onClose} />
      </header>
      {alarms.length === 0 ? (
        <p className="alarms-none">
          <CircleCheck size={18} aria-hidden /> {say('alarms.none')} <span>{say('alarms.none.what')}</span>
        </p>
      ) : (
        <ul>
          {alarms.map((alarm) => (
            <AlarmRow
              key={alarm.id}
              site={site}
              alarm={alarm}
              onVisit={() => scene.visit(site, alarm.element)}
              onAcknowledge={() => setAsked(alarm)}
            />
          ))}
        </ul>
      )}
      {asked !== undefined && <AcknowledgeDialog site={site} alarm={asked} onClose={() => setAsked(undefined)} />}
    </section>
  );
}
