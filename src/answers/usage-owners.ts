import type { RowRef } from '../connection/connection-type.ts';
import { EDGES } from '../lineage/edges.ts';
import { joined } from '../lineage/joined.ts';
import { allRows } from '../lineage/lookups.ts';
import type { Relation } from '../lineage/relation.ts';
import { tableRows } from '../lineage/row-type.ts';
import type { TypeName } from '../schema/builder.ts';
import { Workstream, WorkstreamArm } from './workstream.ts';
import { callsOf, WORKSTREAM, WORKSTREAM_ARM } from './workstream-rows.ts';

interface Owner {
  /** The list whose rows are summed: a sum has the rows of the list `tokenUsage` beside it. */
  readonly calls: Relation;
  /** Which calls, in words. */
  readonly of: string;
  /** Fields of the groups that are the same for all calls of a row, by the field of the row. */
  readonly fixed: Readonly<Record<string, string>>;
}

const OF = {
  WorkflowRun: { of: "the run's model calls", fixed: { runId: 'runId' } },
  RunRecord: {
    of: 'the model calls for this question, or in this step, of this run; of none for other records',
    fixed: { runId: 'runId', questionId: 'questionId' },
  },
  Document: { of: 'the model calls of the runs whose index builds embedded the paper', fixed: {} },
  StreamlitSession: { of: 'the model calls made in this session', fixed: {} },
  Project: { of: 'the model calls that name the project', fixed: { projectId: 'projectId' } },
} as const;

type OwnerType = keyof typeof OF & TypeName;

const TYPES: readonly OwnerType[] = ['WorkflowRun', 'RunRecord', 'Document', 'StreamlitSession', 'Project'];

/** The rows that have sums over model calls. */
export const USAGE_OWNERS: readonly (Owner & { readonly name: string; readonly type: RowRef })[] = [
  ...TYPES.map((type) => ({
    name: type,
    type,
    calls: joined(`${type}.tokenUsage`, type, EDGES[type].tokenUsage),
    ...OF[type],
  })),
  {
    name: WORKSTREAM.name,
    type: Workstream,
    calls: callsOf(WORKSTREAM),
    of: 'the model calls of the runs of the workstream',
    fixed: { workstreamId: 'workstreamId' },
  },
  {
    name: WORKSTREAM_ARM.name,
    type: WorkstreamArm,
    calls: callsOf(WORKSTREAM_ARM),
    of: 'the model calls of the runs of this arm',
    fixed: { workstreamId: 'workstreamId', arm: 'arm' },
  },
];

/** All calls, at the root. */
export const ALL_USAGE: Owner = {
  calls: allRows('Query.tokenUsageList', tableRows('TokenUsage')),
  of: 'all model calls, also those of no run',
  fixed: {},
};
