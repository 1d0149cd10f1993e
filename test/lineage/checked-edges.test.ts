import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { TABLES } from '../../src/database/tables.ts';
import { CHECKED_EDGES, type CheckedEdges } from '../../src/lineage/checked-edges.ts';
import type { Edge } from '../../src/lineage/edges/edge.ts';
import { EDGES } from '../../src/lineage/edges.ts';

const FOLDER = join(import.meta.dirname, '../../src/lineage/edges');

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

it('the edges of a type stand in the file of its schema', async () => {
  const schemas = new Map<string, string>();
  for (const [type, { name }] of Object.entries(TABLES)) schemas.set(type, name.split('.')[0] ?? '');
  schemas.set('WorkflowRun', 'workflow');
  const files = readdirSync(FOLDER).filter((file) => file !== 'edge.ts');
  const found: [string, string][] = [];
  for (const file of files) {
    const tables: Record<string, unknown> = await import(join(FOLDER, file));
    const [edges] = Object.entries(tables).flatMap(([name, value]) =>
      name.endsWith('_EDGES') ? [value] : [],
    );
    for (const type of Object.keys(edges ?? {})) found.push([type, file]);
  }
  expect(found.sort()).toEqual(
    Object.keys(EDGES)
      .map((type) => [type, `${schemas.get(type)}.ts`])
      .sort(),
  );
});

it('a row type, a column of either end, a hop, a filter or an order that is not there does not compile', () => {
  const on = { runId: 'runId' } as const;
  // @ts-expect-error: no such type to start from
  check({ RunRecords: { usage: { ...edge, to: 'TokenUsage', on } } });
  // @ts-expect-error: no such type to lead to
  check({ RunRecord: { usage: { ...edge, to: 'TokenUsages', on } } });
  // @ts-expect-error: no such column of the child
  check({ RunRecord: { usage: { ...edge, to: 'TokenUsage', on: { run: 'runId' } } } });
  // @ts-expect-error: no such column of the child to differ
  check({ RunRecord: { usage: { ...edge, to: 'TokenUsage', on, unlike: { run: 'runId' } } } });
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
