import pg from 'pg';
import type { Statement } from '../../src/database/database.ts';
import { Postgres } from '../../src/database/postgres.ts';
import { rowsRead, total } from '../support/rows-read.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { StatementCounter } from '../support/statement-counter.ts';
import { median } from './drive.ts';
import { QUESTIONS, type Question } from './questions.ts';
import { missed, say } from './verdict.ts';

const ROUNDS = 5;
/** What a statement may take longer than by hand before the ratio of the two means anything. */
const FLOOR_MS = 5;
const MOST_MS = 1000;

export interface Measured {
  readonly ms: number;
  readonly byHand: number;
  /** How many rows and entries of indexes were read for each row of the answer. */
  readonly readPerRow: number;
}

/** Asks a question of the API and by hand, in turn over one connection, and says what is above the limit. */
export async function measureQuestion(
  { name, query, sql, readsAll }: Question,
  { client, server, database }: Bench,
  limit: number,
): Promise<Measured> {
  database.statements.length = 0;
  const { data, errors } = await server.ask<unknown>(query);
  if (errors) {
    missed.push(`${name}: ${errors.map(({ message }) => message).join(' ')}`);
    return { ms: Number.NaN, byHand: Number.NaN, readPerRow: Number.NaN };
  }
  const statements = database.statements.filter(({ text }) => !text.startsWith('explain'));
  const ours: number[] = [];
  const hand: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    if (sql !== undefined) hand.push(await timed(() => client.query(sql)));
    ours.push(await timed(() => all(client, statements)));
  }
  const [ms, byHand] = [median(ours), hand.length > 0 ? median(hand) : Number.NaN];
  let read = 0;
  for (const one of statements) {
    const plainly = async (text: string, values: readonly unknown[] = []) =>
      (await client.query(text, [...values])).rows;
    read += total(await rowsRead(plainly, one));
  }
  const readPerRow = read / Math.max(1, rowsIn(data));
  if (ms > MOST_MS && !readsAll) missed.push(`${name}: ${ms.toFixed(0)} ms`);
  else if (ms > limit * byHand && ms > byHand + FLOOR_MS)
    missed.push(`${name}: ${ms.toFixed(1)} ms, ${(ms / byHand).toFixed(1)} times by hand, limit ${limit}`);
  return { ms, byHand, readPerRow };
}

/** How many objects an answer has. */
const rowsIn = (value: unknown): number => {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + 1 + rowsIn(one), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum: number, one) => sum + rowsIn(one), 0);
};

interface Bench {
  readonly client: pg.Client;
  readonly server: TestServer;
  readonly database: StatementCounter;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function all(client: pg.Client, statements: readonly Statement[]): Promise<void> {
  for (const { text, values } of statements) await client.query(text, [...values]);
}

/** Over a database: one connection as the API's are, without parallel workers, and a server. */
export async function openBench(url: string): Promise<Bench & { readonly close: () => Promise<void> }> {
  const client = new pg.Client({
    connectionString: url,
    options: '-c jit=off -c TimeZone=UTC -c statement_timeout=20000 -c max_parallel_workers_per_gather=0',
  });
  await client.connect();
  const options = { url, poolSize: 2, statementTimeout: 60_000, connectTimeout: 3000 };
  const database = new StatementCounter(new Postgres(options));
  const server = await startServer(database);
  await database.capabilities();
  const close = async (): Promise<void> => {
    await server.close();
    await database.close();
    await client.end();
  };
  return { client, server, database, close };
}

/** `npm run bench -- --grown`: every list, edge, kind of filter, order, count and answer over a grown database. */
export async function measureGrown(url: string): Promise<void> {
  const bench = await openBench(url);
  say('| | question | ms | by hand | ratio | read for each row |\n|---|---|---|---|---|---|');
  for (const question of QUESTIONS) {
    const { ms, byHand, readPerRow } = await measureQuestion(question, bench, 2);
    const cells = [ms, byHand, ms / byHand, readPerRow].map((one) =>
      Number.isNaN(one) ? '' : one.toFixed(1),
    );
    say(`| ${question.group} | ${question.name} | ${cells.join(' | ')} |`);
  }
  await bench.close();
}
