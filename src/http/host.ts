import { badRequest, forbidden, type LineageError } from '../errors.ts';

/** A name, an IPv4 address or an IPv6 address in brackets, and a port. No user, path or query may hide in it. */
const HOST = /^([\w.-]+|\[[\da-f:.]+\])(?::(\d{1,5}))?$/i;

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Says what is wrong with the Host header of a request; undefined where it is good. */
export type CheckHost = (host: string | undefined) => LineageError | undefined;

/**
 * Refuses a malformed Host with 400. Where no token is needed, only loopback, `own` (the setting HOST) and the host of
 * PUBLIC_URL are accepted, else 403: a page whose name was made to point to this machine (DNS rebinding) sends its own name, and to
 * the browser it is of the same origin. The port does not matter, since it may be forwarded.
 */
export function hostCheck(own: string, needsToken: boolean, publicUrl?: string, header = 'Host'): CheckHost {
  const named = own.includes(':') ? `[${own}]` : own;
  const proxied = publicUrl === undefined ? [] : [new URL(publicUrl).hostname];
  const allowed = new Set([...LOOPBACK, named, ...proxied].map((name) => name.toLowerCase()));
  let good: string | undefined;
  return (host) => {
    if (host === good) return undefined;
    const refusal = check(host);
    if (!refusal) good = host;
    return refusal;
  };
  function check(host: string | undefined): LineageError | undefined {
    // Only HTTP/1.0, which no browser speaks, has none.
    if (host === undefined) return undefined;
    const [, name, port] = HOST.exec(host) ?? [];
    if (name === undefined || Number(port ?? 0) > 65_535)
      return badRequest(400, `The ${header} header is malformed.`);
    if (allowed.has(name.toLowerCase())) return undefined;
    if (!URL.canParse(`http://${host}`)) return badRequest(400, `The ${header} header is malformed.`);
    if (needsToken) return undefined;
    return forbidden(
      'This host is not allowed: without tokens only localhost, 127.0.0.1, [::1], HOST and PUBLIC_URL are.',
    );
  }
}
