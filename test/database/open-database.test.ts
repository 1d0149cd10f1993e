import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readConfig } from '../../src/config/config.ts';
import type { Database } from '../../src/database/database.ts';
import { openDatabase } from '../../src/database/open-database.ts';
import { databaseForTest } from '../support/databases.ts';
import { folderForTest } from '../support/folder-for-test.ts';
import { serverUrl } from '../support/server-url.ts';

async function open(env: Readonly<Record<string, string>>): Promise<Database> {
  const database = await openDatabase(readConfig(env));
  onTestFinished(() => database.close());
  return database;
}

it.skipIf(serverUrl === undefined)(
  'leaves a PostgreSQL as it is, and makes no folder (needs TEST_DATABASE_URL)',
  async () => {
    const { sql } = await databaseForTest('empty');
    await sql('drop schema workflow cascade');
    const objects = 'select oid::text, relname from pg_class order by 1, 2';
    const before = await sql(objects);
    const [{ name } = {}] = await sql('select current_database() as name');
    const url = new URL(serverUrl ?? '');
    url.pathname = `/${name}`;
    const folder = folderForTest();

    const database = await open({ DATABASE_URL: url.href, DATA_DIR: join(folder, 'data') });
    const capabilities = await database.capabilities();

    expect(capabilities.hasTable('ingestion.documents')).toBe(true);
    expect(capabilities.hasTable('workflow.run_records')).toBe(false);
    expect(await sql(objects)).toEqual(before);
    expect(readdirSync(folder)).toEqual([]);
  },
);

it('does not wait for a database that is not there: the server starts, and answers when it is', async () => {
  const database = await open({ DATABASE_URL: 'postgres://reader@127.0.0.1:1/papers' });
  await expect(database.capabilities()).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
});
