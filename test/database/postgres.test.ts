import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { Postgres, type PostgresOptions } from '../../src/database/postgres.ts';
import { type TestDatabase, testDatabase } from '../support/databases.ts';
import { TcpProxy } from '../support/tcp-proxy.ts';

const serverUrl = inject('serverUrl');

describe.skipIf(serverUrl === undefined)('a PostgreSQL (needs TEST_DATABASE_URL)', () => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await testDatabase('empty');
  });
  afterAll(() => opened.close());

  const settings = { url: serverUrl ?? '', poolSize: 2, statementTimeout: 10_000, connectTimeout: 2000 };

  function open(options: Partial<PostgresOptions> = {}): Postgres {
    const database = new Postgres({ ...settings, ...options });
    onTestFinished(() => database.close());
    return database;
  }

  async function proxied(options: Partial<PostgresOptions> = {}) {
    const url = new URL(settings.url);
    const proxy = await TcpProxy.to(Number(url.port || 5432), url.hostname);
    url.host = `127.0.0.1:${proxy.port}`;
    onTestFinished(() => proxy.close().catch(() => {}));
    return { proxy, database: open({ url: url.href, ...options }) };
  }

  const ask = async (database: Postgres, text: string, name?: string): Promise<unknown> =>
    (await database.query({ ...(name !== undefined && { name }), text, values: [] }))[0]?.[0];

  const PID = 'select pg_backend_pid()';
  const unavailable = { code: 'DATABASE_UNAVAILABLE' };

  it.each([
    ['default_transaction_read_only', 'on'],
    ['timezone', 'UTC'],
    ['jit', 'off'],
    ['statement_timeout', '10s'],
    ['application_name', 'ragonometrics-lineage-api'],
  ])('reads in a session with %s = %s', async (name, value) => {
    expect(await ask(open(), `select current_setting('${name}')`)).toBe(value);
  });

  it('stays read-only whatever the options in the URL say, and keeps the rest of them', async () => {
    const url = new URL(settings.url);
    url.searchParams.set('options', '-c default_transaction_read_only=off -c work_mem=5MB');
    url.searchParams.set('statement_timeout', '1');
    const database = open({ url: url.href });
    expect(await ask(database, `select current_setting('work_mem')`)).toBe('5MB');
    expect(await ask(database, `select current_setting('statement_timeout')`)).toBe('10s');
    await expect(ask(database, 'create table public.planted (a int)')).rejects.toMatchObject({
      code: '25006',
    });
  });

  it('stops a statement that takes too long, and keeps the connection', async () => {
    const database = open({ poolSize: 1, statementTimeout: 500 });
    const pid = await ask(database, PID);
    await expect(ask(database, 'select pg_sleep(60)')).rejects.toMatchObject({ code: 'TIMEOUT' });
    expect(await ask(database, PID)).toBe(pid);
  });

  it('keeps the connection after a statement that was refused', async () => {
    const database = open({ poolSize: 1 });
    const pid = await ask(database, PID);
    await expect(ask(database, `select 'x'::int`)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    await expect(ask(database, 'select nothing')).rejects.toMatchObject({ code: 'NOT_IN_THIS_DATABASE' });
    expect(await ask(database, PID)).toBe(pid);
  });

  it('prepares a named statement once per connection', async () => {
    const database = open({ poolSize: 1 });
    for (let time = 0; time < 3; time += 1) await ask(database, PID, 'pid');
    expect(await ask(database, 'select count(*) from pg_prepared_statements')).toBe('1');
  });

  it('gives up soon when all connections are busy, and goes on when one is free', async () => {
    const database = open({ poolSize: 1, connectTimeout: 1000, statementTimeout: 4000 });
    await ask(database, 'select 1');
    const busy = ask(database, 'select pg_sleep(60)').catch((error: unknown) => error);
    await expect(ask(database, 'select 1')).rejects.toMatchObject(unavailable);
    expect(await busy).toMatchObject({ code: 'TIMEOUT' });
    expect(await ask(database, 'select 1')).toBe('1');
  });

  it('says that the database is gone when the backend ends in the middle, and connects anew', async () => {
    const database = open({ poolSize: 1 });
    const pid = await ask(database, PID);
    const broken = ask(database, 'select pg_sleep(60)').catch((error: unknown) => error);
    await expect
      .poll(() =>
        opened.sql(
          `select 1 from pg_stat_activity
           where pid = $1 and query like '%sleep%' and clock_timestamp() - query_start > '200 ms'`,
          [pid],
        ),
      )
      .not.toEqual([]);
    await opened.sql('select pg_terminate_backend($1)', [pid]);
    expect(await broken).toMatchObject(unavailable);
    expect(await ask(database, PID)).not.toBe(pid);
  });

  it('does not show that an idle connection was ended by the database', async () => {
    const database = open({ poolSize: 1 });
    const pid = await ask(database, PID);
    await opened.sql('select pg_terminate_backend($1)', [pid]);
    await expect.poll(() => opened.sql('select 1 from pg_stat_activity where pid = $1', [pid])).toEqual([]);
    expect(await ask(database, PID)).not.toBe(pid);
  });

  it('does not show that idle connections were reset by the network', async () => {
    const { proxy, database } = await proxied();
    const pid = await ask(database, PID);
    proxy.cut();
    expect(await ask(database, PID)).not.toBe(pid);
  });

  it('does not wait for a host that fell silent', async () => {
    const { proxy, database } = await proxied({ statementTimeout: 1000, connectTimeout: 1000 });
    await ask(database, 'select 1');
    proxy.silence();
    await expect(ask(database, 'select 1')).rejects.toMatchObject({ code: 'TIMEOUT' });
    await expect(ask(database, 'select 1')).rejects.toMatchObject(unavailable);
  });

  it('answers as soon as the database does', async () => {
    const { proxy, database } = await proxied();
    await proxy.close();
    await expect(ask(database, 'select 1')).rejects.toMatchObject(unavailable);
    await expect(database.capabilities()).rejects.toMatchObject(unavailable);
    const url = new URL(settings.url);
    const back = await TcpProxy.to(Number(url.port || 5432), url.hostname, proxy.port);
    onTestFinished(() => back.close());
    expect(await ask(database, 'select 1')).toBe('1');
    expect((await database.capabilities()).tables).toBeInstanceOf(Map);
  });

  it('takes what the user may not read for absent', async () => {
    const role = `lineage_reader_${process.pid}`;
    await opened.sql(`create role ${role} login password '${role}'`);
    onTestFinished(async () => {
      await opened.sql(`drop owned by ${role}`);
      await opened.sql(`drop role ${role}`);
    });
    await opened.sql(`grant usage on schema workflow, auth to ${role}`);
    await opened.sql(`grant select on workflow.async_jobs to ${role}`);
    await opened.sql(`grant select (run_id) on workflow.run_records to ${role}`);
    await opened.sql(`grant select on ingestion.documents to ${role}`);
    const [{ name } = {}] = await opened.sql('select current_database() as name');
    const url = new URL(settings.url);
    url.pathname = `/${name}`;
    url.username = role;
    url.password = role;
    const database = open({ url: url.href });
    const capabilities = await database.capabilities();
    expect([...capabilities.tables.keys()].sort()).toEqual(['workflow.async_jobs', 'workflow.run_records']);
    expect(capabilities.hasColumn('workflow.run_records', 'run_id')).toBe(true);
    expect(capabilities.hasColumn('workflow.run_records', 'status')).toBe(false);
    await expect(ask(database, 'select 1 from auth.streamlit_users')).rejects.toMatchObject({
      code: 'NOT_IN_THIS_DATABASE',
      extensions: { missing: 'streamlit_users' },
    });
  });
});
