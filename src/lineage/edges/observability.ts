import { DEFAULT_PROJECT, type Edges } from './edge.ts';

export const OBSERVABILITY_EDGES = {
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
} as const satisfies Edges;
