import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { now, type RequestRecord } from '../observation/request-record.ts';
import type { Principal } from '../security/principal.ts';

/** What is known of a request from its arrival on. */
export interface Arrival {
  readonly requestId: string;
  readonly record: RequestRecord;
  /** Fires when nobody waits for the answer any more: the time is up, or the caller is gone. */
  readonly stop: AbortSignal;
}

/**
 * One object per request, made before Yoga sees it, so that no hook can ask too early. Who asks is part of it, or the
 * error that says why they are refused.
 */
export interface RequestFacts extends Arrival {
  readonly identity: Principal | Error;
}

/** What Yoga hands on of the HTTP server. */
export interface ServerContext {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly facts: RequestFacts;
}

/** Starts the clock of a request, and its deadline. */
export function arrival(request: IncomingMessage, response: ServerResponse, deadlineMs: number): Arrival {
  const requestId = requestIdOf(request.headers['x-request-id']);
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), deadlineMs).unref();
  response.once('close', () => {
    clearTimeout(timer);
    if (!response.writableFinished) stop.abort();
  });
  const record: RequestRecord = {
    requestId,
    start: now(),
    traceParent: textOf(request.headers.traceparent),
    statements: [],
    codes: [],
    status: 0,
    ms: 0,
  };
  return { requestId, record, stop: stop.signal };
}

/** Who asks. Throws why they are refused. */
export function principalOf({ identity }: RequestFacts): Principal {
  if (identity instanceof Error) throw identity;
  return identity;
}

const SANE = /^[\w.:-]{1,100}$/;

/** The caller's `x-request-id` if it is a plain word, else a new one. */
const requestIdOf = (given: string | string[] | undefined): string =>
  typeof given === 'string' && SANE.test(given) ? given : randomUUID();

const textOf = (header: string | string[] | undefined): string | undefined =>
  typeof header === 'string' ? header : undefined;
