/**
 * THE table of edges, soft and enforced alike: which rows of another table belong to a row of this one.
 *
 * `on` pairs a field of the child with a field of the parent; all pairs must match, null matches nothing.
 * `via` walks through other tables first (each hop joined to the one before it); `on` then refers to the last hop.
 * Data only: `joined.ts` makes a relation of an edge, `fields/edge-fields.ts` a field.
 */
export interface Edge {
  readonly to: string;
  /** `one`: the row or null. `list`: all rows, for sets that are small by nature. `connection`: pages. */
  readonly as: 'one' | 'list' | 'connection';
  readonly on: Readonly<Record<string, string>>;
  /** Further pairs, by what the parent is: one of these must match too. */
  readonly either?: readonly {
    readonly when: Readonly<Record<string, string>>;
    readonly on: Readonly<Record<string, string>>;
  }[];
  /** Pairs that must match too where both rows have a value. */
  readonly alike?: Readonly<Record<string, string>>;
  /** For a key that the parent may leave out: what null and '' in its field mean. */
  readonly orElse?: string;
  /** Before that: what the header of the run in this field of the parent holds in the same column. */
  readonly orElseOfRun?: string;
  readonly via?: readonly Hop[];
  /** Several ways lead to the same child; it is given once. */
  readonly distinct?: true;
  /** Which of the child's rows count at all, by constant values. */
  readonly where?: Readonly<Record<string, string>>;
  /** The argument `includeReused` starts the edge from the run whose index this run took over. */
  readonly throughReuse?: 'index';
  readonly orderBy?: readonly EdgeOrder[];
  /** Its rows are read by a statement of its own, once for all rows that lead to them: where that is planned better. */
  readonly apart?: true;
  readonly description: string;
}

export interface Hop {
  readonly to: string;
  readonly on: Readonly<Record<string, string>>;
}

export interface EdgeOrder {
  readonly field: string;
  readonly direction?: 'ASC' | 'DESC';
  /** Sort by the place of the value in this sequence instead of by the value; unknown values come last. */
  readonly sequence?: readonly string[];
}

/** Steps in the order in which the pipeline runs them. */
export const PIPELINE_STEPS = [
  'prep',
  'ingest',
  'enrich',
  'econ_data',
  'agentic',
  'index',
  'evaluate',
  'report',
] as const;

/** The project of what names none: to every service of Ragonometrics, null and '' mean this one. */
const DEFAULT_PROJECT = 'default-shared';

const throughPipelineRuns = [{ to: 'PipelineRun', on: { workflowRunId: 'runId' } }] as const;
const throughPipelineRun = [{ to: 'PipelineRun', on: { rowId: 'pipelineRunId' } }] as const;

export const EDGES = {
  WorkflowRun: {
    header: {
      to: 'RunRecord',
      as: 'one',
      on: { runId: 'runId' },
      where: { recordKind: 'run', step: '', recordKey: 'main' },
      description: "The record of kind 'run' that describes the run; null when no such row was written.",
    },
    steps: {
      to: 'RunRecord',
      as: 'list',
      on: { runId: 'runId' },
      where: { recordKind: 'step' },
      orderBy: [{ field: 'step', sequence: PIPELINE_STEPS }, { field: 'rowId' }],
      description: 'The records of the steps, in pipeline order (prep ... report), steps unknown here last.',
    },
    records: {
      to: 'RunRecord',
      as: 'connection',
      on: { runId: 'runId' },
      description: 'All records of the run: header, steps, questions, reports, artifacts, links.',
    },
    prepManifest: {
      to: 'PrepManifest',
      as: 'one',
      on: { runId: 'runId' },
      description: 'The manifest of the papers prepared for the run; null when none was written.',
    },
    pipelineRuns: {
      to: 'PipelineRun',
      as: 'connection',
      on: { workflowRunId: 'runId' },
      description:
        "The index builds that this run was the first to make. Empty for a run that reused another's index: see its step 'index', reusedFrom.",
    },
    shards: {
      to: 'IndexShard',
      as: 'connection',
      throughReuse: 'index',
      via: throughPipelineRuns,
      on: { pipelineRunId: 'rowId' },
      description:
        "The index shards built by the run's pipeline runs. includeReused: those of the run whose index it took over, if it built none.",
    },
    vectors: {
      to: 'Vector',
      as: 'connection',
      throughReuse: 'index',
      via: throughPipelineRuns,
      on: { pipelineRunId: 'rowId' },
      description:
        "The embedded chunks written by the run's pipeline runs. Can be hundreds of thousands. includeReused: those of the run whose index it took over, if it built none.",
    },
    documents: {
      to: 'Document',
      as: 'connection',
      throughReuse: 'index',
      via: [...throughPipelineRuns, { to: 'Vector', on: { pipelineRunId: 'rowId' } }],
      on: { docId: 'docId' },
      distinct: true,
      description:
        "The papers whose chunks the run's pipeline runs embedded, each once. Reads all vectors of the run. includeReused: those of the run whose index it took over, if it built none.",
    },
    jobs: {
      to: 'AsyncJob',
      as: 'connection',
      on: { runId: 'runId' },
      description:
        'The jobs whose result names the run. No index of a real deployment helps: it reads the jobs, unless the one that doctor advises is made.',
    },
    retrievalEvents: {
      to: 'RetrievalEvent',
      as: 'connection',
      on: { runId: 'runId' },
      description: 'The retrievals made for the run.',
    },
    tokenUsage: {
      to: 'TokenUsage',
      as: 'connection',
      on: { runId: 'runId' },
      description: 'The model calls made for the run, with their tokens and cost.',
    },
    parent: {
      to: 'WorkflowRun',
      as: 'one',
      on: { runId: 'parentRunId' },
      description:
        'The run that this one reran or remediated; null when it has none, or nothing else is known of it.',
    },
    children: {
      to: 'WorkflowRun',
      as: 'connection',
      on: { parentRunId: 'runId' },
      description: 'Runs whose header names this run as their parent.',
    },
    project: {
      to: 'Project',
      as: 'one',
      on: { projectId: 'projectId' },
      orElse: DEFAULT_PROJECT,
      description:
        'The project that the header names, default-shared where there is none or it names none; null when that is not there.',
    },
    reusedBy: {
      to: 'RunRecord',
      as: 'connection',
      on: { reusedFromRunId: 'runId' },
      description: 'Records of other runs that took their result from this run.',
    },
  },
  RunRecord: {
    run: {
      to: 'WorkflowRun',
      as: 'one',
      on: { runId: 'runId' },
      description: 'The workflow run this record belongs to.',
    },
    tokenUsage: {
      to: 'TokenUsage',
      as: 'connection',
      on: { runId: 'runId' },
      either: [
        { when: { recordKind: 'question' }, on: { questionId: 'questionId' } },
        { when: { recordKind: 'step' }, on: { pipelineStep: 'step' } },
      ],
      description:
        'Of a question, the model calls made to answer it; of a step, the calls made in it (by their pipelineStep). Empty for other records.',
    },
    reusedFrom: {
      to: 'WorkflowRun',
      as: 'one',
      on: { runId: 'reusedFromRunId' },
      description:
        'The run whose result this record took over (reusedFromRunId); null when the work was done here, or no table knows that run.',
    },
    parentRun: {
      to: 'WorkflowRun',
      as: 'one',
      on: { runId: 'parentRunId' },
      description: 'The run named by parentRunId; null when there is none, or no table knows it.',
    },
  },
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
  PaperOpenalexMetadata: {
    document: {
      to: 'Document',
      as: 'one',
      on: { path: 'paperPath' },
      description:
        'The ingested paper with this path (a soft link); null when no document has it. No index helps: it reads the documents.',
    },
  },
  StreamlitUser: {
    sessions: {
      to: 'StreamlitSession',
      as: 'connection',
      on: { userId: 'rowId' },
      description: "The user's sessions.",
    },
    chatTurns: {
      to: 'ChatTurn',
      as: 'connection',
      on: { userId: 'rowId' },
      description: 'What the user asked in the chat of the app (a soft link).',
    },
    notes: {
      to: 'PaperNote',
      as: 'connection',
      on: { userId: 'rowId' },
      description: 'The notes that the user wrote on papers (a soft link).',
    },
    comparisons: {
      to: 'PaperComparison',
      as: 'connection',
      on: { createdByUserId: 'rowId' },
      description: 'The comparisons that the user made (a soft link).',
    },
  },
  StreamlitSession: {
    user: {
      to: 'StreamlitUser',
      as: 'one',
      on: { rowId: 'userId' },
      description: 'The user who signed in; null when the user was deleted.',
    },
    tokenUsage: {
      to: 'TokenUsage',
      as: 'connection',
      on: { sessionId: 'sessionId' },
      description:
        'The model calls made in this session (a soft link by the session id, which is never shown).',
    },
    chatTurns: {
      to: 'ChatTurn',
      as: 'connection',
      on: { sessionId: 'sessionId' },
      description:
        'What was asked in this session in the chat of the app (a soft link by the session id, which is never shown).',
    },
    currentProject: {
      to: 'Project',
      as: 'one',
      on: { projectId: 'currentProjectId' },
      description: 'The project chosen in the app; null when none is, or it was deleted.',
    },
    currentPersona: {
      to: 'ProjectPersona',
      as: 'one',
      on: { personaId: 'currentPersonaId' },
      description: 'The persona chosen in the app; null when none is, or it was deleted.',
    },
  },
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
  RetrievalEvent: {
    run: {
      to: 'WorkflowRun',
      as: 'one',
      on: { runId: 'runId' },
      description: 'The workflow run the retrieval was made for; null when it was made outside of a run.',
    },
    tokenUsage: {
      to: 'TokenUsage',
      as: 'connection',
      on: { requestId: 'requestId' },
      alike: { runId: 'runId' },
      description: 'The model calls of the same request, and of the same run where both name one.',
    },
    chatTurn: {
      to: 'ChatTurn',
      as: 'one',
      on: { requestId: 'requestId' },
      description: 'The turn of the chat that the search was made for; null outside of the chat.',
    },
  },
  TokenUsage: {
    run: {
      to: 'WorkflowRun',
      as: 'one',
      on: { runId: 'runId' },
      description: 'The workflow run the call was made for; null when it was made outside of a run.',
    },
    retrievalEvents: {
      to: 'RetrievalEvent',
      as: 'connection',
      on: { requestId: 'requestId' },
      alike: { runId: 'runId' },
      description: 'The retrievals of the same request, and of the same run where both name one.',
    },
    question: {
      to: 'RunRecord',
      as: 'one',
      on: { runId: 'runId', questionId: 'questionId' },
      where: { recordKind: 'question' },
      description: 'The question of the run that the call helped to answer; null when it was for none.',
    },
    stepRecord: {
      to: 'RunRecord',
      as: 'one',
      on: { runId: 'runId', step: 'pipelineStep' },
      where: { recordKind: 'step' },
      description: 'The step of the run that the call was made in; null when it was made in none.',
    },
    session: {
      to: 'StreamlitSession',
      as: 'one',
      on: { sessionId: 'sessionId' },
      description:
        'The signed-in session that made the call (a soft link by the session id, which is never shown).',
    },
    chatTurn: {
      to: 'ChatTurn',
      as: 'one',
      on: { requestId: 'requestId' },
      description: 'The turn of the chat that the call was made for; null outside of the chat.',
    },
    project: {
      to: 'Project',
      as: 'one',
      on: { projectId: 'projectId' },
      orElseOfRun: 'runId',
      orElse: DEFAULT_PROJECT,
      description:
        'The project that the call names, else the one that the header of its run names, else default-shared; null when that is not there.',
    },
    persona: {
      to: 'ProjectPersona',
      as: 'one',
      on: { personaId: 'personaId' },
      description: 'The persona that answered; null when the row names none, or one that is not there.',
    },
  },
  Project: {
    createdBy: {
      to: 'StreamlitUser',
      as: 'one',
      on: { rowId: 'createdByUserId' },
      description: 'The user who made the project; null when the user was deleted.',
    },
    papers: {
      to: 'ProjectPaper',
      as: 'connection',
      on: { projectId: 'projectId' },
      description: 'The papers of the project.',
    },
    personas: {
      to: 'ProjectPersona',
      as: 'connection',
      on: { projectId: 'projectId' },
      description: 'The personas of the project.',
    },
    workflowRuns: {
      to: 'WorkflowRun',
      as: 'connection',
      on: { projectId: 'projectId' },
      description: 'The runs whose header names the project.',
    },
    tokenUsage: {
      to: 'TokenUsage',
      as: 'connection',
      on: { projectId: 'projectId' },
      description: 'The model calls that name the project.',
    },
    chatTurns: {
      to: 'ChatTurn',
      as: 'connection',
      on: { projectId: 'projectId' },
      description: 'What was asked in the project in the chat of the app.',
    },
    comparisons: {
      to: 'PaperComparison',
      as: 'connection',
      on: { projectId: 'projectId' },
      description: 'The comparisons of papers made in the project.',
    },
    queryCacheEntries: {
      to: 'ProjectQueryCacheEntry',
      as: 'connection',
      on: { projectId: 'projectId' },
      description: 'The answers cached in the project.',
    },
    notes: {
      to: 'PaperNote',
      as: 'connection',
      on: { projectId: 'projectId' },
      description: 'The notes on papers written in the project.',
    },
  },
  ProjectPaper: {
    project: {
      to: 'Project',
      as: 'one',
      on: { projectId: 'projectId' },
      description: 'The project.',
    },
    document: {
      to: 'Document',
      as: 'one',
      on: { path: 'paperPath' },
      description:
        'The ingested paper with this path (a soft link); null when no document has it. No index helps: it reads the documents.',
    },
    addedBy: {
      to: 'StreamlitUser',
      as: 'one',
      on: { rowId: 'addedByUserId' },
      description: 'The user who added the paper; null when the user was deleted.',
    },
    notes: {
      to: 'PaperNote',
      as: 'connection',
      on: { projectId: 'projectId', paperId: 'paperId' },
      description: 'The notes written on the paper in the project.',
    },
  },
  ProjectPersona: {
    project: {
      to: 'Project',
      as: 'one',
      on: { projectId: 'projectId' },
      description: 'The project.',
    },
    chatTurns: {
      to: 'ChatTurn',
      as: 'connection',
      on: { personaId: 'personaId' },
      description: 'The turns of the chat that the persona answered.',
    },
  },
  OpenalexCitationGraphCacheEntry: {
    refreshJob: {
      to: 'AsyncJob',
      as: 'one',
      on: { jobId: 'refreshJobId' },
      description: 'The job that makes the network again (a soft link); null when none does.',
    },
  },
  AsyncJob: {
    run: {
      to: 'WorkflowRun',
      as: 'one',
      on: { runId: 'runId' },
      description:
        'The workflow run that the job made, by the run_id of its result; null until the job is done, or when nothing else is known of the run.',
    },
    citationGraphs: {
      to: 'OpenalexCitationGraphCacheEntry',
      as: 'connection',
      on: { refreshJobId: 'jobId' },
      description: 'The networks of citations that the job makes again (a soft link).',
    },
  },
  QueryCacheEntry: {
    document: {
      to: 'Document',
      as: 'one',
      on: { path: 'paperPath' },
      description:
        'The ingested paper with this path (a soft link); null when no document has it. No index helps: it reads the documents.',
    },
    projectEntries: {
      to: 'ProjectQueryCacheEntry',
      as: 'connection',
      on: { cacheKey: 'cacheKey' },
      description: 'The same request as projects cached it (a soft link).',
    },
    comparisonCells: {
      to: 'PaperComparisonCell',
      as: 'connection',
      on: { cacheKey: 'cacheKey' },
      description: 'The cells of comparisons that show this answer (a soft link).',
    },
    sourceProject: {
      to: 'Project',
      as: 'one',
      on: { projectId: 'sourceProjectId' },
      description: 'The project that first asked; null when it is not known or not there.',
    },
  },
  ProjectQueryCacheEntry: {
    project: {
      to: 'Project',
      as: 'one',
      on: { projectId: 'projectId' },
      description: 'The project; null when it is not there.',
    },
    sharedEntry: {
      to: 'QueryCacheEntry',
      as: 'one',
      on: { cacheKey: 'cacheKey' },
      description:
        'The same request in the cache that projects share (a soft link); null when it is not there.',
    },
    document: {
      to: 'Document',
      as: 'one',
      on: { path: 'paperPath' },
      description:
        'The ingested paper with this path (a soft link); null when no document has it. No index helps: it reads the documents.',
    },
  },
  ChatTurn: {
    user: {
      to: 'StreamlitUser',
      as: 'one',
      on: { rowId: 'userId' },
      description: 'The user who asked (a soft link); null when the user was deleted.',
    },
    session: {
      to: 'StreamlitSession',
      as: 'one',
      on: { sessionId: 'sessionId' },
      description:
        'The signed-in session in which it was asked (a soft link by the session id, which is never shown).',
    },
    document: {
      to: 'Document',
      as: 'one',
      on: { path: 'paperPath' },
      description:
        'The ingested paper with this path (a soft link); null when no document has it. No index helps: it reads the documents.',
    },
    tokenUsage: {
      to: 'TokenUsage',
      as: 'connection',
      on: { requestId: 'requestId' },
      description: 'The model calls of the same request.',
    },
    retrievalEvents: {
      to: 'RetrievalEvent',
      as: 'connection',
      on: { requestId: 'requestId' },
      description: 'The retrievals of the same request.',
    },
    project: {
      to: 'Project',
      as: 'one',
      on: { projectId: 'projectId' },
      orElse: DEFAULT_PROJECT,
      description:
        'The project that the turn names, default-shared where it names none; null when that is not there.',
    },
    persona: {
      to: 'ProjectPersona',
      as: 'one',
      on: { personaId: 'personaId' },
      description: 'The persona that answered; null when the turn names none, or one that is not there.',
    },
  },
  PaperComparison: {
    createdBy: {
      to: 'StreamlitUser',
      as: 'one',
      on: { rowId: 'createdByUserId' },
      description: 'The user who made the comparison (a soft link); null when the user was deleted.',
    },
    cells: {
      to: 'PaperComparisonCell',
      as: 'connection',
      on: { comparisonId: 'comparisonId' },
      description: 'The cells of the comparison: one for each paper and question.',
    },
    documents: {
      to: 'Document',
      as: 'connection',
      via: [{ to: 'PaperComparisonCell', on: { comparisonId: 'comparisonId' } }],
      on: { path: 'paperPath' },
      distinct: true,
      description:
        'The ingested papers that the cells compare, each once, by their paths (a soft link). No index helps: it reads the documents.',
    },
    project: {
      to: 'Project',
      as: 'one',
      on: { projectId: 'projectId' },
      orElse: DEFAULT_PROJECT,
      description:
        'The project that the comparison names, default-shared where it names none; null when that is not there.',
    },
    persona: {
      to: 'ProjectPersona',
      as: 'one',
      on: { personaId: 'personaId' },
      description:
        'The persona of the answers; null when the comparison names none, or one that is not there.',
    },
  },
  PaperComparisonCell: {
    comparison: {
      to: 'PaperComparison',
      as: 'one',
      on: { comparisonId: 'comparisonId' },
      description: 'The comparison that the cell belongs to.',
    },
    document: {
      to: 'Document',
      as: 'one',
      on: { path: 'paperPath' },
      description:
        'The ingested paper with this path (a soft link); null when no document has it. No index helps: it reads the documents.',
    },
    queryCacheEntry: {
      to: 'QueryCacheEntry',
      as: 'one',
      on: { cacheKey: 'cacheKey' },
      description: 'The cached answer that the cell shows (a soft link); null when there is none.',
    },
    project: {
      to: 'Project',
      as: 'one',
      on: { projectId: 'projectId' },
      orElse: DEFAULT_PROJECT,
      description:
        'The project that the cell names, default-shared where it names none; null when that is not there.',
    },
  },
  PaperNote: {
    user: {
      to: 'StreamlitUser',
      as: 'one',
      on: { rowId: 'userId' },
      description: 'The user who wrote the note (a soft link); null when the user was deleted.',
    },
    document: {
      to: 'Document',
      as: 'one',
      via: [{ to: 'ProjectPaper', on: { paperId: 'paperId' } }],
      on: { path: 'paperPath' },
      distinct: true,
      description:
        'The ingested paper that the note is on, found through the projects that hold it (soft links); null when none does.',
    },
    project: {
      to: 'Project',
      as: 'one',
      on: { projectId: 'projectId' },
      orElse: DEFAULT_PROJECT,
      description:
        'The project that the note names, default-shared where it names none; null when that is not there.',
    },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Edge>>>>;
