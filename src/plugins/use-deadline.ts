import type { ServerResponse } from 'node:http';
import type { Plugin } from 'graphql-yoga';

/** What Yoga hands on of the HTTP server. */
export interface ServerContext {
  readonly res: ServerResponse;
}

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
      // Not `request.signal`: it is made when it is first looked at, which costs more than all this.
      res.once('close', () => {
        clearTimeout(timer);
        if (!res.writableFinished) stop.abort();
      });
      stops.set(request, stop.signal);
    },
  };
}
