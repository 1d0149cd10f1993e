import { beforeAll, expect, test } from 'vitest';
import type { SqlSession } from '../../../prisma/migrate.ts';
import { refuseForeign } from '../../../prisma/seed/refuse-foreign.ts';
import { SCALE, seedScale } from '../../../prisma/seed/scale.ts';
import { closedAfterAll } from '../../support/closed-after-all.ts';

const open = closedAfterAll();
let session: SqlSession;

beforeAll(async () => {
  const { sql, exec } = await open.database('empty');
  session = { query: sql, exec };
  await seedScale(session, 'run', { ...SCALE, runs: 20 });
  await seedScale(session, 'whale', { runs: 1, vectors: 2000, events: 40, usage: 500 });
});

const count = async (from: string): Promise<unknown> =>
  (await session.query(`select count(*)::int as count from ${from}`))[0]?.count;

test('each run has its rows', async () => {
  const ofRun = `where run_id = 'run-7'`;
  expect(await count(`workflow.run_records ${ofRun}`)).toBe(1 + 8 + 10 + 1);
  expect(await count(`ingestion.prep_manifests ${ofRun}`)).toBe(1);
  expect(await count(`retrieval.retrieval_events ${ofRun}`)).toBe(40);
  expect(await count(`observability.token_usage ${ofRun}`)).toBe(60);
  const build = `indexing.pipeline_runs b on b.id = pipeline_run_id where workflow_run_id`;
  expect(await count(`indexing.index_shards join ${build} = 'run-7'`)).toBe(1);
  expect(await count(`indexing.vectors join ${build} = 'run-7'`)).toBe(100);
  expect(await count(`indexing.vectors join ${build} = 'whale-1'`)).toBe(2000);
  expect(await count('ingestion.documents')).toBe(300);
});

test('scattered runs have as many rows, which lie apart, and vectors of 50 papers', async () => {
  await seedScale(session, 'apart', { ...SCALE, runs: 20, scattered: true });
  const runs = `select run_id, lead(run_id) over (order by id) as next from observability.token_usage`;
  expect(await count(`observability.token_usage where run_id like 'apart-%'`)).toBe(20 * 60);
  const neighbours = (like: string) => count(`(${runs}) r where run_id like '${like}' and run_id = next`);
  expect(await neighbours('run-%')).toBe(20 * 59);
  expect(await neighbours('apart-%')).toBeLessThan(20 * 20);
  const build = `indexing.pipeline_runs b on b.id = pipeline_run_id where workflow_run_id = 'apart-3'`;
  expect(await count(`(select distinct doc_id from indexing.vectors join ${build}) d`)).toBe(50);
  await session.query(`delete from workflow.run_records where run_id like 'apart-%'`);
  await session.query(`delete from observability.token_usage where run_id like 'apart-%'`);
  await session.query(`delete from retrieval.retrieval_events where run_id like 'apart-%'`);
});

test('searches and calls of a request meet', async () => {
  expect(
    await count(`retrieval.retrieval_events e join observability.token_usage u using (run_id, request_id)`),
  ).toBe(21 * 40);
});

test('what comes later gets keys of its own', async () => {
  await session.query(
    `insert into workflow.run_records (run_id, record_kind, step, record_key) values ('later', 'run', '', 'main')`,
  );
  expect(await count(`workflow.run_records where run_id = 'later'`)).toBe(1);
});

test('a database that others made is refused', async () => {
  await expect(refuseForeign(session)).resolves.toBeUndefined();
  await session.exec('begin; update public._prisma_migrations set checksum = reverse(checksum)');
  await expect(refuseForeign(session)).rejects.toThrow('not made here');
  await session.exec('rollback; begin; drop table public._prisma_migrations');
  await expect(refuseForeign(session)).rejects.toThrow('not made here');
  await session.exec('rollback; begin; create table public.alembic_version (version_num text)');
  await expect(refuseForeign(session)).rejects.toThrow('not made here');
  await session.exec('rollback');
});
