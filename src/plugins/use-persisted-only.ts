import { readFileSync } from 'node:fs';
import { usePersistedOperations } from '@graphql-yoga/plugin-persisted-operations';
import type { Plugin } from 'graphql-yoga';
import { badInput, ConfigError } from '../errors.ts';

/**
 * Serves the documents of a manifest only, by their SHA-256 (`extensions.persistedQuery.sha256Hash`), and nothing that
 * a caller writes. Codegen makes the manifest from the documents of an app. Throws ConfigError.
 */
export function usePersistedOnly(path: string): Plugin {
  const documents = readManifest(path);
  return usePersistedOperations({
    getPersistedOperation: (hash) => documents.get(bare(hash)) ?? null,
    customErrors: {
      notFound: () => badInput('This operation is not in the list of those that are served.'),
      keyNotFound: () =>
        badInput('Send extensions.persistedQuery with version 1 and the sha256Hash of an operation.'),
      persistedQueryOnly: () =>
        badInput('Only listed operations are served: send the sha256Hash in place of the query.'),
    },
  });
}

/** Codegen writes `sha256:` before its hashes, other makers of manifests and most clients do not. */
const bare = (hash: string): string => hash.replace(/^sha256:/, '');

function readManifest(path: string): ReadonlyMap<string, string> {
  let manifest: unknown;
  try {
    manifest = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const why = error instanceof SyntaxError ? 'is no JSON' : 'cannot be read';
    throw new ConfigError(`PERSISTED_OPERATIONS is ${JSON.stringify(path)}, which ${why}.`);
  }
  const entries = Object.entries(typeof manifest === 'object' && manifest !== null ? manifest : {});
  const documents = new Map<string, string>();
  for (const [hash, text] of entries) if (typeof text === 'string') documents.set(bare(hash), text);
  if (documents.size === 0 || documents.size < entries.length)
    throw new ConfigError(
      `PERSISTED_OPERATIONS is ${JSON.stringify(path)}, which is no manifest of codegen: {"<sha256>": "<query>"}.`,
    );
  return documents;
}
