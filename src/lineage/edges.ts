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
  readonly via?: readonly Hop[];
  /** Several ways lead to the same child; it is given once. */
  readonly distinct?: true;
  /** Which of the child's rows count at all, by constant values. */
  readonly where?: Readonly<Record<string, string>>;
  readonly orderBy?: readonly EdgeOrder[];
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
      via: throughPipelineRuns,
      on: { pipelineRunId: 'rowId' },
      description: "The index shards built by the run's pipeline runs.",
    },
    vectors: {
      to: 'Vector',
      as: 'connection',
      via: throughPipelineRuns,
      on: { pipelineRunId: 'rowId' },
      description: "The embedded chunks written by the run's pipeline runs. Can be hundreds of thousands.",
    },
    documents: {
      to: 'Document',
      as: 'connection',
      via: [...throughPipelineRuns, { to: 'Vector', on: { pipelineRunId: 'rowId' } }],
      on: { docId: 'docId' },
      distinct: true,
      description:
        "The papers whose chunks the run's pipeline runs embedded, each once. Reads all vectors of the run.",
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
    reusedBy: {
      to: 'RunRecord',
      as: 'connection',
      on: { reuseSourceRunId: 'runId' },
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
      on: { runId: 'runId', questionId: 'questionId' },
      description: 'The model calls for this question of this run. Empty for records that are no question.',
    },
    reusedFrom: {
      to: 'WorkflowRun',
      as: 'one',
      on: { runId: 'reuseSourceRunId' },
      description: 'The run whose result this record took over; null when the work was done here.',
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
      description: 'The model calls of the same request.',
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
      description: 'The retrievals of the same request.',
    },
    question: {
      to: 'RunRecord',
      as: 'one',
      on: { runId: 'runId', questionId: 'questionId' },
      where: { recordKind: 'question' },
      description: 'The question of the run that the call helped to answer; null when it was for none.',
    },
    session: {
      to: 'StreamlitSession',
      as: 'one',
      on: { sessionId: 'sessionId' },
      description:
        'The signed-in session that made the call (a soft link by the session id, which is never shown).',
    },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Edge>>>>;
