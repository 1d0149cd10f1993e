import { createLRUCache, createYoga, type YogaServerInstance } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { Config } from './config/config.ts';
import { createContext } from './context.ts';
import type { Database } from './database/database.ts';
import { principalOf, type ServerContext } from './http/request-facts.ts';
import { useApq } from './plugins/use-apq.ts';
import { useBudget } from './plugins/use-budget.ts';
import { useCompiledExecution } from './plugins/use-compiled-execution.ts';
import { useCompression } from './plugins/use-compression.ts';
import { useErrorCodes } from './plugins/use-error-codes.ts';
import { useLimits } from './plugins/use-limits.ts';
import { useNoIntrospection } from './plugins/use-no-introspection.ts';
import { observed, useObservation } from './plugins/use-observation.ts';
import { usePersistedOnly } from './plugins/use-persisted-only.ts';
import { usePrincipal } from './plugins/use-principal.ts';
import { useRequestParser } from './plugins/use-request-parser.ts';
import { useValidationCache } from './plugins/use-validation-cache.ts';
import { readOwnPrices } from './prices/own-prices.ts';
import { PriceBook } from './prices/price-book.ts';
import { schema } from './schema/schema.ts';

/** The walk with its variables takes 2 kB. */
const BODY_LIMIT = 256 * 1024;
/** Documents that are kept parsed, validated and compiled: about 0.2 MB each for one like the walk. */
const DOCUMENTS_KEPT = 250;

/** GraphQL over a database, by Yoga. Plugins stand in the order in which a request meets them. */
export function createGraphql(
  database: Database,
  config: Config,
  logger: Logger,
  { endpoint, needsToken }: { readonly endpoint: string; readonly needsToken: boolean },
): YogaServerInstance<ServerContext, object> {
  const prices = new PriceBook(
    database,
    config.pricesFile === undefined ? [] : readOwnPrices(config.pricesFile),
  );
  return createYoga<ServerContext, object>({
    schema,
    context: ({ facts }) =>
      createContext(
        observed(database, facts, config.maxAnswerBytes),
        prices,
        principalOf(facts),
        config.secrets.sessionDigestKey,
      ),
    graphqlEndpoint: endpoint,
    graphiql: false,
    landingPage: false,
    // It compares ends of addresses, of which callers write the last part; ours is /health.
    healthCheckEndpoint: '\n',
    multipart: false,
    logging: false,
    // use-error-codes.ts masks.
    maskedErrors: false,
    // use-request-parser.ts limits.
    maxRequestBodySize: false,
    parserAndValidationCache: {
      documentCache: createLRUCache({ max: DOCUMENTS_KEPT }),
      errorCache: createLRUCache({ max: DOCUMENTS_KEPT }),
      // use-validation-cache.ts caches.
      validationCache: false,
    },
    cors:
      config.corsOrigins.length > 0
        ? { origin: [...config.corsOrigins], methods: ['GET', 'POST', 'OPTIONS'] }
        : false,
    // A plugin that has nothing to do is left out: each hook costs every request.
    plugins: [
      // the request
      ...(needsToken ? [usePrincipal()] : []),
      useRequestParser(BODY_LIMIT),
      config.persistedOnly ? usePersistedOnly(config.persistedOperations) : useApq(),
      // validation
      useValidationCache(),
      ...(config.introspection ? [] : [useNoIntrospection()]),
      // before execution
      useLimits(config),
      ...(config.costPerMinute === undefined
        ? []
        : [useBudget(config.costPerMinute, config.secrets.budgetRedisUrl)]),
      // execution
      useCompiledExecution(),
      // the answer
      useErrorCodes(logger),
      useObservation(),
      ...(config.compression ? [useCompression()] : []),
    ],
  });
}
