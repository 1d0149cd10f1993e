import { createServer, type Server, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLRUCache, createYoga } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { Config } from './config/config.ts';
import { createContext } from './context.ts';
import type { Database } from './database/database.ts';
import { sendGraphiql, wantsGraphiql } from './graphiql/serve.ts';
import { accessLog } from './observation/access-log.ts';
import { Metrics } from './observation/metrics.ts';
import type { Observer } from './observation/request-record.ts';
import { statementLog } from './observation/statement-log.ts';
import type { ServerContext } from './plugins/server-context.ts';
import { useApq } from './plugins/use-apq.ts';
import { useBodyLimit } from './plugins/use-body-limit.ts';
import { useBudget } from './plugins/use-budget.ts';
import { useCompiledExecution } from './plugins/use-compiled-execution.ts';
import { useCsrfGuard } from './plugins/use-csrf-guard.ts';
import { useDeadline } from './plugins/use-deadline.ts';
import { useErrorCodes } from './plugins/use-error-codes.ts';
import { useIntrospectionSwitch } from './plugins/use-introspection-switch.ts';
import { useLimits } from './plugins/use-limits.ts';
import { observed, useObservation } from './plugins/use-observation.ts';
import { usePersistedOnly } from './plugins/use-persisted-only.ts';
import { principalOf, usePrincipal } from './plugins/use-principal.ts';
import { useRequestId } from './plugins/use-request-id.ts';
import { schema } from './schema/schema.ts';
import { SECURITY_HEADERS } from './security/headers.ts';
import { authenticator } from './security/token.ts';

const ENDPOINT = '/graphql';
/** The walk with its variables takes 2 kB. */
const BODY_LIMIT = 256 * 1024;
/** Documents that are kept parsed, validated and compiled: about 0.2 MB each for one like the walk. */
const DOCUMENTS_KEPT = 250;

/** How long /ready waits for the database. */
const READY_MS = 2000;

/** The HTTP server over a database. Plugins stand in the order in which a request meets them. */
export function createLineageServer(
  database: Database,
  config: Config,
  logger: Logger,
  observers: readonly Observer[] = [],
): Server {
  const metrics = config.metrics ? new Metrics(database) : undefined;
  const yoga = createYoga<ServerContext>({
    schema,
    context: ({ request }) =>
      createContext(
        observed(database, request, config.maxAnswerBytes),
        principalOf(request),
        config.secrets.sessionDigestKey,
      ),
    graphqlEndpoint: ENDPOINT,
    graphiql: false,
    landingPage: false,
    multipart: false,
    logging: false,
    // use-error-codes.ts masks.
    maskedErrors: false,
    // use-body-limit.ts limits.
    maxRequestBodySize: false,
    parserAndValidationCache: {
      documentCache: createLRUCache({ max: DOCUMENTS_KEPT }),
      errorCache: createLRUCache({ max: DOCUMENTS_KEPT }),
    },
    cors:
      config.corsOrigins.length > 0
        ? { origin: [...config.corsOrigins], methods: ['GET', 'POST', 'OPTIONS'] }
        : false,
    plugins: [
      // the request
      useDeadline(config.requestTimeout),
      usePrincipal(authenticator(config)),
      useCsrfGuard(config.corsOrigins),
      useBodyLimit(BODY_LIMIT),
      config.persistedOnly ? usePersistedOnly(config.persistedOperations) : useApq(),
      // validation
      useIntrospectionSwitch(config.introspection),
      // before execution
      useLimits(config),
      useBudget(config.costPerMinute, config.secrets.budgetRedisUrl),
      // execution
      useCompiledExecution(),
      // the answer
      useErrorCodes(logger),
      useRequestId(),
      useObservation([
        accessLog(logger, config.slowQuery),
        ...(logger.isLevelEnabled('debug') ? [statementLog(logger)] : []),
        ...(metrics ? [metrics.observe] : []),
        ...observers,
      ]),
    ],
  });
  const server = createServer((request, response) => {
    for (const [name, value] of SECURITY_HEADERS) response.setHeader(name, value);
    const path = request.url?.split('?', 1)[0] ?? '';
    if (path === '/health') return sendStatus(response, 200, 'alive');
    if (path === '/ready') return sendReadiness(database, response);
    if (path === '/metrics' && metrics) return sendMetrics(metrics, response);
    if (path === '/') return redirect(response);
    if (!config.graphiql || !wantsGraphiql(ENDPOINT, path, request)) return yoga(request, response);
    sendGraphiql(path, request, response).catch(() => {
      sendStatus(response, 404, 'not there; npm run graphiql builds GraphiQL');
    });
  });
  // Plugins let go of what they hold open, or the process would not end.
  server.once('close', () => void yoga.dispose());
  return server;
}

function sendStatus(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ status: text }));
}

async function sendMetrics(metrics: Metrics, response: ServerResponse): Promise<void> {
  try {
    const text = await metrics.text();
    response.writeHead(200, { 'content-type': metrics.contentType }).end(text);
  } catch {
    sendStatus(response, 503, 'the metrics cannot be gathered');
  }
}

async function sendReadiness(database: Database, response: ServerResponse): Promise<void> {
  try {
    const answer = database.query({ text: 'select 1', values: [] });
    await Promise.race([answer, sleep(READY_MS, undefined, { ref: false }).then(() => Promise.reject())]);
    sendStatus(response, 200, 'ready');
  } catch {
    sendStatus(response, 503, 'the database does not answer');
  }
}

function redirect(response: ServerResponse): void {
  response.writeHead(302, { location: ENDPOINT }).end();
}
