import type { DrillRoomSummary } from '@upwind/sim-server/contract';
import { App, Button, Spin, Tooltip } from 'antd';
import { Check, Copy, Eye, Play, RectangleGoggles, Square, WifiOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { useStore } from 'zustand';
import { clock } from '../drill/page/wording.ts';
import { drillApi } from '../drill/room/api.ts';
import type { DrillRoom } from '../drill/room/drill-room.ts';
import type { Attendee } from '../drill/room/room-view.ts';
import type { SitePlan } from '../drill/site-plan.ts';
import { drillTexts } from '../drill/texts.ts';
import { useSentence } from '../language/errors.ts';
import { useName } from '../language/language.ts';
import { useTexts } from '../language/texts.ts';
import { toneOf } from './conduct-map.tsx';
import { positionOf, toNearestMusterM } from './positions.ts';
import { RoomResults } from './room-results.tsx';
import { conductTexts } from './texts.ts';

interface RoomPanelProps {
  readonly summary: DrillRoomSummary;
  readonly site: SitePlan;
  readonly room: DrillRoom;
}

/** Beside the map: the code to say, the trainees, start and end, and at the end the results. */
export function RoomPanel({ summary, site, room }: RoomPanelProps) {
  const say = useTexts(conductTexts);
  const sayDrill = useTexts(drillTexts);
  const name = useName();
  const phase = useStore(room.store, (view) => view.phase);
  const attendees = useStore(room.store, (view) => view.attendees);
  const link = useStore(room.store, (view) => view.link.kind);
  const timeS = useStore(room.store, (view) => view.timeS);
  const roomId = useStore(room.store, (view) => view.roomId);
  return (
    <aside className="conduct-panel panel">
      <header>
        <h1>{name(summary.drill.title)}</h1>
        <span className="drill-phase" data-phase={phase} data-testid="phase">
          {sayDrill(`phase.${phase}`)}
        </span>
      </header>
      {phase === 'waiting' && <Code code={summary.code} />}
      {phase !== 'waiting' && (
        <p className="conduct-time">
          <b>{clock(timeS)}</b> {say('elapsed')} · {say('of', { time: clock(summary.drill.durationS) })}
        </p>
      )}
      {link === 'reconnecting' && (
        <p className="conduct-link">
          <Spin size="small" /> {sayDrill('link.joining')}
        </p>
      )}
      <h2>
        {say('trainees')} <span>{`${attendees.length} / ${summary.drill.seats.max}`}</span>
      </h2>
      {attendees.length === 0 && <p className="conduct-none">{say('no-trainees')}</p>}
      <ul className="conduct-trainees" data-testid="conduct-trainees">
        {attendees.map((attendee) => (
          <TraineeLine key={attendee.session} attendee={attendee} phase={phase} site={site} room={room} />
        ))}
      </ul>
      {phase === 'ended' && <RoomResults roomId={roomId} />}
      <Actions summary={summary} phase={phase} trainees={attendees.length} />
    </aside>
  );
}

function Code({ code }: { readonly code: string }) {
  const say = useTexts(conductTexts);
  const { message } = App.useApp();
  const copy = () => {
    navigator.clipboard
      ?.writeText(`${location.origin}/drill/${code}`)
      .then(() => message.success(say('code.copied')))
      .catch(() => undefined);
  };
  return (
    <div className="conduct-code">
      <span>{say('code')}</span>
      <b data-testid="room-code">{code}</b>
      <Tooltip title={say('code.copy')}>
        <Button type="text" icon={<Copy size={16} />} onClick={copy} aria-label={say('code.copy')} />
      </Tooltip>
      <p>{say('code.how')}</p>
    </div>
  );
}

interface TraineeLineProps {
  readonly attendee: Attendee;
  readonly phase: string;
  readonly site: SitePlan;
  readonly room: DrillRoom;
}

function TraineeLine({ attendee, phase, site, room }: TraineeLineProps) {
  const say = useTexts(conductTexts);
  const sayDrill = useTexts(drillTexts);
  const [metres, setMetres] = useState<number>();
  useEffect(() => {
    const measure = () => {
      const position = positionOf(room.poses, attendee.session, performance.now());
      setMetres(position && toNearestMusterM(site, position.at));
    };
    measure();
    const timer = setInterval(measure, 500);
    return () => clearInterval(timer);
  }, [room, attendee.session, site]);
  const state = !attendee.connected
    ? sayDrill('status.away')
    : phase === 'waiting'
      ? sayDrill(attendee.ready ? 'ready.yes' : 'ready.no')
      : sayDrill(`status.${attendee.status}`);
  return (
    <li data-tone={toneOf(attendee)}>
      <span className="conduct-trainee-dot" aria-hidden />
      <span className="conduct-trainee-name">
        {attendee.displayName}
        {attendee.inHeadset && <RectangleGoggles size={14} aria-label={sayDrill('headset.worn')} />}
        {!attendee.connected && <WifiOff size={14} aria-hidden />}
      </span>
      <span className="conduct-trainee-state" data-ready={attendee.ready}>
        {phase === 'waiting' && attendee.ready && <Check size={14} aria-hidden />} {state}
      </span>
      {phase === 'running' && attendee.status === 'active' && metres !== undefined && (
        <span className="conduct-trainee-way">{say('to-muster', { metres: Math.round(metres) })}</span>
      )}
    </li>
  );
}

interface ActionsProps {
  readonly summary: DrillRoomSummary;
  readonly phase: 'waiting' | 'running' | 'ended';
  readonly trainees: number;
}

function Actions({ summary, phase, trainees }: ActionsProps) {
  const say = useTexts(conductTexts);
  const sentence = useSentence();
  const { message, modal } = App.useApp();
  const [working, setWorking] = useState(false);
  const order = async (what: 'start' | 'end') => {
    setWorking(true);
    const answer = await drillApi[what](summary.code);
    setWorking(false);
    if (!answer.ok) message.error(say('refused', { why: sentence(answer.fault) }));
  };
  const end = () =>
    modal.confirm({
      title: say(phase === 'running' ? 'end.sure' : 'close.sure'),
      content: say(phase === 'running' ? 'end.sure.what' : 'close.sure.what'),
      okText: say(phase === 'running' ? 'end' : 'close'),
      cancelText: say('cancel'),
      okButtonProps: { danger: true },
      onOk: () => order('end'),
    });
  return (
    <footer className="conduct-actions">
      {phase === 'waiting' && (
        <Button
          type="primary"
          block
          icon={<Play size={16} />}
          loading={working}
          disabled={trainees === 0}
          onClick={() => void order('start')}
          data-testid="start"
        >
          {say('start')}
        </Button>
      )}
      {phase !== 'ended' && (
        <>
          <Link to={`/drill/${summary.code}`} target="_blank">
            <Tooltip title={say('eye-view.what')}>
              <Button block icon={<Eye size={16} />}>
                {say('eye-view')}
              </Button>
            </Tooltip>
          </Link>
          <Button danger block icon={<Square size={14} />} onClick={end} data-testid="end">
            {say(phase === 'running' ? 'end' : 'close')}
          </Button>
        </>
      )}
      {phase === 'ended' && (
        <Link to="/conduct">
          <Button block>{say('all-rooms')}</Button>
        </Link>
      )}
    </footer>
  );
}
