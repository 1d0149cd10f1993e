import { builder, type TypeName } from '../../schema/builder.ts';

/** The stages of the pipeline, from the papers to what was paid: the columns of a picture. */
const STAGES = {
  PAPERS: 'Papers',
  INDEX: 'Index',
  RUN: 'Run',
  ANSWERS: 'Steps and answers',
  RETRIEVAL: 'Retrieval',
  USAGE: 'Usage',
  OTHER: 'Other',
} as const;
export type Stage = keyof typeof STAGES;

const STAGE_OF: Readonly<Record<TypeName, Stage>> = {
  Document: 'PAPERS',
  PaperMetadata: 'PAPERS',
  PaperOpenalexMetadata: 'PAPERS',
  OpenalexCacheEntry: 'PAPERS',
  OpenalexTitleOverride: 'PAPERS',
  OpenalexHttpCacheEntry: 'PAPERS',
  OpenalexCitationGraphCacheEntry: 'PAPERS',
  CitecCacheEntry: 'PAPERS',
  PaperNote: 'PAPERS',
  ProjectPaper: 'PAPERS',
  PipelineRun: 'INDEX',
  IndexVersion: 'INDEX',
  IndexShard: 'INDEX',
  Vector: 'INDEX',
  WorkflowRun: 'RUN',
  PrepManifest: 'RUN',
  AsyncJob: 'RUN',
  RunRecord: 'ANSWERS',
  PaperComparison: 'ANSWERS',
  PaperComparisonCell: 'ANSWERS',
  RetrievalEvent: 'RETRIEVAL',
  QueryCacheEntry: 'RETRIEVAL',
  ProjectQueryCacheEntry: 'RETRIEVAL',
  ChatTurn: 'RETRIEVAL',
  TokenUsage: 'USAGE',
  StreamlitUser: 'OTHER',
  StreamlitSession: 'OTHER',
  Project: 'OTHER',
  ProjectPersona: 'OTHER',
  RequestFailure: 'OTHER',
};

export function stageOf(type: string): Stage {
  const all: Readonly<Record<string, Stage>> = STAGE_OF;
  return (Object.hasOwn(all, type) && all[type]) || 'OTHER';
}

/** In their order, with the names that people read. */
export const STAGES_IN_ORDER = Object.entries(STAGES).map(([stage, title]) => ({ stage, title }));

export const LineageStage = builder.enumType('LineageStage', {
  description: 'The stages of the pipeline, in their order.',
  values: Object.fromEntries(
    Object.entries(STAGES).map(([stage, title]) => [stage, { description: `${title}.` }]),
  ),
});

/** How a status is meant. */
export type Tone = 'GOOD' | 'BAD' | 'OPEN' | 'NONE';

export function toneOf(status: string | undefined): Tone {
  if (status === undefined) return 'NONE';
  if (/^(completed|ok|success|high|matched|active|ready|generated|cached|2\d\d)$/i.test(status))
    return 'GOOD';
  if (/fail|error|^(low|stalled|revoked|missing|[45]\d\d)$/i.test(status)) return 'BAD';
  if (/^(running|queued|retry|medium|skipped|filling|not_found)$/i.test(status)) return 'OPEN';
  return 'NONE';
}

export const LineageTone = builder.enumType('LineageTone', {
  description: 'How a status is meant.',
  values: {
    GOOD: { description: 'It is as it should be: completed, high.' },
    BAD: { description: 'It failed, or is not to be relied on: failed, low.' },
    OPEN: { description: 'It is between the two: running, medium.' },
    NONE: { description: 'There is no status, or one that is not known here.' },
  },
});
