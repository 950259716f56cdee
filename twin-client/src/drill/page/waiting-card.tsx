import type { DrillSummary } from '@upwind/sim-server/contract';
import { Button, Checkbox, Segmented } from 'antd';
import { Check, RectangleGoggles, X } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import { useName } from '../../language/language.ts';
import { useTexts } from '../../language/texts.ts';
import { type Comfort, rememberComfort, rememberedComfort } from '../headset/comfort.ts';
import type { DrillRoom } from '../room/drill-room.ts';
import type { Attendee } from '../room/room-view.ts';
import type { Stage } from '../stage/stage.ts';
import { drillTexts } from '../texts.ts';
import { ControlsHelp } from './controls-help.tsx';

interface WaitingCardProps {
  readonly stage: Stage;
  readonly room: DrillRoom;
  readonly drill: DrillSummary;
  readonly code: string;
  readonly onHeadset: (comfort: Comfort) => void;
  readonly onLeave: () => void;
}

/** The lobby of a room: what is to come, who is here, ready, headset. The place can be seen behind it. */
export function WaitingCard({ stage, room, drill, code, onHeadset, onLeave }: WaitingCardProps) {
  const say = useTexts(drillTexts);
  const name = useName();
  const [comfort, setComfort] = useState(rememberedComfort);
  const attendees = useStore(room.store, (view) => view.attendees);
  const session = useStore(room.store, (view) => view.session);
  const headset = useStore(stage.view, (view) => view.headset);
  const own = attendees.find((attendee) => attendee.session === session);
  const change = (part: Partial<Comfort>) => {
    const next = { ...comfort, ...part };
    setComfort(next);
    rememberComfort(next);
  };
  if (headset === 'in' || headset === 'entering') return undefined;
  return (
    <section className="drill-waiting panel" data-testid="waiting">
      <header>
        <span className="drill-waiting-code">
          {say('room')} <b data-testid="room-code">{code}</b>
        </span>
        <Button type="text" size="small" icon={<X size={16} />} onClick={onLeave} aria-label={say('leave')} />
      </header>
      <h1>{name(drill.title)}</h1>
      <p className="drill-waiting-briefing">{name(drill.briefing)}</p>
      <h2>{say('who-is-here')}</h2>
      <ul className="drill-attendees" data-testid="attendees">
        {attendees.map((attendee) => (
          <AttendeeLine key={attendee.session} attendee={attendee} own={attendee.session === session} drill={drill} />
        ))}
      </ul>
      {own ? (
        <>
          <Button
            type={own.ready ? 'default' : 'primary'}
            size="large"
            block
            data-testid="ready"
            aria-pressed={own.ready}
            onClick={() => room.ready(!own.ready)}
          >
            {say(own.ready ? 'ready.not-yet' : 'ready.i-am')}
          </Button>
          <p className="drill-waiting-note">{say('ready.wait')}</p>
        </>
      ) : (
        <p className="drill-waiting-note">{say('task.observe')}</p>
      )}
      {headset === 'absent' ? (
        <p className="drill-waiting-note">{say('headset.absent')}</p>
      ) : (
        <div className="drill-headset">
          <Button
            block
            icon={<RectangleGoggles size={18} />}
            loading={headset === 'asking'}
            data-testid="enter-headset"
            onClick={() => onHeadset(comfort)}
          >
            {say('headset.enter')}
          </Button>
          <div className="drill-comfort">
            <Checkbox checked={comfort.seated} onChange={({ target }) => change({ seated: target.checked })}>
              {say('comfort.seated')}
            </Checkbox>
            <Checkbox
              checked={comfort.hand === 'left'}
              onChange={({ target }) => change({ hand: target.checked ? 'left' : 'right' })}
            >
              {say('comfort.left-handed')}
            </Checkbox>
            <Checkbox checked={comfort.walking} onChange={({ target }) => change({ walking: target.checked })}>
              {say('comfort.walking')}
            </Checkbox>
            <Checkbox checked={comfort.vignette} onChange={({ target }) => change({ vignette: target.checked })}>
              {say('comfort.vignette')}
            </Checkbox>
            <span className="drill-comfort-snap">
              {say('comfort.snap')}
              <Segmented
                size="small"
                value={comfort.snapDeg}
                options={[
                  { label: '30°', value: 30 },
                  { label: '45°', value: 45 },
                ]}
                onChange={(value) => change({ snapDeg: value === 45 ? 45 : 30 })}
              />
            </span>
          </div>
        </div>
      )}
      <details className="drill-controls">
        <summary>{say('controls')}</summary>
        <ControlsHelp />
      </details>
    </section>
  );
}

function AttendeeLine({
  attendee,
  own,
  drill,
}: {
  readonly attendee: Attendee;
  readonly own: boolean;
  readonly drill: DrillSummary;
}) {
  const say = useTexts(drillTexts);
  const name = useName();
  const role = drill.roles.find(({ id }) => id === attendee.role);
  return (
    <li data-connected={attendee.connected}>
      <span className="drill-attendee-dot" data-ready={attendee.ready} aria-hidden>
        {attendee.ready && <Check size={12} strokeWidth={3} />}
      </span>
      <span className="drill-attendee-name">
        {attendee.displayName}
        {own && <em>{say('you')}</em>}
      </span>
      <span className="drill-attendee-role">
        {attendee.inHeadset && <RectangleGoggles size={14} aria-label={say('headset.worn')} />}
        {role && name(role.title)}
      </span>
      <span className="drill-attendee-state">
        {say(attendee.connected ? (attendee.ready ? 'ready.yes' : 'ready.no') : 'status.away')}
      </span>
    </li>
  );
}
