import { type LineageEdge, type LineageGraph, readGraph } from '../../src/graphiql/page/lineage/graph.ts';
import type { Story } from './stories.ts';

/** Asks the API: gives the data of an answer, or throws. */
export type Ask = (query: string, variables?: Readonly<Record<string, unknown>>) => Promise<unknown>;

const GRAPH = `nodes { id type title depth status tone stage truncated { edge type shown total } }
  edges { from to kind grade } unavailable { edge reason }`;

/** What the API says of a story: the lineages of its parts, as one. */
export async function graphOf({ name, parts }: Story, ask: Ask): Promise<LineageGraph> {
  const graphs: LineageGraph[] = [];
  for (const { of, along } of parts) {
    const id = idIn(await ask(`{ start: ${of} { id } }`));
    const graph = readGraph(
      await ask(`query ($id: ID!) { lineage(of: $id, ${along}) { ${GRAPH} } }`, { id }),
    );
    if (!graph) throw new Error(`The story ${name} has nothing at ${of}.`);
    graphs.push(graph);
  }
  return joined(graphs);
}

function idIn(data: unknown): string {
  const { start } = Object(data);
  const { id } = Object(start);
  if (typeof id !== 'string') throw new Error(`No row is there: ${JSON.stringify(data)}`);
  return id;
}

/** Each node once, as the part shows it that begins there; one line between two nodes. */
function joined(graphs: readonly LineageGraph[]): LineageGraph {
  const nodes = new Map<string, LineageGraph['nodes'][number]>();
  const edges = new Map<string, LineageEdge>();
  for (const node of graphs.flatMap((graph) => graph.nodes)) {
    const known = nodes.get(node.id);
    if (!known || node.depth < known.depth) nodes.set(node.id, node);
  }
  for (const edge of graphs.flatMap((graph) => graph.edges)) {
    const key = `${edge.from} ${edge.to}`;
    if (edge.grade === 'CITED_BY' || !edges.has(key)) edges.set(key, edge);
  }
  return {
    nodes: [...nodes.values()],
    edges: [...edges.values()],
    truncated: graphs.flatMap((graph) => graph.truncated),
    unavailable: graphs.flatMap((graph) => graph.unavailable),
  };
}
