import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serverOver, statusOf } from '../support/cluster-server.ts';
import { hasPostgres, PgCluster } from '../support/pg-cluster.ts';

const BOTH = '{ documents(first: 1) { nodes { docId vectors(first: 1) { nodes { rowId } } } } }';

describe.skipIf(!hasPostgres)('a read-only replica (needs the binaries of PostgreSQL)', () => {
  let primary: PgCluster;
  let standby: PgCluster;
  beforeAll(async () => {
    primary = await PgCluster.withDemo();
    standby = await PgCluster.standbyOf(primary);
    await standby.start();
  });
  afterAll(async () => {
    await standby.remove();
    await primary.remove();
  });

  /** Until the standby has all that the primary wrote. */
  async function caughtUp(): Promise<void> {
    const place = await primary.session(async (client) => {
      const { rows } = await client.query<{ place: string }>('select pg_current_wal_lsn()::text as place');
      return rows[0]?.place;
    });
    await standby.session(async (client) => {
      const reached = async (): Promise<boolean> =>
        (await client.query('select 1 where pg_last_wal_replay_lsn() >= $1::pg_lsn', [place])).rowCount === 1;
      while (!(await reached()));
    });
  }

  test('serves like any other database', async () => {
    await caughtUp();
    const server = await serverOver(standby.url);
    expect((await server.data(BOTH)).documents.nodes).toHaveLength(1);
  });

  test('that cancels a statement for the sake of its primary: the caller may ask again, and is served', async () => {
    const server = await serverOver(standby.url);
    const good = await server.data(BOTH);
    const codes: string[] = [];
    await primary.session(async (client) => {
      // The statement reads both tables: it waits for one that the primary holds, and holds the other meanwhile.
      for (const [held, wanted] of [
        ['indexing.vectors', 'ingestion.documents'],
        ['ingestion.documents', 'indexing.vectors'],
      ]) {
        await client.query(`begin; lock table ${held} in access exclusive mode; select pg_switch_wal()`);
        await caughtUp();
        const waiting = server.ask(BOTH);
        await standby.session(async (other) => {
          const query = `select 1 from pg_locks where relation = '${held}'::regclass and not granted`;
          while ((await other.query(query)).rowCount === 0);
        });
        await primary.session((other) =>
          other.query(`begin; lock table ${wanted} in access exclusive mode; commit`),
        );
        await client.query('commit');
        const { errors = [] } = await waiting;
        codes.push(...errors.map(({ extensions }) => extensions.code));
      }
    });
    // Which table it takes first is PostgreSQL's choice: one of the two orders is a conflict, the other just a wait.
    expect(codes).toEqual(['DATABASE_UNAVAILABLE']);
    await caughtUp();
    expect(await server.data(BOTH)).toEqual(good);
  });

  test('that is promoted goes on serving', async () => {
    const server = await serverOver(standby.url);
    const good = await server.data(BOTH);
    await standby.session((client) => client.query('select pg_promote()'));
    expect(await server.data(BOTH)).toEqual(good);
    expect(await statusOf(server, '/ready')).toBe(200);
  });
});
