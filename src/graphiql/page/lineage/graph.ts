import { type Stage, stageIn, type Tone, toneIn } from './stages.ts';

export interface LineageNode {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly depth: number;
  readonly status: string | null;
  readonly stage: Stage;
  readonly tone: Tone;
}
export interface LineageEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  /** AVAILABLE_TO, CITED_BY, or null. */
  readonly grade: string | null;
}
/** Of an edge of a node to rows of a type, `shown` are drawn; `total` is null where they are too many to count. */
export interface Truncated {
  readonly id: string;
  readonly edge: string;
  readonly type: string;
  readonly shown: number;
  readonly total: number | null;
}
export interface LineageGraph {
  readonly nodes: readonly LineageNode[];
  readonly edges: readonly LineageEdge[];
  readonly truncated: readonly Truncated[];
  /** Edges that could not be followed, and why. */
  readonly unavailable: readonly string[];
}

export const LINEAGE_QUERY = `query Lineage($id: ID!) {
  lineage(of: $id, direction: BOTH, depth: 2, limitPerEdge: 4) {
    nodes { id type title depth status tone stage truncated { edge type shown total } }
    edges { from to kind grade }
    unavailable { edge reason }
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
  const given = list(lineage.nodes);
  const nodes = given.map(({ id, type, title, depth, status, tone, stage }) => ({
    id: text(id),
    type: text(type),
    title: text(title),
    depth: count(depth),
    status: typeof status === 'string' ? status : null,
    stage: stageIn(stage),
    tone: toneIn(tone),
  }));
  const known = new Set(nodes.map(({ id }) => id));
  const edges = list(lineage.edges)
    .map(({ from, to, kind, grade }) => ({
      from: text(from),
      to: text(to),
      kind: text(kind),
      grade: typeof grade === 'string' ? grade : null,
    }))
    .filter(({ from, to }) => known.has(from) && known.has(to));
  const truncated = given.flatMap(({ id, truncated: cut }) =>
    list(cut).map(({ edge, type, shown, total }) => ({
      id: text(id),
      edge: text(edge),
      type: text(type),
      shown: count(shown),
      total: typeof total === 'number' ? total : null,
    })),
  );
  const unavailable = list(lineage.unavailable).map(({ edge, reason }) => `${text(edge)}: ${text(reason)}`);
  return { nodes, edges, truncated, unavailable };
}
