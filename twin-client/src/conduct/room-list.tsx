import './conduct.css';
import type { DrillSummary } from '@upwind/sim-server/contract';
import { App, Button, Skeleton } from 'antd';
import { Clock, ListChecks, Users } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { drillApi } from '../drill/room/api.ts';
import { drillTexts } from '../drill/texts.ts';
import { useSentence } from '../language/errors.ts';
import { useName } from '../language/language.ts';
import { useTexts } from '../language/texts.ts';
import { useResource } from '../live/resource.ts';
import { FaultNotice } from '../shell/fault-notice.tsx';
import { conductTexts } from './texts.ts';

const everyMs = 3000;

/** `/conduct`: the drills there are, and the rooms that are open. */
export function RoomList() {
  const say = useTexts(conductTexts);
  const sayDrill = useTexts(drillTexts);
  const name = useName();
  const [drills, againDrills] = useResource('drills', drillApi.drills);
  const [rooms, againRooms] = useResource('drill-rooms', drillApi.rooms);
  useEffect(() => {
    const timer = setInterval(againRooms, everyMs);
    return () => clearInterval(timer);
  }, [againRooms]);
  const open = rooms.kind === 'here' ? rooms.value.filter(({ phase }) => phase !== 'ended') : [];
  return (
    <div className="page conduct-list">
      <h1>{say('title')}</h1>
      <p className="conduct-about">{say('about')}</p>
      <h2>{say('drills')}</h2>
      {drills.kind === 'loading' && <Skeleton active paragraph={{ rows: 3 }} />}
      {drills.kind === 'failed' && <FaultNotice fault={drills.fault} onRetry={againDrills} />}
      <ul className="conduct-drills">
        {drills.kind === 'here' &&
          drills.value.map((drill) => (
            <li key={drill.id} className="panel">
              <DrillCard drill={drill} />
            </li>
          ))}
      </ul>
      <h2>{say('open-rooms')}</h2>
      {rooms.kind === 'failed' && drills.kind === 'here' && <FaultNotice fault={rooms.fault} onRetry={againRooms} />}
      {rooms.kind === 'here' && open.length === 0 && <p className="conduct-none">{say('no-rooms')}</p>}
      <ul className="conduct-rooms">
        {open.map((room) => (
          <li key={room.code}>
            <Link to={`/conduct/${room.code}`} className="panel" data-testid={`conduct-${room.code}`}>
              <b>{room.code}</b>
              <span className="conduct-room-title">{name(room.drill.title)}</span>
              <span>{sayDrill(`phase.${room.phase}`)}</span>
              <span>
                <Users size={14} aria-hidden /> {room.trainees.length} / {room.drill.seats.max}
              </span>
              <span className="conduct-room-go">{say('conduct')}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

function DrillCard({ drill }: { readonly drill: DrillSummary }) {
  const say = useTexts(conductTexts);
  const name = useName();
  const sentence = useSentence();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [opening, setOpening] = useState(false);
  const open = async () => {
    setOpening(true);
    const answer = await drillApi.open(drill.id);
    setOpening(false);
    if (answer.ok) void navigate(`/conduct/${answer.value.code}`);
    else message.error(sentence(answer.fault));
  };
  return (
    <>
      <div className="conduct-drill-what">
        <strong>{name(drill.title)}</strong>
        <p>{name(drill.briefing)}</p>
        <p className="conduct-drill-facts">
          <span>
            <Users size={14} aria-hidden /> {say('seats', drill.seats)}
          </span>
          <span>
            <Clock size={14} aria-hidden /> {say('minutes', { count: Math.ceil(drill.durationS / 60) })}
          </span>
          {drill.steps && (
            <span>
              <ListChecks size={14} aria-hidden /> {say('steps', { count: drill.steps.length })}
            </span>
          )}
          <span>{say('version', { version: drill.version })}</span>
        </p>
      </div>
      <Button type="primary" loading={opening} onClick={() => void open()} data-testid={`open-${drill.id}`}>
        {say('open-room')}
      </Button>
    </>
  );
}
