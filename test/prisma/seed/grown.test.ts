import { beforeAll, expect, test } from 'vitest';
import type { SqlSession } from '../../../prisma/migrate.ts';
import { seedGrown } from '../../../prisma/seed/grown.ts';
import { closedAfterAll } from '../../support/closed-after-all.ts';

const open = closedAfterAll();
let session: SqlSession;
let before: unknown;

const INDEXES = `select json_agg(x order by x)::text as all from (
  select indexdef from pg_indexes where schemaname not like 'pg_%'
  union all select pg_get_constraintdef(oid) from pg_constraint where contype in ('f', 'p')) as i(x)`;

const number = async (sql: string): Promise<number> =>
  Number(Object.values((await session.query(`select (${sql})::float8 as n`))[0] ?? {})[0]);

beforeAll(async () => {
  const { sql, exec } = await open.database('empty');
  session = { query: sql, exec };
  before = (await session.query(INDEXES))[0]?.all;
  await seedGrown(session, 0.002);
});

test('it is as large as it was asked to be', async () => {
  expect(await number('select count(*) / 1e7 from indexing.vectors')).toBeCloseTo(0.002, 3);
  expect(await number('select count(*) / 5e5 from workflow.run_records')).toBeCloseTo(0.002, 3);
  expect(await number('select count(*) / 5e6 from observability.token_usage')).toBeCloseTo(0.002, 3);
  expect(await number('select count(*) / 3e6 from retrieval.retrieval_events')).toBeCloseTo(0.002, 3);
});

test('it is uneven, the more the larger it is: whales among the runs, popular papers', async () => {
  const most = (of: string, from: string) =>
    number(`select max(n) / percentile_cont(0.5) within group (order by n) from (
      select count(*) as n from ${from} where ${of} is not null group by ${of}) c`);
  expect(await most('run_id', 'observability.token_usage')).toBeGreaterThan(2);
  expect(await most('doc_id', 'indexing.vectors')).toBeGreaterThan(5);
});

test('indexes and constraints are back, and what comes later gets keys of its own', async () => {
  expect((await session.query(INDEXES))[0]?.all).toBe(before);
  await session.query(
    `insert into workflow.run_records (run_id, record_kind, step, record_key) values ('later', 'run', '', 'main')`,
  );
  expect(await number(`select count(*) from workflow.run_records where run_id = 'later'`)).toBe(1);
});
