import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { readConfig } from '../../src/config/config.ts';
import type { Database } from '../../src/database/database.ts';
import { openDatabase } from '../../src/database/open-database.ts';
import { hasPostgres, PgCluster } from '../support/pg-cluster.ts';
import { TcpProxy } from '../support/tcp-proxy.ts';

const WHO = { text: 'select inet_server_port()::text', values: [] };

describe.skipIf(!hasPostgres)('a primary and two replicas (needs the binaries of PostgreSQL)', () => {
  let primary: PgCluster;
  let one: PgCluster;
  let other: PgCluster;
  beforeAll(async () => {
    primary = await PgCluster.withDemo();
    one = await PgCluster.standbyOf(primary);
    other = await PgCluster.standbyOf(primary);
  });
  beforeEach(async () => {
    for (const replica of [one, other]) {
      await replica.kill('SIGQUIT');
      await replica.start();
    }
  });
  afterAll(async () => {
    for (const cluster of [one, other, primary]) await cluster.remove();
  });

  async function open(replicas: readonly string[]): Promise<Database> {
    const config = readConfig({
      DATABASE_URL: primary.url,
      DATABASE_REPLICA_URLS: replicas.join(', '),
      CONNECT_TIMEOUT_MS: '1000',
      STATEMENT_TIMEOUT_MS: '2000',
    });
    const database = await openDatabase(config);
    onTestFinished(() => database.close());
    return database;
  }

  /** The ports of who answers so many statements, one after the other. */
  async function whoAnswers(database: Database, count: number): Promise<number[]> {
    const ports: number[] = [];
    while (ports.length < count) ports.push(Number((await database.query(WHO))[0]?.[0]));
    return ports;
  }

  it('reads the replicas in turn, and the primary not at all', async () => {
    const database = await open([one.url, other.url]);
    const [first = 0, second = 0] = await whoAnswers(database, 2);
    expect([first, second].sort()).toEqual([one.port, other.port].sort());
    expect(await whoAnswers(database, 4)).toEqual([first, second, first, second]);
    expect(database.label).toBe(`PostgreSQL postgres at 127.0.0.1:${primary.port} and 2 replicas`);
  });

  it('leaves out a replica that is killed, without an error, and takes it back when it lives', async () => {
    const database = await open([one.url, other.url]);
    await whoAnswers(database, 4);
    await one.kill('SIGKILL');
    // Its processes find out by themselves, and may answer until then.
    await vi.waitFor(async () => expect(await whoAnswers(database, 10)).not.toContain(one.port));
    await one.start();
    await vi.waitFor(async () => expect(await whoAnswers(database, 2)).toContain(one.port), {
      timeout: 20_000,
      interval: 200,
    });
  });

  it('leaves out a replica that falls silent before callers have to find out', async () => {
    const proxy = await TcpProxy.to(one.port, '127.0.0.1');
    onTestFinished(() => proxy.close());
    const database = await open([`postgres://postgres@127.0.0.1:${proxy.port}/postgres`, other.url]);
    expect(await whoAnswers(database, 2)).toContain(one.port);
    proxy.silence();
    // Two rounds of two seconds: one that asks, one that waits for the answer. Nothing outside shows when they are
    // over, and a statement that asked would find out by itself.
    await new Promise((resolve) => setTimeout(resolve, 5000));
    const began = Date.now();
    expect(await whoAnswers(database, 10)).toEqual(Array(10).fill(other.port));
    // Nobody waited for a connection that does not come.
    expect(Date.now() - began).toBeLessThan(1000);
  });

  it('reads the primary while no replica lives', async () => {
    const database = await open([one.url, other.url]);
    await one.kill('SIGQUIT');
    await other.kill('SIGQUIT');
    expect(await whoAnswers(database, 4)).toEqual(Array(4).fill(primary.port));
    expect((await database.capabilities()).hasTable('indexing.vectors')).toBe(true);
  });

  it('does without the primary while a replica lives', async () => {
    const config = readConfig({
      DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing',
      DATABASE_REPLICA_URLS: one.url,
    });
    const database = await openDatabase(config);
    onTestFinished(() => database.close());
    expect((await database.capabilities()).hasTable('indexing.vectors')).toBe(true);
    await one.kill('SIGQUIT');
    await expect(database.query(WHO)).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
  });

  it('an error of the statement itself is not tried on others', async () => {
    const database = await open([one.url, other.url]);
    const wrong = { text: 'select * from nothing.at_all', values: [] };
    await expect(database.query(wrong)).rejects.toMatchObject({ code: 'NOT_IN_THIS_DATABASE' });
    expect((await whoAnswers(database, 4)).sort()).toEqual(
      [one.port, one.port, other.port, other.port].sort(),
    );
  });

  it('counts the connections of all', async () => {
    const database = await open([one.url, other.url]);
    await whoAnswers(database, 2);
    expect(database.connections?.()).toEqual({ total: 2, idle: 2, waiting: 0 });
  });
});
