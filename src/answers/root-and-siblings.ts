import { sql } from 'kysely';
import { connectionArguments } from '../connection/connection-arguments.ts';
import { connectionType } from '../connection/connection-type.ts';
import type { Edge } from '../lineage/edges/edge.ts';
import { EDGES } from '../lineage/edges.ts';
import { fromRows } from '../lineage/fields/from-rows.ts';
import { listed } from '../lineage/fields/listed.ts';
import { joined } from '../lineage/joined.ts';
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
    const others = [
      sql`${run.column('parentRunId')} <> ''`,
      sql`${row.column('runId')} <> ${run.column('runId')}`,
    ];
    return { ...source, row, where: [...where, ...others] };
  },
};

builder.objectFields('WorkflowRun', (t) => ({
  root: t.field({
    type: 'WorkflowRun',
    description: `The run at which the family began: the last of ancestors, or the run itself where it has no parent that is known. Null where the parents go in a circle, or further than ${MAX_DEPTH - 1} steps. Table workflow.run_records.`,
    ...fromRows(ROOT),
  }),
  siblings: t.field({
    type: connectionType('WorkflowRun'),
    description:
      'The other runs whose header names the same parent, also where nothing else is known of that. Table workflow.run_records.',
    args: connectionArguments(listed(WORKFLOW_RUN)),
    ...fromRows(SIBLINGS),
  }),
}));
