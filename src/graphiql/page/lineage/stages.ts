/** The stages of a pipeline, from the papers to what was paid; a picture has a column for each. */
export const STAGES = ['Papers', 'Index', 'Run', 'Steps and answers', 'Retrieval', 'Usage', 'Other'] as const;
export type Stage = (typeof STAGES)[number];

const STAGE_OF: Readonly<Record<string, Stage>> = {
  Document: 'Papers',
  PaperMetadata: 'Papers',
  PaperOpenalexMetadata: 'Papers',
  OpenalexCacheEntry: 'Papers',
  OpenalexTitleOverride: 'Papers',
  CitecCacheEntry: 'Papers',
  OpenalexHttpCacheEntry: 'Papers',
  OpenalexCitationGraphCacheEntry: 'Papers',
  PaperNote: 'Papers',
  ProjectPaper: 'Papers',
  PipelineRun: 'Index',
  IndexShard: 'Index',
  IndexVersion: 'Index',
  Vector: 'Index',
  WorkflowRun: 'Run',
  PrepManifest: 'Run',
  AsyncJob: 'Run',
  RunRecord: 'Steps and answers',
  PaperComparison: 'Steps and answers',
  PaperComparisonCell: 'Steps and answers',
  RetrievalEvent: 'Retrieval',
  QueryCacheEntry: 'Retrieval',
  ProjectQueryCacheEntry: 'Retrieval',
  ChatTurn: 'Retrieval',
  TokenUsage: 'Usage',
};

export const stageOf = (type: string): Stage => STAGE_OF[type] ?? 'Other';

/** How a status is coloured; its word is always written too. */
export function tone(status: string | null): 'good' | 'bad' | 'open' | 'none' {
  if (status === null) return 'none';
  if (/^(completed|ok|success|high|matched|resolved)$/i.test(status)) return 'good';
  if (/fail|error|^low$|unresolved/i.test(status)) return 'bad';
  if (/^(running|queued|retry|medium|ambiguous|skipped)$/i.test(status)) return 'open';
  return 'none';
}
