import { Kind, parse } from 'graphql';
import { readManifest } from './persisted-manifest.ts';

/**
 * The names of the operations that the operator knows: those of the manifest. Other names are made up by callers, who
 * could fill the metrics with them. Without a manifest there are none.
 */
export const knownOperations = (manifest: string): ReadonlySet<string> =>
  new Set([...documents(manifest)].flatMap(operationNames));

function documents(path: string): Iterable<string> {
  try {
    return readManifest(path).values();
  } catch {
    return [];
  }
}

function operationNames(document: string): readonly string[] {
  try {
    return parse(document, { noLocation: true }).definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION && definition.name ? [definition.name.value] : [],
    );
  } catch {
    return [];
  }
}
