import { DEFAULT_PROJECT, type Edges } from './edge.ts';

/** Steps in the order in which the pipeline runs them. */
export const PIPELINE_STEPS = [
  'prep',
  'ingest',
  'enrich',
  'econ_data',
  'agentic',
  'index',
  'evaluate',
  'report',
] as const;

const throughPipelineRuns = [{ to: 'PipelineRun', on: { workflowRunId: 'runId' } }] as const;

export const WORKFLOW_EDGES = {
  WorkflowRun: {
    header: {
      to: 'RunRecord',
      as: 'one',
      on: { runId: 'runId' },
      where: { recordKind: 'run', step: '', recordKey: 'main' },
      description: "The record of kind 'run' that describes the run; null when no such row was written.",
    },
    steps: {
      to: 'RunRecord',
      as: 'list',
      on: { runId: 'runId' },
      where: { recordKind: 'step' },
      orderBy: [{ field: 'step', sequence: PIPELINE_STEPS }, { field: 'rowId' }],
      description: 'The records of the steps, in pipeline order (prep ... report), steps unknown here last.',
    },
    records: {
      to: 'RunRecord',
      as: 'connection',
      on: { runId: 'runId' },
      description: 'All records of the run: header, steps, questions, reports, artifacts, links.',
    },
    prepManifest: {
      to: 'PrepManifest',
      as: 'one',
      on: { runId: 'runId' },
      description: 'The manifest of the papers prepared for the run; null when none was written.',
    },
    pipelineRuns: {
      to: 'PipelineRun',
      as: 'connection',
      on: { workflowRunId: 'runId' },
      description:
        "The index builds that this run was the first to make. Empty for a run that reused another's index: see its step 'index', reusedFrom.",
    },
    shards: {
      to: 'IndexShard',
      as: 'connection',
      throughReuse: 'index',
      via: throughPipelineRuns,
      on: { pipelineRunId: 'rowId' },
      description:
        "The index shards built by the run's pipeline runs. includeReused: those of the run whose index it took over, if it built none.",
    },
    vectors: {
      to: 'Vector',
      as: 'connection',
      throughReuse: 'index',
      via: throughPipelineRuns,
      on: { pipelineRunId: 'rowId' },
      description:
        "The embedded chunks written by the run's pipeline runs. Can be hundreds of thousands. includeReused: those of the run whose index it took over, if it built none.",
    },
    documents: {
      to: 'Document',
      as: 'connection',
      throughReuse: 'index',
      via: [...throughPipelineRuns, { to: 'Vector', on: { pipelineRunId: 'rowId' } }],
      on: { docId: 'docId' },
      distinct: true,
      description:
        "The papers whose chunks the run's pipeline runs embedded, each once. Reads all vectors of the run. includeReused: those of the run whose index it took over, if it built none.",
    },
    jobs: {
      to: 'AsyncJob',
      as: 'connection',
      on: { runId: 'runId' },
      description:
        'The jobs whose result names the run. No index of a real deployment helps: it reads the jobs, unless the one that doctor advises is made.',
    },
    retrievalEvents: {
      to: 'RetrievalEvent',
      as: 'connection',
      on: { runId: 'runId' },
      description: 'The retrievals made for the run.',
    },
    tokenUsage: {
      to: 'TokenUsage',
      as: 'connection',
      on: { runId: 'runId' },
      description: 'The model calls made for the run, with their tokens and cost.',
    },
    parent: {
      to: 'WorkflowRun',
      as: 'one',
      on: { runId: 'parentRunId' },
      description:
        'The run that this one reran or remediated; null when it has none, or nothing else is known of it.',
    },
    children: {
      to: 'WorkflowRun',
      as: 'connection',
      on: { parentRunId: 'runId' },
      description: 'Runs whose header names this run as their parent.',
    },
    project: {
      to: 'Project',
      as: 'one',
      on: { projectId: 'projectId' },
      orElse: DEFAULT_PROJECT,
      description:
        'The project that the header names, default-shared where there is none or it names none; null when that is not there.',
    },
    reusedBy: {
      to: 'RunRecord',
      as: 'connection',
      on: { reusedFromRunId: 'runId' },
      unlike: { runId: 'runId' },
      description: 'Records of other runs that took their result from this run.',
    },
  },
  RunRecord: {
    run: {
      to: 'WorkflowRun',
      as: 'one',
      on: { runId: 'runId' },
      description: 'The workflow run this record belongs to.',
    },
    tokenUsage: {
      to: 'TokenUsage',
      as: 'connection',
      on: { runId: 'runId' },
      either: [
        { when: { recordKind: 'question' }, on: { questionId: 'questionId' } },
        { when: { recordKind: 'step' }, on: { pipelineStep: 'step' } },
      ],
      description:
        'Of a question, the model calls made to answer it; of a step, the calls made in it (by their pipelineStep). Empty for other records.',
    },
    reusedFrom: {
      to: 'WorkflowRun',
      as: 'one',
      on: { runId: 'reusedFromRunId' },
      description:
        'The run whose result this record took over (reusedFromRunId); null when the work was done here, or no table knows that run.',
    },
    parentRun: {
      to: 'WorkflowRun',
      as: 'one',
      on: { runId: 'parentRunId' },
      description: 'The run named by parentRunId; null when there is none, or no table knows it.',
    },
  },
  AsyncJob: {
    run: {
      to: 'WorkflowRun',
      as: 'one',
      on: { runId: 'runId' },
      description:
        'The workflow run that the job made, by the run_id of its result; null until the job is done, or when nothing else is known of the run.',
    },
    citationGraphs: {
      to: 'OpenalexCitationGraphCacheEntry',
      as: 'connection',
      on: { refreshJobId: 'jobId' },
      description: 'The networks of citations that the job makes again (a soft link).',
    },
  },
} as const satisfies Edges;
