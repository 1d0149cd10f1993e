/**
 * The scenarios as PostGraphile 5 with the preset of docs/performance.md takes them. Without the sums: its plugin of
 * aggregates for version 5 is a release candidate.
 */
export const POSTGRAPHILE: Readonly<Record<string, string>> = {
  walk: `query Walk($runId: String!) { workflowRun: runByRunId(runId: $runId) {
  runId status startedAt finishedAt
  steps: records(condition: {recordKind: "step"}) { nodes { step status } }
  records(first: 20) { nodes { recordKind step recordKey status } }
  prepManifest { corpusHash }
  pipelineRuns(first: 20) { nodes { rowId embeddingModel
    shards: indexingIndexShardsByPipelineRunId(first: 20) { nodes { shardName isActive indexVersion: indexingIndexVersionByIndexId { indexId corpusFingerprint } } }
    vectors: indexingVectorsByPipelineRunId(first: 50) { nodes { rowId chunkId page document: ingestionDocumentByDocId { title metadata: ingestionPaperMetadatumByDocId { primaryDoi } } } } } }
  retrievalEvents(first: 40) { nodes { rowId method topK requestId } }
  tokenUsage(first: 60) { nodes { rowId model questionId totalTokens } } } }`,
  list: `query Runs { workflowRuns: allRuns(first: 50, orderBy: [CREATED_AT_DESC, RUN_ID_DESC]) { nodes { runId status
    pipelineRuns(first: 20) { nodes { shards: indexingIndexShardsByPipelineRunId { totalCount } } } } } }`,
  small: 'query Status($runId: String!) { workflowRun: runByRunId(runId: $runId) { status } }',
};
