import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Contestant, start } from '../bench/server-process.ts';
import { hasPostgres, PgCluster } from '../support/pg-cluster.ts';
import { load } from './load.ts';

/** A busy machine may need more than three seconds for those who wait for a connection. */
const PATIENT = { CONNECT_TIMEOUT_MS: '15000' };

describe.skipIf(!hasPostgres)('200 connections for ten seconds (needs the binaries of PostgreSQL)', () => {
  let cluster: PgCluster;
  let server: Contestant;
  beforeAll(async () => {
    cluster = await PgCluster.withDemo();
    server = await start('the API', 'src/main.ts', cluster.url, 'load', PATIENT);
  });
  afterAll(async () => {
    await server.stop();
    await cluster.remove();
  });

  test('of which one request in a hundred is hostile: all others are served, and memory stays in bounds', async () => {
    const { good, failed, hostile, refused, memory } = await load(server.url, server.pid ?? 0, 200, 10);
    expect(failed).toEqual([]);
    expect(good).toBeGreaterThan(500);
    expect(hostile).toBeGreaterThan(5);
    expect([...refused.keys()].filter((kind) => kind.startsWith('500'))).toEqual([]);
    expect(Math.max(...memory)).toBeLessThan(700);
    expect(await (await fetch(new URL('/ready', server.url))).json()).toEqual({ status: 'ready' });
  }, 120_000);
});
