import { expect, it } from 'vitest';
import { useServer } from '../support/use-server.ts';

const api = useServer('demo');

/** Sums of one row. Asked for together, those of the same calls read them once; alone, each reads its own. */
const SUMS = [
  'usage { calls totalTokens costUsd estimatedCostUsd estimatedCalls unpricedCalls unpricedModels cacheHits latencyMs { p95 mean } firstAt }',
  'usage(where: { model: { startsWith: "gpt" } }) { calls estimatedCostUsd }',
  'usage(where: { estimatedCostUsd: { isNull: true } }) { calls inputTokens }',
  'usage(where: { NOT: { question: { some: { status: { eq: "ok" } } } } }) { calls }',
  'usage @include(if: $asked) { unpricedCalls }',
  'usage @skip(if: $asked) { unpricedCalls }',
  'usageBy(groupBy: [MODEL, STEP]) { totalCount nodes { model step calls estimatedCostUsd } }',
  'usageBy(groupBy: [MODEL], orderBy: [{ estimatedCostUsd: DESC_NULLS_LAST }], first: 1) { nodes { model } pageInfo { hasNextPage endCursor } }',
  'usageBy(groupBy: [PIPELINE_STEP, QUESTION], where: { totalTokens: { gt: 100 } }) { nodes { pipelineStep questionId calls unpricedCalls question { status } } }',
  'usageBy(groupBy: [PROJECT, ARM, DAY], timeZone: "Europe/Berlin") { nodes { at arm projectId lastAt } }',
  'usageOverTime(interval: DAY, from: "2026-02-01T00:00:00Z", to: "2026-02-04T00:00:00Z", groupBy: [MODEL]) { nodes { at model calls estimatedCostUsd } }',
];

it.each([
  [
    'workflowRun',
    'workflowRuns(first: 8) { nodes { key: runId } }',
    (key: string) => `workflowRun(runId: "${key}")`,
  ],
  [
    'a run of a row',
    'runRecords(first: 5) { nodes { key: id } }',
    (key: string) => `node(id: "${key}") { ... on RunRecord { run`,
  ],
  ['document', 'documents(first: 3) { nodes { key: docId } }', (key: string) => `document(docId: "${key}")`],
  [
    'workstream',
    'workstreams { nodes { key: workstreamId } }',
    (key: string) => `workstream(workstreamId: "${key}")`,
  ],
])('sums of %s are the same together as alone', async (_what, list, lookUp) => {
  const { found } = await api().data(`{ found: ${list} }`);
  const keys = [...new Set<string>(found.nodes.map(({ key }: { key: string }) => key))];
  let calls = 0;
  for (const key of keys) {
    const start = lookUp(key);
    const end = '}'.repeat(start.split('{').length - 1);
    const of = async (fields: string) => {
      const data = await api().data(
        `query ($asked: Boolean!) { row: ${start} { type: __typename @include(if: $asked) ${fields} } ${end} }`,
        {
          asked: true,
        },
      );
      return data.row?.run ?? data.row;
    };
    const named = SUMS.map((sum, at) => `sum_${at}: ${sum}`);
    const together = await of(named.join(' '));
    const alone: Record<string, unknown> = {};
    for (const one of named) Object.assign(alone, await of(one));
    expect(together).toEqual(alone);
    calls += together.sum_0.calls;
  }
  expect(calls).toBeGreaterThan(0);
});
