import { onTestFinished } from 'vitest';
import { Postgres, type PostgresOptions } from '../../src/database/postgres.ts';
import { startServer, type TestServer } from './server.ts';

/** A server for one test over a PostgreSQL that the test may harm; not patient. */
export async function serverOver(
  url: string,
  options: Partial<Omit<PostgresOptions, 'url'>> = {},
): Promise<TestServer> {
  const database = new Postgres({
    url,
    poolSize: 4,
    statementTimeout: 10_000,
    connectTimeout: 1000,
    ...options,
  });
  const server = await startServer(database);
  onTestFinished(async () => {
    await server.close();
    await database.close();
  });
  return server;
}

export const statusOf = async ({ url }: TestServer, path: string): Promise<number> =>
  (await fetch(`${url}${path}`)).status;
