/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Conditions on a value of type DateTime; all that are given must hold. */
export type DateTimeFilter = {
  /** At this moment. */
  eq?: string | null | undefined;
  /** Later than this. The year 1 BC and earlier are written with " BC" at the end; infinity and -infinity are valid too. */
  gt?: string | null | undefined;
  /** At this moment or later. The year 1 BC and earlier are written with " BC" at the end; infinity and -infinity are valid too. */
  gte?: string | null | undefined;
  /** Equal to one of these; an empty list matches no row. */
  in?: Array<string> | null | undefined;
  /** true: the value is missing. false: there is one. */
  isNull?: boolean | null | undefined;
  /** Earlier than this. The year 1 BC and earlier are written with " BC" at the end; infinity and -infinity are valid too. */
  lt?: string | null | undefined;
  /** At this moment or earlier. The year 1 BC and earlier are written with " BC" at the end; infinity and -infinity are valid too. */
  lte?: string | null | undefined;
  /** Not equal to this. A missing value does not match; add isNull for it. */
  ne?: string | null | undefined;
  /** Equal to none of these; an empty list matches every row. */
  notIn?: Array<string> | null | undefined;
};

/** Conditions on a value of type Float; all that are given must hold. */
export type FloatFilter = {
  /** Equal to this. */
  eq?: number | null | undefined;
  /** Greater than this. NaN counts as the largest number. */
  gt?: number | null | undefined;
  /** Greater than or equal to this. NaN counts as the largest number. */
  gte?: number | null | undefined;
  /** Equal to one of these; an empty list matches no row. */
  in?: Array<number> | null | undefined;
  /** true: the value is missing. false: there is one. */
  isNull?: boolean | null | undefined;
  /** Less than this. NaN counts as the largest number. */
  lt?: number | null | undefined;
  /** Less than or equal to this. NaN counts as the largest number. */
  lte?: number | null | undefined;
  /** Not equal to this. A missing value does not match; add isNull for it. */
  ne?: number | null | undefined;
  /** Equal to none of these; an empty list matches every row. */
  notIn?: Array<number> | null | undefined;
};

/** Conditions on a value of type Int; all that are given must hold. */
export type IntFilter = {
  /** Equal to this. */
  eq?: number | null | undefined;
  /** Greater than this. */
  gt?: number | null | undefined;
  /** Greater than or equal to this. */
  gte?: number | null | undefined;
  /** Equal to one of these; an empty list matches no row. */
  in?: Array<number> | null | undefined;
  /** true: the value is missing. false: there is one. */
  isNull?: boolean | null | undefined;
  /** Less than this. */
  lt?: number | null | undefined;
  /** Less than or equal to this. */
  lte?: number | null | undefined;
  /** Not equal to this. A missing value does not match; add isNull for it. */
  ne?: number | null | undefined;
  /** Equal to none of these; an empty list matches every row. */
  notIn?: Array<number> | null | undefined;
};

/** Whether there is a text. It is given without its credentials, so it cannot be compared. */
export type PresenceFilter = {
  /** true: the value is missing. false: there is one. */
  isNull?: boolean | null | undefined;
};

/** Conditions on a value of type String; all that are given must hold. */
export type StringFilter = {
  /** Contains this text; case matters. No character is a wildcard. */
  contains?: string | null | undefined;
  /** Ends with this text; case does not matter. No character is a wildcard. */
  endsWith?: string | null | undefined;
  /** Equal to this text; case matters. */
  eq?: string | null | undefined;
  /** After this text in the sort order of the database. */
  gt?: string | null | undefined;
  /** After this text or equal to it in the sort order of the database. */
  gte?: string | null | undefined;
  /** Contains this text; case does not matter. No character is a wildcard. */
  icontains?: string | null | undefined;
  /** Equal to this text; case does not matter. No character is a wildcard. */
  iequals?: string | null | undefined;
  /** Equal to one of these; an empty list matches no row. */
  in?: Array<string> | null | undefined;
  /** true: the value is missing. false: there is one. */
  isNull?: boolean | null | undefined;
  /** Before this text in the sort order of the database. */
  lt?: string | null | undefined;
  /** Before this text or equal to it in the sort order of the database. */
  lte?: string | null | undefined;
  /** Not equal to this. A missing value does not match; add isNull for it. */
  ne?: string | null | undefined;
  /** Equal to none of these; an empty list matches every row. */
  notIn?: Array<string> | null | undefined;
  /** Starts with this text; case matters. No character is a wildcard. */
  startsWith?: string | null | undefined;
};

/** What happened to a workflow run. */
export type WorkflowRunOutcome =
  /** It came to its end, and no step and no report failed. */
  | 'COMPLETED'
  /** It came to its end, but a step or the report failed. */
  | 'COMPLETED_WITH_FAILURES'
  /** Its header says that it failed. */
  | 'FAILED'
  /** It is not finished, and something of it was written lately. */
  | 'RUNNING'
  /** It is not finished, and nothing of it was written for hours. */
  | 'STALLED'
  /** There is neither a header nor a step nor a report, or the status is none that is known here. */
  | 'UNKNOWN';

/** Conditions on a value of type WorkflowRunOutcome; all that are given must hold. */
export type WorkflowRunOutcomeFilter = {
  /** Equal to this. */
  eq?: WorkflowRunOutcome | null | undefined;
  /** Equal to one of these; an empty list matches no row. */
  in?: Array<WorkflowRunOutcome> | null | undefined;
  /** true: the value is missing. false: there is one. */
  isNull?: boolean | null | undefined;
  /** Not equal to this. A missing value does not match; add isNull for it. */
  ne?: WorkflowRunOutcome | null | undefined;
  /** Equal to none of these; an empty list matches every row. */
  notIn?: Array<WorkflowRunOutcome> | null | undefined;
};

/** Which rows of WorkflowRun: all conditions given must hold. A row without a value in a column matches only isNull there. */
export type WorkflowRunWhere = {
  /** All of these hold; an empty list holds. */
  AND?: Array<WorkflowRunWhere> | null | undefined;
  /** This does not hold. */
  NOT?: WorkflowRunWhere | null | undefined;
  /** At least one of these holds; an empty list does not. */
  OR?: Array<WorkflowRunWhere> | null | undefined;
  /** The variant within the experiment. */
  arm?: StringFilter | null | undefined;
  /** How many model calls were made for the run. */
  calls?: FloatFilter | null | undefined;
  /** Cost in US dollars of the model calls of the run that have one; null when none has. */
  costUsd?: FloatFilter | null | undefined;
  /** When the header was written; without one, when the earliest row that names the run was. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Milliseconds from startedAt to finishedAt; while the header says running, until now. Null when one of both is missing. */
  durationMs?: FloatFilter | null | undefined;
  /** How many steps of the run have the status failed or error. */
  failedSteps?: IntFilter | null | undefined;
  /** When the work ended; null while it goes on. */
  finishedAt?: DateTimeFilter | null | undefined;
  /** The revision of the code. */
  gitSha?: StringFilter | null | undefined;
  /** When the header last changed: its finishedAt, else its updatedAt, else its createdAt; without a header, when the latest row that names the run was written. */
  lastActivityAt?: DateTimeFilter | null | undefined;
  /** What happened to the run, by its header, its steps and its report. A run that is not finished has stalled when nothing of it was written for 6 hours. Sorted as a text. */
  outcome?: WorkflowRunOutcomeFilter | null | undefined;
  /** Why the outcome is what it is: a sentence for people that names the steps that failed. */
  outcomeReason?: StringFilter | null | undefined;
  /** The folder of the papers. */
  papersDir?: PresenceFilter | null | undefined;
  /** The run this one reran or remediated (soft link). */
  parentRunId?: StringFilter | null | undefined;
  /** The persona (from revision 0013). */
  personaId?: StringFilter | null | undefined;
  /** The project (from revision 0013). */
  projectId?: StringFilter | null | undefined;
  /** The question the run was asked. Scope: content:read. */
  question?: PresenceFilter | null | undefined;
  /** How many questions of the run have a record. */
  questionCount?: IntFilter | null | undefined;
  /** The id that the rows of the run share. */
  runId?: StringFilter | null | undefined;
  /** When the work began. */
  startedAt?: DateTimeFilter | null | undefined;
  /** For the run and its steps: completed, failed, running ...; for a question its confidence: low, medium, high. */
  status?: StringFilter | null | undefined;
  /** Tokens of the model calls of the run in all; calls without a figure count as 0. */
  totalTokens?: FloatFilter | null | undefined;
  /** What started the run. */
  triggerSource?: StringFilter | null | undefined;
  /** The experiment the run belongs to. */
  workstreamId?: StringFilter | null | undefined;
};

export type RunsQueryVariables = Exact<{
  after?: string | null | undefined;
  where?: WorkflowRunWhere | null | undefined;
}>;


export type RunsQuery = { workflowRuns: { nodes: Array<{ runId: string, status: string | null, createdAt: string, workstreamId: string | null, arm: string | null, usage: { totalTokens: number, costUsd: number | null } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type RunQueryVariables = Exact<{
  runId: string;
}>;


export type RunQuery = { workflowRun: { runId: string, status: string | null, startedAt: string | null, finishedAt: string | null, usage: { calls: number, totalTokens: number, costUsd: number | null } | null, steps: Array<{ step: string, status: string | null, reusedFrom: { runId: string } | null }> | null, questions: { totalCount: number, nodes: Array<{ rowId: string, recordKey: string, status: string | null, question: unknown, answer: unknown }> } | null, shards: { nodes: Array<{ rowId: string, shardName: string | null, isActive: boolean, vectors: { totalCount: number } | null }> } | null, documents: { nodes: Array<{ docId: string, title: string | null, metadata: { primaryDoi: string | null } | null }> } | null, retrievalEvents: { totalCount: number, nodes: Array<{ rowId: string, method: string | null, topK: number | null, query: string | null }> } | null } | null };

export type TokensQueryVariables = Exact<{
  runId: string;
  after?: string | null | undefined;
}>;


export type TokensQuery = { workflowRun: { tokenUsage: { nodes: Array<{ step: string | null, model: string | null, totalTokens: number | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null } | null };


export const RunsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Runs"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"where"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"WorkflowRunWhere"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflowRuns"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"15"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"runId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"workstreamId"}},{"kind":"Field","name":{"kind":"Name","value":"arm"}},{"kind":"Field","name":{"kind":"Name","value":"usage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalTokens"}},{"kind":"Field","name":{"kind":"Name","value":"costUsd"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<RunsQuery, RunsQueryVariables>;
export const RunDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Run"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"runId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflowRun"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"runId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"runId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"runId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"usage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"calls"}},{"kind":"Field","name":{"kind":"Name","value":"totalTokens"}},{"kind":"Field","name":{"kind":"Name","value":"costUsd"}}]}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"reusedFrom"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"runId"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"questions"},"name":{"kind":"Name","value":"records"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"recordKind"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"StringValue","value":"question","block":false}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rowId"}},{"kind":"Field","name":{"kind":"Name","value":"recordKey"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","alias":{"kind":"Name","value":"question"},"name":{"kind":"Name","value":"payloadJson"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"path"},"value":{"kind":"StringValue","value":"question","block":false}}]},{"kind":"Field","alias":{"kind":"Name","value":"answer"},"name":{"kind":"Name","value":"payloadJson"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"path"},"value":{"kind":"StringValue","value":"answer","block":false}}]}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"shards"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rowId"}},{"kind":"Field","name":{"kind":"Name","value":"shardName"}},{"kind":"Field","name":{"kind":"Name","value":"isActive"}},{"kind":"Field","name":{"kind":"Name","value":"vectors"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"0"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"documents"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"docId"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"metadata"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"primaryDoi"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"retrievalEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rowId"}},{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"topK"}},{"kind":"Field","name":{"kind":"Name","value":"query"}}]}}]}}]}}]}}]} as unknown as DocumentNode<RunQuery, RunQueryVariables>;
export const TokensDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Tokens"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"runId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflowRun"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"runId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"runId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tokenUsage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"500"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"totalTokens"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<TokensQuery, TokensQueryVariables>;