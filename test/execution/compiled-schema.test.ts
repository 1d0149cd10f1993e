import { expect } from 'vitest';
import { databaseForTest } from '../support/databases.ts';
import { serverTest as it } from '../support/server-test.ts';
import { useServer } from '../support/use-server.ts';

const api = useServer('demo');

it('closed sets leave under their names in the graph', async () => {
  const rows = await api().sql('select status from workflow.async_jobs order by id');
  const { asyncJobs } = await api().data('{ asyncJobs { nodes { status } } }');
  expect(asyncJobs.nodes).toEqual(rows.map(({ status }) => ({ status: String(status).toUpperCase() })));
  expect(new Set(rows.map(({ status }) => status)).size).toBeGreaterThan(2);
});

it('callers see the types that the schema has, not those of compiled code', async () => {
  const { __type: type } = await api().data(
    '{ __type(name: "AsyncJob") { fields { name type { name ofType { name } } } } workflowRuns(first: 1) { nodes { runId } } }',
  );
  const typeOf = (field: string) => {
    const { type: found } = type.fields.find(({ name }: { name: string }) => name === field);
    return found.name ?? found.ofType.name;
  };
  expect(['rowId', 'status', 'createdAt', 'attemptCount'].map(typeOf)).toEqual([
    'BigInt',
    'AsyncJobStatus',
    'DateTime',
    'Int',
  ]);
});

it('a column of another type than in the graph is text where the graph has text, else an error at its field', async ({
  serve,
}) => {
  const { database, exec, sql } = await databaseForTest('demo');
  await exec(`alter table retrieval.retrieval_events alter top_k type text using 'five', alter method type integer using 7;
    alter table indexing.index_shards alter is_active drop default, alter is_active type text using 'yes'`);
  const [{ id } = {}] = await sql('select min(id) as id from retrieval.retrieval_events');
  const server = await serve(database);
  const { data, errors } = await server.ask(
    `query ($id: BigInt!) { retrievalEvent(rowId: $id) { rowId method topK } indexShards(first: 1) { nodes { isActive } } }`,
    { id: String(id) },
  );
  expect(data).toEqual({
    retrievalEvent: { rowId: String(id), method: '7', topK: null },
    indexShards: { nodes: [{ isActive: null }] },
  });
  expect(errors?.map(({ path, extensions }) => [path?.join('.'), extensions.code])).toEqual([
    ['retrievalEvent.topK', 'STORED_VALUE'],
    ['indexShards.nodes.0.isActive', 'STORED_VALUE'],
  ]);
});

it('a number that JSON has none for is an error at its field, the rest stands', async ({ serve }) => {
  const { database, sql } = await databaseForTest('demo');
  const [{ id, run_id: runId } = {}] = await sql(
    `update observability.token_usage set cost_usd_total = 'NaN', cost_usd_input = 'Infinity'
     where id = (select min(id) from observability.token_usage where run_id is not null) returning id, run_id`,
  );
  const server = await serve(database);
  const { data, errors } = await server.ask(
    `query ($id: BigInt!, $run: String!) {
      tokenUsage(rowId: $id) { rowId costUsdTotal costUsdInput costUsdOutput }
      workflowRun(runId: $run) { usage { calls costUsd } } }`,
    { id: String(id), run: runId },
  );
  expect(data.tokenUsage).toMatchObject({ rowId: String(id), costUsdTotal: null, costUsdInput: null });
  expect(data.tokenUsage.costUsdOutput).toEqual(expect.any(Number));
  expect(data.workflowRun.usage).toEqual({ calls: expect.any(Number), costUsd: null });
  expect(errors?.map(({ path, extensions }) => [path?.join('.'), extensions.code])).toEqual([
    ['tokenUsage.costUsdTotal', 'STORED_VALUE'],
    ['tokenUsage.costUsdInput', 'STORED_VALUE'],
    ['workflowRun.usage.costUsd', 'STORED_VALUE'],
  ]);
});
