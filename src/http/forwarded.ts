import type { IncomingHttpHeaders } from 'node:http';

/** What a proxy says of the address under which a browser asked it. */
export interface Forwarded {
  readonly host: string | undefined;
  readonly protocol: 'http:' | 'https:' | undefined;
  /** Begins with a slash and does not end with one; empty for the root. */
  readonly prefix: string;
}
export type ReadForwarded = (headers: IncomingHttpHeaders) => Forwarded;

const NOTHING: Forwarded = { host: undefined, protocol: undefined, prefix: '' };

/** Anyone can send these headers: they are read only where TRUST_PROXY says that a proxy sets them. */
export const forwardedReader = (trusted: boolean): ReadForwarded => (trusted ? readForwarded : () => NOTHING);

function readForwarded(headers: IncomingHttpHeaders): Forwarded {
  const protocol = `${first(headers['x-forwarded-proto'])?.toLowerCase()}:`;
  const prefix = first(headers['x-forwarded-prefix'])?.replace(/\/$/, '') ?? '';
  return {
    host: first(headers['x-forwarded-host']),
    protocol: protocol === 'https:' || protocol === 'http:' ? protocol : undefined,
    // A redirect to //elsewhere would leave this host.
    prefix: /^(\/[\w.~-]+)*$/.test(prefix) ? prefix : '',
  };
}

/** Of several proxies the outermost comes first: it is the one that the browser asked. */
function first(header: string | string[] | undefined): string | undefined {
  const [value = ''] = String(header ?? '').split(',', 1);
  return value.trim() || undefined;
}
