import type { Policies } from '../policy.ts';

/** An index is built once for a set of papers, and reused by the runs of every project: its files and chunks are shared. */
export const indexing: Pick<Policies, 'PipelineRun' | 'IndexVersion' | 'IndexShard' | 'Vector'> = {
  PipelineRun: {
    scope: 'lineage:read',
    project: 'of its run',
    runBy: 'workflowRunId',
    columns: {
      rowId: 'open',
      workflowRunId: 'open',
      workstreamId: 'open',
      arm: 'open',
      paperSetHash: 'open',
      indexBuildReason: 'open',
      gitSha: 'open',
      extractorVersion: 'open',
      embeddingModel: 'open',
      chunkWords: 'open',
      chunkOverlap: 'open',
      normalized: 'open',
      idempotencyKey: 'open',
      createdAt: 'open',
    },
  },
  IndexVersion: {
    scope: 'lineage:read',
    project: 'shared',
    columns: {
      indexId: 'open',
      createdAt: 'open',
      embeddingModel: 'open',
      chunkWords: 'open',
      chunkOverlap: 'open',
      corpusFingerprint: 'open',
      indexPath: 'redacted',
      shardPath: 'redacted',
    },
  },
  IndexShard: {
    scope: 'lineage:read',
    project: 'shared',
    columns: {
      rowId: 'open',
      shardName: 'open',
      path: 'redacted',
      pipelineRunId: 'open',
      indexId: 'open',
      isActive: 'open',
      createdAt: 'open',
    },
  },
  Vector: {
    scope: 'lineage:read',
    project: 'shared',
    columns: {
      rowId: 'open',
      docId: 'open',
      chunkId: 'open',
      chunkHash: 'open',
      paperPath: 'redacted',
      page: 'open',
      startWord: 'open',
      endWord: 'open',
      // Words of a published paper: searched for, and no place for credentials.
      text: { as: 'open', scope: 'content:read' },
      pipelineRunId: 'open',
      createdAt: 'open',
    },
  },
};
