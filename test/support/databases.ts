import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject, onTestFinished } from 'vitest';
import type { SqlSession } from '../../prisma/migrate.ts';
import type { Database, Statement } from '../../src/database/database.ts';
import { EmbeddedDatabase } from '../../src/database/embedded-database.ts';
import { pgliteIn, sessionOf } from '../../src/database/open-embedded.ts';
import { Postgres } from '../../src/database/postgres.ts';
import { TEMPLATES } from './global-setup.ts';
import { pgSession } from './pg-session.ts';
import { loadRealRuns } from './real-runs.ts';
import { serverUrl } from './server-url.ts';
import { StatementCounter } from './statement-counter.ts';

export interface TestDatabase {
  readonly database: Database;
  /** Every statement that the API sent since the list was last emptied. */
  readonly statements: Statement[];
  /** Plain SQL for expected values, and for changing this copy. */
  readonly sql: SqlSession['query'];
  /** The same for scripts of several statements. */
  readonly exec: SqlSession['exec'];
  readonly close: () => Promise<void>;
}

export type Content = 'empty' | 'demo' | 'real-runs' | 'real-runs-as-written';

/** A database of the test's own: on PGlite, or on the PostgreSQL of TEST_DATABASE_URL. */
export async function testDatabase(content: Content): Promise<TestDatabase> {
  const base = content === 'demo' ? 'demo' : 'empty';
  const opened = await (serverUrl === undefined ? openPglite(base) : openPostgres(base));
  if (content === 'real-runs' || content === 'real-runs-as-written')
    await loadRealRuns(opened.session, content);
  const database = new StatementCounter(await opened.read());
  return {
    database,
    statements: database.statements,
    sql: (text, values) => opened.session.query(text, values),
    exec: (script) => opened.session.exec(script),
    close: async () => {
      await database.close();
      await opened.close();
    },
  };
}

/** As `testDatabase`, for one test. */
export async function databaseForTest(content: Content): Promise<TestDatabase> {
  const opened = await testDatabase(content);
  onTestFinished(opened.close);
  return opened;
}

interface Opened {
  readonly session: SqlSession;
  readonly read: () => Promise<Database>;
  readonly close: () => Promise<void>;
}

async function openPglite(base: 'empty' | 'demo'): Promise<Opened> {
  const image = inject('images')?.[base];
  if (image === undefined) throw new Error('global-setup.ts made no databases.');
  const folder = mkdtempSync(join(tmpdir(), 'lineage-test-'));
  cpSync(image, folder, { recursive: true });
  const pglite = await pgliteIn(folder);
  const plain = sessionOf(pglite);
  return {
    // The one connection is the API's too, which is read-only.
    session: {
      exec: async (script) => {
        // On its own: a transaction that the script is already part of stays as it began.
        await pglite.exec('set default_transaction_read_only = off');
        return plain.exec(script).finally(() => pglite.exec('set default_transaction_read_only = on'));
      },
      query: async (text, values) => {
        await pglite.exec('set default_transaction_read_only = off');
        return plain.query(text, values).finally(() => pglite.exec('set default_transaction_read_only = on'));
      },
    },
    read: () => EmbeddedDatabase.readOnly(pglite, 'test'),
    close: async () => rmSync(folder, { recursive: true }),
  };
}

async function openPostgres(base: 'empty' | 'demo'): Promise<Opened> {
  const url = new URL(serverUrl ?? '');
  const name = `lineage_test_${randomUUID().replaceAll('-', '')}`;
  const server = new pg.Client(url.href);
  await server.connect();
  await server.query(`create database ${name} template ${TEMPLATES[base]}`);
  url.pathname = `/${name}`;
  const client = new pg.Client(url.href);
  await client.connect();
  return {
    session: pgSession(client),
    read: async () =>
      new Postgres({ url: url.href, poolSize: 4, statementTimeout: 30_000, connectTimeout: 5000 }),
    close: async () => {
      await client.end();
      await server.query(`drop database ${name} with (force)`);
      await server.end();
    },
  };
}
