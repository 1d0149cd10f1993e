import type { LineageError } from '../../errors.ts';
import { rowOrNull } from '../../execution/row.ts';
import { selectedOf } from '../../lineage/found.ts';
import { builder } from '../../schema/builder.ts';
import { MAX_COUNTED } from './counted.ts';
import type { ShownCut, ShownNode } from './described.ts';
import { EdgeKind, gradeOf } from './edge-kinds.ts';
import { LineageStage, LineageTone, stageOf, toneOf } from './stages.ts';
import type { WalkedEdge } from './walk.ts';
import { NodeType } from './walk-arguments.ts';

const LineageTruncation = builder.objectRef<ShownCut>('LineageTruncation').implement({
  description: 'An edge of a node of which not all rows are in the answer.',
  fields: (t) => ({
    edge: t.field({ type: EdgeKind, description: 'Which edge.', resolve: ({ kind }) => kind }),
    type: t.field({
      type: NodeType,
      description: 'Of which type its rows are.',
      resolve: ({ type }) => type,
    }),
    shown: t.exposeInt('shown', { description: 'How many of its rows are among the nodes.' }),
    total: t.int({
      nullable: true,
      description: `How many rows it has; null where these are more than ${MAX_COUNTED}.`,
      resolve: ({ total }) => total ?? null,
    }),
  }),
});

export const LineageNode = builder.objectRef<ShownNode>('LineageNode').implement({
  description: 'A row that a lineage meets, of any type.',
  fields: (t) => ({
    id: t.id({ description: 'The global id, for `node(id:)`.', resolve: ({ id }) => id }),
    type: t.field({ type: NodeType, description: 'Of which type it is.', resolve: ({ type }) => type }),
    title: t.exposeString('title', {
      description:
        'What names it for people, of what the caller may read; else its key. Credentials are replaced.',
    }),
    status: t.string({
      nullable: true,
      description:
        'Its status, of a run its outcome, of a question its confidence; null where its type has none.',
      resolve: ({ status }) => status ?? null,
    }),
    tone: t.field({
      type: LineageTone,
      description: 'How the status is meant.',
      resolve: ({ status }) => toneOf(status),
    }),
    stage: t.field({
      type: LineageStage,
      description: 'The stage of the pipeline that it belongs to.',
      resolve: ({ type }) => stageOf(type),
    }),
    depth: t.exposeInt('depth', { description: 'How many edges away it is; 0 for where the walk began.' }),
    node: t.field({
      type: builder.nodeInterfaceRef(),
      nullable: true,
      description: 'The row itself; null when it is gone by now.',
      resolve: ({ row }, _args, _context, info) => {
        return rowOrNull(selectedOf(row, info));
      },
    }),
    explored: t.exposeBoolean('explored', {
      description: 'Whether its edges were followed, if it has any; false where the walk ended at its depth.',
    }),
    truncated: t.field({
      type: [LineageTruncation],
      description: 'Its edges of which rows were left out, by limitPerEdge or by the most nodes.',
      resolve: ({ cuts }) => cuts,
    }),
  }),
});

const LineageGrade = builder.enumType('LineageGrade', {
  description: 'What an edge says of the use that was made of what it comes from.',
  values: {
    AVAILABLE_TO: { description: 'The index held it when the run was made: the run could read it.' },
    CITED_BY: { description: 'An answer cites it.' },
  },
});

export const LineageEdge = builder.objectRef<WalkedEdge>('LineageEdge').implement({
  description: 'A tie between two nodes, from upstream to downstream.',
  fields: (t) => ({
    from: t.id({ description: 'The id of the node upstream.', resolve: ({ from }) => from }),
    to: t.id({ description: 'The id of the node downstream.', resolve: ({ to }) => to }),
    kind: t.field({ type: EdgeKind, description: 'What ties them.', resolve: ({ kind }) => kind }),
    grade: t.field({
      type: LineageGrade,
      nullable: true,
      description: 'Whether it was only available or is cited; null for ties that say neither.',
      resolve: ({ kind }) => gradeOf(kind) ?? null,
    }),
  }),
});

/** An edge, as `Type.edge`, and why it could not be followed. */
export type Unavailable = readonly [string, LineageError];

export const LineageUnavailable = builder.objectRef<Unavailable>('LineageUnavailable').implement({
  description: 'An edge that was not followed, and why.',
  fields: (t) => ({
    edge: t.string({ description: 'The edge, as Type.edge.', resolve: ([edge]) => edge }),
    code: t.string({
      description:
        'Why, as a code: FORBIDDEN, NOT_IN_THIS_DATABASE, or COST_LIMIT_EXCEEDED for one that is followed from the start only.',
      resolve: ([, { code }]) => code,
    }),
    reason: t.string({ description: 'Why, as a sentence.', resolve: ([, { message }]) => message }),
  }),
});
