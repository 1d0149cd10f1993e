import { once } from 'node:events';
import type { Server } from 'node:http';
import { parseArgs } from 'node:util';
import { readConfig } from './config.ts';
import { openDatabase } from './database/open-database.ts';
import { ConfigError, LineageError } from './errors.ts';
import { createLogger } from './observation/logger.ts';
import type { Tracing } from './observation/tracing.ts';
import { createLineageServer } from './server.ts';
import { usage } from './usage.ts';

/** The process: configuration, database, server, signals. */
async function main(): Promise<void> {
  const { values: options } = parseArgs({
    options: { help: { type: 'boolean', short: 'h', default: false } },
  });
  if (options.help) return void process.stdout.write(usage());
  const config = readConfig(process.env);
  const logger = createLogger(config.logLevel);
  const database = await openDatabase(config);
  const tracing = await openTracing(config.otelEndpoint);
  const server = createLineageServer(database, config, logger, tracing ? [tracing.observe] : []);
  await listen(server, config.port, config.host).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  stopOnSignal(server, async () => {
    await database.close();
    await tracing?.close();
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : config.port;
  process.stdout.write(
    `Ragonometrics lineage API: http://${config.host}:${port}/graphql (${database.label})\n`,
  );
  await database.capabilities().catch((error: unknown) => {
    const known = error instanceof LineageError ? `callers get ${error.code} until it does` : String(error);
    process.stderr.write(`${database.label} does not answer yet; ${known}.\n`);
  });
}

/** Loaded only where spans are wanted: it takes some 20 MB. */
async function openTracing(endpoint: string | undefined): Promise<Tracing | undefined> {
  if (endpoint === undefined) return undefined;
  const { startTracing } = await import('./observation/tracing.ts');
  return startTracing(endpoint);
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

/** How long running requests may take when the process is told to stop; statements end sooner by their own timeout. */
const DRAIN_MS = 20_000;

/** The first signal lets running requests finish, then lets go of the rest; the second ends the process at once. */
function stopOnSignal(server: Server, release: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      void stop(server, release);
    });
  }
}

async function stop(server: Server, release: () => Promise<void>): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  // A kept-alive connection becomes idle when its request has its answer; Node would keep it for seconds more.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const limit = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await closed;
  clearInterval(sweep);
  clearTimeout(limit);
  await release();
}

main().catch((error: unknown) => {
  const line =
    error instanceof ConfigError || error instanceof TypeError
      ? error.message
      : `Could not start: ${error instanceof Error ? error.message : error}`;
  process.stderr.write(`${line}\n`);
  process.exitCode = 1;
});
