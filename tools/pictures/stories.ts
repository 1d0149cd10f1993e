import { PAPERS, RETRACTED } from '../../prisma/seed/papers.ts';
import { MISREAD_QUESTION, PARENT_RUN } from '../../prisma/seed/stories/family.ts';
import { REUSING_RUN } from '../../prisma/seed/stories/reuse.ts';
import { WALK_RUN } from '../../prisma/seed/stories/walk.ts';
import { ARMS } from '../../prisma/seed/stories/workstream.ts';

/** One `lineage` that a picture asks for. */
export interface Part {
  /** A field of Query, whose row is where the lineage begins. */
  readonly of: string;
  /** The other arguments of `lineage`. */
  readonly along: string;
}

/** A story of the demo data, told by one picture: what its parts have in common is drawn once. */
export interface Story {
  readonly name: string;
  readonly title: string;
  readonly parts: readonly Part[];
}

const run = (runId: string): string => `workflowRun(runId: ${JSON.stringify(runId)})`;
const answer = (runId: string, key: string): string =>
  `runRecord(runId: ${JSON.stringify(runId)}, recordKind: "question", step: "agentic", recordKey: ${JSON.stringify(key)})`;

/** From an answer to the words that it cites, their paper and its run. */
const cited = (runId: string, key: string): Part => ({
  of: answer(runId, key),
  along:
    'direction: UPSTREAM, depth: 2, only: [VECTOR_CITED_BY, DOCUMENT_CITED_BY, DOCUMENT_VECTORS, WORKFLOW_RUN_RECORDS]',
});

export const STORIES: readonly Story[] = [
  {
    name: 'walk',
    title: 'A run, from its papers to its answers',
    parts: [
      {
        of: run(WALK_RUN),
        along: 'direction: UPSTREAM, depth: 2, limitPerEdge: 3, types: [Document, PipelineRun, IndexShard]',
      },
      {
        of: run(WALK_RUN),
        along: 'direction: DOWNSTREAM, depth: 1, limitPerEdge: 3, types: [RunRecord, TokenUsage]',
      },
      cited(WALK_RUN, 'A02'),
    ],
  },
  {
    name: 'reuse',
    title: 'A run that took over the index of another',
    parts: [
      {
        of: run(REUSING_RUN),
        along:
          'direction: UPSTREAM, depth: 2, limitPerEdge: 3, types: [WorkflowRun, Document, PipelineRun, IndexShard]',
      },
      cited(REUSING_RUN, 'A01'),
    ],
  },
  {
    name: 'remediation',
    title: 'A wrong answer of a failed run, its rerun, and the run that mended it',
    parts: [
      { of: run(PARENT_RUN), along: 'direction: DOWNSTREAM, depth: 1, types: [WorkflowRun]' },
      ...[PARENT_RUN, 'demo-rerun', 'demo-remediation'].map((runId) => cited(runId, MISREAD_QUESTION)),
    ],
  },
  {
    name: 'arms',
    title: 'Two arms of an experiment: to the same question each cites another place',
    parts: ARMS.map(({ runId }) => cited(runId, 'A02')),
  },
  {
    name: 'retracted',
    title: 'A retracted paper: the runs that had it, and the answers that cite it',
    parts: [
      {
        of: `document(docId: ${JSON.stringify(PAPERS[RETRACTED]?.docId)})`,
        along: 'direction: DOWNSTREAM, depth: 1, limitPerEdge: 4, types: [WorkflowRun, RunRecord]',
      },
    ],
  },
];
