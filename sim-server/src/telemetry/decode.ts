import type { Point } from '@upwind/scenes';
import type { Quality, Sample } from '../contract/index.ts';
import { type Refusal, refusal, shown } from './refusal.ts';

/** What one message may hold. */
const mostBytes = 256 * 1024;
const mostSamples = 5_000;
/** What a clock may say against ours: an outage of devices is filled in later, a wrong clock is not believed. */
export const pastMs = 400 * 86_400_000;
export const futureMs = 10 * 60_000;

/** The samples of one message that may be stored, and why the others may not. */
export interface Decoded {
  readonly samples: readonly Sample[];
  readonly refusals: readonly Refusal[];
}

const qualities: ReadonlySet<unknown> = new Set<Quality>(['good', 'uncertain', 'bad']);

/**
 * Reads a message: `{"t":ms,"v":number,"q":"good"|"uncertain"|"bad"}` (q optional), an array of those, or a bare
 * number, whose source time is that of arrival. One bad sample of an array does not lose the good ones.
 */
export function decodeSamples(topic: string, payload: Uint8Array, point: Point, receivedTime: number): Decoded {
  const refusedWhole = (what: string): Decoded => ({
    samples: [],
    refusals: [refusal('UPW_TELEMETRY_PAYLOAD', { topic: shown(topic), what })],
  });
  const tooMany = (samples: number): Decoded => ({
    samples: [],
    refusals: [
      refusal('UPW_TELEMETRY_TOO_MANY', {
        topic: shown(topic),
        bytes: payload.byteLength,
        samples,
        mostBytes,
        mostSamples,
      }),
    ],
  });
  if (payload.byteLength > mostBytes) return tooMany(0);
  let content: unknown;
  try {
    content = JSON.parse(text.decode(payload));
  } catch {
    return refusedWhole(payload.byteLength === 0 ? 'empty' : 'not JSON');
  }
  if (typeof content === 'number') content = { t: receivedTime, v: content };
  const items = Array.isArray(content) ? content : [content];
  if (items.length > mostSamples) return tooMany(items.length);

  const samples: Sample[] = [];
  const refusals: Refusal[] = [];
  for (const item of items) {
    const read = readSample(shown(topic), item, point, receivedTime);
    if ('code' in read) refusals.push(read);
    else samples.push(read);
  }
  return { samples, refusals };
}

const text = new TextDecoder('utf-8', { fatal: true });

function readSample(topic: string, item: unknown, point: Point, receivedTime: number): Sample | Refusal {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    return refusal('UPW_TELEMETRY_PAYLOAD', { topic, what: `${shown(item)} where a sample is expected` });
  }
  const { t, v, q = 'good' }: { readonly t?: unknown; readonly v?: unknown; readonly q?: unknown } = item;
  if (typeof v !== 'number' || !Number.isFinite(v)) {
    return refusal('UPW_TELEMETRY_VALUE', { topic, value: v === undefined ? 'none' : shown(v) });
  }
  if (!isQuality(q)) return refusal('UPW_TELEMETRY_QUALITY', { topic, quality: shown(q) });
  if (typeof t !== 'number' || !Number.isSafeInteger(t)) {
    return refusal('UPW_TELEMETRY_TIME', { topic, time: t === undefined ? 'none' : shown(t) });
  }
  if (t < receivedTime - pastMs) {
    return refusal('UPW_TELEMETRY_PAST', { topic, time: timeOf(t), days: pastMs / 86_400_000 });
  }
  if (t > receivedTime + futureMs) {
    return refusal('UPW_TELEMETRY_FUTURE', { topic, time: timeOf(t), minutes: futureMs / 60_000 });
  }
  const { low, high } = point.range;
  // What a broken instrument says of itself (bad) is kept whatever number it carries: that it is broken is the news.
  if (q !== 'bad' && (v < low || v > high)) {
    return refusal('UPW_TELEMETRY_RANGE', { topic, value: v, low, high, unit: point.unit && ` ${point.unit}` });
  }
  // −0 would be told apart from 0 by some readers of the history; adding 0 makes it 0.
  return { point: point.id, sourceTime: t + 0, receivedTime, value: v + 0, quality: q };
}

const isQuality = (value: unknown): value is Quality => qualities.has(value);

/** Years beyond what `Date` can say stay numbers. */
const timeOf = (ms: number): string => (Math.abs(ms) <= 8.64e15 ? new Date(ms).toISOString() : String(ms));
