import type { Edges } from './edge.ts';

export const AUTH_EDGES = {
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
      description: 'What was asked in the chat of the app, of the turns that name the project.',
    },
    comparisons: {
      to: 'PaperComparison',
      as: 'connection',
      on: { projectId: 'projectId' },
      description: 'The comparisons of papers that name the project.',
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
      description: 'The notes on papers that name the project.',
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
      description: 'The notes on the paper that name the project.',
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
} as const satisfies Edges;
