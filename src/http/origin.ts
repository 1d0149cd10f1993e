import type { IncomingHttpHeaders } from 'node:http';
import { forbidden, type LineageError } from '../errors.ts';
import type { Forwarded, ReadForwarded } from './forwarded.ts';

/** Says what is wrong with where a request comes from; undefined where it is good. */
export type CheckOrigin = (headers: IncomingHttpHeaders) => LineageError | undefined;

/**
 * Refuses with 403 what pages of other origins than `allowed` make a browser send (CSRF): they cannot read the answer,
 * but what they ask for costs, and on loopback nobody needs a token. What forms can send, which browsers do not ask
 * about, is no JSON and refused by its type (request-body.ts). Programs, which are no browsers, say nothing of origins.
 */
export function originCheck(allowed: readonly string[], forwarded: ReadForwarded): CheckOrigin {
  return (headers) => {
    const { origin } = headers;
    if (origin !== undefined && allowed.includes(origin)) return undefined;
    if (!isForeign(headers, forwarded)) return undefined;
    return forbidden('Pages of this origin may not ask; CORS_ORIGINS lists those that may.');
  };
}

/** Browsers say where a request comes from; the older ones only by its origin. */
function isForeign(headers: IncomingHttpHeaders, forwarded: ReadForwarded): boolean {
  const { origin, host, 'sec-fetch-site': site } = headers;
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  return origin !== undefined && !isOwn(origin, host, forwarded(headers));
}

/** Whether a page of this origin was loaded from this server, or from the proxy in front of it. */
function isOwn(text: string, host: string | undefined, { host: proxied, protocol }: Forwarded): boolean {
  if (!URL.canParse(text)) return false;
  const origin = new URL(text);
  if (protocol !== undefined && origin.protocol !== protocol) return false;
  // Compared as URLs: the port of the protocol may stand there or not.
  const own = `${origin.protocol}//${proxied ?? host}`;
  return URL.canParse(own) && new URL(own).host === origin.host;
}
