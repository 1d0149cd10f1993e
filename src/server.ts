import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { sendNodeResponse } from '@whatwg-node/server';
import type { Logger } from 'pino';
import type { Config } from './config/config.ts';
import type { Database } from './database/database.ts';
import { untilStopped } from './deadline.ts';
import { internal, LineageError, notFound } from './errors.ts';
import { sendGraphiql, wantsGraphiql } from './graphiql/serve.ts';
import { createGraphql } from './graphql.ts';
import { chooseAnswerType } from './http/answer-type.ts';
import { forwardedReader } from './http/forwarded.ts';
import { hostCheck } from './http/host.ts';
import { originCheck } from './http/origin.ts';
import { type Arrival, arrival } from './http/request-facts.ts';
import { sendError, statusOf } from './http/send-error.ts';
import { accessLog } from './observation/access-log.ts';
import { Metrics } from './observation/metrics.ts';
import { now, type Observer } from './observation/request-record.ts';
import { statementLog } from './observation/statement-log.ts';
import { knownOperations } from './plugins/known-operations.ts';
import { SECURITY_HEADERS } from './security/headers.ts';
import { EVERYTHING, type Principal } from './security/principal.ts';
import { type Authenticate, authenticator } from './security/token.ts';

const ENDPOINT = '/graphql';

/** Longer than nginx (60 s) and most balancers keep theirs: who closes first must be the one that sends. */
const KEEP_ALIVE_MS = 65_000;

/** How long /ready waits for the database. */
const READY_MS = 2000;

/** The HTTP server over a database: what is not GraphQL, and what is known of a request before Yoga sees it. */
export function createLineageServer(
  database: Database,
  config: Config,
  logger: Logger,
  observers: readonly Observer[] = [],
  stopping?: AbortSignal,
): Server {
  const forwarded = forwardedReader(config.trustProxy);
  const metrics = config.metrics
    ? new Metrics(database, knownOperations(config.persistedOperations))
    : undefined;
  const told = [
    accessLog(logger, config.slowQuery),
    ...(logger.isLevelEnabled('debug') ? [statementLog(logger)] : []),
    ...(metrics ? [metrics.observe] : []),
    ...observers,
  ];
  const authenticate = authenticator(config, (cause) =>
    logger.warn({ err: cause }, 'the keys of JWT_JWKS_URL cannot be fetched'),
  );
  const needsToken = authenticate !== undefined;
  const yoga = createGraphql(database, config, logger, { endpoint: ENDPOINT, needsToken });

  const ownOrigins = config.publicUrl ? [config.publicUrl.origin] : [];
  const checkOrigin = originCheck([...config.corsOrigins, ...ownOrigins], forwarded);
  /** What a browser asks beforehand (OPTIONS) is answered by Yoga. */
  const refusal = ({ method, headers }: IncomingMessage): LineageError | undefined =>
    method === 'OPTIONS' ? undefined : (checkOrigin(headers) ?? chooseAnswerType(headers));

  async function serveGraphql(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const arrived = arrival(req, res, config.requestTimeout);
    res.setHeader('x-request-id', arrived.requestId);
    const refused = refusal(req);
    if (refused) return answerError(arrived, res, refused);
    try {
      // Where nobody has to say who they are, everyone may read everything.
      const identity = authenticate ? await identify(req.headers, authenticate) : EVERYTHING;
      if (!(identity instanceof Error)) arrived.record.caller = identity.caller;
      const facts = { ...arrived, identity };
      const response = await yoga.handleNodeRequestAndResponse(req, res, { req, res, facts });
      tell(arrived, response.status);
      await sendNodeResponse(response, res, req, true);
    } catch (error) {
      // Yoga's own way would be to send the stack.
      logger.error({ requestId: arrived.requestId, err: error }, 'request failed');
      if (!res.headersSent) answerError(arrived, res, internal(arrived.requestId));
    }
  }

  /** Observers are told before the caller is: who has an answer finds its request in the metrics. */
  function tell({ record }: Arrival, status: number): void {
    record.status = status;
    record.ms = now() - record.start;
    for (const observe of told) observe(record);
  }

  function answerError(arrived: Arrival, res: ServerResponse, error: LineageError): void {
    arrived.record.codes = [error.code];
    tell(arrived, statusOf(error));
    sendError(res, error);
  }

  /** Tells of what never reached GraphQL, too. */
  function refuse(req: IncomingMessage, res: ServerResponse, error: LineageError): void {
    const arrived = arrival(req, res, config.requestTimeout);
    res.setHeader('x-request-id', arrived.requestId);
    answerError(arrived, res, error);
  }

  const checkHost = hostCheck(config.host, needsToken, config.publicUrl?.origin);
  const checkForwarded = hostCheck(config.host, needsToken, config.publicUrl?.origin, 'X-Forwarded-Host');
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
    for (const [name, value] of SECURITY_HEADERS) response.setHeader(name, value);
    const proxied = forwarded(request.headers);
    const wrongHost = checkHost(request.headers.host) ?? checkForwarded(proxied.host);
    if (wrongHost) return refuse(request, response, wrongHost);
    const prefix = config.publicUrl?.path || proxied.prefix;
    // A proxy may pass the public path on, or take it off.
    if (prefix !== '' && request.url?.startsWith(`${prefix}/`))
      request.url = request.url.slice(prefix.length);
    const path = request.url?.split('?', 1)[0] ?? '';
    if (path === '/health') return sendStatus(response, 200, 'alive');
    if (path === '/ready') return sendReadiness(database, response, stopping);
    if (path === '/metrics' && metrics) return sendMetrics(metrics, response);
    if (path === '/') return redirect(response, `${prefix}${ENDPOINT}`);
    if (config.graphiql && wantsGraphiql(ENDPOINT, path, request))
      return sendGraphiql(path, request, response).catch(() => {
        refuse(request, response, notFound('Not found; npm run graphiql builds GraphiQL.'));
      });
    if (path === ENDPOINT || path === `${ENDPOINT}/`) return serveGraphql(request, response);
    refuse(request, response, notFound(`Nothing is here; send queries to ${ENDPOINT}.`));
  });
  // Plugins let go of what they hold open, or the process would not end.
  server.once('close', () => void yoga.dispose());
  return server;
}

/** Who asks, or the error that says why they are refused. */
async function identify(
  { authorization }: IncomingHttpHeaders,
  authenticate: Authenticate,
): Promise<Principal | Error> {
  try {
    return await authenticate(authorization ?? null);
  } catch (error) {
    return error instanceof Error ? error : new Error('authentication failed', { cause: error });
  }
}

function sendStatus(response: ServerResponse, status: number, text: string, code?: string): void {
  const body = JSON.stringify({ status: text, ...(code !== undefined && { code }) });
  response.writeHead(status, { 'content-type': 'application/json' }).end(body);
}

async function sendMetrics(metrics: Metrics, response: ServerResponse): Promise<void> {
  try {
    const text = await metrics.text();
    response.writeHead(200, { 'content-type': metrics.contentType }).end(text);
  } catch {
    sendStatus(response, 503, 'the metrics cannot be gathered');
  }
}

/** Says why it is not ready by a code only: the log has the words. */
async function sendReadiness(
  database: Database,
  response: ServerResponse,
  stopping: AbortSignal | undefined,
): Promise<void> {
  if (stopping?.aborted) return sendStatus(response, 503, 'this server stops', 'STOPPING');
  try {
    const answer = database.query({ text: 'select 1', values: [] });
    await untilStopped(answer, AbortSignal.timeout(READY_MS));
    sendStatus(response, 200, 'ready');
  } catch (error) {
    const code = error instanceof LineageError ? error.code : 'INTERNAL_SERVER_ERROR';
    sendStatus(response, 503, 'the database does not answer', code);
  }
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location }).end();
}
