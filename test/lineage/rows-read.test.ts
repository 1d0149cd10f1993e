import { beforeAll, describe, expect, it } from 'vitest';
import { seedGrown } from '../../prisma/seed/grown.ts';
import { examine } from '../../src/doctor/examine.ts';
import { createStatement } from '../../src/doctor/wanted-indexes.ts';
import { closedAfterAll } from '../support/closed-after-all.ts';
import type { TestDatabase } from '../support/databases.ts';
import { type RowsRead, rowsRead, total } from '../support/rows-read.ts';
import type { TestServer } from '../support/server.ts';
import { untilIndexed } from '../support/until-indexed.ts';

/**
 * What grows with the database and what does not: how many rows each question reads, by EXPLAIN ANALYZE, on data as
 * uneven as that of real use. 1,500 runs, 300,000 vectors, 150,000 calls.
 */
const FACTOR = 0.03;

const open = closedAfterAll();
let opened: TestDatabase;
let server: TestServer;
beforeAll(async () => {
  opened = await open.database('empty');
  await seedGrown({ query: opened.sql, exec: opened.exec }, FACTOR);
  // Beside those of its questions, a run of many questions has the calls of a whale.
  await opened.exec(`insert into observability.token_usage (created_at, model, run_id, question_id, total_tokens)
    select '2025-01-20'::timestamptz + n * interval '1 second', 'gpt-5', 'run-25', 'A' || lpad((n % 84)::text, 2, '0'), 1 from generate_series(1, 3000) n`);
  const { missingIndexes } = await examine(opened.database);
  for (const index of missingIndexes) {
    await opened.exec(createStatement(index).replace('CONCURRENTLY ', ''));
  }
  await opened.exec('analyze');
  server = await open.server(opened.database);
  await untilIndexed(opened.database, 'observability.token_usage', ['run_id', 'question_id']);
}, 300_000);

const numberOf = async (text: string): Promise<number> => Number((await opened.sql(text))[0]?.n);

/** What the one statement of a query reads, and how many rows its answer has. */
async function readBy(query: string): Promise<{ readonly read: RowsRead; readonly returned: number }> {
  opened.statements.length = 0;
  const data = await server.data(query);
  // Beside those by which it is told which models have calls, and how many rows a filter leaves.
  const sent = opened.statements.filter(({ text }) => /^(?!explain).* as answer\b/s.test(text));
  expect(sent).toHaveLength(1);
  const [statement] = sent;
  if (!statement) throw new Error('Nothing was asked.');
  const returned = JSON.stringify(data).match(/"(?:rowId|docId|runId)":/g)?.length ?? 0;
  expect(returned).toBeGreaterThan(0);
  return { read: await rowsRead(opened.sql, statement), returned };
}

const of = (read: RowsRead, table: string): number => read.get(table) ?? 0;

describe('a list of all rows reads what it gives', () => {
  const DAY = 'createdAt: { gte: "2026-03-01T00:00:00Z", lt: "2026-03-08T00:00:00Z" }';

  it.each([
    ['by time', `{ tokenUsageList(where: { ${DAY} }) { nodes { rowId } } }`],
    ['without a run', '{ tokenUsageList(where: { runId: { isNull: true } }) { nodes { rowId } } }'],
    ['of a run of many calls', '{ tokenUsageList(where: { runId: { eq: "whale-2" } }) { nodes { rowId } } }'],
    ['events by time', `{ retrievalEvents(where: { ${DAY} }) { nodes { rowId } } }`],
    ['events without a run', '{ retrievalEvents(where: { runId: { isNull: true } }) { nodes { rowId } } }'],
    ['records by time', `{ runRecords(where: { ${DAY} }) { nodes { rowId } } }`],
    ['jobs by time', '{ asyncJobs(orderBy: [{ createdAt: DESC }]) { nodes { rowId } } }'],
    [
      'vectors of a paper',
      '{ documents(first: 1, orderBy: [{ title: ASC }]) { nodes { vectors { nodes { rowId } } } } }',
    ],
  ])('%s', async (_name, query) => {
    const { read, returned } = await readBy(query);
    const tables = new Map([...read].filter(([name]) => !name.includes('documents')));
    expect(total(tables) / returned).toBeLessThan(20);
  });

  it('finds the few rows of a filter first, where another index has the order', async () => {
    const week = await numberOf(`select count(*) as n from observability.token_usage
      where created_at >= '2026-09-20' and created_at < '2026-09-27'`);
    const { read } = await readBy(`{ tokenUsageList(orderBy: [{ rowId: ASC }],
      where: { createdAt: { gte: "2026-09-20T00:00:00Z", lt: "2026-09-27T00:00:00Z" } }) { nodes { rowId } } }`);
    expect(week).toBeGreaterThan(100);
    expect(of(read, 'token_usage')).toBe(week);
  });

  it('goes along the order where most rows match', async () => {
    const { read } = await readBy(
      '{ tokenUsageList(orderBy: [{ rowId: ASC }], where: { createdAt: { gte: "2025-01-01T00:00:00Z" } }) { nodes { rowId } } }',
    );
    expect(total(read)).toBeLessThan(30);
  });

  it('looks between the headers to find runs without one, and reads what it finds', async () => {
    const { read } = await readBy('{ workflowRuns(withoutHeader: true) { nodes { runId } } }');
    const headers = await numberOf(
      `select count(*) as n from workflow.run_records where record_kind = 'run' and step = '' and record_key = 'main'`,
    );
    expect(headers).toBeGreaterThan(1000);
    for (const [schema, table, also] of [
      ['workflow', 'run_records', headers],
      ['observability', 'token_usage', 0],
      ['retrieval', 'retrieval_events', 0],
    ] as const) {
      // Their rows tell when the last of them was; each run takes a step, and EXPLAIN rounds what a run has.
      const [found] =
        await opened.sql(`select count(*) as rows, count(distinct run_id) as runs from ${schema}.${table}
        where run_id not in (select run_id from workflow.run_records where record_kind = 'run')`);
      expect(Number(found?.runs)).toBeGreaterThan(20);
      expect(of(read, table)).toBeGreaterThan(0);
      expect(of(read, table)).toBeLessThan(also + Number(found?.rows) + 3 * Number(found?.runs) + 10);
    }
  });
});

describe('an edge reads what belongs to its rows', () => {
  it('the builds that embedded a page of papers: their chunks, and each build by its key', async () => {
    const chunks = await numberOf(`select count(*) as n from indexing.vectors
      where doc_id in (select doc_id from ingestion.documents order by doc_id limit 20)`);
    const builds =
      await numberOf(`select sum(builds) as n from (select count(distinct pipeline_run_id) as builds
      from indexing.vectors where doc_id in (select doc_id from ingestion.documents order by doc_id limit 20) group by doc_id) b`);
    const { read } = await readBy('{ documents { nodes { pipelineRuns(first: 3) { nodes { rowId } } } } }');
    // Of each paper EXPLAIN tells the rounded mean.
    expect(of(read, 'vectors')).toBeLessThanOrEqual(chunks + 20);
    expect(of(read, 'pipeline_runs')).toBeLessThanOrEqual(builds + 20);
  });

  it('the papers of a page of runs: each by its key', async () => {
    const { read, returned } = await readBy(
      '{ workflowRuns(first: 20) { nodes { documents(first: 500) { nodes { docId } } } } }',
    );
    expect(of(read, 'documents')).toBe(returned);
  });

  it('the runs of a paper: their headers, each by its key', async () => {
    const { read, returned } = await readBy(
      '{ documents(first: 3) { nodes { workflowRuns(first: 500) { nodes { runId status } } } } }',
    );
    expect(of(read, 'run_records')).toBeLessThanOrEqual(returned);
  });

  it('the calls of each question of a run: those of the run once, not for each question', async () => {
    const calls = await numberOf(
      `select count(*) as n from observability.token_usage where run_id = 'run-25' and question_id is not null`,
    );
    expect(calls).toBeGreaterThan(3000);
    const { read } = await readBy(
      '{ workflowRun(runId: "run-25") { records(first: 100, where: { recordKind: { eq: "question" } }) { nodes { rowId tokenUsage(first: 500) { nodes { rowId } } } } } }',
    );
    expect(of(read, 'token_usage')).toBeLessThanOrEqual(calls);
    expect([...read.keys()]).not.toContain('token_usage_question_id_idx');
  });

  it('the calls of each search: by their request', async () => {
    const { read, returned } = await readBy(
      '{ retrievalEvents(first: 50) { nodes { rowId tokenUsage { nodes { rowId } } } } }',
    );
    expect(of(read, 'token_usage')).toBeLessThanOrEqual(returned);
  });

  it('the first and the last call of a run: its calls, and not those of others on the way', async () => {
    const calls = await numberOf(
      `select count(*) as n from observability.token_usage where run_id = 'whale-2'`,
    );
    const { read } = await readBy('{ workflowRun(runId: "whale-2") { runId usage { firstAt lastAt } } }');
    expect(of(read, 'token_usage')).toBe(calls);
  });

  it('the sums of a run of many calls: these calls, once', async () => {
    const calls = await numberOf(
      `select count(*) as n from observability.token_usage where run_id = 'whale-2'`,
    );
    const { read } = await readBy(
      '{ workflowRun(runId: "whale-2") { runId usage { calls totalTokens costUsd cacheHits latencyMs { p50 p95 } firstAt lastAt } } }',
    );
    expect(of(read, 'token_usage')).toBe(calls);
  });
});

describe('several sums over the calls of a run', () => {
  const CALLS = `select count(*) as n from observability.token_usage where run_id = 'whale-2'`;
  const readFor = async (sums: string): Promise<number> =>
    of((await readBy(`{ workflowRun(runId: "whale-2") { runId ${sums} } }`)).read, 'token_usage');

  it('read these once where they need what is dear to compute', async () => {
    const calls = await numberOf(CALLS);
    expect(
      await readFor(`usage { calls estimatedCostUsd unpricedCalls } big: usage(where: { totalTokens: { gt: 9 } }) { calls }
        usageBy(groupBy: [MODEL, STEP]) { totalCount nodes { model step estimatedCostUsd } }
        byQuestion: usageBy(groupBy: [QUESTION], where: { questionId: { isNull: false } }) { nodes { questionId totalTokens } }`),
    ).toBe(calls);
  });

  it('read them each, which takes less time than to keep them, where they do not', async () => {
    const calls = await numberOf(CALLS);
    const priced = 'estimatedCostUsd';
    expect(await readFor('usage { calls } usageBy(groupBy: [MODEL]) { nodes { model calls } }')).toBe(
      2 * calls,
    );
    expect(await readFor(`usage { ${priced} } usageBy(groupBy: [MODEL]) { nodes { model calls } }`)).toBe(
      2 * calls,
    );
    // None of them reads all calls.
    expect(
      await readFor(
        `usage(where: { questionId: { eq: "Q1" } }) { ${priced} } other: usage(where: { questionId: { eq: "Q2" } }) { ${priced} }`,
      ),
    ).toBeLessThan(calls);
  });
});

describe('what no index serves', () => {
  it('is told in extensions.cost, and only that', async () => {
    const told = async (where: string): Promise<unknown> =>
      (await server.ask(`{ list: tokenUsageList(where: ${where}) { nodes { rowId } } }`)).extensions;
    const warned = {
      cost: {
        warnings: [
          expect.stringMatching(
            /^list: no index serves the filter by model, .* rows of TokenUsage\. .*createdAt/,
          ),
        ],
      },
    };
    expect(await told('{ model: { eq: "no such" } }')).toMatchObject(warned);
    expect(await told('{ OR: [{ model: { eq: "gpt-5" } }, { model: { startsWith: "o" } }] }')).toMatchObject(
      warned,
    );
    for (const served of [
      '{ runId: { eq: "run-1" } }',
      '{ model: { eq: "gpt-5" }, createdAt: { gt: "2026-01-01T00:00:00Z" } }',
      '{ runId: { isNull: true } }',
      '{}',
    ]) {
      expect(await told(served)).toEqual({
        cost: { requested: expect.any(Number), limit: expect.any(Number) },
      });
    }
  });

  it('is not told of a root field that variables leave out', async () => {
    const query = `query ($with: Boolean!) { documents { totalCount }
      tokenUsageList(where: { model: { eq: "no such" } }) @include(if: $with) { nodes { rowId } } }`;
    const told = async (variables: { with: boolean }): Promise<unknown> =>
      (await server.ask(query, variables)).extensions;
    expect(await told({ with: true })).toMatchObject({
      cost: { warnings: [expect.stringContaining('filter by model')] },
    });
    expect(await told({ with: false })).toEqual({ cost: { requested: 11, limit: expect.any(Number) } });
  });

  it('is told of an order, and not of one that an index has or that few rows are left for', async () => {
    const told = async (list: string): Promise<unknown> => {
      const { extensions } = await server.ask(
        `{ list: tokenUsageList(first: 1, ${list}) { nodes { rowId } } }`,
      );
      return extensions;
    };
    const byTokens = 'orderBy: [{ totalTokens: DESC }]';
    const cost = { requested: expect.any(Number), limit: expect.any(Number) };
    const warned = (field: string) => ({
      cost: {
        ...cost,
        warnings: [
          expect.stringMatching(
            `^list: no index serves the order by ${field}, .* rows of TokenUsage\\. .*createdAt`,
          ),
        ],
      },
    });
    expect(await told(byTokens)).toEqual(warned('totalTokens'));
    expect(await told(`where: {}, ${byTokens}`)).toEqual(warned('totalTokens'));
    // Computed, and an index that has the missing values at its other end.
    expect(await told('orderBy: [{ estimatedCostUsd: DESC }]')).toEqual(warned('estimatedCostUsd'));
    expect(await told('orderBy: [{ runId: DESC_NULLS_LAST }]')).toEqual(warned('runId'));
    for (const served of [
      'orderBy: [{ createdAt: DESC }]',
      'orderBy: [{ createdAt: ASC }, { totalTokens: DESC }]',
      'orderBy: [{ rowId: DESC }]',
      `where: { runId: { eq: "run-1" } }, ${byTokens}`,
      'where: {}',
    ])
      expect([served, await told(served)]).toEqual([served, { cost }]);
  });
});
