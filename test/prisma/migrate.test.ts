import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { expect, onTestFinished, test } from 'vitest';
import { migrate, migrations, type SqlSession } from '../../prisma/migrate.ts';
import { sessionOf } from '../../src/database/open-embedded.ts';
import { databaseForTest } from '../support/databases.ts';

test('notes each migration as Prisma does', async () => {
  const { sql } = await databaseForTest('empty');
  const notes = await sql(`select migration_name, checksum, applied_steps_count, logs, rolled_back_at,
    finished_at is not null as finished from public._prisma_migrations`);
  expect(notes).toEqual(
    migrations().map(({ name }) => ({
      migration_name: name,
      checksum: createHash('sha256')
        .update(readFileSync(`prisma/migrations/${name}/migration.sql`))
        .digest('hex'),
      applied_steps_count: 1,
      logs: null,
      rolled_back_at: null,
      finished: true,
    })),
  );
});

test('a migration that breaks off leaves nothing behind, and comes whole the next time', async () => {
  const pglite = new PGlite();
  onTestFinished(() => pglite.close());
  const session = sessionOf(pglite);
  const breaking: SqlSession = {
    ...session,
    exec: (script) => session.exec(script.replace('COMMIT;', 'select 1 / 0; COMMIT;')),
  };
  await expect(migrate(breaking)).rejects.toThrow('division by zero');
  expect(await session.query(`select from pg_tables where schemaname = 'workflow'`)).toEqual([]);
  await migrate(session);
  await migrate(session);
  expect(await session.query('select migration_name from public._prisma_migrations')).toHaveLength(
    migrations().length,
  );
});

test('the tables have the indexes of a real deployment and no others', async () => {
  const { sql } = await databaseForTest('empty');
  const rows =
    await sql(`select tablename || ' ' || substring(indexdef from ' USING (.*)') as index from pg_indexes
    where schemaname in ('workflow', 'observability', 'indexing', 'retrieval') and indexname like '%\\_idx' order by 1`);
  expect(rows.map(({ index }) => index)).toEqual([
    'chat_history_turns btree (project_id, user_id, paper_id, created_at DESC)',
    'chat_history_turns btree (request_id)',
    'chat_history_turns btree (session_id, paper_id, created_at DESC)',
    'chat_history_turns btree (user_id, paper_id, created_at DESC)',
    'paper_comparison_cells btree (project_id, comparison_id, question_id, paper_id)',
    'paper_comparison_runs btree (project_id, created_at DESC)',
    'paper_notes btree (project_id, user_id, paper_id, page_number, created_at DESC)',
    'paper_notes btree (user_id, paper_id, page_number, created_at DESC)',
    'pipeline_runs btree (workflow_run_id)',
    'pipeline_runs btree (workstream_id)',
    'project_query_cache btree (project_id, paper_path, model, query_normalized, created_at DESC)',
    'query_cache btree (created_at DESC)',
    'query_cache btree (paper_path, model, query_normalized, created_at DESC)',
    'retrieval_events btree (created_at DESC)',
    'retrieval_events btree (request_id)',
    'run_records btree (created_at DESC)',
    'run_records btree (question_id)',
    'run_records btree (reuse_source_run_id, reuse_source_record_key)',
    'run_records btree (run_id, record_kind)',
    'run_records btree (status)',
    'run_records btree (step)',
    'run_records btree (workstream_id, arm)',
    'run_records gin (payload_json)',
    'token_usage btree (created_at DESC)',
    'token_usage btree (question_id)',
    'token_usage btree (request_id)',
    'token_usage btree (run_id)',
    'token_usage btree (session_id)',
    'token_usage btree (step)',
    'vectors btree (doc_id)',
    'vectors btree (pipeline_run_id)',
  ]);
});
