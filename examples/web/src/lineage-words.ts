import type { NodeType } from './graphql/graphql.ts';
import type { Node } from './lineage-layout.ts';

/** What one and what many of a type are called; of types that the picture does not ask for, their names serve. */
const WORDS: Partial<Record<NodeType, readonly [string, string]>> = {
  Document: ['paper', 'papers'],
  IndexShard: ['index shard', 'index shards'],
  PipelineRun: ['index build', 'index builds'],
  PrepManifest: ['manifest', 'manifests'],
  RetrievalEvent: ['retrieval', 'retrievals'],
  RunRecord: ['record', 'records'],
  TokenUsage: ['model call', 'model calls'],
  WorkflowRun: ['run', 'runs'],
};

export const oneOf = (type: NodeType): string => WORDS[type]?.[0] ?? type;

/** How many rows of which types were left out at a node: 9 papers, 81 records. */
export function leftOut({ truncated }: Node): string {
  const more = new Map<NodeType, number>();
  // Rows of a type can be met by several edges: the most of one edge.
  for (const { type, shown, total } of truncated)
    more.set(type, Math.max(more.get(type) ?? 0, (total ?? Number.POSITIVE_INFINITY) - shown));
  return [...more]
    .map(
      ([type, count]) =>
        `${Number.isFinite(count) ? count : 'many'} ${WORDS[type]?.[count === 1 ? 0 : 1] ?? type}`,
    )
    .join(', ');
}
