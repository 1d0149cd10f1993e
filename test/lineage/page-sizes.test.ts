import { expect } from 'vitest';
import { seedScale } from '../../prisma/seed/scale.ts';
import { databaseForTest } from '../support/databases.ts';
import { serverTest as test } from '../support/server-test.ts';

/**
 * Pages of many sizes share few statements: a limit between two steps is a parameter. PostgreSQL expects a tenth of its
 * rows in a plan for all values, which must not change how the rows are found.
 */
test('a page of any size is planned as that of the next step, in plans for all values too', async ({
  serve,
}) => {
  const opened = await databaseForTest('empty');
  const session = { query: opened.sql, exec: opened.exec };
  await seedScale(session, 'run', { runs: 300, vectors: 1, events: 40, usage: 40, scattered: true });
  await opened.exec('set plan_cache_mode = force_generic_plan');
  const server = await serve(opened.database);

  const planOf = async (first: number): Promise<readonly string[]> => {
    opened.statements.length = 0;
    await server.data(
      `{ workflowRun(runId: "run-7") { retrievalEvents(first: ${first}) { nodes { rowId method } } } }`,
    );
    const [statement] = opened.statements;
    const values = statement?.values?.map((value) => (typeof value === 'number' ? value : `'${value}'`));
    await opened.exec(`prepare page_${first} as ${statement?.text}`);
    const rows = await opened.sql(`explain (costs off) execute page_${first}(${values})`);
    // How events are found; no index has the run of one.
    return rows
      .map((row) => String(row['QUERY PLAN']).trim())
      .filter((line) => / on retrieval_events/.test(line));
  };

  const ofStep = await planOf(50);
  expect(ofStep).toContainEqual(expect.stringContaining('Seq Scan on retrieval_events'));
  expect(await planOf(40)).toEqual(ofStep);
});
