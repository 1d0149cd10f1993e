import type { ServerResponse } from 'node:http';

/** What Yoga hands on of the HTTP server. */
export interface ServerContext {
  readonly res: ServerResponse;
}
