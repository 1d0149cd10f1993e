import type { Edges } from './edge.ts';

export const INGESTION_EDGES = {
  PrepManifest: {
    run: {
      to: 'WorkflowRun',
      as: 'one',
      on: { runId: 'runId' },
      description: 'The workflow run the papers were prepared for. Its header is null when it never started.',
    },
  },
  Document: {
    metadata: {
      to: 'PaperMetadata',
      as: 'one',
      on: { docId: 'docId' },
      description: 'Bibliographic metadata of the paper; null before enrichment.',
    },
    openalexMetadata: {
      to: 'PaperOpenalexMetadata',
      as: 'one',
      on: { paperPath: 'path' },
      description:
        'The OpenAlex match of the paper, by its path (a soft link); null when none was looked up.',
    },
    vectors: {
      to: 'Vector',
      as: 'connection',
      on: { docId: 'docId' },
      description: "The paper's embedded chunks, of all index builds.",
    },
    pipelineRuns: {
      to: 'PipelineRun',
      as: 'connection',
      via: [{ to: 'Vector', on: { docId: 'docId' } }],
      on: { rowId: 'pipelineRunId' },
      distinct: true,
      description: 'The index builds that embedded the paper, each once. Reads all vectors of the paper.',
    },
    workflowRuns: {
      to: 'WorkflowRun',
      as: 'connection',
      via: [
        { to: 'Vector', on: { docId: 'docId' } },
        { to: 'PipelineRun', on: { rowId: 'pipelineRunId' } },
      ],
      on: { runId: 'workflowRunId' },
      distinct: true,
      description:
        'The workflow runs whose index builds embedded the paper, each once. Reads all vectors of the paper.',
    },
    tokenUsage: {
      to: 'TokenUsage',
      as: 'connection',
      via: [
        { to: 'Vector', on: { docId: 'docId' } },
        { to: 'PipelineRun', on: { rowId: 'pipelineRunId' } },
      ],
      on: { runId: 'workflowRunId' },
      distinct: true,
      description:
        'The model calls of the workflow runs whose index builds embedded the paper, each once. Reads all vectors of the paper.',
    },
    chatTurns: {
      to: 'ChatTurn',
      as: 'connection',
      on: { paperPath: 'path' },
      description: 'What people asked about the paper in the chat of the app, by its path (a soft link).',
    },
    notes: {
      to: 'PaperNote',
      as: 'connection',
      via: [{ to: 'ProjectPaper', on: { paperPath: 'path' } }],
      on: { paperId: 'paperId' },
      distinct: true,
      description:
        'The notes that people wrote on the paper, found through the projects that hold it (soft links).',
    },
    projects: {
      to: 'Project',
      as: 'connection',
      via: [{ to: 'ProjectPaper', on: { paperPath: 'path' } }],
      on: { projectId: 'projectId' },
      distinct: true,
      description: 'The projects that hold the paper, by its path (a soft link).',
    },
    comparisons: {
      to: 'PaperComparison',
      as: 'connection',
      via: [{ to: 'PaperComparisonCell', on: { paperPath: 'path' } }],
      on: { comparisonId: 'comparisonId' },
      distinct: true,
      description: 'The comparisons in which the paper stands, each once, by its path (a soft link).',
    },
    comparisonCells: {
      to: 'PaperComparisonCell',
      as: 'connection',
      on: { paperPath: 'path' },
      description: 'The questions put to the paper in comparisons, by its path (a soft link).',
    },
    queryCacheEntries: {
      to: 'QueryCacheEntry',
      as: 'connection',
      on: { paperPath: 'path' },
      description: 'The cached answers about the paper, by its path (a soft link).',
    },
    projectQueryCacheEntries: {
      to: 'ProjectQueryCacheEntry',
      as: 'connection',
      on: { paperPath: 'path' },
      description: "The projects' cached answers about the paper, by its path (a soft link).",
    },
  },
  PaperMetadata: {
    document: {
      to: 'Document',
      as: 'one',
      on: { docId: 'docId' },
      description: 'The paper that the metadata describes.',
    },
  },
} as const satisfies Edges;
