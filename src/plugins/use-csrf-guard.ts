import type { Plugin } from 'graphql-yoga';
import { badRequest, forbidden } from '../errors.ts';

/** What a form of any page can send without the browser asking this server first. */
const SENT_BY_FORMS = /^(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\b/i;

/**
 * Refuses what pages of other origins make a browser send: they cannot read the answer, but what they ask for costs,
 * and on loopback nobody needs a token. Programs, which are no browsers, say nothing of origins.
 */
export function useCsrfGuard(allowed: readonly string[]): Plugin {
  return {
    onRequestParse({ request }) {
      const { headers, method } = request;
      const type = headers.get('content-type') ?? 'text/plain';
      if (method === 'POST' && SENT_BY_FORMS.test(type)) {
        throw badRequest(415, 'Send queries as application/json.');
      }
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
