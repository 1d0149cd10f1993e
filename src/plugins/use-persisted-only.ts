import { usePersistedOperations } from '@graphql-yoga/plugin-persisted-operations';
import type { Plugin } from 'graphql-yoga';
import { badInput } from '../errors.ts';
import { bareHash, readManifest } from './persisted-manifest.ts';

/**
 * Serves the documents of a manifest only, by their SHA-256 (`extensions.persistedQuery.sha256Hash`), and nothing that
 * a caller writes. Codegen makes the manifest from the documents of an app. Throws ConfigError.
 */
export function usePersistedOnly(path: string): Plugin {
  const documents = readManifest(path);
  return usePersistedOperations({
    getPersistedOperation: (hash) => documents.get(bareHash(hash)) ?? null,
    customErrors: {
      notFound: () => badInput('This operation is not in the list of those that are served.'),
      keyNotFound: () =>
        badInput('Send extensions.persistedQuery with version 1 and the sha256Hash of an operation.'),
      persistedQueryOnly: () =>
        badInput('Only listed operations are served: send the sha256Hash in place of the query.'),
    },
  });
}
