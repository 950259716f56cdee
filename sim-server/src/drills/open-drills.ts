import type { Server as Colyseus } from '@colyseus/core';
import { matchMaker } from '@colyseus/core';
import { drills, ruleProfiles } from '@upwind/scenarios';
import type { Application } from '../http/application.ts';
import { sessionToken } from '../identity/cookie.ts';
import type { EngineThread } from '../incidents/engine-thread.ts';
import type { ServerPorts } from '../ports.ts';
import { attemptRoutes } from './attempts/attempt-routes.ts';
import type { DrillLibrary, DrillPorts } from './ports.ts';
import { RefusalCounts } from './refusals.ts';
import { DRILL_ROOM, drillRoomOf } from './rooms/drill-room.ts';
import { roomRoutes } from './rooms/room-routes.ts';

export interface DrillOptions {
  readonly library?: DrillLibrary;
  /** Milliseconds that never jump; a clock that runs faster makes short work of long drills. */
  readonly elapsedMs?: () => number;
}

/** What the drills need of the server, with the library of the house. */
export function drillPorts(ports: ServerPorts, engine: EngineThread, options: DrillOptions = {}): DrillPorts {
  return {
    ...ports,
    engine,
    library: options.library ?? { drills, profiles: ruleProfiles },
    refusals: new RefusalCounts(),
    visitor: async (cookieHeader) => {
      const token = sessionToken(cookieHeader);
      return token === undefined ? undefined : await ports.identity.sessions.find(token);
    },
    onSessionEnd: (listener) => ports.identity.sessions.onEnd(listener),
    now: Date.now,
    elapsedMs: options.elapsedMs ?? (() => performance.now()),
  };
}

/** Drills, rooms, tickets and attempts. */
export async function drillRoutes(app: Application, ports: DrillPorts): Promise<void> {
  await roomRoutes(app, ports);
  await attemptRoutes(app, ports);
}

/** Makes Colyseus know the drill room. Nobody opens or finds a room through Colyseus: only a ticket leads in. */
export function defineDrillRooms(rooms: Colyseus, ports: DrillPorts): void {
  rooms.define(DRILL_ROOM, drillRoomOf(ports));
  matchMaker.controller.exposedMethods = ['joinById', 'reconnect'];
}
