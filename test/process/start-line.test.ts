import { expect, test } from 'vitest';
import { readConfig } from '../../src/config/config.ts';
import type { Database } from '../../src/database/database.ts';
import { startLine } from '../../src/process/start-line.ts';
import { databaseForTest } from '../support/databases.ts';
import { JWT_SECRET } from '../support/tokens.ts';

const URL = 'http://127.0.0.1:4000/graphql';
const lineOver = (database: Database, env: Record<string, string> = {}): Promise<string> =>
  startLine(readConfig(env), URL, database);

test('says the URL, the database, how many runs it has, and that no token is needed', async () => {
  const { database, sql } = await databaseForTest('demo');
  const [runs] = await sql(
    `select count(*)::int as count from workflow.run_records where record_kind = 'run'`,
  );
  expect(await lineOver(database)).toBe(
    `Ragonometrics lineage API: ${URL}, over ${database.label}, with ${runs?.count} runs and every table and ` +
      'column of the graph; no token is needed.',
  );
});

test('names what is lacking', async () => {
  const { database, sql } = await databaseForTest('empty');
  await sql('drop table enrichment.openalex_cache');
  await sql('alter table workflow.run_records drop column persona_id');
  expect(await lineOver(database)).toContain(
    'with 0 runs, without enrichment.openalex_cache, workflow.run_records.persona_id (see npm run doctor);',
  );
});

test('of much that is lacking, says how much', async () => {
  const { database, sql } = await databaseForTest('empty');
  for (const table of [
    'openalex_cache',
    'openalex_title_overrides',
    'citec_cache',
    'paper_openalex_metadata',
  ])
    await sql(`drop table enrichment.${table}`);
  expect(await lineOver(database)).toContain('without 4 tables and columns (see npm run doctor);');
});

test('a database of something else has none of the tables', async () => {
  const { database, sql } = await databaseForTest('empty');
  for (const schema of [
    'auth',
    'enrichment',
    'indexing',
    'ingestion',
    'observability',
    'retrieval',
    'workflow',
  ])
    await sql(`drop schema ${schema} cascade`);
  expect(await lineOver(database)).toContain('which has none of the tables (see npm run doctor);');
});

test('says when tokens are needed, and how many processes serve', async () => {
  const { database } = await databaseForTest('empty');
  const line = await lineOver(database, {
    JWT_SECRET,
    WORKERS: '3',
    DATABASE_URL: 'postgres://host/db',
  });
  expect(line).toContain(`${URL} by 3 processes, over`);
  expect(line).toMatch(/; every request needs a token\.$/);
});

test('does not wait for a database that is slow', async () => {
  const { database } = await databaseForTest('empty');
  const slow: Database = {
    label: 'a slow one',
    query: database.query.bind(database),
    capabilities: () => new Promise(() => {}),
    close: async () => {},
  };
  expect(await lineOver(slow)).toContain('over a slow one, which has not answered yet;');
});
