import './lobby.css';
import type { DrillRoomSummary } from '@upwind/sim-server/contract';
import { Button, Input, Skeleton } from 'antd';
import { ArrowRight, DoorOpen, Eye, Users } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useName } from '../../language/language.ts';
import { useTexts } from '../../language/texts.ts';
import { useResource } from '../../live/resource.ts';
import { useRole } from '../../session/session.ts';
import { FaultNotice } from '../../shell/fault-notice.tsx';
import { drillApi } from '../room/api.ts';
import { drillTexts } from '../texts.ts';

/** Open rooms are asked for this often, ms. */
const everyMs = 3000;

/** `/drill`: enter an open drill, by its code or from the list. */
export function LobbyPage() {
  const say = useTexts(drillTexts);
  const navigate = useNavigate();
  const role = useRole();
  const [code, setCode] = useState('');
  const [rooms, again] = useResource('drill-rooms', drillApi.rooms);
  useEffect(() => {
    const timer = setInterval(again, everyMs);
    return () => clearInterval(timer);
  }, [again]);
  const enter = () => {
    if (code.trim() !== '') void navigate(`/drill/${encodeURIComponent(code.trim().toUpperCase())}`);
  };
  const open = rooms.kind === 'here' ? rooms.value.filter((room) => room.phase !== 'ended') : [];
  return (
    <div className="page drill-lobby">
      <h1>{say('lobby.title')}</h1>
      <p className="drill-lobby-about">{say('lobby.about')}</p>
      <form
        className="drill-lobby-code"
        onSubmit={(event) => {
          event.preventDefault();
          enter();
        }}
      >
        <label htmlFor="drill-code">{say('lobby.code')}</label>
        <Input
          id="drill-code"
          data-testid="drill-code"
          value={code}
          maxLength={16}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setCode(event.target.value)}
        />
        <Button type="primary" htmlType="submit" disabled={code.trim() === ''} data-testid="drill-enter">
          {say('lobby.enter')}
        </Button>
      </form>
      <h2>{say('lobby.open-rooms')}</h2>
      {rooms.kind === 'loading' && <Skeleton active paragraph={{ rows: 3 }} />}
      {rooms.kind === 'failed' && <FaultNotice fault={rooms.fault} onRetry={again} />}
      {rooms.kind === 'here' && open.length === 0 && (
        <div className="drill-lobby-none panel" data-testid="no-rooms">
          <DoorOpen size={22} strokeWidth={1.5} aria-hidden />
          <strong>{say('lobby.none')}</strong>
          <span>{say(role === 'trainer' ? 'lobby.none.trainer' : 'lobby.none.trainee')}</span>
          {role === 'trainer' && (
            <Link to="/conduct">
              <Button>{say('lobby.to-conduct')}</Button>
            </Link>
          )}
        </div>
      )}
      <ul className="drill-lobby-rooms">
        {open.map((room) => (
          <li key={room.code}>
            <RoomCard room={room} observes={role === 'trainer'} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function RoomCard({ room, observes }: { readonly room: DrillRoomSummary; readonly observes: boolean }) {
  const say = useTexts(drillTexts);
  const name = useName();
  return (
    <Link to={`/drill/${encodeURIComponent(room.code)}`} className="drill-room panel" data-testid={`room-${room.code}`}>
      <span className="drill-room-code">{room.code}</span>
      <span className="drill-room-what">
        <strong>{name(room.drill.title)}</strong>
        <span className="drill-room-brief">{name(room.drill.briefing)}</span>
        <span className="drill-room-facts">
          <span data-phase={room.phase} className="drill-phase">
            {say(`phase.${room.phase}`)}
          </span>
          <span>
            <Users size={14} aria-hidden />{' '}
            {say('lobby.seats', { taken: room.trainees.length, seats: room.drill.seats.max })}
          </span>
          <span>{say('lobby.minutes', { count: Math.ceil(room.drill.durationS / 60) })}</span>
          {room.trainees.length > 0 && (
            <span className="drill-room-names">{room.trainees.map((trainee) => trainee.displayName).join('、')}</span>
          )}
        </span>
      </span>
      <span className="drill-room-go">
        {observes ? <Eye size={18} aria-hidden /> : <ArrowRight size={18} aria-hidden />}
        {say(observes ? 'lobby.watch' : 'lobby.enter')}
      </span>
    </Link>
  );
}
