import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import type { LineageEdge, LineageGraph, LineageNode } from './graph.ts';
import { STAGES, type Stage } from './stages.ts';

export const BOX = { width: 200, height: 56 } as const;

export interface Box extends LineageNode {
  readonly x: number;
  readonly y: number;
}
export interface Line extends LineageEdge {
  /** As `d` of an SVG path. */
  readonly path: string;
}
export interface Column {
  readonly stage: Stage;
  readonly x: number;
}
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
  readonly columns: readonly Column[];
}

const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.partitioning.activate': 'true',
  // Each by itself would have columns of its own.
  'elk.separateConnectedComponents': 'false',
  'elk.edgeRouting': 'POLYLINE',
  'elk.spacing.nodeNode': '16',
  // Room for the names of the stages.
  'elk.padding': '[top=40,left=16,bottom=16,right=16]',
};

/** The size of a box, and of the gaps between columns. */
export interface Sizes {
  readonly width: number;
  readonly height: number;
  readonly gap: number;
}

/** Places the boxes, a column for each stage. The library is big, and loaded by the first picture. */
export async function layOut(
  { nodes, edges }: LineageGraph,
  { gap, ...size }: Sizes = { ...BOX, gap: 72 },
): Promise<Picture> {
  const { default: Elk } = await import('elkjs/lib/elk.bundled.js');
  const stageOf = new Map(nodes.map(({ id, stage }) => [id, stage]));
  // Lines within a column are arcs beside it: as edges of the layout they would part it into several.
  const isWithin = ({ from, to }: LineageEdge): boolean => stageOf.get(from) === stageOf.get(to);
  const asked: ElkNode = {
    id: 'lineage',
    layoutOptions: { ...OPTIONS, 'elk.layered.spacing.nodeNodeBetweenLayers': String(gap) },
    children: nodes.map(({ id, stage }) => ({
      id,
      ...size,
      layoutOptions: { 'elk.partitioning.partition': String(STAGES.indexOf(stage)) },
    })),
    edges: edges.flatMap((edge, place) =>
      isWithin(edge) ? [] : [{ id: String(place), sources: [edge.from], targets: [edge.to] }],
    ),
  };
  const placed = await new Elk().layout(asked);
  const places = new Map(placed.children?.map(({ id, x = 0, y = 0 }) => [id, { x, y }]));
  const placeOf = (id: string): Place => places.get(id) ?? { x: 0, y: 0 };
  const boxes = nodes.map((node) => ({ ...node, ...placeOf(node.id) }));
  const routes = new Map(placed.edges?.map((route) => [route.id, route]));
  const lines = edges.map((edge, place) => {
    const route = routes.get(String(place));
    return { ...edge, path: route ? bent(route) : arc(placeOf(edge.from), placeOf(edge.to), size) };
  });
  const columns = STAGES.flatMap((stage) => {
    const xs = boxes.filter((box) => box.stage === stage).map(({ x }) => x);
    return xs.length > 0 ? [{ stage, x: Math.min(...xs) }] : [];
  });
  return { width: placed.width ?? 0, height: placed.height ?? 0, boxes, lines, columns };
}

function bent(route: ElkExtendedEdge): string {
  const points = (route.sections ?? []).flatMap(({ startPoint, bendPoints, endPoint }) => [
    startPoint,
    ...(bendPoints ?? []),
    endPoint,
  ]);
  return points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join(' ');
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** From one right side to the other. */
function arc(from: Place, to: Place, size: { readonly width: number; readonly height: number }): string {
  const [x, y] = [from.x + size.width, from.y + size.height / 2];
  const [endX, endY] = [to.x + size.width, to.y + size.height / 2];
  return `M${x} ${y} C${x + 26} ${y} ${endX + 26} ${endY} ${endX} ${endY}`;
}
