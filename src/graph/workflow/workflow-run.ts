import { meaningOfColumn } from '../../lineage/fields/computed-fields.ts';
import { edgeFields } from '../../lineage/fields/edge-fields.ts';
import { rootFields } from '../../lineage/fields/root-fields.ts';
import { builder } from '../../schema/builder.ts';
import { WorkflowRunOutcome } from '../../schema/closed-sets.ts';

/** The type that no table holds: a run id and all that the tables know of it. Its rows are made in lineage/runs.ts. */
interface WorkflowRunRow {
  readonly runId: string;
  readonly status: string | null;
  readonly workstreamId: string | null;
  readonly arm: string | null;
  readonly triggerSource: string | null;
  readonly parentRunId: string | null;
  readonly papersDir: string | null;
  readonly gitSha: string | null;
  readonly question: string | null;
  readonly projectId: string | null;
  readonly personaId: string | null;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly createdAt: string;
  readonly lastActivityAt: string;
  readonly outcome: string | null;
  readonly outcomeReason: string | null;
  readonly failedSteps: number;
  readonly questionCount: number;
  readonly durationMs: number | null;
  readonly calls: number;
  readonly totalTokens: number;
  readonly costUsd: number | null;
  readonly estimatedCostUsd: number | null;
  readonly groundedShare: number | null;
}

const meaningOf = (field: string): string => meaningOfColumn('WorkflowRun', field);

builder.objectRef<WorkflowRunRow>('WorkflowRun').implement({
  description:
    'One analysis of papers, known by its run id. No table holds runs: the id ties rows of many tables together, and any of them may be missing, the header too.',
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    runId: t.exposeString('runId', { description: 'The id that the rows of the run share.' }),
    status: t.exposeString('status', {
      nullable: true,
      description: 'Of the header: completed, failed, running ...; null without a header.',
    }),
    workstreamId: t.exposeString('workstreamId', {
      nullable: true,
      description: 'Of the header: the experiment the run belongs to.',
    }),
    arm: t.exposeString('arm', {
      nullable: true,
      description: 'Of the header: the variant within the experiment.',
    }),
    triggerSource: t.exposeString('triggerSource', {
      nullable: true,
      description: 'Of the header: what started the run.',
    }),
    parentRunId: t.exposeString('parentRunId', {
      nullable: true,
      description:
        'Of the header: the run this one reran or remediated, even if nothing else is known of that.',
    }),
    papersDir: t.exposeString('papersDir', {
      nullable: true,
      description: 'Of the header: the folder of the papers.',
    }),
    gitSha: t.exposeString('gitSha', {
      nullable: true,
      description: 'Of the header: the revision of the code.',
    }),
    question: t.exposeString('question', {
      nullable: true,
      description: 'Of the header: the question asked.',
    }),
    projectId: t.exposeString('projectId', {
      nullable: true,
      description: 'Of the header: the project (from revision 0013).',
    }),
    personaId: t.exposeString('personaId', {
      nullable: true,
      description: 'Of the header: the persona (from revision 0013).',
    }),
    startedAt: t.expose('startedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Of the header: when the work began.',
    }),
    finishedAt: t.expose('finishedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Of the header: when the work ended; null while it goes on.',
    }),
    createdAt: t.expose('createdAt', {
      type: 'DateTime',
      description: 'When the header was written; without one, when the earliest row that names the run was.',
      nullable: true,
    }),
    lastActivityAt: t.expose('lastActivityAt', {
      type: 'DateTime',
      description: meaningOf('lastActivityAt'),
      nullable: true,
    }),
    outcome: t.expose('outcome', {
      type: WorkflowRunOutcome,
      nullable: true,
      description: meaningOf('outcome'),
    }),
    outcomeReason: t.exposeString('outcomeReason', {
      nullable: true,
      description: meaningOf('outcomeReason'),
    }),
    failedSteps: t.exposeInt('failedSteps', { nullable: true, description: meaningOf('failedSteps') }),
    questionCount: t.exposeInt('questionCount', { nullable: true, description: meaningOf('questionCount') }),
    durationMs: t.expose('durationMs', {
      type: 'SafeInt',
      nullable: true,
      description: meaningOf('durationMs'),
    }),
    calls: t.expose('calls', { type: 'SafeInt', nullable: true, description: meaningOf('calls') }),
    totalTokens: t.expose('totalTokens', {
      type: 'SafeInt',
      nullable: true,
      description: meaningOf('totalTokens'),
    }),
    costUsd: t.exposeFloat('costUsd', { nullable: true, description: meaningOf('costUsd') }),
    estimatedCostUsd: t.exposeFloat('estimatedCostUsd', {
      nullable: true,
      description: meaningOf('estimatedCostUsd'),
    }),
    groundedShare: t.exposeFloat('groundedShare', {
      nullable: true,
      description: meaningOf('groundedShare'),
    }),
  }),
});

edgeFields('WorkflowRun', { except: ['reusedBy', 'vectors'] });

rootFields('WorkflowRun', {
  one: 'workflowRun',
  by: [['runId']],
  many: 'workflowRuns',
  description:
    'The workflow runs that have a header, by lastActivityAt, latest first, unless orderBy says otherwise. withoutHeader: true gives instead those that only other rows name, at the price of reading the run ids of whole tables.',
  withoutHeader: true,
});
