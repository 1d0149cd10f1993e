import type { Plugin } from 'graphql-yoga';
import { Redis } from 'ioredis';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import { LineageError } from '../errors.ts';
import { recordOf } from './use-observation.ts';
import { principalOf } from './use-principal.ts';

const MINUTE_S = 60;

/**
 * A budget of cost per caller and minute. In memory it holds for one process; by Redis for all that share it, and in
 * memory while Redis does not answer.
 */
export function useBudget(perMinute: number | undefined, redisUrl: string | undefined): Plugin {
  if (perMinute === undefined) return {};
  const { limiter, close } = limiterFor(perMinute, redisUrl);
  return {
    async onExecute({ args: { contextValue }, setResultAndStopExecution }) {
      const { cost = 1 } = recordOf(contextValue.request);
      const { caller } = principalOf(contextValue.request);
      const wait = await limiter.consume(caller, Math.max(1, cost)).then(
        () => undefined,
        (refused: unknown) => {
          if (refused instanceof RateLimiterRes) return Math.ceil(refused.msBeforeNext / 1000);
          throw refused;
        },
      );
      if (wait !== undefined) setResultAndStopExecution({ errors: [spent(perMinute, wait)] });
    },
    onDispose: close,
  };
}

const spent = (perMinute: number, seconds: number): LineageError =>
  new LineageError(
    'COST_LIMIT_EXCEEDED',
    `The budget of ${perMinute} a minute is spent; try again in ${seconds} s.`,
    {
      limit: 'budget',
      retryAfter: seconds,
      http: { status: 429, headers: { 'retry-after': String(seconds) } },
    },
  );

interface Limiter {
  readonly limiter: RateLimiterAbstract;
  readonly close: () => void;
}

function limiterFor(points: number, redisUrl: string | undefined): Limiter {
  const memory = new RateLimiterMemory({ points, duration: MINUTE_S });
  if (redisUrl === undefined) return { limiter: memory, close: () => {} };
  const redis = new Redis(redisUrl, { enableOfflineQueue: false, maxRetriesPerRequest: 1 });
  // Without a listener each failed attempt to connect would be printed with the URL.
  redis.on('error', () => {});
  const limiter = new RateLimiterRedis({
    storeClient: redis,
    keyPrefix: 'lineage-budget',
    points,
    duration: MINUTE_S,
    insuranceLimiter: memory,
  });
  return { limiter, close: () => redis.disconnect() };
}
