export interface LineageNode {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly depth: number;
  readonly status: string | null;
}
export interface LineageEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
}
/** Of an edge of a node, `shown` are drawn; `total` is null where nobody counted. */
export interface Truncated {
  readonly id: string;
  readonly edge: string;
  readonly shown: number;
  readonly total: number | null;
}
export interface LineageGraph {
  readonly nodes: readonly LineageNode[];
  readonly edges: readonly LineageEdge[];
  readonly truncated: readonly Truncated[];
}

export const LINEAGE_QUERY = `query Lineage($id: ID!) {
  lineage(of: $id, direction: BOTH, depth: 2, limitPerEdge: 20) {
    nodes { id type title depth status }
    edges { from to kind }
    truncated { id edge shown total }
    isPartial
  }
}`;

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const count = (value: unknown): number => (typeof value === 'number' ? value : 0);
const list = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.filter(isFields) : []);

/** The graph in an answer; undefined where it has none. Edges to what is not among the nodes cannot be drawn. */
export function readGraph(data: unknown): LineageGraph | undefined {
  const lineage = isFields(data) ? data.lineage : undefined;
  if (!isFields(lineage)) return undefined;
  const nodes = list(lineage.nodes).map(({ id, type, title, depth, status }) => ({
    id: text(id),
    type: text(type),
    title: text(title),
    depth: count(depth),
    status: typeof status === 'string' ? status : null,
  }));
  const known = new Set(nodes.map(({ id }) => id));
  const edges = list(lineage.edges)
    .map(({ from, to, kind }) => ({ from: text(from), to: text(to), kind: text(kind) }))
    .filter(({ from, to }) => known.has(from) && known.has(to));
  const truncated = list(lineage.truncated).map(({ id, edge, shown, total }) => ({
    id: text(id),
    edge: text(edge),
    shown: count(shown),
    total: typeof total === 'number' ? total : null,
  }));
  return { nodes, edges, truncated };
}
