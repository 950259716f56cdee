import type { BodyPose, PoseArray } from '../movement/placement.ts';

/** Samples of a track in one second. */
export const TRACK_HZ = 10;

/** Head and hands of one trainee at one tick of the running phase. */
export interface TrackSample extends BodyPose {
  readonly tick: number;
}

/** Heads rest on millimetres, hands on millimetres from the head, rotations on 1/32767: what is stored is what is judged. */
const HEAD_BYTES = 3 * 4 + 4 * 2;
const HAND_BYTES = 3 * 2 + 4 * 2;
const FULL_TURN = 32_767;
const LEFT = 1;
const RIGHT = 2;

export const tickOf = (timeS: number): number => Math.floor(timeS * TRACK_HZ + 1e-9);
export const timeOf = (tick: number): number => tick / TRACK_HZ;

/** The sample as it will be read back: rounded to the stored form. */
export function asStored(sample: TrackSample): TrackSample {
  return decodeTrack(sample.tick, encodeTrack([sample]))[0] ?? sample;
}

/**
 * About a second of a track as bytes, little endian. A sample: ticks since the chunk's first (uint8), hands present
 * (bit 0 left, bit 1 right), head x, y, z (int32, mm) and rotation (4 × int16), then each present hand as x, y, z from
 * the head (int16, mm) and rotation.
 */
export function encodeTrack(samples: readonly TrackSample[]): Buffer {
  const first = samples[0]?.tick ?? 0;
  const bytes = Buffer.alloc(samples.length * (2 + HEAD_BYTES + 2 * HAND_BYTES));
  let at = 0;
  const rotation = (pose: PoseArray) => {
    for (const part of pose.slice(3)) at = bytes.writeInt16LE(clamp(Math.round(part * FULL_TURN), FULL_TURN), at);
  };
  for (const { tick, head, left, right } of samples) {
    if (tick - first > 255) throw new RangeError(`a chunk of a track spans at most 255 ticks, not ${tick - first}`);
    at = bytes.writeUInt8(tick - first, at);
    at = bytes.writeUInt8((left ? LEFT : 0) | (right ? RIGHT : 0), at);
    const headMm = millimetres(head);
    for (const mm of headMm) at = bytes.writeInt32LE(mm, at);
    rotation(head);
    for (const hand of [left, right]) {
      if (hand === undefined) continue;
      for (const [axis, mm] of millimetres(hand).entries()) {
        at = bytes.writeInt16LE(clamp(mm - (headMm[axis] ?? 0), 32_767), at);
      }
      rotation(hand);
    }
  }
  return bytes.subarray(0, at);
}

/** Reads a chunk back. Throws RangeError when it is cut short. */
export function decodeTrack(first: number, bytes: Buffer): TrackSample[] {
  const samples: TrackSample[] = [];
  let at = 0;
  const rotation = (): [number, number, number, number] => {
    const parts = [0, 2, 4, 6].map((offset) => bytes.readInt16LE(at + offset) / FULL_TURN);
    at += 8;
    const [qx = 0, qy = 0, qz = 0, qw = 1] = parts;
    return [qx, qy, qz, qw];
  };
  while (at < bytes.length) {
    const tick = first + bytes.readUInt8(at);
    const hands = bytes.readUInt8(at + 1);
    at += 2;
    const headMm = [0, 4, 8].map((offset) => bytes.readInt32LE(at + offset));
    at += 12;
    const [hx = 0, hy = 0, hz = 0] = headMm;
    const head: PoseArray = [hx / 1000, hy / 1000, hz / 1000, ...rotation()];
    const hand = (): PoseArray => {
      const [x, y, z] = [0, 2, 4].map((offset, axis) => ((headMm[axis] ?? 0) + bytes.readInt16LE(at + offset)) / 1000);
      at += 6;
      return [x ?? 0, y ?? 0, z ?? 0, ...rotation()];
    };
    const left = hands & LEFT ? hand() : undefined;
    const right = hands & RIGHT ? hand() : undefined;
    samples.push({ tick, head, ...(left && { left }), ...(right && { right }) });
  }
  return samples;
}

const clamp = (value: number, most: number): number => Math.min(most, Math.max(-most, value));

function millimetres(pose: PoseArray): [number, number, number] {
  return [Math.round(pose[0] * 1000), Math.round(pose[1] * 1000), Math.round(pose[2] * 1000)];
}
