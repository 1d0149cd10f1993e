import { createHash } from 'node:crypto';
import { createLRUCache, type Plugin } from 'graphql-yoga';
import { badInput } from '../errors.ts';

/** Each holds a document of the size of a request at most. */
const KEPT = 200;

/** What clients of automatic persisted queries look for before they send the document along. */
const NOT_FOUND = 'PersistedQueryNotFound';

/**
 * Automatic persisted queries: a client sends the SHA-256 of a document in its place, and the document with it the
 * first time. Clients know how: Apollo, urql, Relay.
 */
export function useApq(): Plugin {
  const documents = createLRUCache<string>({ max: KEPT });
  return {
    onParams({ params, setParams }) {
      const hash = hashIn(params.extensions);
      if (hash === undefined) return;
      const { query } = params;
      if (query) {
        if (createHash('sha256').update(query).digest('hex') !== hash)
          throw badInput('persistedQuery.sha256Hash is not the SHA-256 of the query.');
        documents.set(hash, query);
        return;
      }
      const known = documents.get(hash);
      if (known === undefined) throw badInput(NOT_FOUND);
      setParams({ ...params, query: known });
    },
  };
}

function hashIn(extensions: unknown): string | undefined {
  const persisted = property(extensions, 'persistedQuery');
  if (persisted === undefined) return undefined;
  const hash = property(persisted, 'sha256Hash');
  if (property(persisted, 'version') !== 1 || typeof hash !== 'string')
    throw badInput('persistedQuery takes version 1 and a sha256Hash.');
  return hash;
}

const property = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null ? Object.entries(of).find(([key]) => key === name)?.[1] : undefined;
