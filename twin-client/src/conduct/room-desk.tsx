import './conduct.css';
import type { DrillRoomSummary } from '@upwind/sim-server/contract';
import { Button, Skeleton } from 'antd';
import { DoorClosed } from 'lucide-react';
import { Link } from 'react-router';
import { useStore } from 'zustand';
import { useDrillRoom } from '../drill/page/use-drill-room.ts';
import { drillApi } from '../drill/room/api.ts';
import type { DrillRoom } from '../drill/room/drill-room.ts';
import type { SitePlan } from '../drill/site-plan.ts';
import { drillTexts } from '../drill/texts.ts';
import { useTexts } from '../language/texts.ts';
import { api } from '../live/api.ts';
import { useResource } from '../live/resource.ts';
import { FaultNotice } from '../shell/fault-notice.tsx';
import { Notice } from '../shell/notice.tsx';
import { ConductMap } from './conduct-map.tsx';
import { RoomPanel } from './room-panel.tsx';
import { conductTexts } from './texts.ts';

/** `/conduct/:room`: the top view and the trainees; start and end. */
export function RoomDesk({ code }: { readonly code: string }) {
  const [summary, again] = useResource(`drill-room ${code}`, () => drillApi.room(code));
  if (summary.kind === 'loading') return <Loading />;
  if (summary.kind === 'failed') return <FaultNotice fault={summary.fault} onRetry={again} />;
  return <OnSite summary={summary.value} />;
}

function OnSite({ summary }: { readonly summary: DrillRoomSummary }) {
  const { site: siteId } = summary.drill;
  const [site, again] = useResource(`site ${siteId}`, () => api.site(siteId));
  if (site.kind === 'loading') return <Loading />;
  if (site.kind === 'failed') return <FaultNotice fault={site.fault} onRetry={again} />;
  return <Observed summary={summary} site={site.value} />;
}

interface ObservedProps {
  readonly summary: DrillRoomSummary;
  readonly site: SitePlan;
}

function Observed({ summary, site }: ObservedProps) {
  const [room, again] = useDrillRoom(summary.code);
  return room ? <Desk summary={summary} site={site} room={room} again={again} /> : <Loading />;
}

function Desk({
  summary,
  site,
  room,
  again,
}: ObservedProps & { readonly room: DrillRoom; readonly again: () => void }) {
  const say = useTexts(drillTexts);
  const sayConduct = useTexts(conductTexts);
  const link = useStore(room.store, (view) => view.link);
  const phase = useStore(room.store, (view) => view.phase);
  if (link.kind === 'refused') return <FaultNotice fault={link.fault} onRetry={again} />;
  if (link.kind === 'gone' && phase !== 'ended') {
    return (
      <Notice
        icon={DoorClosed}
        title={say(`link.${link.why}`)}
        actions={
          <>
            <Button type="primary" onClick={again}>
              {say('link.again')}
            </Button>
            <Link to="/conduct">
              <Button>{sayConduct('all-rooms')}</Button>
            </Link>
          </>
        }
      />
    );
  }
  return (
    <div className="conduct-desk" data-testid="conduct-desk">
      <ConductMap site={site} room={room} />
      <RoomPanel summary={summary} site={site} room={room} />
    </div>
  );
}

function Loading() {
  return (
    <div className="page">
      <Skeleton active paragraph={{ rows: 8 }} />
    </div>
  );
}
