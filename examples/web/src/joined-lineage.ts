import type { GraphFragment } from './graphql/graphql.ts';

/** What stands above a node and what below it, as one graph; undefined where there is neither. */
export function joined(parts: readonly (GraphFragment | null | undefined)[]): GraphFragment | undefined {
  const nodes = new Map<string, GraphFragment['nodes'][number]>();
  const given = parts.filter((part) => part != null);
  for (const node of given.flatMap((part) => part.nodes)) {
    const known = nodes.get(node.id);
    nodes.set(node.id, known ? { ...known, truncated: [...known.truncated, ...node.truncated] } : node);
  }
  return given.length > 0
    ? { nodes: [...nodes.values()], edges: given.flatMap(({ edges }) => edges) }
    : undefined;
}
