import type { ColumnPolicy } from '../policy.ts';

/** Columns that no table holds. They are made of columns of their rows, and take the scope of these. */
export const COMPUTED: Readonly<Record<string, Readonly<Record<string, ColumnPolicy>>>> = {
  WorkflowRun: {
    lastActivityAt: 'open',
    outcome: 'open',
    outcomeReason: 'open',
    failedSteps: 'open',
    questionCount: 'open',
    durationMs: 'open',
    // Only for the order by durationMs.
    finalDurationMs: 'never',
    calls: 'open',
    totalTokens: 'open',
    costUsd: 'open',
    estimatedCostUsd: 'open',
    // Citations stand in the payload of answers.
    groundedShare: { as: 'open', scope: 'content:read' },
  },
  RunRecord: {
    // The part of it that stands in the payload is left out for who may not read that.
    reusedFromRunId: 'open',
  },
  AsyncJob: {
    // Part of the result.
    runId: { as: 'open', scope: 'content:read' },
  },
  TokenUsage: {
    pipelineStep: 'open',
    estimatedCostUsd: 'open',
  },
};
