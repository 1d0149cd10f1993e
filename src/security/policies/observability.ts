import { CONTENT, type Policies } from '../policy.ts';

export const observability: Pick<Policies, 'TokenUsage' | 'RequestFailure'> = {
  TokenUsage: {
    scope: 'lineage:read',
    project: 'own',
    runBy: 'runId',
    columns: {
      rowId: 'open',
      createdAt: 'open',
      model: 'open',
      operation: 'open',
      step: 'open',
      questionId: 'open',
      inputTokens: 'open',
      outputTokens: 'open',
      totalTokens: 'open',
      // By its digest, calls can be traced to a person.
      sessionId: { as: 'digest', scope: 'auth:read' },
      requestId: 'open',
      providerRequestId: 'open',
      latencyMs: 'open',
      cacheHit: 'open',
      costUsdInput: 'open',
      costUsdOutput: 'open',
      costUsdTotal: 'open',
      runId: 'open',
      meta: CONTENT,
      projectId: 'open',
      personaId: 'open',
    },
  },
  RequestFailure: {
    scope: 'lineage:read',
    project: 'none',
    columns: {
      rowId: 'open',
      component: 'open',
      error: 'redacted',
      contextJson: CONTENT,
      createdAt: 'open',
    },
  },
};
