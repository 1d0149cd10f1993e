import { describe, expect, it, onTestFinished } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { ObservedDatabase } from '../../src/database/observed-database.ts';
import { Postgres } from '../../src/database/postgres.ts';
import { databaseForTest } from '../support/databases.ts';
import { serverUrl } from '../support/server-url.ts';

const NEVER = new AbortController().signal;
const view = (database: Database, maxBytes = 1_000_000, stop = NEVER) =>
  new ObservedDatabase(database, stop, () => {}, maxBytes);

/** Counts how many statements run at the same time. */
function counting(size: number) {
  let [running, most] = [0, 0];
  const database: Database = {
    label: 'counts',
    size,
    query: async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running -= 1;
      return [];
    },
    capabilities: () => Promise.reject(new Error('not asked')),
    close: async () => {},
  };
  return { database, most: () => most };
}

it.each([
  [10, 5],
  [3, 2],
  [1, 1],
])(
  'of a pool of %i, one request takes %i connections, and all of its statements are answered',
  async (size, share) => {
    const { database, most } = counting(size);
    const request = view(database);
    await Promise.all(Array.from({ length: 150 }, () => request.query({ text: 'select 1', values: [] })));
    expect(most()).toBe(share);
  },
);

it('a failed statement gives its turn on', async () => {
  const { database } = await databaseForTest('empty');
  const request = view(database);
  const wrong = Array.from({ length: 5 }, () => request.query({ text: 'select nothing', values: [] }));
  expect((await Promise.allSettled(wrong)).map(({ status }) => status)).toEqual(Array(5).fill('rejected'));
  expect(await request.query({ text: 'select 1', values: [] })).toEqual([['1']]);
});

it('whoever waits when the request ends is told TIMEOUT, and reaches the database no more', async () => {
  const stop = new AbortController();
  const { database, most } = counting(2);
  const request = view(database, 1000, stop.signal);
  const all = Array.from({ length: 20 }, () => request.query({ text: 'select 1', values: [] }));
  stop.abort();
  const answers = await Promise.allSettled(all);
  expect(answers.at(-1)).toMatchObject({ reason: { code: 'TIMEOUT' } });
  expect(most()).toBeLessThanOrEqual(1);
});

it('the statements of a request share the bytes of its answer; another request has its own', async () => {
  const { database } = await databaseForTest('empty');
  const statement = { text: `select repeat('x', 4000)`, values: [] };
  const request = view(database, 10_000);
  await request.query(statement);
  await request.query(statement);
  await expect(request.query(statement)).rejects.toMatchObject({ code: 'ANSWER_TOO_LARGE' });
  expect(await view(database, 10_000).query(statement)).toHaveLength(1);
});

describe.skipIf(serverUrl === undefined)('over PostgreSQL (needs TEST_DATABASE_URL)', () => {
  it('150 statements of one request wait longer than for a connection, and none fails', async () => {
    const url = serverUrl ?? '';
    const database = new Postgres({ url, poolSize: 4, statementTimeout: 10_000, connectTimeout: 1000 });
    onTestFinished(() => database.close());
    const request = view(database);
    const slow = { text: 'select 1 from pg_sleep(0.04)', values: [] };
    const all = Promise.all(Array.from({ length: 150 }, () => request.query(slow)));
    // Nor does anybody else have to wait for all of them.
    expect(await view(database).query({ text: 'select 2', values: [] })).toEqual([['2']]);
    expect(await all).toHaveLength(150);
  });
});
