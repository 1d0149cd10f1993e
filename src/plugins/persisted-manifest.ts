import { readFileSync } from 'node:fs';
import { ConfigError } from '../errors.ts';

/** Codegen writes `sha256:` before its hashes, other makers of manifests and most clients do not. */
export const bareHash = (hash: string): string => hash.replace(/^sha256:/, '');

/** The documents of a manifest of persisted operations, by their hash. Throws ConfigError. */
export function readManifest(path: string): ReadonlyMap<string, string> {
  let manifest: unknown;
  try {
    manifest = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const why = error instanceof SyntaxError ? 'is no JSON' : 'cannot be read';
    throw new ConfigError(`PERSISTED_OPERATIONS is ${JSON.stringify(path)}, which ${why}.`);
  }
  const entries = Object.entries(typeof manifest === 'object' && manifest !== null ? manifest : {});
  const documents = new Map<string, string>();
  for (const [hash, text] of entries) if (typeof text === 'string') documents.set(bareHash(hash), text);
  if (documents.size === 0 || documents.size < entries.length)
    throw new ConfigError(
      `PERSISTED_OPERATIONS is ${JSON.stringify(path)}, which is no manifest of codegen: {"<sha256>": "<query>"}.`,
    );
  return documents;
}
