import { found, MAX_FOUND } from '../../lineage/found.ts';
import { needs } from '../../lineage/need.ts';
import { builder } from '../../schema/builder.ts';
import { describeNodes, type ShownNode } from './described.ts';
import { describingCells } from './descriptions.ts';
import { dotOf } from './dot.ts';
import { LineageEdge, LineageNode, LineageUnavailable, type Unavailable } from './graph-types.ts';
import { mermaidOf } from './mermaid.ts';
import { pictureOf } from './picture.ts';
import { Walk, type WalkedEdge } from './walk.ts';
import {
  extentArguments,
  LineageDirection,
  prospectOf,
  readDirections,
  readExtent,
  readStart,
} from './walk-arguments.ts';

export interface Lineage {
  readonly nodes: readonly ShownNode[];
  readonly edges: readonly WalkedEdge[];
  readonly unavailable: readonly Unavailable[];
}

const leftOut = ({ nodes }: Lineage): number =>
  nodes.flatMap(({ cuts }) => cuts).reduce((sum, { shown, total = shown + 1 }) => sum + total - shown, 0);

const LineageType = builder.objectRef<Lineage>('Lineage').implement({
  description:
    'What a row was made of, and what was made of it: nodes of any type and the edges between them.',
  fields: (t) => ({
    nodes: t.field({
      type: [LineageNode],
      description: `What the walk met, closest first, the start included; ${MAX_FOUND} at most.`,
      resolve: ({ nodes }) => nodes,
    }),
    edges: t.field({
      type: [LineageEdge],
      description: 'The edges that the walk followed between these nodes.',
      resolve: ({ edges }) => edges,
    }),
    isPartial: t.boolean({
      description:
        'Whether something within the depth is missing: rows that were left out (truncated) or edges that were not followed (unavailable).',
      resolve: ({ nodes, unavailable }) =>
        unavailable.length > 0 || nodes.some(({ cuts }) => cuts.length > 0),
    }),
    totalNodes: t.field({
      type: 'SafeInt',
      description:
        'How many nodes are known so far: those given, and at each edge that was cut those left out. One that was left out at two edges counts twice.',
      resolve: (lineage) => lineage.nodes.length + leftOut(lineage),
    }),
    mermaid: t.string({
      description:
        'A picture as the text of a Mermaid flowchart, for a README, a notebook or an issue: by stage, many of a kind in one box, at most 60 boxes, lines that others say together left out.',
      resolve: (lineage) => mermaidOf(pictureOf(lineage)),
    }),
    dot: t.string({
      description: 'The same picture as the text of a Graphviz graph.',
      resolve: (lineage) => dotOf(pictureOf(lineage)),
    }),
    unavailable: t.field({
      type: [LineageUnavailable],
      description:
        'Edges that were not followed: this database lacks them, the caller may not read them, or they are too dear from every row.',
      resolve: ({ unavailable }) => unavailable,
    }),
  }),
});

const read = (given: Readonly<Record<string, unknown>>) => {
  const start = readStart(given.of, 'of');
  const directions = readDirections(given.direction);
  const extent = readExtent(given);
  return { start, directions, extent, prospect: prospectOf(start, directions, extent) };
};

builder.queryField('lineage', (t) =>
  t.field({
    type: LineageType,
    nullable: true,
    description:
      'What rests on a row, and what it rests on, level by level along the edges of this schema; null when nothing has this id. Papers flow into chunks, chunks into an index, the index into runs, runs into answers and usage. What was left out is said at each node. Takes one statement for each level and one to describe the nodes.',
    args: {
      of: t.arg.id({ required: true, description: 'A global id of a row of any type.' }),
      direction: t.arg({ type: LineageDirection, description: 'Which way; both unless given.' }),
      ...extentArguments('How many edges away from the row'),
    },
    extensions: needs(
      found('Query.lineage', ['nodes', 'node'], (given) => {
        const { types, cost } = read(given).prospect;
        return { types, rows: [], cells: describingCells, cost };
      }),
    ),
    resolve: async (_root, args, { lineage }, info) => {
      const { start, directions, extent, prospect } = read(args);
      const walk = new Walk(lineage, extent, start, directions);
      for (let depth = 0; depth < extent.depth && walk.width > 0; depth += 1)
        if (!(await walk.expand())) return null;
      const { nodes, edges, unavailable } = walk.walked;
      const shown = await describeNodes(lineage, info, nodes, prospect);
      return { nodes: shown, edges, unavailable: [...unavailable] };
    },
  }),
);
