import { sql } from 'kysely';
import { connectionArguments } from '../connection/connection-arguments.ts';
import { connectionType } from '../connection/connection-type.ts';
import { rowAt } from '../execution/row.ts';
import { EDGES, type Edge } from '../lineage/edges.ts';
import { listed } from '../lineage/fields/listed.ts';
import { joined } from '../lineage/joined.ts';
import { needs } from '../lineage/need.ts';
import type { Relation } from '../lineage/relation.ts';
import { furthest } from '../lineage/repeated.ts';
import { WORKFLOW_RUN } from '../lineage/runs.ts';
import { builder } from '../schema/builder.ts';

/** Further up than any family of runs; it ends circles. */
const MAX_DEPTH = 100;

const ROOT = furthest(
  'WorkflowRun.root',
  joined('WorkflowRun.root', 'WorkflowRun', EDGES.WorkflowRun.parent),
  { atMost: MAX_DEPTH },
);

const SAME_PARENT: Edge = {
  to: 'WorkflowRun',
  as: 'connection',
  on: { parentRunId: 'parentRunId' },
  description: '',
};

const CHILDREN_OF_PARENT = joined('WorkflowRun.siblings', 'WorkflowRun', SAME_PARENT);

const SIBLINGS: Relation = {
  ...CHILDREN_OF_PARENT,
  startsAt: [...CHILDREN_OF_PARENT.startsAt, 'runId'],
  source: (sources, run, given) => {
    const { row, where, ...source } = CHILDREN_OF_PARENT.source(sources, run, given);
    return { ...source, row, where: [...where, sql`${row.column('runId')} <> ${run.column('runId')}`] };
  },
};

builder.objectFields('WorkflowRun', (t) => ({
  root: t.field({
    type: 'WorkflowRun',
    nullable: true,
    description: `The run at which the family began: the last of ancestors, or the run itself where it has no parent that is known. Null where the parents go in a circle, or further than ${MAX_DEPTH - 1} steps. Table workflow.run_records.`,
    extensions: needs({ kind: 'rows', relation: ROOT }),
    resolve: (row, _args, _context, info) => rowAt(row, info),
  }),
  siblings: t.field({
    type: connectionType('WorkflowRun'),
    nullable: true,
    description:
      'The other runs whose header names the same parent, also where nothing else is known of that. Table workflow.run_records.',
    args: connectionArguments(listed(WORKFLOW_RUN)),
    extensions: needs({ kind: 'rows', relation: SIBLINGS }),
    resolve: (row, _args, _context, info) => rowAt(row, info),
  }),
}));
