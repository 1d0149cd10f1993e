import cluster from 'node:cluster';
import { Redis } from 'ioredis';
import {
  type RateLimiterAbstract,
  RateLimiterCluster,
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible';

const MINUTE_S = 60;

/** After so long without an answer a Redis counts as silent: its connection is dropped, and no request waits for the next. */
const SILENCE_MS = 500;

export interface Budget {
  /** Resolves to the seconds to wait where the caller's budget does not hold this cost. */
  spend(caller: string, cost: number): Promise<number | undefined>;
  close(): void;
}

/**
 * A budget of cost per caller and minute. In memory it holds for the processes of one server (WORKERS); by Redis for all
 * that share it, and in memory while Redis does not answer.
 */
export function openBudget(perMinute: number, redisUrl: string | undefined): Budget {
  const limits = { keyPrefix: 'lineage-budget', points: perMinute, duration: MINUTE_S };
  const memory = cluster.isWorker ? new RateLimiterCluster(limits) : new RateLimiterMemory(limits);
  if (redisUrl === undefined) return { spend: spending(memory), close: () => {} };
  const redis = new Redis(redisUrl, {
    enableOfflineQueue: false,
    // Who waits when a connection ends is counted in memory, at once and only there.
    maxRetriesPerRequest: 0,
    connectTimeout: SILENCE_MS,
    commandTimeout: SILENCE_MS,
    socketTimeout: SILENCE_MS,
  });
  // Without a listener each failed attempt to connect would be printed with the URL.
  redis.on('error', () => {});
  const limiter = new RateLimiterRedis({ ...limits, storeClient: redis, insuranceLimiter: memory });
  return { spend: spending(limiter), close: () => redis.disconnect() };
}

const spending =
  (limiter: RateLimiterAbstract): Budget['spend'] =>
  async (caller, cost) => {
    try {
      await limiter.consume(caller, Math.max(1, cost));
      return undefined;
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return Math.ceil(refused.msBeforeNext / 1000);
      throw refused;
    }
  };
