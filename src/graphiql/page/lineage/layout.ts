import type { ElkNode } from 'elkjs/lib/elk-api.js';
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
  'elk.edgeRouting': 'POLYLINE',
  'elk.spacing.nodeNode': '16',
  'elk.layered.spacing.nodeNodeBetweenLayers': '72',
  // Room for the names of the stages.
  'elk.padding': '[top=40,left=16,bottom=16,right=16]',
};

/** Places the boxes, stage after stage. The library is big, and loaded by the first picture. */
export async function layOut({ nodes, edges }: LineageGraph): Promise<Picture> {
  const { default: Elk } = await import('elkjs/lib/elk.bundled.js');
  const asked: ElkNode = {
    id: 'lineage',
    layoutOptions: OPTIONS,
    children: nodes.map(({ id, stage }) => ({
      id,
      ...BOX,
      layoutOptions: { 'elk.partitioning.partition': String(STAGES.indexOf(stage)) },
    })),
    edges: edges.map(({ from, to }, place) => ({ id: String(place), sources: [from], targets: [to] })),
  };
  const placed = await new Elk().layout(asked);
  const places = new Map(placed.children?.map(({ id, x = 0, y = 0 }) => [id, { x, y }]));
  const boxes = nodes.map((node) => ({ ...node, ...(places.get(node.id) ?? { x: 0, y: 0 }) }));
  const lines = edges.map((edge, place) => {
    const points = (placed.edges?.[place]?.sections ?? []).flatMap(({ startPoint, bendPoints, endPoint }) => [
      startPoint,
      ...(bendPoints ?? []),
      endPoint,
    ]);
    return { ...edge, path: points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join(' ') };
  });
  const columns = STAGES.flatMap((stage) => {
    const xs = boxes.filter((box) => box.stage === stage).map(({ x }) => x);
    return xs.length > 0 ? [{ stage, x: Math.min(...xs) }] : [];
  });
  return { width: placed.width ?? 0, height: placed.height ?? 0, boxes, lines, columns };
}
