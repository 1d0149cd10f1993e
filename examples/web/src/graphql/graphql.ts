/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Which rows of AsyncJob an edge must lead to. Costs 10, and 100 for workflow runs. */
export type AsyncJobRelated = {
  /** All that it leads to is among these; holds where it leads to nothing. */
  every?: AsyncJobWhere | null | undefined;
  /** It leads to none of these; {}: to nothing. */
  none?: AsyncJobWhere | null | undefined;
  /** It leads to at least one of these. */
  some?: AsyncJobWhere | null | undefined;
};

/** Where a job stands. */
export type AsyncJobStatus =
  /** Done. */
  | 'COMPLETED'
  /** Given up. */
  | 'FAILED'
  /** Waits to be taken. */
  | 'QUEUED'
  /** Failed, and waits to be tried again. */
  | 'RETRY'
  /** A worker is at it. */
  | 'RUNNING';

/** Conditions on a value of type AsyncJobStatus; all that are given must hold. */
export type AsyncJobStatusFilter = {
  /** Equal to this. */
  eq?: AsyncJobStatus | null | undefined;
  /** Equal to one of these; an empty list matches no row. */
  in?: Array<AsyncJobStatus> | null | undefined;
  /** true: the value is missing. false: there is one. */
  isNull?: boolean | null | undefined;
  /** Not equal to this. A missing value does not match; add isNull for it. */
  ne?: AsyncJobStatus | null | undefined;
  /** Equal to none of these; an empty list matches every row. */
  notIn?: Array<AsyncJobStatus> | null | undefined;
};

/** What a job does. */
export type AsyncJobType =
  /** Builds an index. */
  | 'INDEX'
  /** Runs a workflow. */
  | 'WORKFLOW';

/** Conditions on a value of type AsyncJobType; all that are given must hold. */
export type AsyncJobTypeFilter = {
  /** Equal to this. */
  eq?: AsyncJobType | null | undefined;
  /** Equal to one of these; an empty list matches no row. */
  in?: Array<AsyncJobType> | null | undefined;
  /** true: the value is missing. false: there is one. */
  isNull?: boolean | null | undefined;
  /** Not equal to this. A missing value does not match; add isNull for it. */
  ne?: AsyncJobType | null | undefined;
  /** Equal to none of these; an empty list matches every row. */
  notIn?: Array<AsyncJobType> | null | undefined;
};

/** Which rows of AsyncJob: all conditions given must hold. A row without a value in a column matches only isNull there. */
export type AsyncJobWhere = {
  /** All of these hold; an empty list holds. */
  AND?: Array<AsyncJobWhere> | null | undefined;
  /** This does not hold. */
  NOT?: AsyncJobWhere | null | undefined;
  /** At least one of these holds; an empty list does not. */
  OR?: Array<AsyncJobWhere> | null | undefined;
  /** How often it was tried. */
  attemptCount?: IntFilter | null | undefined;
  /** From when it may be taken. */
  availableAt?: DateTimeFilter | null | undefined;
  /** By the rows of OpenalexCitationGraphCacheEntry that citationGraphs gives. */
  citationGraphs?: OpenalexCitationGraphCacheEntryRelated | null | undefined;
  /** When it was queued. */
  createdAt?: DateTimeFilter | null | undefined;
  /** What went wrong. */
  errorText?: PresenceFilter | null | undefined;
  /** When the work ended. */
  finishedAt?: DateTimeFilter | null | undefined;
  /** The job's id. */
  jobId?: StringFilter | null | undefined;
  /** What it does: workflow or index. */
  jobType?: AsyncJobTypeFilter | null | undefined;
  /** When a worker took it. */
  lockedAt?: DateTimeFilter | null | undefined;
  /** How often it may be tried. */
  maxAttempts?: IntFilter | null | undefined;
  /** The queue it waits in. */
  queueName?: StringFilter | null | undefined;
  /** Seconds between two tries. */
  retryDelaySeconds?: IntFilter | null | undefined;
  /** The row's key. */
  rowId?: BigIntFilter | null | undefined;
  /** By the rows of WorkflowRun that run gives. */
  run?: WorkflowRunRelated | null | undefined;
  /** The id of the workflow run that the job made, as its result names it (run_id of resultJson); null until the job is done. Scope: content:read. */
  runId?: StringFilter | null | undefined;
  /** When the work began. */
  startedAt?: DateTimeFilter | null | undefined;
  /** Where it stands: queued, retry, running, completed or failed. */
  status?: AsyncJobStatusFilter | null | undefined;
  /** When the row was last written. */
  updatedAt?: DateTimeFilter | null | undefined;
  /** Which worker took it. */
  workerId?: PresenceFilter | null | undefined;
};

/** Conditions on a value of type BigInt; all that are given must hold. */
export type BigIntFilter = {
  /** Equal to this. */
  eq?: string | null | undefined;
  /** Greater than this. */
  gt?: string | null | undefined;
  /** Greater than or equal to this. */
  gte?: string | null | undefined;
  /** Equal to one of these; an empty list matches no row. */
  in?: Array<string> | null | undefined;
  /** true: the value is missing. false: there is one. */
  isNull?: boolean | null | undefined;
  /** Less than this. */
  lt?: string | null | undefined;
  /** Less than or equal to this. */
  lte?: string | null | undefined;
  /** Not equal to this. A missing value does not match; add isNull for it. */
  ne?: string | null | undefined;
  /** Equal to none of these; an empty list matches every row. */
  notIn?: Array<string> | null | undefined;
};

/** Conditions on a value of type Boolean; all that are given must hold. */
export type BooleanFilter = {
  /** Equal to this. */
  eq?: boolean | null | undefined;
  /** Equal to one of these; an empty list matches no row. */
  in?: Array<boolean> | null | undefined;
  /** true: the value is missing. false: there is one. */
  isNull?: boolean | null | undefined;
  /** Not equal to this. A missing value does not match; add isNull for it. */
  ne?: boolean | null | undefined;
  /** Equal to none of these; an empty list matches every row. */
  notIn?: Array<boolean> | null | undefined;
};

/** How a cached answer was found. */
export type CacheHitLayer =
  /** It was not found. */
  | 'NONE'
  /** By the normalized question. */
  | 'NORMALIZED'
  /** By the key of the whole request. */
  | 'STRICT';

/** Conditions on a value of type CacheHitLayer; all that are given must hold. */
export type CacheHitLayerFilter = {
  /** Equal to this. */
  eq?: CacheHitLayer | null | undefined;
  /** Equal to one of these; an empty list matches no row. */
  in?: Array<CacheHitLayer> | null | undefined;
  /** true: the value is missing. false: there is one. */
  isNull?: boolean | null | undefined;
  /** Not equal to this. A missing value does not match; add isNull for it. */
  ne?: CacheHitLayer | null | undefined;
  /** Equal to none of these; an empty list matches every row. */
  notIn?: Array<CacheHitLayer> | null | undefined;
};

/** Which rows of ChatTurn an edge must lead to. Costs 10, and 100 for workflow runs. */
export type ChatTurnRelated = {
  /** All that it leads to is among these; holds where it leads to nothing. */
  every?: ChatTurnWhere | null | undefined;
  /** It leads to none of these; {}: to nothing. */
  none?: ChatTurnWhere | null | undefined;
  /** It leads to at least one of these. */
  some?: ChatTurnWhere | null | undefined;
};

/** Which rows of ChatTurn: all conditions given must hold. A row without a value in a column matches only isNull there. */
export type ChatTurnWhere = {
  /** All of these hold; an empty list holds. */
  AND?: Array<ChatTurnWhere> | null | undefined;
  /** This does not hold. */
  NOT?: ChatTurnWhere | null | undefined;
  /** At least one of these holds; an empty list does not. */
  OR?: Array<ChatTurnWhere> | null | undefined;
  /** The answer. Scope: content:read. */
  answer?: PresenceFilter | null | undefined;
  /** Whether the answer came from a cache. */
  cacheHit?: BooleanFilter | null | undefined;
  /** When the question was asked. */
  createdAt?: DateTimeFilter | null | undefined;
  /** By the rows of Document that document gives. */
  document?: DocumentRelated | null | undefined;
  /** The model that answered. */
  model?: StringFilter | null | undefined;
  /** The app's id of the paper: a digest of its path, not the id of a document. */
  paperId?: StringFilter | null | undefined;
  /** Where the paper's file is (soft link to the document). */
  paperPath?: PresenceFilter | null | undefined;
  /** By the rows of ProjectPersona that persona gives. */
  persona?: ProjectPersonaRelated | null | undefined;
  /** The persona (from revision 0013). */
  personaId?: StringFilter | null | undefined;
  /** By the rows of Project that project gives. */
  project?: ProjectRelated | null | undefined;
  /** The project (from revision 0013). */
  projectId?: StringFilter | null | undefined;
  /** The question. Scope: content:read. */
  query?: PresenceFilter | null | undefined;
  /** Ties the turn to the model calls of the same request. */
  requestId?: StringFilter | null | undefined;
  /** By the rows of RetrievalEvent that retrievalEvents gives. */
  retrievalEvents?: RetrievalEventRelated | null | undefined;
  /** The row's key. */
  rowId?: BigIntFilter | null | undefined;
  /** By the rows of StreamlitSession that session gives. Scope: auth:read. */
  session?: StreamlitSessionRelated | null | undefined;
  /** By the rows of TokenUsage that tokenUsage gives. */
  tokenUsage?: TokenUsageRelated | null | undefined;
  /** By the rows of StreamlitUser that user gives. Scope: auth:read. */
  user?: StreamlitUserRelated | null | undefined;
  /** The user who asked (soft link). Scope: auth:read. */
  userId?: BigIntFilter | null | undefined;
  /** The name the user signed in with. Scope: auth:read. */
  username?: StringFilter | null | undefined;
  /** Whether another answer to the same question was asked for. */
  variationMode?: BooleanFilter | null | undefined;
};

/** By what the words of a citation were found. */
export type CitationMatch =
  /** By its page alone: its words are no range of numbers. */
  | 'PAGE'
  /** By its page and its range of words. */
  | 'WORDS';

/** Why the words of a citation were not found. */
export type CitationProblem =
  /** The papers are there, but none has a chunk at this place. */
  | 'NO_CHUNK'
  /** No paper of the answer or of its run is in the database. */
  | 'NO_DOCUMENT'
  /** Neither its page nor its words are numbers. */
  | 'NO_NUMBERS'
  /** It names words, but no page. */
  | 'NO_PAGE';

/** Whether the words of a citation were found. */
export type CitationStatus =
  /** In several papers that the answer may be about. */
  | 'AMBIGUOUS'
  /** In one document. */
  | 'RESOLVED'
  /** In none. */
  | 'UNRESOLVED';

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

/** Which rows of Document an edge must lead to. Costs 10, and 100 for workflow runs. */
export type DocumentRelated = {
  /** All that it leads to is among these; holds where it leads to nothing. */
  every?: DocumentWhere | null | undefined;
  /** It leads to none of these; {}: to nothing. */
  none?: DocumentWhere | null | undefined;
  /** It leads to at least one of these. */
  some?: DocumentWhere | null | undefined;
};

/** Which rows of Document: all conditions given must hold. A row without a value in a column matches only isNull there. */
export type DocumentWhere = {
  /** All of these hold; an empty list holds. */
  AND?: Array<DocumentWhere> | null | undefined;
  /** This does not hold. */
  NOT?: DocumentWhere | null | undefined;
  /** At least one of these holds; an empty list does not. */
  OR?: Array<DocumentWhere> | null | undefined;
  /** The authors as one text. */
  author?: StringFilter | null | undefined;
  /** By the rows of ChatTurn that chatTurns gives. */
  chatTurns?: ChatTurnRelated | null | undefined;
  /** By the rows of PaperComparisonCell that comparisonCells gives. */
  comparisonCells?: PaperComparisonCellRelated | null | undefined;
  /** By the rows of PaperComparison that comparisons gives. */
  comparisons?: PaperComparisonRelated | null | undefined;
  /** The paper's id: a digest of its content. */
  docId?: StringFilter | null | undefined;
  /** When its text was extracted. Ragonometrics writes it in UTC without saying so: where the server of the database has another time zone, it is off by the offset of that zone. */
  extractedAt?: DateTimeFilter | null | undefined;
  /** SHA-256 of the file. */
  fileHash?: StringFilter | null | undefined;
  /** By the rows of PaperMetadata that metadata gives. */
  metadata?: PaperMetadataRelated | null | undefined;
  /** By the rows of PaperNote that notes gives. */
  notes?: PaperNoteRelated | null | undefined;
  /** By the rows of PaperOpenalexMetadata that openalexMetadata gives. */
  openalexMetadata?: PaperOpenalexMetadataRelated | null | undefined;
  /** Where the file was when it was ingested. */
  path?: PresenceFilter | null | undefined;
  /** By the rows of PipelineRun that pipelineRuns gives. */
  pipelineRuns?: PipelineRunRelated | null | undefined;
  /** By the rows of ProjectQueryCacheEntry that projectQueryCacheEntries gives. */
  projectQueryCacheEntries?: ProjectQueryCacheEntryRelated | null | undefined;
  /** By the rows of Project that projects gives. */
  projects?: ProjectRelated | null | undefined;
  /** By the rows of QueryCacheEntry that queryCacheEntries gives. */
  queryCacheEntries?: QueryCacheEntryRelated | null | undefined;
  /** SHA-256 of the extracted text. */
  textHash?: StringFilter | null | undefined;
  /** The title, if it could be detected. */
  title?: StringFilter | null | undefined;
  /** By the rows of TokenUsage that tokenUsage gives. */
  tokenUsage?: TokenUsageRelated | null | undefined;
  /** By the rows of Vector that vectors gives. */
  vectors?: VectorRelated | null | undefined;
  /** By the rows of WorkflowRun that workflowRuns gives. */
  workflowRuns?: WorkflowRunRelated | null | undefined;
};

/** What ties two nodes. The same from both ends: an edge and the edge back are one kind, named after the one that is told first. */
export type EdgeKind =
  /** AsyncJob.citationGraphs. The networks of citations that the job makes again (a soft link). */
  | 'ASYNC_JOB_CITATION_GRAPHS'
  /** AsyncJob.run. The workflow run that the job made, by the run_id of its result; null until the job is done, or when nothing else is known of the run. */
  | 'ASYNC_JOB_RUN'
  /** ChatTurn.retrievalEvents. The retrievals of the same request. */
  | 'CHAT_TURN_RETRIEVAL_EVENTS'
  /** ChatTurn.tokenUsage. The model calls of the same request. */
  | 'CHAT_TURN_TOKEN_USAGE'
  /** Document.chatTurns. What people asked about the paper in the chat of the app, by its path (a soft link). */
  | 'DOCUMENT_CHAT_TURNS'
  /** Document.citedBy. The answers that cite the paper. */
  | 'DOCUMENT_CITED_BY'
  /** Document.comparisons. The comparisons in which the paper stands, each once, by its path (a soft link). */
  | 'DOCUMENT_COMPARISONS'
  /** Document.comparisonCells. The questions put to the paper in comparisons, by its path (a soft link). */
  | 'DOCUMENT_COMPARISON_CELLS'
  /** Document.metadata. Bibliographic metadata of the paper; null before enrichment. */
  | 'DOCUMENT_METADATA'
  /** Document.notes. The notes that people wrote on the paper, found through the projects that hold it (soft links). */
  | 'DOCUMENT_NOTES'
  /** Document.openalexMetadata. The OpenAlex match of the paper, by its path (a soft link); null when none was looked up. */
  | 'DOCUMENT_OPENALEX_METADATA'
  /** Document.pipelineRuns. The index builds that embedded the paper, each once. Reads all vectors of the paper. */
  | 'DOCUMENT_PIPELINE_RUNS'
  /** Document.projects. The projects that hold the paper, by its path (a soft link). */
  | 'DOCUMENT_PROJECTS'
  /** Document.projectQueryCacheEntries. The projects' cached answers about the paper, by its path (a soft link). */
  | 'DOCUMENT_PROJECT_QUERY_CACHE_ENTRIES'
  /** Document.queryCacheEntries. The cached answers about the paper, by its path (a soft link). */
  | 'DOCUMENT_QUERY_CACHE_ENTRIES'
  /** Document.runs. */
  | 'DOCUMENT_RUNS'
  /** Document.tokenUsage. The model calls of the workflow runs whose index builds embedded the paper, each once. Reads all vectors of the paper. */
  | 'DOCUMENT_TOKEN_USAGE'
  /** Document.vectors. The paper's embedded chunks, of all index builds. */
  | 'DOCUMENT_VECTORS'
  /** Document.workflowRuns. The workflow runs whose index builds embedded the paper, each once. Reads all vectors of the paper. */
  | 'DOCUMENT_WORKFLOW_RUNS'
  /** IndexShard.workflowRun. The workflow run whose build wrote the shard. */
  | 'INDEX_SHARD_WORKFLOW_RUN'
  /** IndexVersion.pipelineRuns. The builds that wrote shards of this index version, each once. */
  | 'INDEX_VERSION_PIPELINE_RUNS'
  /** IndexVersion.shards. The shards of this index version. */
  | 'INDEX_VERSION_SHARDS'
  /** PaperComparison.cells. The cells of the comparison: one for each paper and question. */
  | 'PAPER_COMPARISON_CELLS'
  /** PaperComparisonCell.project. The project that the cell names, default-shared where it names none; null when that is not there. */
  | 'PAPER_COMPARISON_CELL_PROJECT'
  /** PaperComparison.persona. The persona of the answers; null when the comparison names none, or one that is not there. */
  | 'PAPER_COMPARISON_PERSONA'
  /** PipelineRun.shards. The index shards that this build wrote. */
  | 'PIPELINE_RUN_SHARDS'
  /** PipelineRun.vectors. The embedded chunks that this build wrote. Can be hundreds of thousands. */
  | 'PIPELINE_RUN_VECTORS'
  /** PipelineRun.workflowRun. The first workflow run that built this index; later runs that reused it are not named here. */
  | 'PIPELINE_RUN_WORKFLOW_RUN'
  /** PrepManifest.run. The workflow run the papers were prepared for. Its header is null when it never started. */
  | 'PREP_MANIFEST_RUN'
  /** Project.chatTurns. What was asked in the chat of the app, of the turns that name the project. */
  | 'PROJECT_CHAT_TURNS'
  /** Project.comparisons. The comparisons of papers that name the project. */
  | 'PROJECT_COMPARISONS'
  /** Project.createdBy. The user who made the project; null when the user was deleted. */
  | 'PROJECT_CREATED_BY'
  /** Project.notes. The notes on papers that name the project. */
  | 'PROJECT_NOTES'
  /** Project.papers. The papers of the project. */
  | 'PROJECT_PAPERS'
  /** ProjectPaper.addedBy. The user who added the paper; null when the user was deleted. */
  | 'PROJECT_PAPER_ADDED_BY'
  /** ProjectPaper.document. The ingested paper with this path (a soft link); null when no document has it. No index helps: it reads the documents. */
  | 'PROJECT_PAPER_DOCUMENT'
  /** ProjectPaper.notes. The notes on the paper that name the project. */
  | 'PROJECT_PAPER_NOTES'
  /** Project.personas. The personas of the project. */
  | 'PROJECT_PERSONAS'
  /** ProjectPersona.chatTurns. The turns of the chat that the persona answered. */
  | 'PROJECT_PERSONA_CHAT_TURNS'
  /** Project.queryCacheEntries. The answers cached in the project. */
  | 'PROJECT_QUERY_CACHE_ENTRIES'
  /** Project.tokenUsage. The model calls that name the project. */
  | 'PROJECT_TOKEN_USAGE'
  /** Project.workflowRuns. The runs whose header names the project. */
  | 'PROJECT_WORKFLOW_RUNS'
  /** QueryCacheEntry.comparisonCells. The cells of comparisons that show this answer (a soft link). */
  | 'QUERY_CACHE_ENTRY_COMPARISON_CELLS'
  /** QueryCacheEntry.projectEntries. The same request as projects cached it (a soft link). */
  | 'QUERY_CACHE_ENTRY_PROJECT_ENTRIES'
  /** QueryCacheEntry.sourceProject. The project that first asked; null when it is not known or not there. */
  | 'QUERY_CACHE_ENTRY_SOURCE_PROJECT'
  /** RetrievalEvent.tokenUsage. The model calls of the same request, and of the same run where both name one. */
  | 'RETRIEVAL_EVENT_TOKEN_USAGE'
  /** RunRecord.parentRun. The run named by parentRunId; null when there is none, or no table knows it. */
  | 'RUN_RECORD_PARENT_RUN'
  /** RunRecord.tokenUsage. Of a question, the model calls made to answer it; of a step, the calls made in it (by their pipelineStep). Empty for other records. */
  | 'RUN_RECORD_TOKEN_USAGE'
  /** StreamlitSession.chatTurns. What was asked in this session in the chat of the app (a soft link by the session id, which is never shown). */
  | 'STREAMLIT_SESSION_CHAT_TURNS'
  /** StreamlitSession.currentPersona. The persona chosen in the app; null when none is, or it was deleted. */
  | 'STREAMLIT_SESSION_CURRENT_PERSONA'
  /** StreamlitSession.currentProject. The project chosen in the app; null when none is, or it was deleted. */
  | 'STREAMLIT_SESSION_CURRENT_PROJECT'
  /** StreamlitSession.tokenUsage. The model calls made in this session (a soft link by the session id, which is never shown). */
  | 'STREAMLIT_SESSION_TOKEN_USAGE'
  /** StreamlitUser.chatTurns. What the user asked in the chat of the app (a soft link). */
  | 'STREAMLIT_USER_CHAT_TURNS'
  /** StreamlitUser.comparisons. The comparisons that the user made (a soft link). */
  | 'STREAMLIT_USER_COMPARISONS'
  /** StreamlitUser.notes. The notes that the user wrote on papers (a soft link). */
  | 'STREAMLIT_USER_NOTES'
  /** StreamlitUser.sessions. The user's sessions. */
  | 'STREAMLIT_USER_SESSIONS'
  /** TokenUsage.persona. The persona that answered; null when the row names none, or one that is not there. */
  | 'TOKEN_USAGE_PERSONA'
  /** Vector.citedBy. The answers that cite the chunk. */
  | 'VECTOR_CITED_BY'
  /** Vector.shards. The shards written by the chunk's build (a soft link by pipelineRunId). */
  | 'VECTOR_SHARDS'
  /** Vector.workflowRun. The workflow run whose build embedded the chunk. */
  | 'VECTOR_WORKFLOW_RUN'
  /** WorkflowRun.children. Runs whose header names this run as their parent. */
  | 'WORKFLOW_RUN_CHILDREN'
  /** WorkflowRun.header. The record of kind 'run' that describes the run; null when no such row was written. */
  | 'WORKFLOW_RUN_HEADER'
  /** WorkflowRun.records. All records of the run: header, steps, questions, reports, artifacts, links. */
  | 'WORKFLOW_RUN_RECORDS'
  /** WorkflowRun.retrievalEvents. The retrievals made for the run. */
  | 'WORKFLOW_RUN_RETRIEVAL_EVENTS'
  /** WorkflowRun.reusedBy. Records of other runs that took their result from this run. */
  | 'WORKFLOW_RUN_REUSED_BY'
  /** WorkflowRun.reusingRuns. The runs of which a record took its result from this run. */
  | 'WORKFLOW_RUN_REUSING_RUNS'
  /** WorkflowRun.steps. The records of the steps, in pipeline order (prep ... report), steps unknown here last. */
  | 'WORKFLOW_RUN_STEPS'
  /** WorkflowRun.tokenUsage. The model calls made for the run, with their tokens and cost. */
  | 'WORKFLOW_RUN_TOKEN_USAGE';

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

/** Which rows of IndexShard an edge must lead to. Costs 10, and 100 for workflow runs. */
export type IndexShardRelated = {
  /** All that it leads to is among these; holds where it leads to nothing. */
  every?: IndexShardWhere | null | undefined;
  /** It leads to none of these; {}: to nothing. */
  none?: IndexShardWhere | null | undefined;
  /** It leads to at least one of these. */
  some?: IndexShardWhere | null | undefined;
};

/** Which rows of IndexShard: all conditions given must hold. A row without a value in a column matches only isNull there. */
export type IndexShardWhere = {
  /** All of these hold; an empty list holds. */
  AND?: Array<IndexShardWhere> | null | undefined;
  /** This does not hold. */
  NOT?: IndexShardWhere | null | undefined;
  /** At least one of these holds; an empty list does not. */
  OR?: Array<IndexShardWhere> | null | undefined;
  /** When it was written. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The index version it belongs to. */
  indexId?: StringFilter | null | undefined;
  /** By the rows of IndexVersion that indexVersion gives. */
  indexVersion?: IndexVersionRelated | null | undefined;
  /** Whether searches use it. */
  isActive?: BooleanFilter | null | undefined;
  /** Where the file lies. */
  path?: PresenceFilter | null | undefined;
  /** By the rows of PipelineRun that pipelineRun gives. */
  pipelineRun?: PipelineRunRelated | null | undefined;
  /** The build that wrote it. */
  pipelineRunId?: BigIntFilter | null | undefined;
  /** The row's key. */
  rowId?: BigIntFilter | null | undefined;
  /** The file's name. */
  shardName?: StringFilter | null | undefined;
  /** By the rows of Vector that vectors gives. */
  vectors?: VectorRelated | null | undefined;
  /** By the rows of WorkflowRun that workflowRun gives. */
  workflowRun?: WorkflowRunRelated | null | undefined;
};

/** Which rows of IndexVersion an edge must lead to. Costs 10, and 100 for workflow runs. */
export type IndexVersionRelated = {
  /** All that it leads to is among these; holds where it leads to nothing. */
  every?: IndexVersionWhere | null | undefined;
  /** It leads to none of these; {}: to nothing. */
  none?: IndexVersionWhere | null | undefined;
  /** It leads to at least one of these. */
  some?: IndexVersionWhere | null | undefined;
};

/** Which rows of IndexVersion: all conditions given must hold. A row without a value in a column matches only isNull there. */
export type IndexVersionWhere = {
  /** All of these hold; an empty list holds. */
  AND?: Array<IndexVersionWhere> | null | undefined;
  /** This does not hold. */
  NOT?: IndexVersionWhere | null | undefined;
  /** At least one of these holds; an empty list does not. */
  OR?: Array<IndexVersionWhere> | null | undefined;
  /** Words shared by neighbouring chunks. */
  chunkOverlap?: IntFilter | null | undefined;
  /** Words a chunk. */
  chunkWords?: IntFilter | null | undefined;
  /** A digest of what was indexed. */
  corpusFingerprint?: StringFilter | null | undefined;
  /** When it was made. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The model that embedded the chunks. */
  embeddingModel?: StringFilter | null | undefined;
  /** The version's id. */
  indexId?: StringFilter | null | undefined;
  /** Where the index lies. */
  indexPath?: PresenceFilter | null | undefined;
  /** By the rows of PipelineRun that pipelineRuns gives. */
  pipelineRuns?: PipelineRunRelated | null | undefined;
  /** Where its shards lie. */
  shardPath?: PresenceFilter | null | undefined;
  /** By the rows of IndexShard that shards gives. */
  shards?: IndexShardRelated | null | undefined;
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

/** What an edge says of the use that was made of what it comes from. */
export type LineageGrade =
  /** The index held it when the run was made: the run could read it. */
  | 'AVAILABLE_TO'
  /** An answer cites it. */
  | 'CITED_BY';

/** The stages of the pipeline, in their order. */
export type LineageStage =
  /** Steps and answers. */
  | 'ANSWERS'
  /** Index. */
  | 'INDEX'
  /** Other. */
  | 'OTHER'
  /** Papers. */
  | 'PAPERS'
  /** Retrieval. */
  | 'RETRIEVAL'
  /** Run. */
  | 'RUN'
  /** Usage. */
  | 'USAGE';

/** How a status is meant. */
export type LineageTone =
  /** It failed, or is not to be relied on: failed, low. */
  | 'BAD'
  /** It is as it should be: completed, high. */
  | 'GOOD'
  /** There is no status, or one that is not known here. */
  | 'NONE'
  /** It is between the two: running, medium. */
  | 'OPEN';

/** A type of nodes, by its name in this schema. */
export type NodeType =
  /** Rows of AsyncJob. */
  | 'AsyncJob'
  /** Rows of ChatTurn. */
  | 'ChatTurn'
  /** Rows of CitecCacheEntry. */
  | 'CitecCacheEntry'
  /** Rows of Document. */
  | 'Document'
  /** Rows of IndexShard. */
  | 'IndexShard'
  /** Rows of IndexVersion. */
  | 'IndexVersion'
  /** Rows of OpenalexCacheEntry. */
  | 'OpenalexCacheEntry'
  /** Rows of OpenalexCitationGraphCacheEntry. */
  | 'OpenalexCitationGraphCacheEntry'
  /** Rows of OpenalexHttpCacheEntry. */
  | 'OpenalexHttpCacheEntry'
  /** Rows of OpenalexTitleOverride. */
  | 'OpenalexTitleOverride'
  /** Rows of PaperComparison. */
  | 'PaperComparison'
  /** Rows of PaperComparisonCell. */
  | 'PaperComparisonCell'
  /** Rows of PaperMetadata. */
  | 'PaperMetadata'
  /** Rows of PaperNote. */
  | 'PaperNote'
  /** Rows of PaperOpenalexMetadata. */
  | 'PaperOpenalexMetadata'
  /** Rows of PipelineRun. */
  | 'PipelineRun'
  /** Rows of PrepManifest. */
  | 'PrepManifest'
  /** Rows of Project. */
  | 'Project'
  /** Rows of ProjectPaper. */
  | 'ProjectPaper'
  /** Rows of ProjectPersona. */
  | 'ProjectPersona'
  /** Rows of ProjectQueryCacheEntry. */
  | 'ProjectQueryCacheEntry'
  /** Rows of QueryCacheEntry. */
  | 'QueryCacheEntry'
  /** Rows of RequestFailure. */
  | 'RequestFailure'
  /** Rows of RetrievalEvent. */
  | 'RetrievalEvent'
  /** Rows of RunRecord. */
  | 'RunRecord'
  /** Rows of StreamlitSession. */
  | 'StreamlitSession'
  /** Rows of StreamlitUser. */
  | 'StreamlitUser'
  /** Rows of TokenUsage. */
  | 'TokenUsage'
  /** Rows of Vector. */
  | 'Vector'
  /** Rows of WorkflowRun. */
  | 'WorkflowRun';

/** Which rows of OpenalexCitationGraphCacheEntry an edge must lead to. Costs 10, and 100 for workflow runs. */
export type OpenalexCitationGraphCacheEntryRelated = {
  /** All that it leads to is among these; holds where it leads to nothing. */
  every?: OpenalexCitationGraphCacheEntryWhere | null | undefined;
  /** It leads to none of these; {}: to nothing. */
  none?: OpenalexCitationGraphCacheEntryWhere | null | undefined;
  /** It leads to at least one of these. */
  some?: OpenalexCitationGraphCacheEntryWhere | null | undefined;
};

/** Which rows of OpenalexCitationGraphCacheEntry: all conditions given must hold. A row without a value in a column matches only isNull there. */
export type OpenalexCitationGraphCacheEntryWhere = {
  /** All of these hold; an empty list holds. */
  AND?: Array<OpenalexCitationGraphCacheEntryWhere> | null | undefined;
  /** This does not hold. */
  NOT?: OpenalexCitationGraphCacheEntryWhere | null | undefined;
  /** At least one of these holds; an empty list does not. */
  OR?: Array<OpenalexCitationGraphCacheEntryWhere> | null | undefined;
  /** The version of the program that made it. */
  algoVersion?: StringFilter | null | undefined;
  /** The key of the network: a digest of its centre and limits. */
  cacheKey?: StringFilter | null | undefined;
  /** The OpenAlex work in the centre. */
  centerWorkId?: StringFilter | null | undefined;
  /** When it was first cached. */
  createdAt?: DateTimeFilter | null | undefined;
  /** From when on it is to be made again. */
  expiresAt?: DateTimeFilter | null | undefined;
  /** When it was made. */
  generatedAt?: DateTimeFilter | null | undefined;
  /** When it was last shown. */
  lastAccessedAt?: DateTimeFilter | null | undefined;
  /** At most this many citing works of each work. */
  maxCiting?: IntFilter | null | undefined;
  /** At most this many works in all. */
  maxNodes?: IntFilter | null | undefined;
  /** At most this many references of each work. */
  maxReferences?: IntFilter | null | undefined;
  /** How many steps of citation it reaches, 1 to 5. */
  nHops?: IntFilter | null | undefined;
  /** How many such jobs failed in a row. */
  refreshFailures?: IntFilter | null | undefined;
  /** By the rows of AsyncJob that refreshJob gives. */
  refreshJob?: AsyncJobRelated | null | undefined;
  /** The job that makes it again (soft link); null when none does. */
  refreshJobId?: StringFilter | null | undefined;
  /** Until when it is shown although it expired. */
  staleUntil?: DateTimeFilter | null | undefined;
  /** When the row was last written. */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** How the search for a paper in OpenAlex ended. */
export type OpenalexMatchStatus =
  /** The search failed. */
  | 'ERROR'
  /** A work was found. */
  | 'MATCHED'
  /** No work was found. */
  | 'NOT_FOUND';

/** Conditions on a value of type OpenalexMatchStatus; all that are given must hold. */
export type OpenalexMatchStatusFilter = {
  /** Equal to this. */
  eq?: OpenalexMatchStatus | null | undefined;
  /** Equal to one of these; an empty list matches no row. */
  in?: Array<OpenalexMatchStatus> | null | undefined;
  /** true: the value is missing. false: there is one. */
  isNull?: boolean | null | undefined;
  /** Not equal to this. A missing value does not match; add isNull for it. */
  ne?: OpenalexMatchStatus | null | undefined;
  /** Equal to none of these; an empty list matches every row. */
  notIn?: Array<OpenalexMatchStatus> | null | undefined;
};

/** Which way to sort. A missing value counts as the largest unless the direction says otherwise. */
export type OrderDirection =
  /** Smallest, earliest, first of the alphabet first; missing values last. */
  | 'ASC'
  /** As ASC, but missing values first. No index serves it. */
  | 'ASC_NULLS_FIRST'
  /** Largest, latest, last of the alphabet first; missing values first. */
  | 'DESC'
  /** As DESC, but missing values last. No index serves it. */
  | 'DESC_NULLS_LAST';

/** Where the answer of a cell came from. */
export type PaperComparisonAnswerSource =
  /** A model, asked for the comparison. */
  | 'GENERATED'
  /** The query cache. */
  | 'QUERY_CACHE';

/** Conditions on a value of type PaperComparisonAnswerSource; all that are given must hold. */
export type PaperComparisonAnswerSourceFilter = {
  /** Equal to this. */
  eq?: PaperComparisonAnswerSource | null | undefined;
  /** Equal to one of these; an empty list matches no row. */
  in?: Array<PaperComparisonAnswerSource> | null | undefined;
  /** true: the value is missing. false: there is one. */
  isNull?: boolean | null | undefined;
  /** Not equal to this. A missing value does not match; add isNull for it. */
  ne?: PaperComparisonAnswerSource | null | undefined;
  /** Equal to none of these; an empty list matches every row. */
  notIn?: Array<PaperComparisonAnswerSource> | null | undefined;
};

/** Which rows of PaperComparisonCell an edge must lead to. Costs 10, and 100 for workflow runs. */
export type PaperComparisonCellRelated = {
  /** All that it leads to is among these; holds where it leads to nothing. */
  every?: PaperComparisonCellWhere | null | undefined;
  /** It leads to none of these; {}: to nothing. */
  none?: PaperComparisonCellWhere | null | undefined;
  /** It leads to at least one of these. */
  some?: PaperComparisonCellWhere | null | undefined;
};

/** Where a cell of a comparison stands. */
export type PaperComparisonCellStatus =
  /** The answer came from the cache. */
  | 'CACHED'
  /** No answer could be generated. */
  | 'FAILED'
  /** The answer was generated for the comparison. */
  | 'GENERATED'
  /** There is no answer yet. */
  | 'MISSING';

/** Conditions on a value of type PaperComparisonCellStatus; all that are given must hold. */
export type PaperComparisonCellStatusFilter = {
  /** Equal to this. */
  eq?: PaperComparisonCellStatus | null | undefined;
  /** Equal to one of these; an empty list matches no row. */
  in?: Array<PaperComparisonCellStatus> | null | undefined;
  /** true: the value is missing. false: there is one. */
  isNull?: boolean | null | undefined;
  /** Not equal to this. A missing value does not match; add isNull for it. */
  ne?: PaperComparisonCellStatus | null | undefined;
  /** Equal to none of these; an empty list matches every row. */
  notIn?: Array<PaperComparisonCellStatus> | null | undefined;
};

/** Which rows of PaperComparisonCell: all conditions given must hold. A row without a value in a column matches only isNull there. */
export type PaperComparisonCellWhere = {
  /** All of these hold; an empty list holds. */
  AND?: Array<PaperComparisonCellWhere> | null | undefined;
  /** This does not hold. */
  NOT?: PaperComparisonCellWhere | null | undefined;
  /** At least one of these holds; an empty list does not. */
  OR?: Array<PaperComparisonCellWhere> | null | undefined;
  /** The answer; null while it is missing. Scope: content:read. */
  answer?: PresenceFilter | null | undefined;
  /** Where the answer came from: query_cache or generated. */
  answerSource?: PaperComparisonAnswerSourceFilter | null | undefined;
  /** How the cached answer was found: normalized, strict or none. */
  cacheHitLayer?: CacheHitLayerFilter | null | undefined;
  /** The key of the cached answer (soft link to the query cache). */
  cacheKey?: StringFilter | null | undefined;
  /** Where the cell stands: cached, missing, generated or failed. */
  cellStatus?: PaperComparisonCellStatusFilter | null | undefined;
  /** By the rows of PaperComparison that comparison gives. */
  comparison?: PaperComparisonRelated | null | undefined;
  /** The comparison. */
  comparisonId?: StringFilter | null | undefined;
  /** A digest of the chunks given to the model. */
  contextHash?: StringFilter | null | undefined;
  /** When the cell was made. */
  createdAt?: DateTimeFilter | null | undefined;
  /** By the rows of Document that document gives. */
  document?: DocumentRelated | null | undefined;
  /** What went wrong. */
  errorText?: PresenceFilter | null | undefined;
  /** The model whose answer is wanted. */
  model?: StringFilter | null | undefined;
  /** The app's id of the paper: a digest of its path, not the id of a document. */
  paperId?: StringFilter | null | undefined;
  /** Where the paper's file is (soft link to the document). */
  paperPath?: PresenceFilter | null | undefined;
  /** By the rows of Project that project gives. */
  project?: ProjectRelated | null | undefined;
  /** The project (from revision 0013). */
  projectId?: StringFilter | null | undefined;
  /** By the rows of QueryCacheEntry that queryCacheEntry gives. */
  queryCacheEntry?: QueryCacheEntryRelated | null | undefined;
  /** The question's id within the comparison. */
  questionId?: StringFilter | null | undefined;
  /** The question in the form that is compared. Scope: content:read. */
  questionNormalized?: PresenceFilter | null | undefined;
  /** The question. Scope: content:read. */
  questionText?: PresenceFilter | null | undefined;
  /** The row's key. */
  rowId?: BigIntFilter | null | undefined;
  /** When the row was last written. */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** Which rows of PaperComparison an edge must lead to. Costs 10, and 100 for workflow runs. */
export type PaperComparisonRelated = {
  /** All that it leads to is among these; holds where it leads to nothing. */
  every?: PaperComparisonWhere | null | undefined;
  /** It leads to none of these; {}: to nothing. */
  none?: PaperComparisonWhere | null | undefined;
  /** It leads to at least one of these. */
  some?: PaperComparisonWhere | null | undefined;
};

/** Where a comparison stands. */
export type PaperComparisonStatus =
  /** Every cell was tried. */
  | 'COMPLETED'
  /** Given up. */
  | 'FAILED'
  /** Missing answers are being generated. */
  | 'FILLING'
  /** Made; its cells show what the cache holds. */
  | 'READY';

/** Conditions on a value of type PaperComparisonStatus; all that are given must hold. */
export type PaperComparisonStatusFilter = {
  /** Equal to this. */
  eq?: PaperComparisonStatus | null | undefined;
  /** Equal to one of these; an empty list matches no row. */
  in?: Array<PaperComparisonStatus> | null | undefined;
  /** true: the value is missing. false: there is one. */
  isNull?: boolean | null | undefined;
  /** Not equal to this. A missing value does not match; add isNull for it. */
  ne?: PaperComparisonStatus | null | undefined;
  /** Equal to none of these; an empty list matches every row. */
  notIn?: Array<PaperComparisonStatus> | null | undefined;
};

/** Which rows of PaperComparison: all conditions given must hold. A row without a value in a column matches only isNull there. */
export type PaperComparisonWhere = {
  /** All of these hold; an empty list holds. */
  AND?: Array<PaperComparisonWhere> | null | undefined;
  /** This does not hold. */
  NOT?: PaperComparisonWhere | null | undefined;
  /** At least one of these holds; an empty list does not. */
  OR?: Array<PaperComparisonWhere> | null | undefined;
  /** By the rows of PaperComparisonCell that cells gives. */
  cells?: PaperComparisonCellRelated | null | undefined;
  /** The comparison's id. */
  comparisonId?: StringFilter | null | undefined;
  /** How cells are filled, e.g. cache_only. */
  computeMode?: StringFilter | null | undefined;
  /** When the comparison was made. */
  createdAt?: DateTimeFilter | null | undefined;
  /** By the rows of StreamlitUser that createdBy gives. Scope: auth:read. */
  createdBy?: StreamlitUserRelated | null | undefined;
  /** The user who made it (soft link). Scope: auth:read. */
  createdByUserId?: BigIntFilter | null | undefined;
  /** The name of the user who made it. Scope: auth:read. */
  createdByUsername?: StringFilter | null | undefined;
  /** By the rows of Document that documents gives. */
  documents?: DocumentRelated | null | undefined;
  /** The model whose answers are compared. */
  model?: StringFilter | null | undefined;
  /** The name it was given. */
  name?: StringFilter | null | undefined;
  /** By the rows of ProjectPersona that persona gives. */
  persona?: ProjectPersonaRelated | null | undefined;
  /** The persona (from revision 0013). */
  personaId?: StringFilter | null | undefined;
  /** By the rows of Project that project gives. */
  project?: ProjectRelated | null | undefined;
  /** The project (from revision 0013). */
  projectId?: StringFilter | null | undefined;
  /** The app's id of the paper from which the comparison was begun. */
  seedPaperId?: StringFilter | null | undefined;
  /** Where it stands: ready, filling, completed or failed. */
  status?: PaperComparisonStatusFilter | null | undefined;
  /** When the row was last written. */
  updatedAt?: DateTimeFilter | null | undefined;
  /** Who sees it, e.g. shared. */
  visibility?: StringFilter | null | undefined;
};

/** Which rows of PaperMetadata an edge must lead to. Costs 10, and 100 for workflow runs. */
export type PaperMetadataRelated = {
  /** All that it leads to is among these; holds where it leads to nothing. */
  every?: PaperMetadataWhere | null | undefined;
  /** It leads to none of these; {}: to nothing. */
  none?: PaperMetadataWhere | null | undefined;
  /** It leads to at least one of these. */
  some?: PaperMetadataWhere | null | undefined;
};

/** Which rows of PaperMetadata: all conditions given must hold. A row without a value in a column matches only isNull there. */
export type PaperMetadataWhere = {
  /** All of these hold; an empty list holds. */
  AND?: Array<PaperMetadataWhere> | null | undefined;
  /** This does not hold. */
  NOT?: PaperMetadataWhere | null | undefined;
  /** At least one of these holds; an empty list does not. */
  OR?: Array<PaperMetadataWhere> | null | undefined;
  /** The authors as one text. */
  author?: StringFilter | null | undefined;
  /** The paper's id. */
  docId?: StringFilter | null | undefined;
  /** By the rows of Document that document gives. */
  document?: DocumentRelated | null | undefined;
  /** When the metadata was extracted. Ragonometrics writes it in UTC without saying so: where the server of the database has another time zone, it is off by the offset of that zone. */
  extractedAt?: DateTimeFilter | null | undefined;
  /** The DOI that OpenAlex gives. */
  openalexDoi?: StringFilter | null | undefined;
  /** The OpenAlex work. */
  openalexId?: StringFilter | null | undefined;
  /** Where the file was. */
  path?: PresenceFilter | null | undefined;
  /** The DOI taken to be the paper's own. */
  primaryDoi?: StringFilter | null | undefined;
  /** The year of publication. */
  publicationYear?: IntFilter | null | undefined;
  /** The RePEc handle. */
  repecHandle?: StringFilter | null | undefined;
  /** Where the paper can be had. */
  sourceUrl?: PresenceFilter | null | undefined;
  /** The title found in the metadata. */
  title?: StringFilter | null | undefined;
  /** When the row was last written. */
  updatedAt?: DateTimeFilter | null | undefined;
  /** The journal or series. */
  venue?: StringFilter | null | undefined;
};

/** Which rows of PaperNote an edge must lead to. Costs 10, and 100 for workflow runs. */
export type PaperNoteRelated = {
  /** All that it leads to is among these; holds where it leads to nothing. */
  every?: PaperNoteWhere | null | undefined;
  /** It leads to none of these; {}: to nothing. */
  none?: PaperNoteWhere | null | undefined;
  /** It leads to at least one of these. */
  some?: PaperNoteWhere | null | undefined;
};

/** Which rows of PaperNote: all conditions given must hold. A row without a value in a column matches only isNull there. */
export type PaperNoteWhere = {
  /** All of these hold; an empty list holds. */
  AND?: Array<PaperNoteWhere> | null | undefined;
  /** This does not hold. */
  NOT?: PaperNoteWhere | null | undefined;
  /** At least one of these holds; an empty list does not. */
  OR?: Array<PaperNoteWhere> | null | undefined;
  /** The colour of the mark. */
  color?: StringFilter | null | undefined;
  /** When the note was written. */
  createdAt?: DateTimeFilter | null | undefined;
  /** By the rows of Document that document gives. */
  document?: DocumentRelated | null | undefined;
  /** The words of the paper that are marked. Scope: content:read. */
  highlightText?: PresenceFilter | null | undefined;
  /** The note. Scope: content:read. */
  noteText?: PresenceFilter | null | undefined;
  /** The page the note is on, from 1; null for a note on the whole paper. */
  pageNumber?: IntFilter | null | undefined;
  /** The app's id of the paper: a digest of its path, not the id of a document. */
  paperId?: StringFilter | null | undefined;
  /** By the rows of Project that project gives. */
  project?: ProjectRelated | null | undefined;
  /** The project (from revision 0013). */
  projectId?: StringFilter | null | undefined;
  /** The row's key. */
  rowId?: BigIntFilter | null | undefined;
  /** When the note was last changed. */
  updatedAt?: DateTimeFilter | null | undefined;
  /** By the rows of StreamlitUser that user gives. Scope: auth:read. */
  user?: StreamlitUserRelated | null | undefined;
  /** The user who wrote it (soft link). Scope: auth:read. */
  userId?: BigIntFilter | null | undefined;
  /** The name the user signed in with. Scope: auth:read. */
  username?: StringFilter | null | undefined;
};

/** Which rows of PaperOpenalexMetadata an edge must lead to. Costs 10, and 100 for workflow runs. */
export type PaperOpenalexMetadataRelated = {
  /** All that it leads to is among these; holds where it leads to nothing. */
  every?: PaperOpenalexMetadataWhere | null | undefined;
  /** It leads to none of these; {}: to nothing. */
  none?: PaperOpenalexMetadataWhere | null | undefined;
  /** It leads to at least one of these. */
  some?: PaperOpenalexMetadataWhere | null | undefined;
};

/** Which rows of PaperOpenalexMetadata: all conditions given must hold. A row without a value in a column matches only isNull there. */
export type PaperOpenalexMetadataWhere = {
  /** All of these hold; an empty list holds. */
  AND?: Array<PaperOpenalexMetadataWhere> | null | undefined;
  /** This does not hold. */
  NOT?: PaperOpenalexMetadataWhere | null | undefined;
  /** At least one of these holds; an empty list does not. */
  OR?: Array<PaperOpenalexMetadataWhere> | null | undefined;
  /** The authors of the file. */
  authors?: StringFilter | null | undefined;
  /** When the paper was first searched for. */
  createdAt?: DateTimeFilter | null | undefined;
  /** By the rows of Document that document gives. */
  document?: DocumentRelated | null | undefined;
  /** What went wrong. */
  errorText?: PresenceFilter | null | undefined;
  /** How the search ended: matched, not_found or error. */
  matchStatus?: OpenalexMatchStatusFilter | null | undefined;
  /** Its DOI. */
  openalexDoi?: StringFilter | null | undefined;
  /** The work that was found. */
  openalexId?: StringFilter | null | undefined;
  /** Its year. */
  openalexPublicationYear?: IntFilter | null | undefined;
  /** Its title. */
  openalexTitle?: StringFilter | null | undefined;
  /** The path of the paper's file (soft link to the document). */
  paperPath?: StringFilter | null | undefined;
  /** The authors that were searched for. */
  queryAuthors?: StringFilter | null | undefined;
  /** The title that was searched for. */
  queryTitle?: StringFilter | null | undefined;
  /** The year that was searched for. */
  queryYear?: IntFilter | null | undefined;
  /** The title of the file. */
  title?: StringFilter | null | undefined;
  /** When the row was last written. */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** Which rows of PipelineRun an edge must lead to. Costs 10, and 100 for workflow runs. */
export type PipelineRunRelated = {
  /** All that it leads to is among these; holds where it leads to nothing. */
  every?: PipelineRunWhere | null | undefined;
  /** It leads to none of these; {}: to nothing. */
  none?: PipelineRunWhere | null | undefined;
  /** It leads to at least one of these. */
  some?: PipelineRunWhere | null | undefined;
};

/** Which rows of PipelineRun: all conditions given must hold. A row without a value in a column matches only isNull there. */
export type PipelineRunWhere = {
  /** All of these hold; an empty list holds. */
  AND?: Array<PipelineRunWhere> | null | undefined;
  /** This does not hold. */
  NOT?: PipelineRunWhere | null | undefined;
  /** At least one of these holds; an empty list does not. */
  OR?: Array<PipelineRunWhere> | null | undefined;
  /** The variant within the experiment. */
  arm?: StringFilter | null | undefined;
  /** Words shared by neighbouring chunks. */
  chunkOverlap?: IntFilter | null | undefined;
  /** Words a chunk. */
  chunkWords?: IntFilter | null | undefined;
  /** When the build began. */
  createdAt?: DateTimeFilter | null | undefined;
  /** By the rows of Document that documents gives. */
  documents?: DocumentRelated | null | undefined;
  /** The model that embedded the chunks. */
  embeddingModel?: StringFilter | null | undefined;
  /** What extracted the text. */
  extractorVersion?: StringFilter | null | undefined;
  /** The revision of the code. */
  gitSha?: StringFilter | null | undefined;
  /** Builds of the same inputs share this key, and so one row. */
  idempotencyKey?: StringFilter | null | undefined;
  /** Why the index was built. */
  indexBuildReason?: StringFilter | null | undefined;
  /** Whether the vectors have length 1. */
  normalized?: BooleanFilter | null | undefined;
  /** A digest of the set of papers. */
  paperSetHash?: StringFilter | null | undefined;
  /** The row's key. */
  rowId?: BigIntFilter | null | undefined;
  /** By the rows of IndexShard that shards gives. */
  shards?: IndexShardRelated | null | undefined;
  /** By the rows of Vector that vectors gives. */
  vectors?: VectorRelated | null | undefined;
  /** By the rows of WorkflowRun that workflowRun gives. */
  workflowRun?: WorkflowRunRelated | null | undefined;
  /** The first workflow run that made this build (soft link); runs that reused it are not named. */
  workflowRunId?: StringFilter | null | undefined;
  /** The experiment the run belonged to. */
  workstreamId?: StringFilter | null | undefined;
};

/** Which rows of PrepManifest an edge must lead to. Costs 10, and 100 for workflow runs. */
export type PrepManifestRelated = {
  /** All that it leads to is among these; holds where it leads to nothing. */
  every?: PrepManifestWhere | null | undefined;
  /** It leads to none of these; {}: to nothing. */
  none?: PrepManifestWhere | null | undefined;
  /** It leads to at least one of these. */
  some?: PrepManifestWhere | null | undefined;
};

/** Which rows of PrepManifest: all conditions given must hold. A row without a value in a column matches only isNull there. */
export type PrepManifestWhere = {
  /** All of these hold; an empty list holds. */
  AND?: Array<PrepManifestWhere> | null | undefined;
  /** This does not hold. */
  NOT?: PrepManifestWhere | null | undefined;
  /** At least one of these holds; an empty list does not. */
  OR?: Array<PrepManifestWhere> | null | undefined;
  /** A digest of the set of papers. */
  corpusHash?: StringFilter | null | undefined;
  /** When the manifest was written. */
  createdAt?: DateTimeFilter | null | undefined;
  /** By the rows of WorkflowRun that run gives. */
  run?: WorkflowRunRelated | null | undefined;
  /** The workflow run (soft link); the run may never have started. */
  runId?: StringFilter | null | undefined;
};

/** Whether there is a text. It is given without its credentials, so it cannot be compared. */
export type PresenceFilter = {
  /** true: the value is missing. false: there is one. */
  isNull?: boolean | null | undefined;
};

/** Which rows of ProjectPaper an edge must lead to. Costs 10, and 100 for workflow runs. */
export type ProjectPaperRelated = {
  /** All that it leads to is among these; holds where it leads to nothing. */
  every?: ProjectPaperWhere | null | undefined;
  /** It leads to none of these; {}: to nothing. */
  none?: ProjectPaperWhere | null | undefined;
  /** It leads to at least one of these. */
  some?: ProjectPaperWhere | null | undefined;
};

/** Which rows of ProjectPaper: all conditions given must hold. A row without a value in a column matches only isNull there. */
export type ProjectPaperWhere = {
  /** All of these hold; an empty list holds. */
  AND?: Array<ProjectPaperWhere> | null | undefined;
  /** This does not hold. */
  NOT?: ProjectPaperWhere | null | undefined;
  /** At least one of these holds; an empty list does not. */
  OR?: Array<ProjectPaperWhere> | null | undefined;
  /** By the rows of StreamlitUser that addedBy gives. Scope: auth:read. */
  addedBy?: StreamlitUserRelated | null | undefined;
  /** The user who added it; null when the user was deleted. Scope: auth:read. */
  addedByUserId?: BigIntFilter | null | undefined;
  /** When the paper was added. */
  createdAt?: DateTimeFilter | null | undefined;
  /** By the rows of Document that document gives. */
  document?: DocumentRelated | null | undefined;
  /** By the rows of PaperNote that notes gives. */
  notes?: PaperNoteRelated | null | undefined;
  /** The app's id of the paper: a digest of its path, not the id of a document. */
  paperId?: StringFilter | null | undefined;
  /** Where the paper's file is (soft link to the document). */
  paperPath?: PresenceFilter | null | undefined;
  /** By the rows of Project that project gives. */
  project?: ProjectRelated | null | undefined;
  /** The project. */
  projectId?: StringFilter | null | undefined;
  /** The row's key. */
  rowId?: BigIntFilter | null | undefined;
};

/** Which rows of ProjectPersona an edge must lead to. Costs 10, and 100 for workflow runs. */
export type ProjectPersonaRelated = {
  /** All that it leads to is among these; holds where it leads to nothing. */
  every?: ProjectPersonaWhere | null | undefined;
  /** It leads to none of these; {}: to nothing. */
  none?: ProjectPersonaWhere | null | undefined;
  /** It leads to at least one of these. */
  some?: ProjectPersonaWhere | null | undefined;
};

/** Which rows of ProjectPersona: all conditions given must hold. A row without a value in a column matches only isNull there. */
export type ProjectPersonaWhere = {
  /** All of these hold; an empty list holds. */
  AND?: Array<ProjectPersonaWhere> | null | undefined;
  /** This does not hold. */
  NOT?: ProjectPersonaWhere | null | undefined;
  /** At least one of these holds; an empty list does not. */
  OR?: Array<ProjectPersonaWhere> | null | undefined;
  /** By the rows of ChatTurn that chatTurns gives. */
  chatTurns?: ChatTurnRelated | null | undefined;
  /** When the persona was made. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The model to ask; empty for the default of the app. */
  defaultModel?: StringFilter | null | undefined;
  /** Whether it is in use. */
  isActive?: BooleanFilter | null | undefined;
  /** Whether the project uses it unless told otherwise. */
  isDefault?: BooleanFilter | null | undefined;
  /** The name shown in the app. */
  name?: StringFilter | null | undefined;
  /** The persona's id. */
  personaId?: StringFilter | null | undefined;
  /** By the rows of Project that project gives. */
  project?: ProjectRelated | null | undefined;
  /** The project. */
  projectId?: StringFilter | null | undefined;
  /** The short name, unique within the project. */
  slug?: StringFilter | null | undefined;
  /** Text added to the system prompt. Scope: content:read. */
  systemPromptSuffix?: PresenceFilter | null | undefined;
  /** When the row was last written. */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** Which rows of ProjectQueryCacheEntry an edge must lead to. Costs 10, and 100 for workflow runs. */
export type ProjectQueryCacheEntryRelated = {
  /** All that it leads to is among these; holds where it leads to nothing. */
  every?: ProjectQueryCacheEntryWhere | null | undefined;
  /** It leads to none of these; {}: to nothing. */
  none?: ProjectQueryCacheEntryWhere | null | undefined;
  /** It leads to at least one of these. */
  some?: ProjectQueryCacheEntryWhere | null | undefined;
};

/** Which rows of ProjectQueryCacheEntry: all conditions given must hold. A row without a value in a column matches only isNull there. */
export type ProjectQueryCacheEntryWhere = {
  /** All of these hold; an empty list holds. */
  AND?: Array<ProjectQueryCacheEntryWhere> | null | undefined;
  /** This does not hold. */
  NOT?: ProjectQueryCacheEntryWhere | null | undefined;
  /** At least one of these holds; an empty list does not. */
  OR?: Array<ProjectQueryCacheEntryWhere> | null | undefined;
  /** The answer. Scope: content:read. */
  answer?: PresenceFilter | null | undefined;
  /** The key of the same request in the query cache (soft link). */
  cacheKey?: StringFilter | null | undefined;
  /** A digest of the chunks given to the model. */
  contextHash?: StringFilter | null | undefined;
  /** When it was cached. */
  createdAt?: DateTimeFilter | null | undefined;
  /** By the rows of Document that document gives. */
  document?: DocumentRelated | null | undefined;
  /** The model that answered. */
  model?: StringFilter | null | undefined;
  /** A digest of the paper's content. */
  paperFingerprint?: StringFilter | null | undefined;
  /** The paper it was asked of. */
  paperPath?: PresenceFilter | null | undefined;
  /** A digest of the persona. */
  personaHash?: StringFilter | null | undefined;
  /** A digest of the persona's settings. */
  personaProfileHash?: StringFilter | null | undefined;
  /** By the rows of Project that project gives. */
  project?: ProjectRelated | null | undefined;
  /** The key: a digest of the project and of the cache key. */
  projectCacheKey?: StringFilter | null | undefined;
  /** The project. */
  projectId?: StringFilter | null | undefined;
  /** A digest of the prompt. */
  promptProfileHash?: StringFilter | null | undefined;
  /** The question. Scope: content:read. */
  query?: PresenceFilter | null | undefined;
  /** The question in the form that is compared. Scope: content:read. */
  queryNormalized?: PresenceFilter | null | undefined;
  /** A digest of the settings of the search. */
  retrievalProfileHash?: StringFilter | null | undefined;
  /** By the rows of QueryCacheEntry that sharedEntry gives. */
  sharedEntry?: QueryCacheEntryRelated | null | undefined;
};

/** Which rows of Project an edge must lead to. Costs 10, and 100 for workflow runs. */
export type ProjectRelated = {
  /** All that it leads to is among these; holds where it leads to nothing. */
  every?: ProjectWhere | null | undefined;
  /** It leads to none of these; {}: to nothing. */
  none?: ProjectWhere | null | undefined;
  /** It leads to at least one of these. */
  some?: ProjectWhere | null | undefined;
};

/** Which rows of Project: all conditions given must hold. A row without a value in a column matches only isNull there. */
export type ProjectWhere = {
  /** All of these hold; an empty list holds. */
  AND?: Array<ProjectWhere> | null | undefined;
  /** This does not hold. */
  NOT?: ProjectWhere | null | undefined;
  /** At least one of these holds; an empty list does not. */
  OR?: Array<ProjectWhere> | null | undefined;
  /** By the rows of ChatTurn that chatTurns gives. */
  chatTurns?: ChatTurnRelated | null | undefined;
  /** By the rows of PaperComparison that comparisons gives. */
  comparisons?: PaperComparisonRelated | null | undefined;
  /** When the project was made. */
  createdAt?: DateTimeFilter | null | undefined;
  /** By the rows of StreamlitUser that createdBy gives. Scope: auth:read. */
  createdBy?: StreamlitUserRelated | null | undefined;
  /** The user who made it; null when the user was deleted. Scope: auth:read. */
  createdByUserId?: BigIntFilter | null | undefined;
  /** Whether the project is in use. */
  isActive?: BooleanFilter | null | undefined;
  /** The name shown in the app. */
  name?: StringFilter | null | undefined;
  /** By the rows of PaperNote that notes gives. */
  notes?: PaperNoteRelated | null | undefined;
  /** By the rows of ProjectPaper that papers gives. */
  papers?: ProjectPaperRelated | null | undefined;
  /** By the rows of ProjectPersona that personas gives. */
  personas?: ProjectPersonaRelated | null | undefined;
  /**
   * The id of the project. Rows that name no project count for `default-shared`, as their `project` and in tokens;
   * the lists of a project hold what names it.
   */
  projectId?: StringFilter | null | undefined;
  /** By the rows of ProjectQueryCacheEntry that queryCacheEntries gives. */
  queryCacheEntries?: ProjectQueryCacheEntryRelated | null | undefined;
  /** The short name, used in addresses. */
  slug?: StringFilter | null | undefined;
  /** By the rows of TokenUsage that tokenUsage gives. */
  tokenUsage?: TokenUsageRelated | null | undefined;
  /** When the row was last written. */
  updatedAt?: DateTimeFilter | null | undefined;
  /** By the rows of WorkflowRun that workflowRuns gives. */
  workflowRuns?: WorkflowRunRelated | null | undefined;
};

/** Which rows of QueryCacheEntry an edge must lead to. Costs 10, and 100 for workflow runs. */
export type QueryCacheEntryRelated = {
  /** All that it leads to is among these; holds where it leads to nothing. */
  every?: QueryCacheEntryWhere | null | undefined;
  /** It leads to none of these; {}: to nothing. */
  none?: QueryCacheEntryWhere | null | undefined;
  /** It leads to at least one of these. */
  some?: QueryCacheEntryWhere | null | undefined;
};

/** Which rows of QueryCacheEntry: all conditions given must hold. A row without a value in a column matches only isNull there. */
export type QueryCacheEntryWhere = {
  /** All of these hold; an empty list holds. */
  AND?: Array<QueryCacheEntryWhere> | null | undefined;
  /** This does not hold. */
  NOT?: QueryCacheEntryWhere | null | undefined;
  /** At least one of these holds; an empty list does not. */
  OR?: Array<QueryCacheEntryWhere> | null | undefined;
  /** The answer. Scope: content:read. */
  answer?: PresenceFilter | null | undefined;
  /** The key of the cached request. */
  cacheKey?: StringFilter | null | undefined;
  /** By the rows of PaperComparisonCell that comparisonCells gives. */
  comparisonCells?: PaperComparisonCellRelated | null | undefined;
  /** A digest of the chunks given to the model. */
  contextHash?: StringFilter | null | undefined;
  /** When it was cached. */
  createdAt?: DateTimeFilter | null | undefined;
  /** By the rows of Document that document gives. */
  document?: DocumentRelated | null | undefined;
  /** The model that answered. */
  model?: StringFilter | null | undefined;
  /** A digest of the paper's content (from revision 0014). */
  paperFingerprint?: StringFilter | null | undefined;
  /** The paper it was asked of. */
  paperPath?: PresenceFilter | null | undefined;
  /** A digest of the persona's settings (from revision 0014). */
  personaProfileHash?: StringFilter | null | undefined;
  /** By the rows of ProjectQueryCacheEntry that projectEntries gives. */
  projectEntries?: ProjectQueryCacheEntryRelated | null | undefined;
  /** A digest of the prompt (from revision 0014). */
  promptProfileHash?: StringFilter | null | undefined;
  /** The question. Scope: content:read. */
  query?: PresenceFilter | null | undefined;
  /** The question in the form that is compared. Scope: content:read. */
  queryNormalized?: PresenceFilter | null | undefined;
  /** A digest of the settings of the search (from revision 0014). */
  retrievalProfileHash?: StringFilter | null | undefined;
  /** Whether other projects may use the answer (from revision 0014). */
  shareEligible?: BooleanFilter | null | undefined;
  /** By the rows of Project that sourceProject gives. */
  sourceProject?: ProjectRelated | null | undefined;
  /** The project that first asked (from revision 0014). */
  sourceProjectId?: StringFilter | null | undefined;
  /** The user who first asked (from revision 0014). Scope: auth:read. */
  sourceUserId?: BigIntFilter | null | undefined;
};

/** Which rows of RetrievalEvent an edge must lead to. Costs 10, and 100 for workflow runs. */
export type RetrievalEventRelated = {
  /** All that it leads to is among these; holds where it leads to nothing. */
  every?: RetrievalEventWhere | null | undefined;
  /** It leads to none of these; {}: to nothing. */
  none?: RetrievalEventWhere | null | undefined;
  /** It leads to at least one of these. */
  some?: RetrievalEventWhere | null | undefined;
};

/** Which rows of RetrievalEvent: all conditions given must hold. A row without a value in a column matches only isNull there. */
export type RetrievalEventWhere = {
  /** All of these hold; an empty list holds. */
  AND?: Array<RetrievalEventWhere> | null | undefined;
  /** This does not hold. */
  NOT?: RetrievalEventWhere | null | undefined;
  /** At least one of these holds; an empty list does not. */
  OR?: Array<RetrievalEventWhere> | null | undefined;
  /** By the rows of ChatTurn that chatTurn gives. */
  chatTurn?: ChatTurnRelated | null | undefined;
  /** When the search was made. */
  createdAt?: DateTimeFilter | null | undefined;
  /** How it was searched. No index serves it: a list of all rows may read the whole table. */
  method?: StringFilter | null | undefined;
  /** What was searched for. No index serves it: a list of all rows may read the whole table. Scope: content:read. */
  query?: PresenceFilter | null | undefined;
  /** Ties the search to the model calls of the same request. */
  requestId?: StringFilter | null | undefined;
  /** The row's key. */
  rowId?: BigIntFilter | null | undefined;
  /** By the rows of WorkflowRun that run gives. */
  run?: WorkflowRunRelated | null | undefined;
  /** The workflow run (soft link); null outside of a run. No index serves it: a list of all rows may read the whole table. */
  runId?: StringFilter | null | undefined;
  /** By the rows of TokenUsage that tokenUsage gives. */
  tokenUsage?: TokenUsageRelated | null | undefined;
  /** How many chunks were asked for. No index serves it: a list of all rows may read the whole table. */
  topK?: IntFilter | null | undefined;
};

/** Which rows of RunRecord an edge must lead to. Costs 10, and 100 for workflow runs. */
export type RunRecordRelated = {
  /** All that it leads to is among these; holds where it leads to nothing. */
  every?: RunRecordWhere | null | undefined;
  /** It leads to none of these; {}: to nothing. */
  none?: RunRecordWhere | null | undefined;
  /** It leads to at least one of these. */
  some?: RunRecordWhere | null | undefined;
};

/** Which rows of RunRecord: all conditions given must hold. A row without a value in a column matches only isNull there. */
export type RunRecordWhere = {
  /** All of these hold; an empty list holds. */
  AND?: Array<RunRecordWhere> | null | undefined;
  /** This does not hold. */
  NOT?: RunRecordWhere | null | undefined;
  /** At least one of these holds; an empty list does not. */
  OR?: Array<RunRecordWhere> | null | undefined;
  /** How the agent's part ended. No index serves it: a list of all rows may read the whole table. */
  agenticStatus?: StringFilter | null | undefined;
  /** The variant within the experiment. No index serves it: a list of all rows may read the whole table. */
  arm?: StringFilter | null | undefined;
  /** Where the artifact lies. No index serves it: a list of all rows may read the whole table. */
  artifactPath?: PresenceFilter | null | undefined;
  /** SHA-256 of the artifact. No index serves it: a list of all rows may read the whole table. */
  artifactSha256?: StringFilter | null | undefined;
  /** What the artifact is. No index serves it: a list of all rows may read the whole table. */
  artifactType?: StringFilter | null | undefined;
  /** The mean confidence of the answers, 0 to 1. No index serves it: a list of all rows may read the whole table. */
  confidenceMean?: FloatFilter | null | undefined;
  /** A digest of the configuration. No index serves it: a list of all rows may read the whole table. */
  configHash?: StringFilter | null | undefined;
  /** When the record was first written. */
  createdAt?: DateTimeFilter | null | undefined;
  /** A digest of the final answer. No index serves it: a list of all rows may read the whole table. */
  finalAnswerHash?: StringFilter | null | undefined;
  /** When the work ended; null while it goes on. No index serves it: a list of all rows may read the whole table. */
  finishedAt?: DateTimeFilter | null | undefined;
  /** The branch of the code. No index serves it: a list of all rows may read the whole table. */
  gitBranch?: StringFilter | null | undefined;
  /** The revision of the code. No index serves it: a list of all rows may read the whole table. */
  gitSha?: StringFilter | null | undefined;
  /** Repetitions of the same work share this key. No index serves it: a list of all rows may read the whole table. */
  idempotencyKey?: StringFilter | null | undefined;
  /** A digest of what the work was done on. No index serves it: a list of all rows may read the whole table. */
  inputHash?: StringFilter | null | undefined;
  /** A digest of the set of papers. No index serves it: a list of all rows may read the whole table. */
  paperSetHash?: StringFilter | null | undefined;
  /** The folder of the papers. No index serves it: a list of all rows may read the whole table. */
  papersDir?: PresenceFilter | null | undefined;
  /** By the rows of WorkflowRun that parentRun gives. */
  parentRun?: WorkflowRunRelated | null | undefined;
  /** The run this one reran or remediated (soft link). No index serves it: a list of all rows may read the whole table. */
  parentRunId?: StringFilter | null | undefined;
  /** The persona (from revision 0013). No index serves it: a list of all rows may read the whole table. */
  personaId?: StringFilter | null | undefined;
  /** The project (from revision 0013). No index serves it: a list of all rows may read the whole table. */
  projectId?: StringFilter | null | undefined;
  /** The question the run was asked. No index serves it: a list of all rows may read the whole table. Scope: content:read. */
  question?: PresenceFilter | null | undefined;
  /** The question's id within the run: A01 ... */
  questionId?: StringFilter | null | undefined;
  /** Tells records of one kind and step apart: main, or the question's id, or the artifact's name. No index serves it: a list of all rows may read the whole table. */
  recordKey?: StringFilter | null | undefined;
  /** What the record is: run (the header), step, report, question, artifact, workstream_link; others may come. No index serves it: a list of all rows may read the whole table. */
  recordKind?: StringFilter | null | undefined;
  /** A digest of the report. No index serves it: a list of all rows may read the whole table. */
  reportHash?: StringFilter | null | undefined;
  /** Where the report lies. No index serves it: a list of all rows may read the whole table. */
  reportPath?: PresenceFilter | null | undefined;
  /** How many questions the report answers. No index serves it: a list of all rows may read the whole table. */
  reportQuestionCount?: IntFilter | null | undefined;
  /** Which set of questions the report answers. No index serves it: a list of all rows may read the whole table. */
  reportQuestionSet?: StringFilter | null | undefined;
  /** The key of the record that was taken over. No index serves it: a list of all rows may read the whole table. */
  reuseSourceRecordKey?: StringFilter | null | undefined;
  /** The run whose result was taken over (soft link). */
  reuseSourceRunId?: StringFilter | null | undefined;
  /** By the rows of WorkflowRun that reusedFrom gives. */
  reusedFrom?: WorkflowRunRelated | null | undefined;
  /** The id of the run whose result this record took over: its reuseSourceRunId, else the run_id of _reused_from in its payloadJson, which takes the scope content:read. Null when the work was done here. */
  reusedFromRunId?: StringFilter | null | undefined;
  /** The row's key. */
  rowId?: BigIntFilter | null | undefined;
  /** By the rows of WorkflowRun that run gives. */
  run?: WorkflowRunRelated | null | undefined;
  /** The workflow run (soft link). */
  runId?: StringFilter | null | undefined;
  /** When the work began. No index serves it: a list of all rows may read the whole table. */
  startedAt?: DateTimeFilter | null | undefined;
  /** For the run and its steps: completed, failed, running ...; for a question its confidence: low, medium, high. */
  status?: StringFilter | null | undefined;
  /** The step it belongs to; empty for the header. */
  step?: StringFilter | null | undefined;
  /** By the rows of TokenUsage that tokenUsage gives. */
  tokenUsage?: TokenUsageRelated | null | undefined;
  /** What started the run. No index serves it: a list of all rows may read the whole table. */
  triggerSource?: StringFilter | null | undefined;
  /** When the record was last written. No index serves it: a list of all rows may read the whole table. */
  updatedAt?: DateTimeFilter | null | undefined;
  /** The experiment the run belongs to. */
  workstreamId?: StringFilter | null | undefined;
};

/** Which rows of StreamlitSession an edge must lead to. Costs 10, and 100 for workflow runs. */
export type StreamlitSessionRelated = {
  /** All that it leads to is among these; holds where it leads to nothing. */
  every?: StreamlitSessionWhere | null | undefined;
  /** It leads to none of these; {}: to nothing. */
  none?: StreamlitSessionWhere | null | undefined;
  /** It leads to at least one of these. */
  some?: StreamlitSessionWhere | null | undefined;
};

/** Which rows of StreamlitSession: all conditions given must hold. A row without a value in a column matches only isNull there. */
export type StreamlitSessionWhere = {
  /** All of these hold; an empty list holds. */
  AND?: Array<StreamlitSessionWhere> | null | undefined;
  /** This does not hold. */
  NOT?: StreamlitSessionWhere | null | undefined;
  /** At least one of these holds; an empty list does not. */
  OR?: Array<StreamlitSessionWhere> | null | undefined;
  /** When the user signed in. Scope: auth:read. */
  authenticatedAt?: DateTimeFilter | null | undefined;
  /** By the rows of ChatTurn that chatTurns gives. */
  chatTurns?: ChatTurnRelated | null | undefined;
  /** When the row was written. Scope: auth:read. */
  createdAt?: DateTimeFilter | null | undefined;
  /** By the rows of ProjectPersona that currentPersona gives. */
  currentPersona?: ProjectPersonaRelated | null | undefined;
  /** The persona chosen in the app. Scope: auth:read. */
  currentPersonaId?: StringFilter | null | undefined;
  /** By the rows of Project that currentProject gives. */
  currentProject?: ProjectRelated | null | undefined;
  /** The project chosen in the app. Scope: auth:read. */
  currentProjectId?: StringFilter | null | undefined;
  /** When the session was ended; null while it holds. Scope: auth:read. */
  revokedAt?: DateTimeFilter | null | undefined;
  /** The row's key. Scope: auth:read. */
  rowId?: BigIntFilter | null | undefined;
  /** How the session was opened. Scope: auth:read. */
  source?: StringFilter | null | undefined;
  /** By the rows of TokenUsage that tokenUsage gives. */
  tokenUsage?: TokenUsageRelated | null | undefined;
  /** When the row was last written. Scope: auth:read. */
  updatedAt?: DateTimeFilter | null | undefined;
  /** By the rows of StreamlitUser that user gives. Scope: auth:read. */
  user?: StreamlitUserRelated | null | undefined;
  /** The user; null when it was deleted. Scope: auth:read. */
  userId?: BigIntFilter | null | undefined;
  /** The name used to sign in. Scope: auth:read. */
  username?: StringFilter | null | undefined;
};

/** Which rows of StreamlitUser an edge must lead to. Costs 10, and 100 for workflow runs. */
export type StreamlitUserRelated = {
  /** All that it leads to is among these; holds where it leads to nothing. */
  every?: StreamlitUserWhere | null | undefined;
  /** It leads to none of these; {}: to nothing. */
  none?: StreamlitUserWhere | null | undefined;
  /** It leads to at least one of these. */
  some?: StreamlitUserWhere | null | undefined;
};

/** Which rows of StreamlitUser: all conditions given must hold. A row without a value in a column matches only isNull there. */
export type StreamlitUserWhere = {
  /** All of these hold; an empty list holds. */
  AND?: Array<StreamlitUserWhere> | null | undefined;
  /** This does not hold. */
  NOT?: StreamlitUserWhere | null | undefined;
  /** At least one of these holds; an empty list does not. */
  OR?: Array<StreamlitUserWhere> | null | undefined;
  /** By the rows of ChatTurn that chatTurns gives. */
  chatTurns?: ChatTurnRelated | null | undefined;
  /** By the rows of PaperComparison that comparisons gives. */
  comparisons?: PaperComparisonRelated | null | undefined;
  /** When the user was added. Scope: auth:read. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The name shown in the app. Scope: auth:read. */
  displayName?: StringFilter | null | undefined;
  /** The e-mail address. Scope: auth:read. */
  email?: StringFilter | null | undefined;
  /** Whether the user may sign in. Scope: auth:read. */
  isActive?: BooleanFilter | null | undefined;
  /** When the user last signed in. Scope: auth:read. */
  lastLoginAt?: DateTimeFilter | null | undefined;
  /** By the rows of PaperNote that notes gives. */
  notes?: PaperNoteRelated | null | undefined;
  /** The row's key. Scope: auth:read. */
  rowId?: BigIntFilter | null | undefined;
  /** By the rows of StreamlitSession that sessions gives. Scope: auth:read. */
  sessions?: StreamlitSessionRelated | null | undefined;
  /** When the row was last written. Scope: auth:read. */
  updatedAt?: DateTimeFilter | null | undefined;
  /** The name used to sign in. Scope: auth:read. */
  username?: StringFilter | null | undefined;
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

/** Which rows of TokenUsage an edge must lead to. Costs 10, and 100 for workflow runs. */
export type TokenUsageRelated = {
  /** All that it leads to is among these; holds where it leads to nothing. */
  every?: TokenUsageWhere | null | undefined;
  /** It leads to none of these; {}: to nothing. */
  none?: TokenUsageWhere | null | undefined;
  /** It leads to at least one of these. */
  some?: TokenUsageWhere | null | undefined;
};

/** Which rows of TokenUsage: all conditions given must hold. A row without a value in a column matches only isNull there. */
export type TokenUsageWhere = {
  /** All of these hold; an empty list holds. */
  AND?: Array<TokenUsageWhere> | null | undefined;
  /** This does not hold. */
  NOT?: TokenUsageWhere | null | undefined;
  /** At least one of these holds; an empty list does not. */
  OR?: Array<TokenUsageWhere> | null | undefined;
  /** Whether the answer came from a cache. No index serves it: a list of all rows may read the whole table. */
  cacheHit?: BooleanFilter | null | undefined;
  /** By the rows of ChatTurn that chatTurn gives. */
  chatTurn?: ChatTurnRelated | null | undefined;
  /** Cost of the tokens sent, in US dollars. No index serves it: a list of all rows may read the whole table. */
  costUsdInput?: FloatFilter | null | undefined;
  /** Cost of the tokens received, in US dollars. No index serves it: a list of all rows may read the whole table. */
  costUsdOutput?: FloatFilter | null | undefined;
  /** Cost in all, in US dollars. No index serves it: a list of all rows may read the whole table. */
  costUsdTotal?: FloatFilter | null | undefined;
  /** When the call was made. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Cost in US dollars: what is recorded, else the tokens at the price of the model at the time of the call (see modelPrices). Null where neither is known. */
  estimatedCostUsd?: FloatFilter | null | undefined;
  /** Tokens sent. No index serves it: a list of all rows may read the whole table. */
  inputTokens?: IntFilter | null | undefined;
  /** How long the call took, in milliseconds. No index serves it: a list of all rows may read the whole table. */
  latencyMs?: IntFilter | null | undefined;
  /** The model. No index serves it: a list of all rows may read the whole table. */
  model?: StringFilter | null | undefined;
  /** What the call did, e.g. answer, embed. No index serves it: a list of all rows may read the whole table. */
  operation?: StringFilter | null | undefined;
  /** Tokens received. No index serves it: a list of all rows may read the whole table. */
  outputTokens?: IntFilter | null | undefined;
  /** By the rows of ProjectPersona that persona gives. */
  persona?: ProjectPersonaRelated | null | undefined;
  /** The persona (from revision 0013). No index serves it: a list of all rows may read the whole table. */
  personaId?: StringFilter | null | undefined;
  /** The step of the run that the call was made in, by how its own step begins: agentic_plan is of agentic. One of prep, ingest, enrich, econ_data, agentic, index, evaluate, report; null for a call of no step, such as one of the web's chat. */
  pipelineStep?: StringFilter | null | undefined;
  /** By the rows of Project that project gives. */
  project?: ProjectRelated | null | undefined;
  /** The project (from revision 0013). No index serves it: a list of all rows may read the whole table. */
  projectId?: StringFilter | null | undefined;
  /** The provider's id of the call. No index serves it: a list of all rows may read the whole table. */
  providerRequestId?: StringFilter | null | undefined;
  /** By the rows of RunRecord that question gives. */
  question?: RunRecordRelated | null | undefined;
  /** The question it helped to answer, within its run. */
  questionId?: StringFilter | null | undefined;
  /** Ties the call to the searches of the same request. */
  requestId?: StringFilter | null | undefined;
  /** By the rows of RetrievalEvent that retrievalEvents gives. */
  retrievalEvents?: RetrievalEventRelated | null | undefined;
  /** The row's key. */
  rowId?: BigIntFilter | null | undefined;
  /** By the rows of WorkflowRun that run gives. */
  run?: WorkflowRunRelated | null | undefined;
  /** The workflow run (soft link); null outside of a run. */
  runId?: StringFilter | null | undefined;
  /** By the rows of StreamlitSession that session gives. Scope: auth:read. */
  session?: StreamlitSessionRelated | null | undefined;
  /** The part of the pipeline that made the call. */
  step?: StringFilter | null | undefined;
  /** By the rows of RunRecord that stepRecord gives. */
  stepRecord?: RunRecordRelated | null | undefined;
  /** Tokens in all. No index serves it: a list of all rows may read the whole table. */
  totalTokens?: IntFilter | null | undefined;
};

/** Which rows of Vector an edge must lead to. Costs 10, and 100 for workflow runs. */
export type VectorRelated = {
  /** All that it leads to is among these; holds where it leads to nothing. */
  every?: VectorWhere | null | undefined;
  /** It leads to none of these; {}: to nothing. */
  none?: VectorWhere | null | undefined;
  /** It leads to at least one of these. */
  some?: VectorWhere | null | undefined;
};

/** Which rows of Vector: all conditions given must hold. A row without a value in a column matches only isNull there. */
export type VectorWhere = {
  /** All of these hold; an empty list holds. */
  AND?: Array<VectorWhere> | null | undefined;
  /** This does not hold. */
  NOT?: VectorWhere | null | undefined;
  /** At least one of these holds; an empty list does not. */
  OR?: Array<VectorWhere> | null | undefined;
  /** A digest of the chunk's text. No index serves it: a list of all rows may read the whole table. */
  chunkHash?: StringFilter | null | undefined;
  /** The chunk's id. */
  chunkId?: StringFilter | null | undefined;
  /** When it was embedded. Ragonometrics writes it in UTC without saying so: where the server of the database has another time zone, it is off by the offset of that zone. No index serves it: a list of all rows may read the whole table. */
  createdAt?: DateTimeFilter | null | undefined;
  /** The paper the chunk was cut from. */
  docId?: StringFilter | null | undefined;
  /** By the rows of Document that document gives. */
  document?: DocumentRelated | null | undefined;
  /** The last word of the chunk, counted from 0 on its page. No index serves it: a list of all rows may read the whole table. */
  endWord?: IntFilter | null | undefined;
  /** The page that the chunk is on, from 1. No index serves it: a list of all rows may read the whole table. */
  page?: IntFilter | null | undefined;
  /** Where the paper's file was. No index serves it: a list of all rows may read the whole table. */
  paperPath?: PresenceFilter | null | undefined;
  /** By the rows of PipelineRun that pipelineRun gives. */
  pipelineRun?: PipelineRunRelated | null | undefined;
  /** The build that embedded it. */
  pipelineRunId?: BigIntFilter | null | undefined;
  /** The row's key, of up to 63 bits. */
  rowId?: BigIntFilter | null | undefined;
  /** By the rows of IndexShard that shards gives. */
  shards?: IndexShardRelated | null | undefined;
  /** The first word of the chunk, counted from 0 on its page. No index serves it: a list of all rows may read the whole table. */
  startWord?: IntFilter | null | undefined;
  /** The chunk's text, some 350 words. No index serves it: a list of all rows may read the whole table. Scope: content:read. */
  text?: StringFilter | null | undefined;
  /** By the rows of WorkflowRun that workflowRun gives. */
  workflowRun?: WorkflowRunRelated | null | undefined;
};

/** One column of WorkflowRun to sort by: give exactly one. */
export type WorkflowRunOrderBy = {
  /** The variant within the experiment. */
  arm?: OrderDirection | null | undefined;
  /** How many model calls were made for the run. */
  calls?: OrderDirection | null | undefined;
  /** Cost in US dollars of the model calls of the run that have one; null when none has. */
  costUsd?: OrderDirection | null | undefined;
  /** When the header was written; without one, when the earliest row that names the run was. */
  createdAt?: OrderDirection | null | undefined;
  /** Milliseconds from startedAt to finishedAt; while the header says running, until now. Null when one of both is missing or infinite. Sorted as if it were missing while it grows, so that pages stand still. */
  durationMs?: OrderDirection | null | undefined;
  /** Cost in US dollars of the model calls of the run: what is recorded, else their tokens at the price of the model at the time of the call (see modelPrices); calls without both count as nothing. Null where no call has either. */
  estimatedCostUsd?: OrderDirection | null | undefined;
  /** How many steps of the run have the status failed or error. */
  failedSteps?: OrderDirection | null | undefined;
  /** When the work ended; null while it goes on. */
  finishedAt?: OrderDirection | null | undefined;
  /** The revision of the code. */
  gitSha?: OrderDirection | null | undefined;
  /** Which share of the answers of the run, 0 to 1, has a citation whose words were found in one paper; null without answers. Scope: content:read. */
  groundedShare?: OrderDirection | null | undefined;
  /** When the header last changed: its finishedAt, else its updatedAt, else its createdAt; without a header, when the latest row that names the run was written. */
  lastActivityAt?: OrderDirection | null | undefined;
  /** What happened to the run, by its header, its steps and its report. A run that is not finished has stalled when nothing of it was written for 6 hours. Sorted as a text. */
  outcome?: OrderDirection | null | undefined;
  /** Why the outcome is what it is: a sentence for people that names the steps that failed. */
  outcomeReason?: OrderDirection | null | undefined;
  /** The run this one reran or remediated (soft link). */
  parentRunId?: OrderDirection | null | undefined;
  /** The persona (from revision 0013). */
  personaId?: OrderDirection | null | undefined;
  /** The project (from revision 0013). */
  projectId?: OrderDirection | null | undefined;
  /** How many questions of the run have a record. */
  questionCount?: OrderDirection | null | undefined;
  /** The id that the rows of the run share. */
  runId?: OrderDirection | null | undefined;
  /** When the work began. */
  startedAt?: OrderDirection | null | undefined;
  /** For the run and its steps: completed, failed, running ...; for a question its confidence: low, medium, high. */
  status?: OrderDirection | null | undefined;
  /** Tokens of the model calls of the run in all; calls without a figure count as 0. */
  totalTokens?: OrderDirection | null | undefined;
  /** What started the run. */
  triggerSource?: OrderDirection | null | undefined;
  /** The experiment the run belongs to. */
  workstreamId?: OrderDirection | null | undefined;
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

/** Which rows of WorkflowRun an edge must lead to. Costs 10, and 100 for workflow runs. */
export type WorkflowRunRelated = {
  /** All that it leads to is among these; holds where it leads to nothing. */
  every?: WorkflowRunWhere | null | undefined;
  /** It leads to none of these; {}: to nothing. */
  none?: WorkflowRunWhere | null | undefined;
  /** It leads to at least one of these. */
  some?: WorkflowRunWhere | null | undefined;
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
  /** By the rows of WorkflowRun that children gives. */
  children?: WorkflowRunRelated | null | undefined;
  /** Cost in US dollars of the model calls of the run that have one; null when none has. */
  costUsd?: FloatFilter | null | undefined;
  /** When the header was written; without one, when the earliest row that names the run was. */
  createdAt?: DateTimeFilter | null | undefined;
  /** By the rows of Document that documents gives. */
  documents?: DocumentRelated | null | undefined;
  /** Milliseconds from startedAt to finishedAt; while the header says running, until now. Null when one of both is missing or infinite. Sorted as if it were missing while it grows, so that pages stand still. */
  durationMs?: FloatFilter | null | undefined;
  /** Cost in US dollars of the model calls of the run: what is recorded, else their tokens at the price of the model at the time of the call (see modelPrices); calls without both count as nothing. Null where no call has either. */
  estimatedCostUsd?: FloatFilter | null | undefined;
  /** How many steps of the run have the status failed or error. */
  failedSteps?: IntFilter | null | undefined;
  /** When the work ended; null while it goes on. */
  finishedAt?: DateTimeFilter | null | undefined;
  /** The revision of the code. */
  gitSha?: StringFilter | null | undefined;
  /** Which share of the answers of the run, 0 to 1, has a citation whose words were found in one paper; null without answers. Scope: content:read. */
  groundedShare?: FloatFilter | null | undefined;
  /** By the rows of RunRecord that header gives. */
  header?: RunRecordRelated | null | undefined;
  /** By the rows of AsyncJob that jobs gives. */
  jobs?: AsyncJobRelated | null | undefined;
  /** When the header last changed: its finishedAt, else its updatedAt, else its createdAt; without a header, when the latest row that names the run was written. */
  lastActivityAt?: DateTimeFilter | null | undefined;
  /** What happened to the run, by its header, its steps and its report. A run that is not finished has stalled when nothing of it was written for 6 hours. Sorted as a text. */
  outcome?: WorkflowRunOutcomeFilter | null | undefined;
  /** Why the outcome is what it is: a sentence for people that names the steps that failed. */
  outcomeReason?: StringFilter | null | undefined;
  /** The folder of the papers. */
  papersDir?: PresenceFilter | null | undefined;
  /** By the rows of WorkflowRun that parent gives. */
  parent?: WorkflowRunRelated | null | undefined;
  /** The run this one reran or remediated (soft link). */
  parentRunId?: StringFilter | null | undefined;
  /** The persona (from revision 0013). */
  personaId?: StringFilter | null | undefined;
  /** By the rows of PipelineRun that pipelineRuns gives. */
  pipelineRuns?: PipelineRunRelated | null | undefined;
  /** By the rows of PrepManifest that prepManifest gives. */
  prepManifest?: PrepManifestRelated | null | undefined;
  /** By the rows of Project that project gives. */
  project?: ProjectRelated | null | undefined;
  /** The project (from revision 0013). */
  projectId?: StringFilter | null | undefined;
  /** The question the run was asked. Scope: content:read. */
  question?: PresenceFilter | null | undefined;
  /** How many questions of the run have a record. */
  questionCount?: IntFilter | null | undefined;
  /** By the rows of RunRecord that records gives. */
  records?: RunRecordRelated | null | undefined;
  /** By the rows of RetrievalEvent that retrievalEvents gives. */
  retrievalEvents?: RetrievalEventRelated | null | undefined;
  /** By the rows of RunRecord that reusedBy gives. */
  reusedBy?: RunRecordRelated | null | undefined;
  /** The id that the rows of the run share. */
  runId?: StringFilter | null | undefined;
  /** By the rows of IndexShard that shards gives. */
  shards?: IndexShardRelated | null | undefined;
  /** When the work began. */
  startedAt?: DateTimeFilter | null | undefined;
  /** For the run and its steps: completed, failed, running ...; for a question its confidence: low, medium, high. */
  status?: StringFilter | null | undefined;
  /** By the rows of RunRecord that steps gives. */
  steps?: RunRecordRelated | null | undefined;
  /** By the rows of TokenUsage that tokenUsage gives. */
  tokenUsage?: TokenUsageRelated | null | undefined;
  /** Tokens of the model calls of the run in all; calls without a figure count as 0. */
  totalTokens?: FloatFilter | null | undefined;
  /** What started the run. */
  triggerSource?: StringFilter | null | undefined;
  /** By the rows of Vector that vectors gives. */
  vectors?: VectorRelated | null | undefined;
  /** The experiment the run belongs to. */
  workstreamId?: StringFilter | null | undefined;
};

export type AnswersQueryVariables = Exact<{
  runId: string;
  after?: string | null | undefined;
}>;


export type AnswersQuery = { workflowRun: { records: { totalCount: number, nodes: Array<{ rowId: string, recordKey: string | null, status: string | null, question: unknown, answer: unknown, score: unknown, reusedFrom: { runId: string } | null, usage: { calls: number, totalTokens: number | null, costUsd: number | null, estimatedCostUsd: number | null } | null, citations: { nodes: Array<{ position: number | null, page: number | null, startWord: number | null, endWord: number | null, status: CitationStatus | null, why: CitationProblem | null, document: { title: string | null, author: string | null } | null }> } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null } | null };

export type CitedChunksQueryVariables = Exact<{
  recordId: string;
  position: number;
}>;


export type CitedChunksQuery = { runRecord: { citations: { nodes: Array<{ section: string | null, note: string | null, startWord: number | null, endWord: number | null, matchedBy: CitationMatch | null, candidates: { nodes: Array<{ docId: string, title: string | null }> } | null, vectors: { edges: Array<{ overlapWords: number | null, share: number | null, node: { rowId: string, docId: string | null, page: number | null, startWord: number | null, endWord: number | null, text: string | null } | null }> } | null }> } | null } | null };

export type ComparisonQueryVariables = Exact<{
  runIds: Array<string> | string;
}>;


export type ComparisonQuery = { compareRuns: { runs: Array<{ run: { runId: string, outcome: WorkflowRunOutcome | null, startedAt: string | null, durationMs: number | null, arm: string | null, grounding: { groundedShare: number | null, confidence: number | null } | null, usage: { calls: number, totalTokens: number | null, costUsd: number | null, estimatedCostUsd: number | null } | null } | null }> | null, configuration: Array<{ path: string, values: Array<{ runId: string, isSet: boolean, value: unknown }> }> | null, questions: Array<{ questionId: string, isDifferent: boolean, runs: Array<{ runId: string, status: string | null, answer: string | null, record: { question: unknown } | null }> | null }> | null } | null };

export type LineageQueryVariables = Exact<{
  id: string | number;
}>;


export type LineageQuery = { up: { nodes: Array<{ id: string, type: NodeType, title: string, depth: number, status: string | null, tone: LineageTone, stage: LineageStage, truncated: Array<{ type: NodeType, shown: number, total: number | null }>, node:
        | { docId: string }
        | { runId: string }
        | Record<PropertyKey, never>
       | null }>, edges: Array<{ from: string, to: string, kind: EdgeKind, grade: LineageGrade | null }> } | null, down: { nodes: Array<{ id: string, type: NodeType, title: string, depth: number, status: string | null, tone: LineageTone, stage: LineageStage, truncated: Array<{ type: NodeType, shown: number, total: number | null }>, node:
        | { docId: string }
        | { runId: string }
        | Record<PropertyKey, never>
       | null }>, edges: Array<{ from: string, to: string, kind: EdgeKind, grade: LineageGrade | null }> } | null };

export type GraphFragment = { nodes: Array<{ id: string, type: NodeType, title: string, depth: number, status: string | null, tone: LineageTone, stage: LineageStage, truncated: Array<{ type: NodeType, shown: number, total: number | null }>, node:
      | { docId: string }
      | { runId: string }
      | Record<PropertyKey, never>
     | null }>, edges: Array<{ from: string, to: string, kind: EdgeKind, grade: LineageGrade | null }> };

export type PaperQueryVariables = Exact<{
  docId: string;
}>;


export type PaperQuery = { document: { id: string, docId: string, title: string | null, author: string | null, metadata: { publicationYear: number | null, venue: string | null, primaryDoi: string | null, isRetracted: unknown } | null, citedBy: { runs: { totalCount: number, nodes: Array<{ runId: string, outcome: WorkflowRunOutcome | null, startedAt: string | null }> } | null, questions: { totalCount: number, nodes: Array<{ rowId: string, runId: string | null, recordKey: string | null, status: string | null, answer: unknown }> } | null, usage: { calls: number, costUsd: number | null, estimatedCostUsd: number | null } | null } | null, impact: { runs: { totalCount: number } | null, answers: { totalCount: number } | null, usage: { calls: number, totalTokens: number | null, costUsd: number | null, estimatedCostUsd: number | null } | null } | null } | null };

export type PapersQueryVariables = Exact<{
  runId: string;
}>;


export type PapersQuery = { workflowRun: { papers: { totalCount: number, edges: Array<{ missing: string | null, node: { docId: string, title: string | null, author: string | null } | null }> } | null } | null };

export type MostQueryVariables = Exact<{
  where: WorkflowRunWhere;
}>;


export type MostQuery = { workflowRuns: { totalCount: number, nodes: Array<{ totalTokens: number | null }> } | null, dearest: { nodes: Array<{ estimatedCostUsd: number | null }> } | null };

export type RunQueryVariables = Exact<{
  runId: string;
}>;


export type RunQuery = { workflowRun: { id: string, runId: string, outcome: WorkflowRunOutcome | null, outcomeReason: string | null, startedAt: string | null, finishedAt: string | null, durationMs: number | null, gitSha: string | null, triggerSource: string | null, parent: { runId: string } | null, workstream: { workstreamId: string, runs: { nodes: Array<{ runId: string, arm: string | null }> } | null } | null, usage: { calls: number, totalTokens: number | null, costUsd: number | null, estimatedCostUsd: number | null } | null, usageBy: { nodes: Array<{ step: string | null, model: string | null, totalTokens: number | null, costUsd: number | null, estimatedCostUsd: number | null, calls: number }> } | null, steps: Array<{ rowId: string, step: string | null, status: string | null, startedAt: string | null, finishedAt: string | null, reusedFrom: { runId: string } | null }> | null, grounding: { answers: number | null, groundedAnswers: number | null, groundedShare: number | null, confidence: number | null } | null } | null };

export type RunsQueryVariables = Exact<{
  after?: string | null | undefined;
  where?: WorkflowRunWhere | null | undefined;
  orderBy?: Array<WorkflowRunOrderBy> | WorkflowRunOrderBy | null | undefined;
}>;


export type RunsQuery = { workflowRuns: { nodes: Array<{ runId: string, outcome: WorkflowRunOutcome | null, startedAt: string | null, durationMs: number | null, workstreamId: string | null, arm: string | null, groundedShare: number | null, usage: { calls: number, totalTokens: number | null, costUsd: number | null, estimatedCostUsd: number | null } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export const GraphFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Graph"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lineage"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"depth"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"tone"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"truncated"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"shown"}},{"kind":"Field","name":{"kind":"Name","value":"total"}}]}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WorkflowRun"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"runId"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Document"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"docId"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"grade"}}]}}]}}]} as unknown as DocumentNode<GraphFragment, unknown>;
export const AnswersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Answers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"runId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflowRun"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"runId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"runId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"records"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"8"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"recordKind"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"StringValue","value":"question","block":false}}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"recordKey"},"value":{"kind":"EnumValue","value":"ASC"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rowId"}},{"kind":"Field","name":{"kind":"Name","value":"recordKey"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","alias":{"kind":"Name","value":"question"},"name":{"kind":"Name","value":"payloadJson"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"path"},"value":{"kind":"StringValue","value":"question","block":false}}]},{"kind":"Field","alias":{"kind":"Name","value":"answer"},"name":{"kind":"Name","value":"payloadJson"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"path"},"value":{"kind":"StringValue","value":"answer","block":false}}]},{"kind":"Field","alias":{"kind":"Name","value":"score"},"name":{"kind":"Name","value":"payloadJson"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"path"},"value":{"kind":"StringValue","value":"confidence_score","block":false}}]},{"kind":"Field","name":{"kind":"Name","value":"reusedFrom"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"runId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"usage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"calls"}},{"kind":"Field","name":{"kind":"Name","value":"totalTokens"}},{"kind":"Field","name":{"kind":"Name","value":"costUsd"}},{"kind":"Field","name":{"kind":"Name","value":"estimatedCostUsd"}}]}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"page"}},{"kind":"Field","name":{"kind":"Name","value":"startWord"}},{"kind":"Field","name":{"kind":"Name","value":"endWord"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"why"}},{"kind":"Field","name":{"kind":"Name","value":"document"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"author"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<AnswersQuery, AnswersQueryVariables>;
export const CitedChunksDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"CitedChunks"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"recordId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"BigInt"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"position"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"runRecord"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"rowId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"recordId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"citations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"position"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"Variable","name":{"kind":"Name","value":"position"}}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"section"}},{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"startWord"}},{"kind":"Field","name":{"kind":"Name","value":"endWord"}},{"kind":"Field","name":{"kind":"Name","value":"matchedBy"}},{"kind":"Field","name":{"kind":"Name","value":"candidates"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"docId"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"vectors"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"3"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"overlapWords"}},{"kind":"Field","name":{"kind":"Name","value":"share"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rowId"}},{"kind":"Field","name":{"kind":"Name","value":"docId"}},{"kind":"Field","name":{"kind":"Name","value":"page"}},{"kind":"Field","name":{"kind":"Name","value":"startWord"}},{"kind":"Field","name":{"kind":"Name","value":"endWord"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<CitedChunksQuery, CitedChunksQueryVariables>;
export const ComparisonDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Comparison"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"runIds"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"compareRuns"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"runIds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"runIds"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"runs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"run"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"runId"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}},{"kind":"Field","name":{"kind":"Name","value":"arm"}},{"kind":"Field","name":{"kind":"Name","value":"grounding"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"groundedShare"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}}]}},{"kind":"Field","name":{"kind":"Name","value":"usage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"calls"}},{"kind":"Field","name":{"kind":"Name","value":"totalTokens"}},{"kind":"Field","name":{"kind":"Name","value":"costUsd"}},{"kind":"Field","name":{"kind":"Name","value":"estimatedCostUsd"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"configuration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"values"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"runId"}},{"kind":"Field","name":{"kind":"Name","value":"isSet"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"questions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"questionId"}},{"kind":"Field","name":{"kind":"Name","value":"isDifferent"}},{"kind":"Field","name":{"kind":"Name","value":"runs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"runId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"answer"}},{"kind":"Field","name":{"kind":"Name","value":"record"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"question"},"name":{"kind":"Name","value":"payloadJson"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"path"},"value":{"kind":"StringValue","value":"question","block":false}}]}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ComparisonQuery, ComparisonQueryVariables>;
export const LineageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Lineage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"up"},"name":{"kind":"Name","value":"lineage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"of"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"UPSTREAM"}},{"kind":"Argument","name":{"kind":"Name","value":"depth"},"value":{"kind":"IntValue","value":"2"}},{"kind":"Argument","name":{"kind":"Name","value":"limitPerEdge"},"value":{"kind":"IntValue","value":"4"}},{"kind":"Argument","name":{"kind":"Name","value":"types"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"WorkflowRun"},{"kind":"EnumValue","value":"Document"},{"kind":"EnumValue","value":"PrepManifest"},{"kind":"EnumValue","value":"PipelineRun"},{"kind":"EnumValue","value":"IndexShard"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Graph"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"down"},"name":{"kind":"Name","value":"lineage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"of"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}},{"kind":"Argument","name":{"kind":"Name","value":"direction"},"value":{"kind":"EnumValue","value":"DOWNSTREAM"}},{"kind":"Argument","name":{"kind":"Name","value":"depth"},"value":{"kind":"IntValue","value":"1"}},{"kind":"Argument","name":{"kind":"Name","value":"limitPerEdge"},"value":{"kind":"IntValue","value":"4"}},{"kind":"Argument","name":{"kind":"Name","value":"types"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"WorkflowRun"},{"kind":"EnumValue","value":"PipelineRun"},{"kind":"EnumValue","value":"RunRecord"},{"kind":"EnumValue","value":"RetrievalEvent"},{"kind":"EnumValue","value":"TokenUsage"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Graph"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Graph"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Lineage"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"depth"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"tone"}},{"kind":"Field","name":{"kind":"Name","value":"stage"}},{"kind":"Field","name":{"kind":"Name","value":"truncated"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"shown"}},{"kind":"Field","name":{"kind":"Name","value":"total"}}]}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WorkflowRun"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"runId"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Document"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"docId"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"grade"}}]}}]}}]} as unknown as DocumentNode<LineageQuery, LineageQueryVariables>;
export const PaperDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Paper"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"docId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"document"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"docId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"docId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"docId"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"author"}},{"kind":"Field","name":{"kind":"Name","value":"metadata"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"publicationYear"}},{"kind":"Field","name":{"kind":"Name","value":"venue"}},{"kind":"Field","name":{"kind":"Name","value":"primaryDoi"}},{"kind":"Field","alias":{"kind":"Name","value":"isRetracted"},"name":{"kind":"Name","value":"openalexJson"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"path"},"value":{"kind":"StringValue","value":"is_retracted","block":false}}]}]}},{"kind":"Field","name":{"kind":"Name","value":"citedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"runs"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"runId"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"questions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"30"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rowId"}},{"kind":"Field","name":{"kind":"Name","value":"runId"}},{"kind":"Field","name":{"kind":"Name","value":"recordKey"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","alias":{"kind":"Name","value":"answer"},"name":{"kind":"Name","value":"payloadJson"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"path"},"value":{"kind":"StringValue","value":"answer","block":false}}]}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"usage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"calls"}},{"kind":"Field","name":{"kind":"Name","value":"costUsd"}},{"kind":"Field","name":{"kind":"Name","value":"estimatedCostUsd"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"impact"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"runs"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"0"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"answers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"0"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"usage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"calls"}},{"kind":"Field","name":{"kind":"Name","value":"totalTokens"}},{"kind":"Field","name":{"kind":"Name","value":"costUsd"}},{"kind":"Field","name":{"kind":"Name","value":"estimatedCostUsd"}}]}}]}}]}}]}}]} as unknown as DocumentNode<PaperQuery, PaperQueryVariables>;
export const PapersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Papers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"runId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflowRun"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"runId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"runId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"papers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"missing"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"docId"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"author"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<PapersQuery, PapersQueryVariables>;
export const MostDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Most"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"where"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"WorkflowRunWhere"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflowRuns"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}},{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"totalTokens"},"value":{"kind":"EnumValue","value":"DESC"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalTokens"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"dearest"},"name":{"kind":"Name","value":"workflowRuns"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}},{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"estimatedCostUsd"},"value":{"kind":"EnumValue","value":"DESC_NULLS_LAST"}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"estimatedCostUsd"}}]}}]}}]}}]} as unknown as DocumentNode<MostQuery, MostQueryVariables>;
export const RunDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Run"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"runId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflowRun"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"runId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"runId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"runId"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"outcomeReason"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}},{"kind":"Field","name":{"kind":"Name","value":"gitSha"}},{"kind":"Field","name":{"kind":"Name","value":"triggerSource"}},{"kind":"Field","name":{"kind":"Name","value":"parent"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"runId"}}]}},{"kind":"Field","name":{"kind":"Name","value":"workstream"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workstreamId"}},{"kind":"Field","name":{"kind":"Name","value":"runs"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"runId"}},{"kind":"Field","name":{"kind":"Name","value":"arm"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"usage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"calls"}},{"kind":"Field","name":{"kind":"Name","value":"totalTokens"}},{"kind":"Field","name":{"kind":"Name","value":"costUsd"}},{"kind":"Field","name":{"kind":"Name","value":"estimatedCostUsd"}}]}},{"kind":"Field","name":{"kind":"Name","value":"usageBy"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"groupBy"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"STEP"},{"kind":"EnumValue","value":"MODEL"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"totalTokens"}},{"kind":"Field","name":{"kind":"Name","value":"costUsd"}},{"kind":"Field","name":{"kind":"Name","value":"estimatedCostUsd"}},{"kind":"Field","name":{"kind":"Name","value":"calls"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rowId"}},{"kind":"Field","name":{"kind":"Name","value":"step"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"finishedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reusedFrom"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"runId"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"grounding"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"answers"}},{"kind":"Field","name":{"kind":"Name","value":"groundedAnswers"}},{"kind":"Field","name":{"kind":"Name","value":"groundedShare"}},{"kind":"Field","name":{"kind":"Name","value":"confidence"}}]}}]}}]}}]} as unknown as DocumentNode<RunQuery, RunQueryVariables>;
export const RunsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Runs"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"where"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"WorkflowRunWhere"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"WorkflowRunOrderBy"}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workflowRuns"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"15"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"where"},"value":{"kind":"Variable","name":{"kind":"Name","value":"where"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"runId"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}},{"kind":"Field","name":{"kind":"Name","value":"workstreamId"}},{"kind":"Field","name":{"kind":"Name","value":"arm"}},{"kind":"Field","name":{"kind":"Name","value":"groundedShare"}},{"kind":"Field","name":{"kind":"Name","value":"usage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"calls"}},{"kind":"Field","name":{"kind":"Name","value":"totalTokens"}},{"kind":"Field","name":{"kind":"Name","value":"costUsd"}},{"kind":"Field","name":{"kind":"Name","value":"estimatedCostUsd"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<RunsQuery, RunsQueryVariables>;