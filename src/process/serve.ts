import type { Server } from 'node:http';
import type { Config } from '../config/config.ts';
import { shown } from '../config/shown.ts';
import { openDatabase } from '../database/open-database.ts';
import { ConfigError } from '../errors.ts';
import type { Announce } from '../observation/announce.ts';
import { createLogger } from '../observation/logger.ts';
import type { Tracing } from '../observation/tracing.ts';
import { WatchedDatabase } from '../observation/watched-database.ts';
import { createLineageServer } from '../server.ts';
import { Drain } from './drain.ts';
import { startLine } from './start-line.ts';

/** What a process that serves takes from outside. */
export interface Served {
  /** Lets running requests finish, then lets go of everything, so that the process ends by itself. */
  stop(): Promise<void>;
  /** One line for the person who started it: the URL, the database and what it has, whether tokens are needed. */
  startLine(): Promise<string>;
}

/** Opens the database and listens. Rejects with ConfigError where a place is taken or does not exist. */
export async function serve(config: Config, announce: Announce): Promise<Served> {
  const logger = createLogger(config.logLevel);
  const database = new WatchedDatabase(await openDatabase(config, announce), logger);
  const tracing = await openTracing(config.otelEndpoint);
  const stopping = new AbortController();
  const observers = tracing ? [tracing.observe] : [];
  const server = createLineageServer(database, config, logger, observers, stopping.signal);
  const drain = new Drain(server);
  await listen(server, config.port, config.host).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  return {
    startLine: () => startLine(config, urlOf(server, config), database),
    async stop() {
      stopping.abort();
      await drain.stop(config.shutdownDelay);
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

/** Why a port or an address cannot be had, by the code of the system. */
const LISTEN_ERRORS: Readonly<Record<string, (host: string, port: number) => string>> = {
  EADDRINUSE: (host, port) => `PORT ${port} is in use on ${host}; stop what listens there or choose another.`,
  EACCES: (_, port) => `PORT ${port} is not allowed to this user; choose one above 1023.`,
  EADDRNOTAVAIL: (host) => `HOST is ${shown(host)}, which is not an address of this machine.`,
  EAFNOSUPPORT: (host) => `HOST is ${shown(host)}, of a kind that this machine does not have.`,
  EINVAL: (host) => `HOST is ${shown(host)}, which is not an address to listen on.`,
  ENOTFOUND: (host) => `HOST is ${shown(host)}, a name that has no address.`,
  EAI_AGAIN: (host) => `HOST is ${shown(host)}, a name that cannot be looked up at the moment.`,
};

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: Error & { code?: string }) => {
      const words = LISTEN_ERRORS[error.code ?? ''];
      reject(words ? new ConfigError(words(host, port)) : error);
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
