import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { DrillRoom } from '../drill/room/drill-room.ts';
import type { Attendee } from '../drill/room/room-view.ts';
import type { SitePlan } from '../drill/site-plan.ts';
import { positionOf } from './positions.ts';
import { type MapPerson, type MapSign, SiteMap } from './top-view/site-map.tsx';

/** The map follows the room this often, ms. */
const everyMs = 200;

/** The live top view: trainees with their headings, the leak's sign, the wind. */
export function ConductMap({ site, room }: { readonly site: SitePlan; readonly room: DrillRoom }) {
  const attendees = useStore(room.store, (view) => view.attendees);
  const wind = useStore(room.store, (view) => view.wind);
  const [now, setNow] = useState<{ readonly people: readonly MapPerson[]; readonly signs: readonly MapSign[] }>();
  useEffect(() => {
    const look = () => {
      const nowMs = performance.now();
      const people = room.store.getState().attendees.flatMap((attendee): MapPerson[] => {
        const position = positionOf(room.poses, attendee.session, nowMs);
        return position
          ? [{ id: attendee.session, name: attendee.displayName, ...position, tone: toneOf(attendee) }]
          : [];
      });
      setNow({ people, signs: room.signs(nowMs).map(({ id, at }) => ({ id, at: [at[0], at[1]] })) });
    };
    look();
    const timer = setInterval(look, everyMs);
    return () => clearInterval(timer);
  }, [room]);
  return (
    <div className="conduct-map" data-people={attendees.length}>
      <SiteMap site={site} people={now?.people ?? []} signs={now?.signs ?? []} wind={wind} />
    </div>
  );
}

export function toneOf({ status, connected }: Attendee): MapPerson['tone'] {
  if (status === 'mustered' || status === 'overcome') return status;
  return connected && status !== 'left' ? 'active' : 'away';
}
