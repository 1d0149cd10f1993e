import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { Postgres } from '../../src/database/postgres.ts';
import { freePort } from '../support/free-port.ts';

// Needs no PostgreSQL: what listens here is none, or nothing does.

const SELECT = { text: 'select 1', values: [] };

function open(port: number): Postgres {
  const url = `postgres://reader:pa55word@127.0.0.1:${port}/papers`;
  const database = new Postgres({ url, poolSize: 2, statementTimeout: 60_000, connectTimeout: 200 });
  onTestFinished(() => database.close());
  return database;
}

/** A server on a free port that answers each connection with these bytes, or never. */
async function listen(answer?: string): Promise<number> {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    if (answer !== undefined) socket.once('data', () => socket.end(answer));
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return address.port;
}

const refusal = { code: 'DATABASE_UNAVAILABLE', message: 'The database cannot be reached at the moment.' };

it('says so when nothing listens', async () => {
  const database = open(await freePort());
  await expect(database.query(SELECT)).rejects.toMatchObject({ ...refusal, cause: { code: 'ECONNREFUSED' } });
  await expect(database.capabilities()).rejects.toMatchObject(refusal);
});

it('says so when what listens never answers, without waiting for the statement timeout', async () => {
  const database = open(await listen());
  // More callers than connections: those in the queue get the same answer.
  const answers = await Promise.allSettled(Array.from({ length: 10 }, () => database.query(SELECT)));
  for (const answer of answers) expect(answer).toMatchObject({ status: 'rejected', reason: refusal });
});

it.each(['HTTP/1.1 400 Bad Request\r\n\r\n', ''])(
  'says so when what listens is no PostgreSQL: %j',
  async (answer) => {
    const database = open(await listen(answer));
    await expect(database.query(SELECT)).rejects.toMatchObject(refusal);
  },
);

it('is named without user or password', () => {
  expect(open(5432).label).toBe('PostgreSQL papers at 127.0.0.1:5432');
});
