import type { Plugin } from 'graphql-yoga';

interface Deadline {
  readonly stop: AbortController;
  readonly timer: NodeJS.Timeout;
}

const deadlines = new WeakMap<Request, Deadline>();

/** Fires when nobody waits for the answer any more: the time is up, or the caller is gone. */
export function stopOf(request: Request): AbortSignal {
  const deadline = deadlines.get(request);
  if (!deadline) throw new Error('A request was served before its time was limited.');
  return deadline.stop.signal;
}

/** Limits the time of each request. What its fields still wait for is then stopped, and they fail with TIMEOUT. */
export function useDeadline(milliseconds: number): Plugin {
  return {
    onRequest({ request }) {
      const stop = new AbortController();
      const timer = setTimeout(() => stop.abort(), milliseconds).unref();
      request.signal?.addEventListener('abort', () => stop.abort(), { once: true });
      deadlines.set(request, { stop, timer });
    },
    onResponse({ request }) {
      clearTimeout(deadlines.get(request)?.timer);
    },
  };
}
