import type { Plugin } from 'graphql-yoga';
import { EVERYTHING, type Principal } from '../security/principal.ts';
import type { Authenticate } from '../security/token.ts';

const principals = new WeakMap<Request, Principal>();

/** Who sent the request. Throws for one that was let in by nobody. */
export function principalOf(request: Request): Principal {
  const principal = principals.get(request);
  if (!principal) throw new Error('A request was served before it was known who asks.');
  return principal;
}

/** The name of who sent the request; undefined for one that was refused before. */
export const callerOf = (request: Request): string | undefined => principals.get(request)?.caller;

/** Finds out who asks before anything of the request is read; without tokens, everyone may read everything. */
export function usePrincipal(authenticate: Authenticate | undefined): Plugin {
  if (!authenticate) {
    return { onRequestParse: ({ request }) => void principals.set(request, EVERYTHING) };
  }
  return {
    async onRequestParse({ request }) {
      principals.set(request, await authenticate(request.headers.get('authorization')));
    },
  };
}
