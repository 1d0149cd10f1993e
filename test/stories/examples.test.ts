import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  ArmsOfAWorkstreamDocument,
  ChunksOfADocumentDocument,
  CitationsOfAnAnswerDocument,
  CostOfARunDocument,
  EarlierAnswersDocument,
  PriceOfARunDocument,
  QuestionsOfAPaperDocument,
  RunsOfAWorkstreamDocument,
  WalkDocument,
  WhatARunTookOverDocument,
  WhatChangedBetweenRunsDocument,
  WhatFailedLatelyDocument,
  WhatIsMissingOfARunDocument,
  WhatRestsOnAPaperDocument,
} from '../../examples/generated/graphql.ts';
import { EXAMPLES } from '../../src/graphiql/examples.ts';
import { useServer } from '../support/use-server.ts';

// The documents are typed by `npm run codegen`: an example that the schema no longer fits does not compile here.
const api = useServer('demo');

test('GraphiQL opens with all examples', () => {
  const files = readdirSync(join(import.meta.dirname, '../../examples')).filter((name) =>
    name.endsWith('.graphql'),
  );
  expect(EXAMPLES.map((name) => `${name}.graphql`).sort()).toEqual(files.sort());
});

test('walk', async () => {
  const { workflowRun: run } = await api().data(WalkDocument, {});
  expect(run).toMatchObject({
    runId: 'demo-walk',
    status: 'completed',
    header: { triggerSource: expect.any(String) },
  });
  expect(run?.steps?.map(({ step }) => step)).toEqual([
    'prep',
    'ingest',
    'enrich',
    'econ_data',
    'agentic',
    'index',
    'evaluate',
    'report',
  ]);
  const [build] = run?.pipelineRuns?.nodes ?? [];
  expect(build?.shards?.nodes[0]?.indexVersion?.indexId).toEqual(expect.any(String));
  const [vector] = build?.vectors?.nodes ?? [];
  expect(vector?.document?.metadata?.publicationYear).toEqual(expect.any(Number));
  // 63-bit keys are text, sums are numbers.
  expect(vector?.rowId).toMatch(/^\d{10,}$/);
  expect(run?.retrievalEvents?.nodes[0]?.tokenUsage?.nodes).not.toEqual([]);
  expect(run?.usage?.totalTokens).toBeGreaterThan(0);
});

test('walk of a run that nobody knows', async () => {
  expect(await api().data(WalkDocument, { runId: 'no such run' })).toEqual({ workflowRun: null });
});

test('cost of a run', async () => {
  const { workflowRun: run } = await api().data(CostOfARunDocument, {});
  const tokens = run?.largest?.nodes.map(({ totalTokens }) => totalTokens ?? 0) ?? [];
  expect(tokens).toEqual(tokens.toSorted((a, b) => b - a));
  expect(run?.all?.calls).toBeGreaterThan(run?.ofOneModel?.calls ?? Number.NaN);
});

test('runs of a workstream', async () => {
  const { workflowRuns: runs } = await api().data(RunsOfAWorkstreamDocument, {});
  expect(new Set(runs?.nodes.map(({ arm }) => arm)).size).toBe(2);
  expect(runs?.nodes).toHaveLength(runs?.totalCount ?? Number.NaN);
});

test('arms of a workstream', async () => {
  const { workstream } = await api().data(ArmsOfAWorkstreamDocument, {});
  expect(workstream?.arms).toHaveLength(workstream?.runCount ?? Number.NaN);
  for (const { usage, usageBy } of workstream?.arms ?? [])
    expect(usageBy?.nodes.reduce((sum, { calls }) => sum + calls, 0)).toBe(usage?.calls);
});

test('what a run took over', async () => {
  const { workflowRun: run } = await api().data(WhatARunTookOverDocument, {});
  expect(run?.indexSource).toMatchObject({ state: 'REUSED', distance: 1, run: { runId: 'demo-walk' } });
  expect(run?.indexSource?.run?.pipelineRuns?.nodes).not.toEqual([]);
  expect(run?.vectors?.totalCount).toBeGreaterThan(3);
  const index = run?.steps?.find(({ step }) => step === 'index');
  expect(index?.reuseChain).toMatchObject([{ distance: 1, run: { runId: 'demo-walk' } }]);
  expect(run?.reusedBy?.edges).toEqual([]);
});

test('earlier answers', async () => {
  const { workflowRun } = await api().data(EarlierAnswersDocument, {});
  const misread = workflowRun?.records?.nodes.find(({ questionId }) => questionId === 'A02');
  const { totalCount, nodes = [] } = misread?.earlierAnswers ?? {};
  expect(nodes).toHaveLength(totalCount ?? Number.NaN);
  expect(nodes.map(({ runId }) => runId)).toEqual(['demo-rerun', 'demo-parent']);
  expect(nodes.map(({ answer }) => answer)).not.toContain(misread?.answer);
});

test('price of a run', async () => {
  const { workflowRun: run } = await api().data(PriceOfARunDocument, {});
  const { own, inherited, total, sources, unknownSources } = run?.cost ?? {};
  expect(total?.estimatedCostUsd).toBeCloseTo(
    (own?.estimatedCostUsd ?? Number.NaN) + (inherited?.estimatedCostUsd ?? Number.NaN),
    9,
  );
  expect(unknownSources).toBe(0);
  expect(sources).toMatchObject([{ step: 'index', state: 'KNOWN', run: { runId: 'demo-walk' } }]);
});

test('what changed between runs', async () => {
  const { compareRuns } = await api().data(WhatChangedBetweenRunsDocument, {});
  expect(compareRuns?.runs?.map(({ run }) => run?.arm)).toEqual(['gpt-5', 'gpt-5-nano']);
  expect(compareRuns?.configuration?.map(({ path }) => path)).toContain('chat_model');
  for (const { runs } of compareRuns?.questions ?? [])
    expect(new Set(runs?.map(({ answer, status }) => `${status} ${answer}`)).size).toBe(2);
  expect(compareRuns?.questions).not.toEqual([]);
  expect(compareRuns?.papers).toEqual([]);
});

test('questions of a paper', async () => {
  const { documents } = await api().data(QuestionsOfAPaperDocument, {});
  const [paper] = documents?.nodes ?? [];
  expect(paper?.runRecords?.edges.length).toBeGreaterThan(0);
  for (const { evidence, node } of paper?.runRecords?.edges ?? []) {
    expect(evidence).not.toEqual([]);
    expect(node?.run?.root?.runId).toEqual(expect.any(String));
  }
});

test('chunks of a document, page after page', async () => {
  const title = 'Minimum Wages';
  const first = await api().data(ChunksOfADocumentDocument, { title });
  const page = first.documents?.nodes[0]?.vectors;
  expect(page?.nodes).toHaveLength(20);
  const next = await api().data(ChunksOfADocumentDocument, {
    title,
    after: page?.pageInfo.endCursor ?? null,
  });
  const places = [...(page?.nodes ?? []), ...(next.documents?.nodes[0]?.vectors?.nodes ?? [])].map(
    ({ page = null, startWord = null }) => (page ?? 0) * 1e6 + (startWord ?? 0),
  );
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test('what failed lately', async () => {
  const failed = await api().data(WhatFailedLatelyDocument, { first: 3 });
  for (const list of [failed.workflowRuns, failed.runRecords, failed.asyncJobs, failed.requestFailures]) {
    expect(list?.nodes.length).toBeGreaterThan(0);
    expect(list?.nodes.length).toBeLessThanOrEqual(3);
  }
});

test('what rests on a paper', async () => {
  const { documents } = await api().data(WhatRestsOnAPaperDocument, {});
  const [paper] = documents?.nodes ?? [];
  expect(paper?.impact?.runs?.totalCount).toBeGreaterThan(0);
  expect(paper?.impact?.usage?.calls).toBeGreaterThanOrEqual(paper?.citedBy?.usage?.calls ?? Number.NaN);
});

test('citations of an answer', async () => {
  const { workflowRun: run } = await api().data(CitationsOfAnAnswerDocument, {});
  const [answer] = run?.records?.nodes ?? [];
  const [citation] = answer?.citations?.nodes ?? [];
  expect(citation).toMatchObject({ status: 'RESOLVED', quote: expect.any(String) });
  expect(citation?.vectors?.edges[0]?.share).toBe(1);
  expect(run?.grounding?.withCitations).toBeLessThanOrEqual(run?.grounding?.answers ?? Number.NaN);
});

test('what is missing of a run', async () => {
  const { workflowRun: run } = await api().data(WhatIsMissingOfARunDocument, {});
  const states = new Map(run?.completeness?.parts?.map(({ part, state }) => [part, state]));
  expect(states.get('HEADER')).toBe('PRESENT');
  expect(states.get('REPORT')).toBe('ABSENT');
  expect(run?.liveness).toMatchObject({ lastSignAt: expect.any(String), stalledForMs: null });
});
