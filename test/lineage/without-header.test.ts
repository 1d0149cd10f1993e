import { describe, expect, it } from 'vitest';
import { databaseForTest, type TestDatabase } from '../support/databases.ts';
import { serverForTest } from '../support/server-test.ts';

const NAMING: readonly (readonly [table: string, column: string])[] = [
  ['workflow.run_records', 'run_id'],
  ['observability.token_usage', 'run_id'],
  ['indexing.pipeline_runs', 'workflow_run_id'],
  ['ingestion.prep_manifests', 'run_id'],
  ['retrieval.retrieval_events', 'run_id'],
];
const STEPPED = ['observability.token_usage', 'retrieval.retrieval_events'];

const quoted = (id: string): string => `'${id}'`;
const header = (id: string): string =>
  `insert into workflow.run_records (run_id, record_kind, step, record_key) values (${quoted(id)}, 'run', '', 'main');`;
/** A row, of some tables two, that names a run; of a record one that is nearly a header. */
const naming: readonly ((id: string) => string)[] = [
  (id) =>
    `insert into workflow.run_records (run_id, record_kind, step, record_key) values (${quoted(id)}, 'run', 'prep', 'main'), (${quoted(id)}, 'step', '', 'main');`,
  (id) => `insert into observability.token_usage (run_id) values (${quoted(id)}), (${quoted(id)}), (null);`,
  (id) => `insert into indexing.pipeline_runs (workflow_run_id) values (${quoted(id)}), (null);`,
  (id) => `insert into ingestion.prep_manifests (run_id, payload) values (${quoted(id)}, '{}');`,
  (id) => `insert into retrieval.retrieval_events (run_id) values (${quoted(id)}), (${quoted(id)}), (null);`,
];
const inTables = (id: string, tables: number): string =>
  naming.map((row, at) => ((tables >> at) & 1 ? row(id) : '')).join('');

/** A run for each combination of tables; where `hasHeader` says so, with a header. */
const COMBINATIONS = Array.from({ length: 32 }, (_, tables) => ({ id: `run-${tables}`, tables }));
const combined = (hasHeader: (tables: number) => boolean): string =>
  COMBINATIONS.map(({ id, tables }) => inTables(id, tables) + (hasHeader(tables) ? header(id) : '')).join('');
const ODD = ['', ' ', 'A', 'a', 'a ', 'Ä', 'ä', 'B', 'b', 'run', 'run-', 'RUN-2', 'run-2/x', 'x'.repeat(500)];

const CASES: readonly (readonly [what: string, script: string])[] = [
  ['nothing', ''],
  ['no header', combined(() => false)],
  ['a header of each', combined(() => true)],
  ['a header of every second one', combined((tables) => tables % 2 === 0)],
  ['one header, before all', combined(() => false) + header('a')],
  ['one header, after all', combined(() => false) + header('z')],
  ['one header, amid all', combined((tables) => tables === 17)],
  ['no header at both ends', combined((tables) => tables > 9 && tables < 20)],
  ['headers alone', header('a') + header('b')],
  ['rows without a run', 'insert into observability.token_usage (run_id) values (null), (null);'],
  ['each table on its own', header('m') + naming.map((row, at) => row(`a${at}`) + row(`z${at}`)).join('')],
  ['odd ids', ODD.map((id, at) => inTables(id, 31) + (at % 3 === 0 ? header(id) : '')).join('')],
];

async function comparedWithSql({ database, sql, exec }: TestDatabase): Promise<void> {
  const server = await serverForTest(database);
  let most = 0;
  for (const [what, script] of CASES) {
    await exec(`truncate ${NAMING.map(([table]) => table).join(', ')} cascade; ${script}`);
    const expected = await sql(`select distinct run_id from (${NAMING.map(
      ([table, column]) => `select ${column} as run_id from ${table}`,
    ).join(
      ' union all ',
    )}) n where run_id is not null and run_id not in (select run_id from workflow.run_records
      where record_kind = 'run' and step = '' and record_key = 'main')`);
    const { found } = await server.data(
      '{ found: workflowRuns(withoutHeader: true, first: 500) { totalCount nodes { runId } } }',
    );
    const ids = found.nodes.map(({ runId }: { runId: string }) => runId).sort();
    expect([what, ids]).toEqual([what, expected.map(({ run_id }) => run_id).sort()]);
    expect(found.totalCount).toBe(ids.length);
    most = Math.max(most, ids.length);
  }
  expect(most).toBeGreaterThan(30);
}

const indexed = STEPPED.map((table) => `create index on ${table} (run_id);`).join('');

describe('the runs that only other rows name are those of plain SQL', () => {
  it('with an index on the run ids', async () => {
    const opened = await databaseForTest('empty');
    await opened.exec(indexed);
    await comparedWithSql(opened);
  });

  it('without', async () => {
    const opened = await databaseForTest('empty');
    await opened.exec('drop index if exists observability.token_usage_run_id_idx');
    await comparedWithSql(opened);
  });

  it('in the order of another collation', async ({ skip }) => {
    const opened = await databaseForTest('empty');
    const [other] = await opened.sql(`select 1 from pg_collation where collname = 'en-x-icu'`);
    skip(!other, 'the database has no ICU');
    for (const [table, column] of NAMING)
      await opened.exec(`alter table ${table} alter ${column} type text collate "en-x-icu"`);
    await opened.exec(indexed);
    await comparedWithSql(opened);
  });
});
