import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { databaseForTest } from '../support/databases.ts';
import { serverForTest } from '../support/server-test.ts';
import { serverUrl } from '../support/server-url.ts';

// PGlite runs statements inside this process, which cannot do anything else meanwhile.
describe.skipIf(serverUrl === undefined)('on a PostgreSQL (needs TEST_DATABASE_URL)', () => {
  const QUERY = '{ documents { totalCount } __typename citecCacheEntries { totalCount } }';

  /** A server whose statements over documents wait until the test is done. */
  async function blocked(requestTimeout: number) {
    const { database, exec, sql } = await databaseForTest('empty');
    const server = await serverForTest(database, { requestTimeout });
    await database.capabilities();
    await exec('begin; lock table ingestion.documents in access exclusive mode');
    onTestFinished(async () => void (await exec('rollback')));
    const waiting = async (): Promise<number> => {
      const rows = await sql(
        `select count(*) from pg_locks where not granted and relation = 'ingestion.documents'::regclass`,
      );
      return Number(rows[0]?.count);
    };
    const until = async (number: number): Promise<void> => {
      while ((await waiting()) !== number) await sleep(20);
    };
    return { server, until, waiting };
  }

  it('a request whose time is up gets TIMEOUT where it waits, the rest, and leaves nothing running', async () => {
    const { server, until } = await blocked(3000);
    const { data, errors } = await server.ask(QUERY);
    expect(data).toEqual({ documents: null, __typename: 'Query', citecCacheEntries: { totalCount: 0 } });
    expect(errors).toMatchObject([{ path: ['documents'], extensions: { code: 'TIMEOUT' } }]);
    // PostgreSQL takes a moment to end what it is told to cancel; one that goes on runs into the test's own time limit.
    await until(0);
  });

  it('a request whose caller goes away is stopped in the database', async () => {
    const { server, until } = await blocked(60_000);
    const gone = new AbortController();
    const answer = fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: QUERY }),
      signal: gone.signal,
    });
    await until(1);
    gone.abort();
    await expect(answer).rejects.toThrow();
    await until(0);
  });

  it('the connection serves the next request', async () => {
    const { server } = await blocked(200);
    for (let times = 0; times < 20; times += 1) {
      const [stopped, served] = await Promise.all([
        server.ask('{ documents { totalCount } }'),
        server.ask('{ citecCacheEntries { totalCount } }'),
      ]);
      expect(stopped.errors?.[0]?.extensions.code).toBe('TIMEOUT');
      expect(served.data).toEqual({ citecCacheEntries: { totalCount: 0 } });
    }
  });
});
