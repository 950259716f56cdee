import { Protocol } from '@colyseus/core';
import { type Decoder, decode, Reflection } from '@colyseus/schema';
import { WebSocket } from 'ws';
import { type DrillHouse, ticketFor, until, type Visitor } from './for-tests.ts';

/** A connection to a room without any library between the test and the bytes. */
export interface Wire {
  readonly frames: readonly Buffer[];
  readonly closed: { readonly code: number } | undefined;
  send(bytes: Uint8Array): void;
  close(): void;
}

/** Joins by ticket as the SDK does: matchmaking, then a WebSocket. */
export async function joinWire(house: DrillHouse, visitor: Visitor, code: string): Promise<Wire> {
  const { ticket, roomId } = await ticketFor(visitor, code);
  const answer = await fetch(`${house.server.url}/matchmake/joinById/${roomId}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: visitor.cookie },
    body: JSON.stringify({ ticket }),
  });
  const seat = (await answer.json()) as { processId: string; roomId: string; sessionId: string };
  const address = house.server.url.replace('http', 'ws');
  const socket = new WebSocket(`${address}/${seat.processId}/${seat.roomId}?sessionId=${seat.sessionId}`);
  const frames: Buffer[] = [];
  let closed: { readonly code: number } | undefined;
  socket.binaryType = 'nodebuffer';
  socket.on('message', (frame: Buffer) => frames.push(frame));
  socket.on('close', (closeCode) => {
    closed = { code: closeCode };
  });
  await until(() => frames.length > 0, 'the first frame');
  socket.send(Uint8Array.of(Protocol.JOIN_ROOM));
  await until(() => frames.some((frame) => frame[0] === Protocol.ROOM_STATE), 'the state');
  return {
    frames,
    get closed() {
      return closed;
    },
    send: (bytes) => socket.send(bytes),
    close: () => socket.close(),
  };
}

/** What the bytes of a room say: the classes of its state with their fields, and the state after the last patch. */
export function decodeWire(frames: readonly Buffer[]): { readonly fields: string[]; readonly state: unknown } {
  let decoder: Decoder | undefined;
  const fields: string[] = [];
  for (const frame of frames) {
    const it = { offset: 1 };
    if (frame[0] === Protocol.JOIN_ROOM) {
      skipText(frame, it);
      skipText(frame, it);
      const length = decode.number(frame, it);
      decoder = Reflection.decode(frame.subarray(0, it.offset + length), it);
      for (const [type] of decoder.context.schemas) {
        const metadata = type[Symbol.metadata] as Record<string, unknown>;
        const known = Object.values(metadata).filter(
          (field): field is { name: string } => typeof field === 'object' && field !== null && 'name' in field,
        );
        fields.push(...known.map((field) => field.name));
      }
    } else if (frame[0] === Protocol.ROOM_STATE || frame[0] === Protocol.ROOM_STATE_PATCH) {
      decoder?.decode(frame, it);
    }
  }
  return { fields: [...new Set(fields)].sort(), state: decoder?.state.toJSON() };
}

function skipText(frame: Buffer, it: { offset: number }): void {
  it.offset += 1 + (frame[it.offset] ?? 0);
}
