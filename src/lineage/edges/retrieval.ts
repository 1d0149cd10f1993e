import { DEFAULT_PROJECT, type Edges } from './edge.ts';

export const RETRIEVAL_EDGES = {
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
} as const satisfies Edges;
