import { useEffect, useMemo, useState } from 'react';
import { type DrillRoom, joinDrillRoom } from '../room/drill-room.ts';

/** Joins the room of a code while the page is shown; `again` tries anew after a loss. */
export function useDrillRoom(code: string): readonly [DrillRoom | undefined, again: () => void] {
  const [room, setRoom] = useState<DrillRoom>();
  const [attempt, setAttempt] = useState(0);
  const visit = useMemo(() => ({ code, attempt }), [code, attempt]);
  useEffect(() => {
    const joined = joinDrillRoom(visit.code);
    setRoom(joined);
    return () => {
      setRoom(undefined);
      void joined.leave();
    };
  }, [visit]);
  return [room, () => setAttempt((count) => count + 1)];
}
