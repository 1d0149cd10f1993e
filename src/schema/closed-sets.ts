import type { EnumRef } from '@pothos/core';
import { builder } from './builder.ts';

export type ClosedSet = EnumRef<typeof builder.$inferSchemaTypes, string>;

function closedSet(name: string, description: string, values: Readonly<Record<string, string>>): ClosedSet {
  const members: Record<string, { value: string; description: string }> = {};
  for (const [value, meaning] of Object.entries(values)) {
    members[value.toUpperCase()] = { value, description: meaning };
  }
  return builder.enumType(name, { description, values: members });
}

export const TitleMatchType = closedSet('TitleMatchType', 'How a title override compares titles.', {
  contains: 'The title contains the pattern.',
  exact: 'The title is the pattern.',
});

export const OpenalexMatchStatus = closedSet(
  'OpenalexMatchStatus',
  'How the search for a paper in OpenAlex ended.',
  {
    matched: 'A work was found.',
    not_found: 'No work was found.',
    error: 'The search failed.',
  },
);

export const AsyncJobType = closedSet('AsyncJobType', 'What a job does.', {
  workflow: 'Runs a workflow.',
  index: 'Builds an index.',
});

export const AsyncJobStatus = closedSet('AsyncJobStatus', 'Where a job stands.', {
  queued: 'Waits to be taken.',
  retry: 'Failed, and waits to be tried again.',
  running: 'A worker is at it.',
  completed: 'Done.',
  failed: 'Given up.',
});

export const PaperComparisonStatus = closedSet('PaperComparisonStatus', 'Where a comparison stands.', {
  ready: 'Made; its cells show what the cache holds.',
  filling: 'Missing answers are being generated.',
  completed: 'Every cell was tried.',
  failed: 'Given up.',
});

export const PaperComparisonCellStatus = closedSet(
  'PaperComparisonCellStatus',
  'Where a cell of a comparison stands.',
  {
    cached: 'The answer came from the cache.',
    missing: 'There is no answer yet.',
    generated: 'The answer was generated for the comparison.',
    failed: 'No answer could be generated.',
  },
);

export const PaperComparisonAnswerSource = closedSet(
  'PaperComparisonAnswerSource',
  'Where the answer of a cell came from.',
  { query_cache: 'The query cache.', generated: 'A model, asked for the comparison.' },
);

export const CacheHitLayer = closedSet('CacheHitLayer', 'How a cached answer was found.', {
  normalized: 'By the normalized question.',
  strict: 'By the key of the whole request.',
  none: 'It was not found.',
});

export const PaperEvidence = closedSet('PaperEvidence', 'What ties a run to a paper.', {
  index_rows: "The paper's chunks are in the index that the run built.",
  reused_index: "The paper's chunks are in an index that the run took over from another run.",
  manifest: 'The manifest of the run lists a file of this name.',
  papers_dir: 'papersDir of the run names a file of this name, or a folder above the paper.',
});

export const CitationStatus = closedSet('CitationStatus', 'Whether the words of a citation were found.', {
  resolved: 'In one document.',
  ambiguous: 'In several papers that the answer may be about.',
  unresolved: 'In none.',
});

export const CitationMatch = closedSet('CitationMatch', 'By what the words of a citation were found.', {
  words: 'By its page and its range of words.',
  page: 'By its page alone: its words are no range of numbers.',
});

export const CitationProblem = closedSet('CitationProblem', 'Why the words of a citation were not found.', {
  no_page: 'It names words, but no page.',
  no_numbers: 'Neither its page nor its words are numbers.',
  no_document: 'No paper of the answer or of its run is in the database.',
  no_chunk: 'The papers are there, but none has a chunk at this place.',
});

export const WorkflowRunOutcome = closedSet('WorkflowRunOutcome', 'What happened to a workflow run.', {
  completed: 'It came to its end, and no step and no report failed.',
  completed_with_failures: 'It came to its end, but a step or the report failed.',
  failed: 'Its header says that it failed.',
  running: 'It is not finished, and something of it was written lately.',
  stalled: 'It is not finished, and nothing of it was written for hours.',
  unknown: 'There is neither a header nor a step nor a report, or the status is none that is known here.',
});

export const RunPart = closedSet('RunPart', 'A part of a workflow run.', {
  header: 'The record that describes the run.',
  manifest: 'The manifest of the papers prepared for it.',
  step: 'One step, named by step.',
  report: 'The report.',
  questions: 'The questions.',
  index: 'The index builds.',
  vectors: 'The embedded chunks.',
  events: 'The retrieval events.',
  usage: 'The model calls.',
});

export const RunPartState = closedSet('RunPartState', 'Whether a part of a workflow run is there.', {
  present: 'It has rows of its own.',
  reused: 'It was taken over from another run.',
  absent: 'It is not there, and nothing says that it should be.',
  expected:
    'It is not there, or not all of it, though it should be: a later step is there, or the header or a step says so.',
  dangling: 'It was taken over from a run of which nothing is known.',
  not_expected:
    'It is not there, nor should it be: this database has none for any run, or the step was skipped.',
});

export const IndexSourceState = closedSet(
  'IndexSourceState',
  'Where the index of a workflow run comes from.',
  {
    built_here: 'The run has index builds of its own.',
    reused: 'It was taken over from a run that is known, even if the rows of its index are not there.',
    absent: 'The run has no index build, and took over no index.',
    dangling: 'It was taken over from a run of which nothing is known.',
    cycle: 'The runs took it over from one another in a circle.',
  },
);

export const ReusedSourceState = closedSet(
  'ReusedSourceState',
  'Whether it is known what a source of reuse cost.',
  {
    known: 'The run there has model calls; a step without any cost nothing.',
    no_usage: 'The run there is known, but none of its model calls was recorded.',
    dangling: 'Nothing is known of the run there.',
    cycle: 'The records took it over from one another in a circle.',
  },
);

export const RunSign = closedSet('RunSign', 'What of a workflow run was written.', {
  step: 'A step.',
  report: 'The report.',
  header: 'The header.',
  usage: 'A model call.',
});

export const RunActivityKind = closedSet('RunActivityKind', 'What happened in a workflow run.', {
  record: 'A record was begun: the header, a step, a question, the report, an artifact.',
  call: 'A model was called.',
  event: 'Something was retrieved.',
  job: 'A job began that made the run.',
});

/** What a lineage audit looks for. */
export const AUDIT_KINDS = {
  usage_of_unknown_run: 'Model calls of a run that has no header.',
  event_without_run: 'Retrieval events that name no run, or one that has no header.',
  manifest_of_unstarted_run: 'Manifests of a run of which there is no record.',
  build_of_unknown_run: 'Index builds of a run that has no header.',
  dangling_reuse: 'Records that took their result from a run of which nothing is known.',
  dangling_parent: 'Runs whose header names a parent of which nothing is known.',
  run_without_usage:
    'Runs with a header and without a model call; what a run took over was paid elsewhere (WorkflowRun.cost).',
  running_for_long:
    'Runs with a header whose outcome is RUNNING or STALLED and that began more than staleAfterHours ago.',
  finished_before_started: 'Records whose finishedAt lies before their startedAt.',
  failed_with_report:
    'Runs with a report whose outcome is FAILED or COMPLETED_WITH_FAILURES, whatever their header says.',
  missing_questions: 'Runs with fewer question records than their header says (reportQuestionCount).',
  shard_without_vectors:
    'Shards whose index build has no chunk; a later build takes the chunks it makes again.',
  document_without_run: 'Documents that no run read, by all ties of Document.runs.',
  stuck_job: 'Jobs whose status is RUNNING and whose row was not written for staleAfterHours.',
} as const;

export type AuditKind = keyof typeof AUDIT_KINDS;

export const LineageAuditKind = closedSet('LineageAuditKind', 'What a lineage audit looks for.', AUDIT_KINDS);

/**
 * The columns that the database itself holds to a closed set, by a CHECK, and those that are made here. All other texts
 * are open.
 */
export const CLOSED_SETS: ReadonlyMap<string, ClosedSet> = new Map([
  ['OpenalexTitleOverride.matchType', TitleMatchType],
  ['PaperOpenalexMetadata.matchStatus', OpenalexMatchStatus],
  ['PaperComparison.status', PaperComparisonStatus],
  ['PaperComparisonCell.cellStatus', PaperComparisonCellStatus],
  ['PaperComparisonCell.answerSource', PaperComparisonAnswerSource],
  ['PaperComparisonCell.cacheHitLayer', CacheHitLayer],
  ['AsyncJob.jobType', AsyncJobType],
  ['AsyncJob.status', AsyncJobStatus],
  ['WorkflowRun.outcome', WorkflowRunOutcome],
  ['RunActivity.kind', RunActivityKind],
  ['Citation.status', CitationStatus],
  ['Citation.matchedBy', CitationMatch],
  ['Citation.why', CitationProblem],
]);
