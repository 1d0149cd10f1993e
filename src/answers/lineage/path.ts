import { badInput } from '../../errors.ts';
import { found } from '../../lineage/found.ts';
import type { LineageLoader } from '../../lineage/lineage-loader.ts';
import { needs } from '../../lineage/need.ts';
import type { Reference } from '../../lineage/nodes.ts';
import { builder } from '../../schema/builder.ts';
import { encodeNodeId } from '../../schema/node-id.ts';
import { describeNodes, type ShownNode } from './described.ts';
import { describingCells } from './descriptions.ts';
import { DIRECTIONS } from './expansion.ts';
import { LineageEdge, LineageNode, LineageUnavailable, type Unavailable } from './graph-types.ts';
import { type Way, waysBetween } from './paths-between.ts';
import { Walk, type WalkedEdge } from './walk.ts';
import {
  type Extent,
  extentArguments,
  type Preset,
  prospectOf,
  readExtent,
  readStart,
} from './walk-arguments.ts';

/** A path may turn: two runs hang together by a paper that both read. */
const PRESET: Preset = { depth: 4, limit: 50, turns: true };
const MOST_PATHS = 10;

interface Path {
  readonly nodes: readonly ShownNode[];
  readonly edges: readonly WalkedEdge[];
}
interface Paths {
  readonly paths: readonly Path[];
  readonly isPartial: boolean;
  readonly unavailable: readonly Unavailable[];
}

const LineagePath = builder.objectRef<Path>('LineagePath').implement({
  description: 'A way from one row to another.',
  fields: (t) => ({
    length: t.int({ description: 'How many edges it has.', resolve: ({ edges }) => edges.length }),
    nodes: t.field({
      type: [LineageNode],
      description: 'The rows on the way, both ends included; their depth counts from the start.',
      resolve: ({ nodes }) => nodes,
    }),
    edges: t.field({
      type: [LineageEdge],
      description: 'The edge between each two rows; it can point either way.',
      resolve: ({ edges }) => edges,
    }),
  }),
});

const LineagePaths = builder.objectRef<Paths>('LineagePaths').implement({
  description: 'How two rows hang together.',
  fields: (t) => ({
    paths: t.field({
      type: [LineagePath],
      description: `The ways that were found, shortest first, ${MOST_PATHS} at most; empty where there is none within the depth.`,
      resolve: ({ paths }) => paths,
    }),
    isPartial: t.exposeBoolean('isPartial', {
      description:
        'Whether edges were cut (limitPerEdge) or could not be followed, so that there may be other ways, and shorter ones.',
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
  const ends = [readStart(given.from, 'from'), readStart(given.to, 'to')] as const;
  const extent = readExtent(given, PRESET);
  const sides = ends.map((end) =>
    prospectOf(end, DIRECTIONS, { ...extent, depth: Math.ceil(extent.depth / 2) }),
  );
  const rows = MOST_PATHS * (extent.depth + 1);
  const explored = sides.reduce((sum, { cost }) => sum + cost.rows * cost.base, 0);
  const types = [...new Set(sides.flatMap((side) => side.types))].sort();
  return { ends, extent, prospect: { types, cost: { base: Math.ceil(explored / rows), rows } } };
};

/** Walks from both ends, each time from where fewer nodes are open, until the walks meet. Throws BAD_USER_INPUT. */
async function meet(
  lineage: LineageLoader,
  [from, to]: readonly [Reference, Reference],
  extent: Extent,
): Promise<readonly [Walk, Walk]> {
  const walks = [
    new Walk(lineage, extent, from, DIRECTIONS),
    new Walk(lineage, extent, to, DIRECTIONS),
  ] as const;
  const names = ['from', 'to'] as const;
  const expand = async (side: 0 | 1): Promise<void> => {
    if (!(await walks[side].expand())) throw badInput(`Nothing has the id given as ${names[side]}.`);
  };
  // Both ends are looked at, also where they meet at once: each has to exist.
  await expand(0);
  if (from.type !== to.type || from.key !== to.key) await expand(1);
  for (let levels = 2; levels < extent.depth && !haveMet(walks); levels += 1) {
    const [a, b] = walks.map(({ width }) => width || Number.POSITIVE_INFINITY);
    if (a === b && a === Number.POSITIVE_INFINITY) break;
    await expand(Number(a) <= Number(b) ? 0 : 1);
  }
  return walks;
}

const haveMet = ([a, b]: readonly [Walk, Walk]): boolean => a.walked.nodes.some(({ id }) => b.has(id));

builder.queryField('path', (t) =>
  t.field({
    type: LineagePaths,
    nullable: true,
    description:
      'How two rows hang together: the ways between them along the edges of this schema, in either direction, shortest first. Walks from both ends, one statement for each level and one to describe the rows.',
    args: {
      from: t.arg.id({ required: true, description: 'The global id of a row of any type.' }),
      to: t.arg.id({ required: true, description: 'The global id of another.' }),
      ...extentArguments('How many edges a way has at most', PRESET),
    },
    extensions: needs(
      found('Query.path', ['paths', 'nodes', 'node'], (given) => {
        const { types, cost } = read(given).prospect;
        return { types, rows: [], cells: describingCells, cost };
      }),
    ),
    resolve: async (_root, args, { lineage }, info) => {
      const { ends, extent, prospect } = read(args);
      const walks = await meet(lineage, ends, extent);
      const [a, b] = walks.map(({ walked }) => walked);
      if (!a || !b) throw new Error('A path has two ends.');
      const [from, to] = ends.map(({ type, key }) => encodeNodeId(type, key));
      const ways = waysBetween([...a.edges, ...b.edges], from ?? '', to ?? '', {
        most: MOST_PATHS,
        length: extent.depth,
      });
      const met = new Map([...b.nodes, ...a.nodes].map((node) => [node.id, node]));
      const onWay = [...new Set(ways.flatMap(({ ids }) => ids))].flatMap((id) => met.get(id) ?? []);
      const shown = await describeNodes(lineage, info, onWay, prospect);
      const unavailable = new Map([...a.unavailable, ...b.unavailable]);
      return {
        paths: ways.map((way) => pathOf(way, shown)),
        isPartial: unavailable.size > 0 || [...a.nodes, ...b.nodes].some(({ cuts }) => cuts.length > 0),
        unavailable: [...unavailable],
      };
    },
  }),
);

function pathOf({ ids, edges }: Way, shown: readonly ShownNode[]): Path {
  const byId = new Map(shown.map((node) => [node.id, node]));
  const nodes = ids.flatMap((id, depth) => {
    const node = byId.get(id);
    return node ? [{ ...node, depth }] : [];
  });
  return { nodes, edges };
}
