import type { IncomingHttpHeaders } from 'node:http';
import { forbidden, type LineageError } from '../errors.ts';

/** Says what is wrong with where a request comes from; undefined where it is good. */
export type CheckOrigin = (headers: IncomingHttpHeaders) => LineageError | undefined;

/**
 * Refuses with 403 what pages of other origins than `allowed` make a browser send (CSRF): they cannot read the answer,
 * but what they ask for costs, and on loopback nobody needs a token. What forms can send, which browsers do not ask
 * about, is no JSON and refused by its type (request-body.ts). Programs, which are no browsers, say nothing of origins.
 */
export function originCheck(allowed: readonly string[]): CheckOrigin {
  return ({ origin, host, 'sec-fetch-site': site }) => {
    if (origin !== undefined && allowed.includes(origin)) return undefined;
    if (!isForeign(origin, host, site)) return undefined;
    return forbidden('Pages of this origin may not ask; CORS_ORIGINS lists those that may.');
  };
}

/** Browsers say where a request comes from; the older ones only by its origin. */
function isForeign(origin: string | undefined, host: string | undefined, site: unknown): boolean {
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  return origin !== undefined && !(URL.canParse(origin) && new URL(origin).host === host);
}
