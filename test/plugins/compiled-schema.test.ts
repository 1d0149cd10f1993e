import { expect, it } from 'vitest';
import { databaseForTest } from '../support/databases.ts';
import { startServer } from '../support/server.ts';
import { useServer } from '../support/use-server.ts';

const api = useServer('demo');

it('closed sets leave under their names in the graph', async () => {
  const rows = await api().sql('select status from workflow.async_jobs order by id');
  const { asyncJobs } = await api().data('{ asyncJobs { nodes { status } } }');
  expect(asyncJobs.nodes).toEqual(rows.map(({ status }) => ({ status: String(status).toUpperCase() })));
  expect(new Set(rows.map(({ status }) => status)).size).toBeGreaterThan(2);
});

it('a number that JSON has none for is an error at its field, the rest stands', async () => {
  const { database, sql } = await databaseForTest('demo');
  const [{ id, run_id: runId } = {}] = await sql(
    `update observability.token_usage set cost_usd_total = 'NaN', cost_usd_input = 'Infinity'
     where id = (select min(id) from observability.token_usage where run_id is not null) returning id, run_id`,
  );
  const server = await startServer(database);
  const { data, errors } = await server.ask(
    `query ($id: BigInt!, $run: String!) {
      tokenUsage(rowId: $id) { rowId costUsdTotal costUsdInput costUsdOutput }
      workflowRun(runId: $run) { usage { calls costUsd } } }`,
    { id: String(id), run: runId },
  );
  await server.close();
  expect(data.tokenUsage).toMatchObject({ rowId: String(id), costUsdTotal: null, costUsdInput: null });
  expect(data.tokenUsage.costUsdOutput).toEqual(expect.any(Number));
  expect(data.workflowRun.usage).toEqual({ calls: expect.any(Number), costUsd: null });
  expect(errors?.map(({ path, extensions }) => [path?.join('.'), extensions.code])).toEqual([
    ['tokenUsage.costUsdTotal', 'INTERNAL_SERVER_ERROR'],
    ['tokenUsage.costUsdInput', 'INTERNAL_SERVER_ERROR'],
    ['workflowRun.usage.costUsd', 'INTERNAL_SERVER_ERROR'],
  ]);
});
