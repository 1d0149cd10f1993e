import type { Edges } from './edge.ts';

const throughPipelineRun = [{ to: 'PipelineRun', on: { rowId: 'pipelineRunId' } }] as const;

export const INDEXING_EDGES = {
  PipelineRun: {
    workflowRun: {
      to: 'WorkflowRun',
      as: 'one',
      on: { runId: 'workflowRunId' },
      description:
        'The first workflow run that built this index; later runs that reused it are not named here.',
    },
    shards: {
      to: 'IndexShard',
      as: 'connection',
      on: { pipelineRunId: 'rowId' },
      description: 'The index shards that this build wrote.',
    },
    vectors: {
      to: 'Vector',
      as: 'connection',
      on: { pipelineRunId: 'rowId' },
      description: 'The embedded chunks that this build wrote. Can be hundreds of thousands.',
    },
    documents: {
      to: 'Document',
      as: 'connection',
      via: [{ to: 'Vector', on: { pipelineRunId: 'rowId' } }],
      on: { docId: 'docId' },
      distinct: true,
      description: 'The papers whose chunks this build embedded, each once. Reads all vectors of the build.',
    },
  },
  IndexVersion: {
    shards: {
      to: 'IndexShard',
      as: 'connection',
      on: { indexId: 'indexId' },
      description: 'The shards of this index version.',
    },
    pipelineRuns: {
      to: 'PipelineRun',
      as: 'connection',
      via: [{ to: 'IndexShard', on: { indexId: 'indexId' } }],
      on: { rowId: 'pipelineRunId' },
      distinct: true,
      description: 'The builds that wrote shards of this index version, each once.',
    },
  },
  IndexShard: {
    indexVersion: {
      to: 'IndexVersion',
      as: 'one',
      on: { indexId: 'indexId' },
      description: 'The index version the shard belongs to.',
    },
    pipelineRun: {
      to: 'PipelineRun',
      as: 'one',
      on: { rowId: 'pipelineRunId' },
      description: 'The build that wrote the shard.',
    },
    workflowRun: {
      to: 'WorkflowRun',
      as: 'one',
      via: throughPipelineRun,
      on: { runId: 'workflowRunId' },
      description: 'The workflow run whose build wrote the shard.',
    },
    vectors: {
      to: 'Vector',
      as: 'connection',
      on: { pipelineRunId: 'pipelineRunId' },
      description: "The chunks embedded by the shard's build (a soft link by pipelineRunId).",
    },
  },
  Vector: {
    document: {
      to: 'Document',
      as: 'one',
      on: { docId: 'docId' },
      description: 'The paper that the chunk was cut from.',
    },
    pipelineRun: {
      to: 'PipelineRun',
      as: 'one',
      on: { rowId: 'pipelineRunId' },
      description: 'The build that embedded the chunk.',
    },
    workflowRun: {
      to: 'WorkflowRun',
      as: 'one',
      via: throughPipelineRun,
      on: { runId: 'workflowRunId' },
      description: 'The workflow run whose build embedded the chunk.',
    },
    shards: {
      to: 'IndexShard',
      as: 'connection',
      on: { pipelineRunId: 'pipelineRunId' },
      description: "The shards written by the chunk's build (a soft link by pipelineRunId).",
    },
  },
} as const satisfies Edges;
