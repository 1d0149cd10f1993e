import { expect, it } from 'vitest';
import { databaseForTest } from '../support/databases.ts';
import { serverForTest } from '../support/server-test.ts';
import { serverUrl } from '../support/server-url.ts';

/** Each needs 17 digits, and their sum as floats depends on the order. */
const COSTS = [0.1 + 0.2, 1.2345678901234567, 1e-17, 123456.78901234567, 1e-9 / 3];

const USAGE = '{ usage { costUsd } workflowRun(runId: "digits") { costUsd usage { costUsd } } }';
const EACH = '{ tokenUsageList(orderBy: [{ rowId: ASC }]) { nodes { costUsdTotal } } }';

async function serverWith(costs: readonly number[]) {
  const { database, exec, sql } = await databaseForTest('empty');
  // What a role or a database sets by itself shortens floats.
  const [{ name } = {}] = await sql('select current_database() as name');
  if (serverUrl !== undefined) await exec(`alter database "${name}" set extra_float_digits = 0`);
  for (const cost of costs)
    await exec(`insert into observability.token_usage (run_id, operation, model, cost_usd_total)
      values ('digits', 'answer', 'gpt-5', ${cost})`);
  return serverForTest(database);
}

it('a sum of one cost is that cost, digit for digit', async () => {
  for (const cost of COSTS) {
    const server = await serverWith([cost]);
    expect(await server.data(USAGE)).toEqual({
      usage: { costUsd: cost },
      workflowRun: { costUsd: cost, usage: { costUsd: cost } },
    });
  }
});

it('costs come with all their digits, and their sum does not depend on their order', async () => {
  const there = await serverWith(COSTS);
  const { tokenUsageList } = await there.data(EACH);
  expect(tokenUsageList.nodes.map((row: { costUsdTotal: number }) => row.costUsdTotal)).toEqual(COSTS);
  const back = await serverWith(COSTS.toReversed());
  expect(await back.data(USAGE)).toEqual(await there.data(USAGE));
});
