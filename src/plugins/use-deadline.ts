import type { Plugin } from 'graphql-yoga';
import type { ServerContext } from './server-context.ts';

const stops = new WeakMap<Request, AbortSignal>();

/** Fires when nobody waits for the answer any more: the time is up, or the caller is gone. */
export function stopOf(request: Request): AbortSignal {
  const stop = stops.get(request);
  if (!stop) throw new Error('A request was served before its time was limited.');
  return stop;
}

/** Limits the time of each request. What its fields still wait for is then stopped, and they fail with TIMEOUT. */
export function useDeadline(milliseconds: number): Plugin<object, ServerContext> {
  return {
    onRequest({ request, serverContext: { res } }) {
      const stop = new AbortController();
      const timer = setTimeout(() => stop.abort(), milliseconds).unref();
      // Not `request.signal`: Yoga makes it only when it is looked at.
      res.once('close', () => {
        clearTimeout(timer);
        if (!res.writableFinished) stop.abort();
      });
      stops.set(request, stop.signal);
    },
  };
}
