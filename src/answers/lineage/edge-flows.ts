import type { EDGES } from '../../lineage/edges.ts';

type Edges = typeof EDGES;
type EdgeOf<Type extends keyof Edges> = keyof Edges[Type] & string;
/** `Type.edge`, of any edge in edges.ts. */
type EdgeName = { readonly [Type in keyof Edges]: `${Type}.${EdgeOf<Type>}` }[keyof Edges];

/**
 * Where an edge leads: DOWNSTREAM to what was made of the row or rests on it, UPSTREAM to what the row was made of. One
 * that says the same as another edge from its other end has the kind of that edge, and leads the other way.
 */
export type Flow = 'UPSTREAM' | 'DOWNSTREAM' | `inverse of ${EdgeName}`;

/**
 * The flow of every edge, decided once: an edge that is not here does not compile. Papers flow into chunks, chunks into
 * the index, the index into the runs that had it available, runs into records and usage. What a person or a project
 * made is downstream of them.
 */
export const EDGE_FLOWS = {
  WorkflowRun: {
    header: 'DOWNSTREAM',
    steps: 'DOWNSTREAM',
    records: 'DOWNSTREAM',
    prepManifest: 'inverse of PrepManifest.run',
    pipelineRuns: 'inverse of PipelineRun.workflowRun',
    shards: 'inverse of IndexShard.workflowRun',
    vectors: 'inverse of Vector.workflowRun',
    documents: 'inverse of Document.workflowRuns',
    jobs: 'inverse of AsyncJob.run',
    retrievalEvents: 'DOWNSTREAM',
    tokenUsage: 'DOWNSTREAM',
    parent: 'inverse of WorkflowRun.children',
    children: 'DOWNSTREAM',
    project: 'inverse of Project.workflowRuns',
    reusedBy: 'DOWNSTREAM',
  },
  RunRecord: {
    run: 'inverse of WorkflowRun.records',
    tokenUsage: 'DOWNSTREAM',
    reusedFrom: 'inverse of WorkflowRun.reusedBy',
    parentRun: 'UPSTREAM',
  },
  PrepManifest: { run: 'DOWNSTREAM' },
  Document: {
    metadata: 'DOWNSTREAM',
    openalexMetadata: 'DOWNSTREAM',
    vectors: 'DOWNSTREAM',
    pipelineRuns: 'DOWNSTREAM',
    workflowRuns: 'DOWNSTREAM',
    tokenUsage: 'DOWNSTREAM',
    chatTurns: 'DOWNSTREAM',
    notes: 'DOWNSTREAM',
    projects: 'DOWNSTREAM',
    comparisons: 'DOWNSTREAM',
    comparisonCells: 'DOWNSTREAM',
    queryCacheEntries: 'DOWNSTREAM',
    projectQueryCacheEntries: 'DOWNSTREAM',
  },
  PaperMetadata: { document: 'inverse of Document.metadata' },
  PaperOpenalexMetadata: { document: 'inverse of Document.openalexMetadata' },
  StreamlitUser: {
    sessions: 'DOWNSTREAM',
    chatTurns: 'DOWNSTREAM',
    notes: 'DOWNSTREAM',
    comparisons: 'DOWNSTREAM',
  },
  StreamlitSession: {
    user: 'inverse of StreamlitUser.sessions',
    tokenUsage: 'DOWNSTREAM',
    chatTurns: 'DOWNSTREAM',
    currentProject: 'UPSTREAM',
    currentPersona: 'UPSTREAM',
  },
  PipelineRun: {
    workflowRun: 'DOWNSTREAM',
    shards: 'DOWNSTREAM',
    vectors: 'DOWNSTREAM',
    documents: 'inverse of Document.pipelineRuns',
  },
  IndexVersion: { shards: 'DOWNSTREAM', pipelineRuns: 'DOWNSTREAM' },
  IndexShard: {
    indexVersion: 'inverse of IndexVersion.shards',
    pipelineRun: 'inverse of PipelineRun.shards',
    workflowRun: 'DOWNSTREAM',
    vectors: 'inverse of Vector.shards',
  },
  Vector: {
    document: 'inverse of Document.vectors',
    pipelineRun: 'inverse of PipelineRun.vectors',
    workflowRun: 'DOWNSTREAM',
    shards: 'DOWNSTREAM',
  },
  RetrievalEvent: {
    run: 'inverse of WorkflowRun.retrievalEvents',
    tokenUsage: 'DOWNSTREAM',
    chatTurn: 'inverse of ChatTurn.retrievalEvents',
  },
  TokenUsage: {
    run: 'inverse of WorkflowRun.tokenUsage',
    retrievalEvents: 'inverse of RetrievalEvent.tokenUsage',
    question: 'inverse of RunRecord.tokenUsage',
    stepRecord: 'inverse of RunRecord.tokenUsage',
    session: 'inverse of StreamlitSession.tokenUsage',
    chatTurn: 'inverse of ChatTurn.tokenUsage',
    project: 'inverse of Project.tokenUsage',
    persona: 'UPSTREAM',
  },
  Project: {
    createdBy: 'UPSTREAM',
    papers: 'DOWNSTREAM',
    personas: 'DOWNSTREAM',
    workflowRuns: 'DOWNSTREAM',
    tokenUsage: 'DOWNSTREAM',
    chatTurns: 'DOWNSTREAM',
    comparisons: 'DOWNSTREAM',
    queryCacheEntries: 'DOWNSTREAM',
    notes: 'DOWNSTREAM',
  },
  ProjectPaper: {
    project: 'inverse of Project.papers',
    document: 'UPSTREAM',
    addedBy: 'UPSTREAM',
    notes: 'DOWNSTREAM',
  },
  ProjectPersona: { project: 'inverse of Project.personas', chatTurns: 'DOWNSTREAM' },
  OpenalexCitationGraphCacheEntry: { refreshJob: 'inverse of AsyncJob.citationGraphs' },
  AsyncJob: { run: 'DOWNSTREAM', citationGraphs: 'DOWNSTREAM' },
  QueryCacheEntry: {
    document: 'inverse of Document.queryCacheEntries',
    projectEntries: 'DOWNSTREAM',
    comparisonCells: 'DOWNSTREAM',
    sourceProject: 'UPSTREAM',
  },
  ProjectQueryCacheEntry: {
    project: 'inverse of Project.queryCacheEntries',
    sharedEntry: 'inverse of QueryCacheEntry.projectEntries',
    document: 'inverse of Document.projectQueryCacheEntries',
  },
  ChatTurn: {
    user: 'inverse of StreamlitUser.chatTurns',
    session: 'inverse of StreamlitSession.chatTurns',
    document: 'inverse of Document.chatTurns',
    tokenUsage: 'DOWNSTREAM',
    retrievalEvents: 'DOWNSTREAM',
    project: 'inverse of Project.chatTurns',
    persona: 'inverse of ProjectPersona.chatTurns',
  },
  PaperComparison: {
    createdBy: 'inverse of StreamlitUser.comparisons',
    cells: 'DOWNSTREAM',
    documents: 'inverse of Document.comparisons',
    project: 'inverse of Project.comparisons',
    persona: 'UPSTREAM',
  },
  PaperComparisonCell: {
    comparison: 'inverse of PaperComparison.cells',
    document: 'inverse of Document.comparisonCells',
    queryCacheEntry: 'inverse of QueryCacheEntry.comparisonCells',
    project: 'UPSTREAM',
  },
  PaperNote: {
    user: 'inverse of StreamlitUser.notes',
    document: 'inverse of Document.notes',
    project: 'inverse of Project.notes',
  },
} as const satisfies { readonly [Type in keyof Edges]: { readonly [Edge in EdgeOf<Type>]: Flow } };
