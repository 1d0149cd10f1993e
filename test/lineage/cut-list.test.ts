import { expect, it } from 'vitest';
import { databaseForTest } from '../support/databases.ts';
import { serverForTest } from '../support/server-test.ts';

const RUN = 'run-of-many-steps';

it.each([
  [500, []],
  [501, ['LIST_CUT']],
  [3000, ['LIST_CUT']],
])('a list of %i rows gives the first 500, and says so if there are more', async (count, codes) => {
  const { database, sql } = await databaseForTest('empty');
  await sql(
    `insert into workflow.run_records (run_id, record_kind, step, record_key, status)
     select $1, 'step', 'step ' || n, 'main', 'completed' from generate_series(1, $2::int) n`,
    [RUN, count],
  );
  const server = await serverForTest(database);
  const query = `{ a: workflowRun(runId: "${RUN}") { steps { step } again: steps { status } } }`;
  const { data, errors = [] } = await server.ask(query);
  expect(data.a.steps).toHaveLength(500);
  expect(data.a.again).toHaveLength(500);
  expect(errors.map(({ path, extensions }) => [path?.join('.'), extensions.code])).toEqual(
    codes.flatMap((code) => [
      ['a.steps', code],
      ['a.again', code],
    ]),
  );
});
