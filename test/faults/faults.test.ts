import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { serverOver, statusOf } from '../support/cluster-server.ts';
import { hasPostgres, PgCluster } from '../support/pg-cluster.ts';
import { hasPgbouncer, startPgbouncer } from '../support/pgbouncer.ts';
import type { Answer } from '../support/server.ts';

const DOCUMENTS = '{ documents(first: 1) { nodes { docId } } }';
const codesOf = ({ errors = [] }: Answer): readonly string[] =>
  errors.map(({ extensions }) => extensions.code);
const UNAVAILABLE = ['DATABASE_UNAVAILABLE'];

describe.skipIf(!hasPostgres)('a database in trouble (needs the binaries of PostgreSQL)', () => {
  let cluster: PgCluster;
  beforeAll(async () => {
    cluster = await PgCluster.withDemo();
  });
  afterAll(() => cluster.remove());

  /** Another session holds the documents, so that whoever reads them waits. Resolves to what lets go. */
  async function holdDocuments(): Promise<() => Promise<void>> {
    let release = async (): Promise<void> => {};
    const held = new Promise<void>((resolve) => {
      const done = cluster.session(async (client) => {
        await client.query('begin; lock table ingestion.documents in access exclusive mode');
        await new Promise<void>((letGo) => {
          release = async () => {
            letGo();
            await done;
          };
          resolve();
        });
      });
    });
    await held;
    onTestFinished(() => release());
    return () => release();
  }

  /** Sends a request, and waits until its statement waits for the documents; `to` says what to do to its session. */
  async function whileWaiting(
    sent: Promise<Answer>,
    to: (client: pg.Client, pid: number) => Promise<unknown>,
  ) {
    await cluster.session(async (client) => {
      for (;;) {
        const { rows } = await client.query<{ pid: number }>(
          `select pid from pg_stat_activity where wait_event_type = 'Lock' and application_name = 'ragonometrics-lineage-api'`,
        );
        const pid = rows[0]?.pid;
        if (pid !== undefined) return to(client, pid);
      }
    });
    return sent;
  }

  test('that is down at the start: the server says so, and serves as soon as it is up', async () => {
    await cluster.kill('SIGINT');
    const server = await serverOver(cluster.url);
    expect(codesOf(await server.ask(DOCUMENTS))).toEqual(UNAVAILABLE);
    expect([await statusOf(server, '/ready'), await statusOf(server, '/health')]).toEqual([503, 200]);
    await cluster.start();
    expect((await server.data(DOCUMENTS)).documents.nodes).toHaveLength(1);
    expect(await statusOf(server, '/ready')).toBe(200);
  });

  test('a session that is ended in flight', async () => {
    const server = await serverOver(cluster.url);
    const letGo = await holdDocuments();
    const answer = await whileWaiting(server.ask(DOCUMENTS), async (client, pid) => {
      // Reading once more right after a loss is allowed, so the moment in which that is tried must be over.
      await client.query('select pg_sleep(0.2), pg_terminate_backend($1)', [pid]);
    });
    expect(codesOf(answer)).toEqual(UNAVAILABLE);
    await letGo();
    expect((await server.data(DOCUMENTS)).documents.nodes).toHaveLength(1);
  });

  test('a statement that is cancelled', async () => {
    const server = await serverOver(cluster.url);
    const letGo = await holdDocuments();
    const answer = await whileWaiting(server.ask(DOCUMENTS), (client, pid) =>
      client.query('select pg_cancel_backend($1)', [pid]),
    );
    expect(codesOf(answer)).toEqual(['TIMEOUT']);
    await letGo();
    expect((await server.data(DOCUMENTS)).documents.nodes).toHaveLength(1);
  });

  test('a statement that runs out of time', async () => {
    const server = await serverOver(cluster.url, { statementTimeout: 1000 });
    // What the tables are is looked up before one is held.
    await server.data(DOCUMENTS);
    const letGo = await holdDocuments();
    expect(codesOf(await server.ask(DOCUMENTS))).toEqual(['TIMEOUT']);
    await letGo();
    expect((await server.data(DOCUMENTS)).documents.nodes).toHaveLength(1);
  });

  test('an audit of which one kind runs out of time: the others stand', async () => {
    const server = await serverOver(cluster.url, { statementTimeout: 1000 });
    const audit = 'lineageAudit(kinds: [DOCUMENT_WITHOUT_RUN, SHARD_WITHOUT_VECTORS, STUCK_JOB])';
    const READ = `{ ${audit} { kind count oldestAt rows(first: 1) { totalCount nodes { id } } } }`;
    const found = await server.data(READ);
    const letGo = await holdDocuments();
    const { data, errors } = await server.ask(READ);
    const [shards, , jobs] = found.lineageAudit;
    expect(data.lineageAudit).toEqual([
      shards,
      { kind: 'DOCUMENT_WITHOUT_RUN', count: null, oldestAt: null, rows: null },
      jobs,
    ]);
    expect(errors?.map(({ path, extensions }) => [path?.join('.'), extensions.code])).toEqual(
      ['count', 'oldestAt', 'rows'].map((field) => [`lineageAudit.1.${field}`, 'TIMEOUT']),
    );
    await letGo();
    expect(await server.data(READ)).toEqual(found);
  });

  test('a pool without a free connection: those who wait are told, those who hold one are served', async () => {
    const server = await serverOver(cluster.url, { poolSize: 2, connectTimeout: 1000 });
    await server.data(DOCUMENTS);
    const letGo = await holdDocuments();
    const all = Array.from({ length: 6 }, () => server.ask(DOCUMENTS));
    const first = await Promise.race(all);
    expect(codesOf(first)).toEqual(['DATABASE_BUSY']);
    expect([await statusOf(server, '/ready'), await statusOf(server, '/health')]).toEqual([503, 200]);
    await letGo();
    const codes = (await Promise.all(all)).map((answer) => codesOf(answer).join());
    expect(codes.toSorted()).toEqual(['', '', ...Array(4).fill('DATABASE_BUSY')]);
    expect((await server.data(DOCUMENTS)).documents.nodes).toHaveLength(1);
  });

  test('no connection left in PostgreSQL itself', async () => {
    const server = await serverOver(cluster.url);
    await cluster.session(async (client) => {
      await client.query(`create role crowded login connection limit 0; grant pg_read_all_data to crowded`);
    });
    const url = new URL(cluster.url);
    url.username = 'crowded';
    const crowded = await serverOver(url.href);
    expect(codesOf(await crowded.ask(DOCUMENTS))).toEqual(UNAVAILABLE);
    await cluster.session((client) => client.query('alter role crowded connection limit 5'));
    expect(await crowded.data(DOCUMENTS)).toEqual(await server.data(DOCUMENTS));
  });

  test('readiness is told within a bound even when the database hangs', async () => {
    const server = await serverOver(cluster.url, { poolSize: 1, connectTimeout: 60_000 });
    await server.data(DOCUMENTS);
    const letGo = await holdDocuments();
    const waiting = server.ask(DOCUMENTS);
    const before = performance.now();
    expect(await statusOf(server, '/ready')).toBe(503);
    // 2 s, and what a busy machine adds.
    expect(performance.now() - before).toBeLessThan(8000);
    await letGo();
    expect(codesOf(await waiting)).toEqual([]);
    expect(await statusOf(server, '/ready')).toBe(200);
  });

  test.skipIf(!hasPgbouncer)(
    'behind PgBouncer in transaction mode, lost and back again (needs pgbouncer)',
    async () => {
      const settings = ['server_login_retry = 1', 'query_wait_timeout = 2', 'server_connect_timeout = 2'];
      const server = await serverOver(await startPgbouncer(cluster.url, settings), { connectTimeout: 5000 });
      const good = await server.data(DOCUMENTS);
      await cluster.kill('SIGQUIT');
      const answers = await Promise.all(Array.from({ length: 8 }, () => server.ask(DOCUMENTS)));
      for (const answer of answers) expect(codesOf(answer)).toEqual(UNAVAILABLE);
      expect(await statusOf(server, '/ready')).toBe(503);
      await cluster.start();
      while ((await statusOf(server, '/ready')) !== 200);
      expect(await server.data(DOCUMENTS)).toEqual(good);
    },
  );
});
