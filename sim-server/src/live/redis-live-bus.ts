import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { ServerError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { LiveBus, LiveEvent, LiveListener } from './live-bus.ts';
import { openLocalLiveBus } from './local-live-bus.ts';

export interface RedisLiveBusOptions {
  readonly url: string;
  readonly log: Log;
  /** Separates houses that share a Redis. */
  readonly channel?: string;
}

const complainEveryMs = 10_000;

/**
 * Fan-out between the servers of a house by Redis publish/subscribe; within this server it does not wait for Redis.
 * Throws `UPW_REDIS_UNREACHABLE`.
 */
export async function openRedisLiveBus({ url, log, channel = 'upwind:live' }: RedisLiveBusOptions): Promise<LiveBus> {
  const local = openLocalLiveBus(log);
  const server = randomUUID();
  let complained = 0;
  const complain = (error: Error) => {
    if (performance.now() - complained < complainEveryMs) return;
    complained = performance.now();
    log.warn({ reason: error.message }, 'Redis does not answer: other servers do not hear this one');
  };
  const open = () => {
    const redis = new Redis(url, {
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
      lazyConnect: true,
      retryStrategy: (attempt) => Math.min(attempt * 200, 2_000),
    });
    redis.on('error', complain);
    return redis;
  };
  const publisher = open();
  const subscriber = open();
  subscriber.on('message', (_channel, text) => {
    const { from, site, event } = JSON.parse(text) as { from: string; site: string; event: LiveEvent };
    if (from !== server) local.publish(site, event);
  });
  // ioredis subscribes again by itself after a reconnection.
  try {
    await Promise.all([publisher.connect(), subscriber.connect().then(() => subscriber.subscribe(channel))]);
  } catch (error) {
    publisher.disconnect();
    subscriber.disconnect();
    const reason = (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
    const { host: address } = new URL(url);
    throw new ServerError('UPW_REDIS_UNREACHABLE', { parameters: { address, reason }, cause: error });
  }

  return {
    publish(site, event) {
      local.publish(site, event);
      if (publisher.status === 'ready') {
        publisher.publish(channel, JSON.stringify({ from: server, site, event })).catch(complain);
      }
    },
    subscribe: (listener: LiveListener) => local.subscribe(listener),
    async close() {
      await local.close();
      publisher.disconnect();
      subscriber.disconnect();
    },
  };
}
