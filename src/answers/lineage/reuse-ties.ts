import type { Edge } from '../../lineage/edges/edge.ts';
import { joined } from '../../lineage/joined.ts';
import type { Relation } from '../../lineage/relation.ts';

/** A record took its result from another run: what the run of the record came to rests on that run. */
const through = (on: Readonly<Record<string, string>>, key: string, description: string): Edge => ({
  to: 'WorkflowRun',
  as: 'connection',
  via: [{ to: 'RunRecord', on }],
  on: { runId: key },
  distinct: true,
  description,
});

export const REUSING_RUNS: Relation = joined(
  'WorkflowRun.reusingRuns',
  'WorkflowRun',
  through({ reusedFromRunId: 'runId' }, 'runId', 'The runs of which a record took its result from this run.'),
);

export const REUSED_RUNS: Relation = joined(
  'WorkflowRun.reusedRuns',
  'WorkflowRun',
  through({ runId: 'runId' }, 'reusedFromRunId', 'The runs from which a record of this run took its result.'),
);
