import './room.css';
import './room-waiting.css';
import './room-narrow.css';
import type { DrillRoomSummary, DrillSummary } from '@upwind/sim-server/contract';
import { Button, Spin } from 'antd';
import { DoorClosed, Unplug } from 'lucide-react';
import { Link } from 'react-router';
import { useStore } from 'zustand';
import { useTexts } from '../../language/texts.ts';
import { api } from '../../live/api.ts';
import { useResource } from '../../live/resource.ts';
import { FaultNotice } from '../../shell/fault-notice.tsx';
import { Notice } from '../../shell/notice.tsx';
import { drillApi } from '../room/api.ts';
import type { DrillRoom } from '../room/drill-room.ts';
import type { SitePlan } from '../site-plan.ts';
import { drillTexts } from '../texts.ts';
import { Ground } from './ground.tsx';
import { useDrillRoom } from './use-drill-room.ts';

/** `/drill/:room`: the drill itself, over the whole window. */
export function RoomPage({ code }: { readonly code: string }) {
  const say = useTexts(drillTexts);
  const [summary, again] = useResource(`drill-room ${code}`, () => drillApi.room(code));
  return (
    <div className="drill" data-testid="drill">
      {summary.kind === 'loading' && <Opening text={say('entering')} />}
      {summary.kind === 'failed' && (
        <div className="drill-closed">
          <FaultNotice fault={summary.fault} onRetry={again} />
          <BackToLobby />
        </div>
      )}
      {summary.kind === 'here' && <InSite summary={summary.value} />}
    </div>
  );
}

function InSite({ summary }: { readonly summary: DrillRoomSummary }) {
  const say = useTexts(drillTexts);
  const [site, again] = useResource(`site ${summary.drill.site}`, () => api.site(summary.drill.site));
  if (site.kind === 'loading') return <Opening text={say('entering')} />;
  if (site.kind === 'failed') {
    return (
      <div className="drill-closed">
        <FaultNotice fault={site.fault} onRetry={again} />
        <BackToLobby />
      </div>
    );
  }
  return <Joined code={summary.code} drill={summary.drill} site={site.value} />;
}

interface JoinedProps {
  readonly code: string;
  readonly drill: DrillSummary;
  readonly site: SitePlan;
}

function Joined({ code, drill, site }: JoinedProps) {
  const say = useTexts(drillTexts);
  const [room, again] = useDrillRoom(code);
  if (!room) return <Opening text={say('link.joining')} />;
  return <InRoom key={code} code={code} drill={drill} site={site} room={room} again={again} />;
}

function InRoom({ room, again, ...setting }: JoinedProps & { readonly room: DrillRoom; readonly again: () => void }) {
  const say = useTexts(drillTexts);
  const link = useStore(room.store, (view) => view.link);
  const result = useStore(room.store, (view) => view.result);
  if (link.kind === 'joining') return <Opening text={say('link.joining')} />;
  if (link.kind === 'refused') {
    return (
      <div className="drill-closed">
        <FaultNotice fault={link.fault} onRetry={again} />
        <BackToLobby />
      </div>
    );
  }
  // Whoever has a result reads it on, though the room has closed behind them.
  if (link.kind === 'gone' && !result) {
    const ended = link.why === 'ended';
    return (
      <div className="drill-closed">
        <Notice
          icon={ended ? DoorClosed : Unplug}
          title={say(`link.${link.why}`)}
          testId={`link-${link.why}`}
          actions={
            <>
              {!ended && (
                <Button type="primary" onClick={again}>
                  {say('link.again')}
                </Button>
              )}
              <Link to="/drill">
                <Button>{say('to-lobby')}</Button>
              </Link>
            </>
          }
        >
          {link.why === 'ended' ? undefined : say(`link.${link.why}.what`)}
        </Notice>
      </div>
    );
  }
  return <Ground {...setting} room={room} />;
}

function Opening({ text }: { readonly text: string }) {
  return (
    <div className="drill-opening" role="status">
      <Spin />
      <span>{text}</span>
    </div>
  );
}

function BackToLobby() {
  const say = useTexts(drillTexts);
  return (
    <Link to="/drill" className="drill-back">
      <Button>{say('to-lobby')}</Button>
    </Link>
  );
}
