import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import type { GraphFragment, LineageStage } from './graphql/graphql.ts';

export type Node = GraphFragment['nodes'][number];
type Edge = GraphFragment['edges'][number];

export const BOX = { width: 154, height: 60 } as const;

/** From the papers to what was paid: a column for each. */
const STAGES: Readonly<Record<LineageStage, string>> = {
  PAPERS: 'Papers',
  INDEX: 'Index',
  RUN: 'Runs',
  ANSWERS: 'Steps and answers',
  RETRIEVAL: 'Retrieval',
  USAGE: 'Model calls',
  OTHER: 'Other',
};
const ORDER = Object.keys(STAGES);

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly { readonly node: Node; readonly x: number; readonly y: number }[];
  readonly lines: readonly { readonly key: string; readonly path: string; readonly grade: string }[];
  readonly columns: readonly { readonly title: string; readonly x: number }[];
}

const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.partitioning.activate': 'true',
  'elk.separateConnectedComponents': 'false',
  'elk.edgeRouting': 'POLYLINE',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.spacing.nodeNode': '10',
  'elk.layered.spacing.edgeNodeBetweenLayers': '8',
  'elk.layered.spacing.nodeNodeBetweenLayers': '38',
  'elk.padding': '[top=36,left=4,bottom=8,right=4]',
};

/** Several edges between two nodes are one line; what was cited counts more than what was only there. */
function linesOf(edges: readonly Edge[]): readonly (readonly [string, Edge])[] {
  const lines = new Map<string, Edge>();
  for (const edge of edges) {
    const key = `${edge.from} ${edge.to}`;
    if (edge.grade === 'CITED_BY' || !lines.has(key)) lines.set(key, edge);
  }
  return [...lines];
}

/** Places the boxes, a column for each stage. The library is big, and loaded by the first picture. */
export async function layOut({ nodes, edges }: GraphFragment): Promise<Picture> {
  const { default: Elk } = await import('elkjs/lib/elk.bundled.js');
  const stageOf = new Map(nodes.map(({ id, stage }) => [id, stage]));
  const lines = linesOf(edges);
  // Lines within a column are arcs beside it: as edges of the layout they would part it into several.
  const [within, between] = [true, false].map((same) =>
    lines.filter(([, { from, to }]) => (stageOf.get(from) === stageOf.get(to)) === same),
  );
  const asked: ElkNode = {
    id: 'lineage',
    layoutOptions: OPTIONS,
    children: nodes.map(({ id, stage }) => ({
      id,
      ...BOX,
      layoutOptions: { 'elk.partitioning.partition': String(ORDER.indexOf(stage)) },
    })),
    edges: (between ?? []).map(([key, { from, to }]) => ({ id: key, sources: [from], targets: [to] })),
  };
  const { width = 0, height = 0, children = [], edges: routes = [] } = await new Elk().layout(asked);
  const boxes = nodes.map((node, at) => ({ node, x: children[at]?.x ?? 0, y: children[at]?.y ?? 0 }));
  const placeOf = new Map(boxes.map(({ node, x, y }) => [node.id, { x, y }]));
  const drawn = (pathOf: (edge: Edge, at: number) => string) => {
    return ([key, edge]: readonly [string, Edge], at: number) => ({
      key,
      grade: edge.grade ?? 'NONE',
      path: pathOf(edge, at),
    });
  };
  return {
    width,
    height,
    boxes,
    lines: [
      ...(between ?? []).map(drawn((_, at) => bent(routes[at]))),
      ...(within ?? []).map(drawn(({ from, to }) => arc(placeOf.get(from), placeOf.get(to)))),
    ],
    columns: Object.entries(STAGES).flatMap(([stage, title]) => {
      const xs = boxes.filter(({ node }) => node.stage === stage).map(({ x }) => x);
      return xs.length > 0 ? [{ title, x: Math.min(...xs) }] : [];
    }),
  };
}

function bent(route: ElkExtendedEdge | undefined): string {
  const points = (route?.sections ?? []).flatMap(({ startPoint, bendPoints = [], endPoint }) => [
    startPoint,
    ...bendPoints,
    endPoint,
  ]);
  return `M${points.map(({ x, y }) => `${x} ${y}`).join('L')}`;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** From one right side to the other. */
function arc(from: Place = { x: 0, y: 0 }, to: Place = { x: 0, y: 0 }): string {
  const [x, y, end] = [from.x + BOX.width, from.y + BOX.height / 2, to.y + BOX.height / 2];
  return `M${x} ${y}C${x + 26} ${y} ${to.x + BOX.width + 26} ${end} ${to.x + BOX.width} ${end}`;
}
