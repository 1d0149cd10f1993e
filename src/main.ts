import type { Server } from 'node:http';
import { pino } from 'pino';
import { readConfig } from './config.ts';
import type { Database } from './database/database.ts';
import { openDatabase } from './database/open-database.ts';
import { ConfigError, LineageError } from './errors.ts';
import { createLineageServer } from './server.ts';

/** The process: configuration, database, server, signals. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const logger = pino({ level: config.logLevel });
  const database = await openDatabase(config);
  const server = createLineageServer(database, config, logger);
  await listen(server, config.port, config.host).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void stop(server, database));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : config.port;
  process.stdout.write(
    `Ragonometrics lineage API: http://${config.host}:${port}/graphql (${database.label})\n`,
  );
  await database.capabilities().catch((error: unknown) => {
    if (!(error instanceof LineageError)) throw error;
    process.stderr.write(`${database.label} does not answer yet; callers get ${error.code} until it does.\n`);
  });
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: Error & { code?: string }) => {
      const taken = error.code === 'EADDRINUSE';
      reject(
        taken
          ? new ConfigError(`PORT ${port} is in use on ${host}; stop what listens there or choose another.`)
          : error,
      );
    });
    server.listen(port, host, resolve);
  });
}

/** Running requests finish, idle connections close, then the database; a second signal ends the process at once. */
async function stop(server: Server, database: Database): Promise<void> {
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeIdleConnections();
  });
  await database.close();
}

main().catch((error: unknown) => {
  const line =
    error instanceof ConfigError
      ? error.message
      : `Could not start: ${error instanceof Error ? error.message : error}`;
  process.stderr.write(`${line}\n`);
  process.exitCode = 1;
});
