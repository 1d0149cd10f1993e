import { describe, expect } from 'vitest';
import { databaseForTest } from '../support/databases.ts';
import { rowsRead } from '../support/rows-read.ts';
import { serverTest } from '../support/server-test.ts';
import { untilIndexed } from '../support/until-indexed.ts';

const it = serverTest;

const EVENTS = 'retrieval.retrieval_events';
const RUNS = `{ workflowRuns(first: 10, orderBy: [{ runId: ASC }]) { nodes { runId
  retrievalEvents(first: 2, orderBy: [{ createdAt: DESC }]) { totalCount nodes { rowId } } } } }`;

/** The demo data, with so many more events: most of one run, some of the others, some of none. */
async function withEvents(count: number) {
  const opened = await databaseForTest('demo');
  await opened.exec(`insert into ${EVENTS} (created_at, run_id) select '2026-01-01'::timestamptz + n * interval '1 second',
    (array['demo-walk', 'demo-walk', 'demo-walk', null, (select run_id from workflow.run_records order by run_id offset n % 50 limit 1)])[1 + n % 5]
    from generate_series(1, ${count}) n; analyze ${EVENTS}`);
  await opened.database.capabilities();
  return opened;
}

/** What RUNS asks, by plain SQL. */
const EXPECTED = `select r.run_id as "runId", json_build_object('totalCount', (select count(*) from ${EVENTS} e where e.run_id = r.run_id),
  'nodes', (select coalesce(json_agg(json_build_object('rowId', id::text)), '[]') from
    (select id from ${EVENTS} e where e.run_id = r.run_id order by created_at desc, id desc limit 2) e))::text as events
  from (select distinct run_id from workflow.run_records where record_kind = 'run' order by run_id limit 10) r order by run_id`;

describe('an edge below each row of a list, to a table in which no index finds its rows', () => {
  it('is a statement of its own, which reads the table once', async ({ serve }) => {
    const { database, sql, statements } = await withEvents(4000);
    const { data } = await serve(database);
    statements.length = 0;
    await data(RUNS);
    expect(statements).toHaveLength(2);
    const [, part] = statements;
    if (!part) throw new Error('There is no second statement.');
    const [row] = await sql(`select count(*)::int as n from ${EVENTS}`);
    const read = await rowsRead(sql, part);
    // Once for the rows, and once to count them.
    expect(read.get('retrieval_events')).toBe(2 * Number(row?.n));
  });

  it('gives what plain SQL gives, as it does with an index, by one statement', async ({ serve }) => {
    const { database, sql, exec, statements } = await withEvents(4000);
    const { data } = await serve(database);
    const rows = await sql(EXPECTED);
    const expected = rows.map(({ runId, events }) => ({
      runId,
      retrievalEvents: JSON.parse(String(events)),
    }));
    expect((await data(RUNS)).workflowRuns.nodes).toEqual(expected);
    await exec(`create index on ${EVENTS} (run_id)`);
    await untilIndexed(database, EVENTS, ['run_id']);
    statements.length = 0;
    expect((await data(RUNS)).workflowRuns.nodes).toEqual(expected);
    expect(statements).toHaveLength(1);
  });

  it('is no statement of its own where the table is small', async ({ serve }) => {
    const { database, statements } = await withEvents(100);
    const { data } = await serve(database);
    statements.length = 0;
    await data(RUNS);
    expect(statements).toHaveLength(1);
  });
});

describe('the same edge', () => {
  it('stays with one run: its table is read once anyway', async ({ serve }) => {
    const { database, statements } = await withEvents(4000);
    const { data } = await serve(database);
    statements.length = 0;
    await data('{ workflowRun(runId: "demo-walk") { retrievalEvents(first: 2) { nodes { rowId } } } }');
    expect(statements).toHaveLength(1);
  });

  it('stays nested where its column is computed, which may have an index on the expression', async ({
    serve,
  }) => {
    const { database, exec, statements } = await databaseForTest('demo');
    await exec(`insert into workflow.async_jobs (job_id, queue_name, job_type, status, result_json)
      select 'many-' || n, 'default', 'index', 'completed', '{"run_id": "demo-walk"}' from generate_series(1, 4000) n;
      analyze workflow.async_jobs`);
    const { data } = await serve(database);
    statements.length = 0;
    await data('{ workflowRuns(first: 5) { nodes { jobs(first: 1) { nodes { rowId } } } } }');
    expect(statements).toHaveLength(1);
  });

  it('stays with the few rows that one run leads to, until its table is far larger', async ({ serve }) => {
    const query = `query ($runId: String!) { workflowRun(runId: $runId) { children { nodes {
      retrievalEvents(first: 1) { nodes { rowId } } } } } }`;
    const counts: number[] = [];
    for (const count of [4000, 20_000]) {
      const { database, sql, statements } = await withEvents(count);
      const { data } = await serve(database);
      const [row] = await sql(
        'select parent_run_id as id from workflow.run_records where parent_run_id is not null',
      );
      statements.length = 0;
      await data(query, { runId: row?.id });
      counts.push(statements.length);
    }
    expect(counts).toEqual([1, 2]);
  });
});
