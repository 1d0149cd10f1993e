import type { Plugin } from 'graphql-yoga';
import { forbidden } from '../errors.ts';

/**
 * Refuses what pages of other origins make a browser send: they cannot read the answer, but what they ask for costs,
 * and on loopback nobody needs a token. What forms can send, which browsers do not ask about, is no JSON and refused
 * by its type (http/request-body.ts). Programs, which are no browsers, say nothing of origins.
 */
export function useCsrfGuard(allowed: readonly string[]): Plugin {
  return {
    onRequestParse({ request }) {
      const { headers } = request;
      const origin = headers.get('origin');
      if (origin !== null && allowed.includes(origin)) return;
      if (isForeign(origin, headers.get('host'), headers.get('sec-fetch-site'))) {
        throw forbidden('Pages of this origin may not ask; CORS_ORIGINS lists those that may.');
      }
    },
  };
}

/** Browsers say where a request comes from; the older ones only by its origin. */
function isForeign(origin: string | null, host: string | null, site: string | null): boolean {
  if (site !== null) return site !== 'same-origin' && site !== 'none';
  return origin !== null && !(URL.canParse(origin) && new URL(origin).host === host);
}
