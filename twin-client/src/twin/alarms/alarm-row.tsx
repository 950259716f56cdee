import type { Alarm } from '@upwind/sim-server/contract';
import { Button, Tooltip } from 'antd';
import { useAge } from '../../language/age.ts';
import { formatMoment } from '../../language/format.ts';
import { useLanguage } from '../../language/language.ts';
import { sharedTexts } from '../../language/shared-texts.ts';
import { useTexts } from '../../language/texts.ts';
import { useLive } from '../../live/live-site.tsx';
import type { DrawnSite } from '../../scene/drawn-site.ts';
import { priorityShapes } from '../../scene/labels/label-board.ts';
import { useRole } from '../../session/session.ts';
import { twinTexts } from '../texts.ts';
import { useAlarmLine } from './alarm-line.ts';

interface AlarmRowProps {
  readonly site: DrawnSite;
  readonly alarm: Alarm;
  onVisit(): void;
  onAcknowledge(): void;
}

const acknowledging: ReadonlySet<string> = new Set(['park-manager', 'commander', 'administrator']);

/** One alarm in one line: how grave, what, where, how bad, since when, and the button. */
export function AlarmRow({ site, alarm, onVisit, onAcknowledge }: AlarmRowProps) {
  const say = useTexts(twinTexts);
  const sayShared = useTexts(sharedTexts);
  const language = useLanguage();
  const age = useAge();
  const live = useLive();
  const role = useRole();
  const line = useAlarmLine(site)(alarm);
  const waiting = alarm.state === 'active-unacked' || alarm.state === 'rtn-unacked';
  const since = live.now() - alarm.raisedSourceTime;
  const may = role !== undefined && acknowledging.has(role);
  return (
    <li
      className={`alarm${waiting ? ' alarm-waiting' : ''}${alarm.state === 'rtn-unacked' ? ' alarm-returned' : ''}`}
      data-testid={`alarm-${alarm.point}`}
      data-state={alarm.state}
    >
      <button type="button" className="alarm-line" onClick={onVisit}>
        <span className={`alarm-priority tone-${alarm.priority}`}>
          <span aria-hidden>{priorityShapes[alarm.priority]}</span> {sayShared(`priority.${alarm.priority}`)}
        </span>
        <span className="alarm-what">
          <b>{line.what}</b>
          <span>{line.where}</span>
        </span>
        <span className="alarm-bad">{line.howBad}</span>
        <span className="alarm-since" title={formatMoment(alarm.raisedSourceTime, live.now(), language)}>
          {age(since)}
        </span>
        <span className="alarm-state">{say(`alarm.state.${alarm.state}`)}</span>
      </button>
      {waiting && (
        <Tooltip title={may ? '' : say('acknowledge.not-yours')}>
          <Button size="small" disabled={!may} onClick={onAcknowledge} data-testid={`acknowledge-${alarm.point}`}>
            {say('acknowledge')}
          </Button>
        </Tooltip>
      )}
    </li>
  );
}
