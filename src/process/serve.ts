import { once } from 'node:events';
import type { Server } from 'node:http';
import type { Config } from '../config/config.ts';
import { openDatabase } from '../database/open-database.ts';
import { ConfigError } from '../errors.ts';
import { createLogger } from '../observation/logger.ts';
import type { Tracing } from '../observation/tracing.ts';
import { createLineageServer } from '../server.ts';
import { startLine } from './start-line.ts';

/** What a process that serves takes from outside. */
export interface Served {
  /** Lets running requests finish, then lets go of everything, so that the process ends by itself. */
  stop(): Promise<void>;
  /** One line for the person who started it: the URL, the database and what it has, whether tokens are needed. */
  startLine(): Promise<string>;
}

/** How long running requests may take when the process is told to stop; statements end sooner by their own timeout. */
const DRAIN_MS = 20_000;

/** Opens the database and listens. Rejects with ConfigError where a place is taken. */
export async function serve(config: Config): Promise<Served> {
  const logger = createLogger(config.logLevel);
  const database = await openDatabase(config);
  const tracing = await openTracing(config.otelEndpoint);
  const server = createLineageServer(database, config, logger, tracing ? [tracing.observe] : []);
  await listen(server, config.port, config.host).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  return {
    startLine: () => startLine(config, urlOf(server, config), database),
    async stop() {
      await drain(server);
      await database.close();
      await tracing?.close();
    },
  };
}

/** Loaded only where spans are wanted: it takes some 20 MB. */
async function openTracing(endpoint: string | undefined): Promise<Tracing | undefined> {
  if (endpoint === undefined) return undefined;
  const { startTracing } = await import('../observation/tracing.ts');
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

function urlOf(server: Server, config: Config): string {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  return `http://${host}:${port}/graphql`;
}

async function drain(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  // A kept-alive connection becomes idle when its request has its answer; Node would keep it for seconds more.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const limit = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await closed;
  clearInterval(sweep);
  clearTimeout(limit);
}
