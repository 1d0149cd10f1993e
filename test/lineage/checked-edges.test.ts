import { expect, it } from 'vitest';
import { CHECKED_EDGES, type CheckedEdges } from '../../src/lineage/checked-edges.ts';
import { EDGES, type Edge } from '../../src/lineage/edges.ts';

/** Compiles if the compiler accepts the table. */
const check = <const Edges extends Readonly<Record<string, Readonly<Record<string, Edge>>>>>(
  edges: Edges & CheckedEdges<Edges>,
): Edges => edges;

const edge = { as: 'connection', description: 'For the compiler.' } as const;

it('the table of edges names types and columns that are there', () => {
  expect(CHECKED_EDGES).toBe(EDGES);
  check({ RunRecord: { usage: { ...edge, to: 'TokenUsage', on: { runId: 'runId' } } } });
  const via = [{ to: 'PipelineRun', on: { workflowRunId: 'runId' } }] as const;
  check({ WorkflowRun: { vectors: { ...edge, to: 'Vector', via, on: { pipelineRunId: 'rowId' } } } });
});

it('a row type, a column of either end, a hop, a filter or an order that is not there does not compile', () => {
  const on = { runId: 'runId' } as const;
  // @ts-expect-error: no such type to start from
  check({ RunRecords: { usage: { ...edge, to: 'TokenUsage', on } } });
  // @ts-expect-error: no such type to lead to
  check({ RunRecord: { usage: { ...edge, to: 'TokenUsages', on } } });
  // @ts-expect-error: no such column of the child
  check({ RunRecord: { usage: { ...edge, to: 'TokenUsage', on: { run: 'runId' } } } });
  // @ts-expect-error: no such column of the parent
  check({ RunRecord: { usage: { ...edge, to: 'TokenUsage', on: { runId: 'run' } } } });
  const via = [{ to: 'PipelineRun', on: { workflowRun: 'runId' } }] as const;
  // @ts-expect-error: no such column of a hop
  check({ WorkflowRun: { vectors: { ...edge, to: 'Vector', via, on: { pipelineRunId: 'rowId' } } } });
  // @ts-expect-error: no such column of the child to compare
  check({ RunRecord: { usage: { ...edge, to: 'TokenUsage', on, where: { kind: 'step' } } } });
  // @ts-expect-error: no such column of the child to sort by
  check({ RunRecord: { usage: { ...edge, to: 'TokenUsage', on, orderBy: [{ field: 'at' }] } } });
  expect.assertions(0);
});
