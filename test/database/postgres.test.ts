import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { ByteAllowance } from '../../src/database/byte-allowance.ts';
import { Postgres, type PostgresOptions } from '../../src/database/postgres.ts';
import { closedAfterAll } from '../support/closed-after-all.ts';
import type { TestDatabase } from '../support/databases.ts';
import { serverUrl } from '../support/server-url.ts';
import { TcpProxy } from '../support/tcp-proxy.ts';

describe.skipIf(serverUrl === undefined)('a PostgreSQL (needs TEST_DATABASE_URL)', () => {
  const forAll = closedAfterAll();
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await forAll.database('empty');
  });

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

  const PREPARED = 'select count(*), coalesce(sum(length(statement)), 0) from pg_prepared_statements';

  it('prepares a statement when it comes again, once per connection', async () => {
    const database = open({ poolSize: 1 });
    await ask(database, PID);
    expect(await ask(database, 'select count(*) from pg_prepared_statements')).toBe('0');
    for (let time = 0; time < 3; time += 1) await ask(database, PID);
    expect(await ask(database, PREPARED)).toBe('1');
  });

  it('closes prepared statements that fell out, in PostgreSQL and in the driver', {
    timeout: 120_000,
  }, async () => {
    const database = open({ poolSize: 1 });
    const texts = Array.from({ length: 300 }, (_, index) => `select ${index}::text, pg_backend_pid()`);
    for (const text of [...texts, ...texts]) expect(await ask(database, text)).toBe(text.split(/[ :]/)[1]);
    const [[count, length] = []] = await database.query({ text: PREPARED, values: [] });
    expect(Number(count)).toBe(100);
    expect(Number(length)).toBeLessThan(100 * 60);
    // One that fell out is prepared anew.
    expect(await ask(database, texts[0] ?? '')).toBe('0');
  });

  it('keeps few long texts prepared, and none that is longer than all may be together', async () => {
    const database = open({ poolSize: 1 });
    const long = (id: number, length: number) => `select ${id}::text /*${'x'.repeat(length)}*/`;
    const texts = Array.from({ length: 6 }, (_, index) => long(index, 150_000)).concat(long(9, 550_000));
    for (const text of [...texts, ...texts, ...texts]) await ask(database, text);
    const [[count, length] = []] = await database.query({ text: PREPARED, values: [] });
    expect(Number(count)).toBe(3);
    expect(Number(length)).toBeLessThan(500_000);
  });

  it('cuts off an answer that is larger than its allowance, without holding it in memory', async () => {
    const database = open({ poolSize: 1 });
    await ask(database, 'select 1');
    const before = process.memoryUsage().rss;
    const allowance = new ByteAllowance(1_000_000);
    const big = { text: `select repeat(repeat('x', 1000), 200000)`, values: [], allowance };
    await expect(database.query(big)).rejects.toMatchObject({
      code: 'ANSWER_TOO_LARGE',
      extensions: { limit: 1_000_000 },
    });
    expect(process.memoryUsage().rss - before).toBeLessThan(80_000_000);
    // It was not tried twice, and what is small is answered by a new connection.
    expect(await ask(database, 'select 1')).toBe('1');
    await expect(database.query({ text: 'select 1', values: [], allowance })).rejects.toMatchObject({
      code: 'ANSWER_TOO_LARGE',
    });
  });

  it('counts rows of every size into an allowance that several statements share', async () => {
    const database = open();
    const allowance = new ByteAllowance(1_000_000);
    const rows = { text: `select repeat('x', 100) from generate_series(1, 4000)`, values: [], allowance };
    expect(await database.query(rows)).toHaveLength(4000);
    expect(await database.query(rows)).toHaveLength(4000);
    await expect(database.query(rows)).rejects.toMatchObject({ code: 'ANSWER_TOO_LARGE' });
  });

  it('refuses more parameters than the protocol counts, and does not call the database unavailable', async () => {
    const values = Array.from({ length: 65_536 }, (_, index) => index);
    const text = `select ${values.map((index) => `$${index + 1}::int`).join(' + ')}`;
    await expect(open().query({ text, values })).rejects.toMatchObject({
      code: 'COST_LIMIT_EXCEEDED',
      extensions: { limit: 'parameters', requested: 65_536, allowed: 65_535 },
    });
  });

  it('gives up soon when all connections are busy, says so, and goes on when one is free', async () => {
    const database = open({ poolSize: 1, connectTimeout: 1000, statementTimeout: 4000 });
    await ask(database, 'select 1');
    const busy = ask(database, 'select pg_sleep(60)').catch((error: unknown) => error);
    await expect(ask(database, 'select 1')).rejects.toMatchObject({ code: 'DATABASE_BUSY' });
    expect(await busy).toMatchObject({ code: 'TIMEOUT' });
    expect(await ask(database, 'select 1')).toBe('1');
  });

  describe('whatever the role sets', () => {
    const role = `lineage_odd_${process.pid}`;
    beforeAll(async () => {
      await opened.sql(`create role ${role} login superuser password '${role}'`);
      for (const setting of [
        'extra_float_digits = 0',
        `datestyle = 'SQL, DMY'`,
        `timezone = 'Asia/Tokyo'`,
        'default_transaction_read_only = off',
        'transform_null_equals = on',
        'array_nulls = off',
        `bytea_output = 'escape'`,
        'standard_conforming_strings = off',
        `lock_timeout = '300 ms'`,
      ])
        await opened.sql(`alter role ${role} set ${setting}`);
    });
    afterAll(() => opened.sql(`drop role ${role}`));

    async function openAsRole(): Promise<Postgres> {
      const [{ name } = {}] = await opened.sql('select current_database() as name');
      const url = new URL(settings.url);
      [url.username, url.password, url.pathname] = [role, role, `/${name}`];
      return open({ url: url.href });
    }

    it('values are written and read the same', async () => {
      const text = `select 0.1::float8 + 0.2::float8, timestamptz '2026-02-01 12:00:00+00', null = $1::text,
        to_json($2::text[])::text, '\\x01'::bytea, json_build_array(0.1::float8 + 0.2::float8)::text`;
      expect(await (await openAsRole()).query({ text, values: [null, '{a,NULL}'] })).toEqual([
        [
          '0.30000000000000004',
          '2026-02-01 12:00:00+00',
          null,
          '["a",null]',
          '\\x01',
          '[0.30000000000000004]',
        ],
      ]);
    });

    it('a lock that is not had in time is DATABASE_BUSY', async () => {
      const database = await openAsRole();
      await opened.sql('begin');
      await opened.sql('lock table ingestion.documents in access exclusive mode');
      try {
        await expect(ask(database, 'select count(*) from ingestion.documents')).rejects.toMatchObject({
          code: 'DATABASE_BUSY',
        });
      } finally {
        await opened.sql('rollback');
      }
    });
  });

  it('a row of invalid UTF-8 in a SQL_ASCII database is a stored value at fault, not the caller', async () => {
    const name = `lineage_ascii_${process.pid}`;
    await opened.sql(`create database ${name} encoding 'SQL_ASCII' locale 'C' template template0`);
    onTestFinished(async () => void (await opened.sql(`drop database ${name} with (force)`)));
    const url = new URL(settings.url);
    url.pathname = `/${name}`;
    const writer = new pg.Client(url.href);
    onTestFinished(() => writer.end());
    await writer.connect();
    await writer.query(`create table t (a text); insert into t values (e'caf\\xe9')`);
    const database = open({ url: url.href });
    const query = database.query({ text: 'select a from t where a <> $1', values: ['é'] });
    await expect(query).rejects.toMatchObject({ code: 'STORED_VALUE' });
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
