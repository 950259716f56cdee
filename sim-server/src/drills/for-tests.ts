import { setTimeout as sleep } from 'node:timers/promises';
import { ColyseusSDK, type Room } from '@colyseus/sdk';
import { chemicalPark, type GroundPosition } from '@upwind/scenes';
import type { DrillRoomSummary, DrillState, RefusedMessage, ResultMessage, RoomTicket } from '../contract/index.ts';
import type { Database } from '../database/database.ts';
import { openPostgres } from '../database/postgres.ts';
import { startForTests, type TestServer, visitorOf } from '../for-tests.ts';
import { silentLog } from '../log.ts';
import type { DrillOptions } from './open-drills.ts';

/** What a route answered. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Somebody who has logged in. */
export interface Visitor {
  readonly id: string;
  readonly cookie: string;
  get(path: string): Promise<Answer>;
  post(path: string, body?: object): Promise<Answer>;
  patch(path: string, body: object): Promise<Answer>;
}

/** A whole server with a database of its own and the demo accounts, for tests of drills and incidents. */
export interface DrillHouse {
  readonly server: TestServer;
  readonly database: Database;
  logIn(name: string): Promise<Visitor>;
  close(): Promise<void>;
}

export async function openDrillHouse(drills?: DrillOptions): Promise<DrillHouse> {
  const server = await startForTests({ sites: [chemicalPark], ...(drills && { drills }) });
  const database = openPostgres({ url: server.database.url, log: silentLog, connections: 2 });
  return {
    server,
    database,
    logIn: (name) => logIn(server.url, name),
    async close() {
      await database.close();
      await server.stop();
    },
  };
}

/** Logs in with a demo account, at whatever server. */
export async function logIn(url: string, name: string): Promise<Visitor> {
  const stranger = visitorOf(url, '');
  const opened = await stranger.send('POST', '/api/session', { name, password: 'upwind-demo' });
  const { person } = (await opened.json()) as { person: { id: string } };
  const visitor = visitorOf(url, opened.headers.getSetCookie()[0]?.split(';')[0] ?? '');
  const read = async (response: Response): Promise<Answer> => {
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  };
  return {
    id: person.id,
    cookie: visitor.cookie,
    get: async (path) => read(await visitor.fetch(path)),
    post: async (path, body) => read(await visitor.send('POST', path, body)),
    patch: async (path, body) => read(await visitor.send('PATCH', path, body)),
  };
}

/** Opens a room as the trainer; gives its code. */
export async function openRoom(trainer: Visitor, drill = 'crosswind-escape'): Promise<string> {
  const { body } = await trainer.post('/api/drill-rooms', { drill });
  return (body as DrillRoomSummary).code;
}

export async function ticketFor(visitor: Visitor, code: string): Promise<RoomTicket> {
  const { status, body } = await visitor.post(`/api/drill-rooms/${code}/ticket`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body as RoomTicket;
}

export function sdkOf({ url }: { readonly url: string }, visitor: Visitor): ColyseusSDK {
  return new ColyseusSDK(url, { headers: { cookie: visitor.cookie } });
}

/** Time between two poses of a bot, ms of real time, however fast the drill's clock runs. */
const POSE_MS = 50;

/** A trainee of flesh and blood, as far as the server can tell: joins by ticket, sends poses, acts. */
export class Bot {
  readonly room: Room<unknown, DrillState>;
  readonly refused: RefusedMessage[] = [];
  readonly meter: { readonly chemical: string; readonly ppm: number; readonly alarm: string }[] = [];
  result: ResultMessage | undefined;
  place: GroundPosition;
  /** How much faster than real time the drill's clock runs. */
  readonly #speed: number;

  constructor(room: Room<unknown, DrillState>, speed: number) {
    this.room = room;
    this.#speed = speed;
    const head = this.shown?.head;
    this.place = [head?.x ?? 0, -(head?.z ?? 0)];
    room.onMessage('refused', (message: RefusedMessage) => void this.refused.push(message));
    room.onMessage('meter', (message: Bot['meter'][number]) => void this.meter.push(message));
    room.onMessage('acted', () => {});
    room.onMessage('result', (message: ResultMessage) => {
      this.result = message;
    });
  }

  static async join(server: { readonly url: string }, visitor: Visitor, code: string, speed = 1): Promise<Bot> {
    const { ticket, roomId } = await ticketFor(visitor, code);
    const room = await sdkOf(server, visitor).joinById<DrillState>(roomId, { ticket });
    await until(() => room.state.trainees?.has(room.sessionId) === true);
    return new Bot(room, speed);
  }

  /** This trainee as the room shows them. */
  get shown() {
    return this.room.state.trainees.get(this.room.sessionId);
  }

  stand(at: GroundPosition = this.place): void {
    this.place = at;
    this.room.send('pose', poseAt(at));
  }

  /** Walks along the places at so many metres per second of the drill. */
  async walk(way: readonly GroundPosition[], metresPerS: number): Promise<void> {
    const strideM = (metresPerS * this.#speed * POSE_MS) / 1000;
    for (const [x, y] of way) {
      for (;;) {
        const leftM = Math.hypot(x - this.place[0], y - this.place[1]);
        const part = leftM === 0 ? 1 : Math.min(1, strideM / leftM);
        this.stand([this.place[0] + part * (x - this.place[0]), this.place[1] + part * (y - this.place[1])]);
        await sleep(POSE_MS);
        if (part === 1) break;
      }
    }
  }
}

export function poseAt([x, y]: GroundPosition, heightM = 1.65) {
  return {
    head: [x, heightM, -y, 0, 0, 0, 1],
    left: [x - 0.3, heightM - 0.5, -y - 0.3, 0, 0, 0, 1],
    right: [x + 0.3, heightM - 0.5, -y - 0.3, 0, 0, 0, 1],
    inHeadset: true,
  };
}

/** Waits for something to come true. */
export async function until(
  condition: () => boolean | Promise<boolean>,
  what = 'the condition',
  patienceMs = 10_000,
): Promise<void> {
  const giveUp = performance.now() + patienceMs;
  while (performance.now() < giveUp) {
    if (await condition()) return;
    await sleep(20);
  }
  throw new Error(`waited ${patienceMs / 1000} s for ${what}`);
}
