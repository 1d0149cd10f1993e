import { type KeyObject, randomBytes } from 'node:crypto';
import { publicKey, sharedSecret } from '../security/token-key.ts';
import {
  anyText,
  host,
  httpsUrl,
  oneOf,
  onOrOff,
  origins,
  type PublicUrl,
  place,
  plainUrl,
  postgresUrl,
  postgresUrls,
  publicUrl,
  redisUrl,
  saying,
  whole,
} from './parsers.ts';
import { secret, setting } from './setting.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

/** Every setting, in the order in which people look for them. docs/settings.md and `--help` are made of this. */
export const SETTINGS = {
  databaseUrl: secret<string | undefined>({
    name: 'DATABASE_URL',
    meaning: 'The Ragonometrics database. It is only read: never migrated, never seeded, never written to.',
    takes: postgresUrl,
    without: 'an embedded database with demo data',
    value: undefined,
  }),
  databaseReplicaUrls: secret<readonly string[]>({
    name: 'DATABASE_REPLICA_URLS',
    meaning:
      'Read replicas of DATABASE_URL: statements go to them in turn, past those that do not answer, and to DATABASE_URL when none does.',
    danger: 'Replicas lag: what was written a moment ago may not be there yet.',
    takes: postgresUrls,
    without: 'DATABASE_URL is read',
    value: [],
  }),
  dataDir: setting({
    name: 'DATA_DIR',
    meaning: 'Where the embedded database lives.',
    danger: 'One server per folder; a second one is refused.',
    takes: saying('a folder', place),
    value: '.data',
  }),
  host: setting({
    name: 'HOST',
    meaning: 'The address to listen on. While no token is configured, only a loopback address is accepted.',
    takes: host,
    value: '127.0.0.1',
  }),
  publicUrl: setting<PublicUrl | undefined>({
    name: 'PUBLIC_URL',
    meaning:
      'Where browsers reach this server through a proxy. GraphiQL, redirects and links follow its path; its origin is not foreign.',
    takes: publicUrl,
    without: 'the address of HOST and PORT',
    value: undefined,
  }),
  trustProxy: setting({
    name: 'TRUST_PROXY',
    meaning:
      'Whether a proxy in front sets X-Forwarded-Host, X-Forwarded-Proto and X-Forwarded-Prefix. Redirects follow them, and pages of that address are not foreign.',
    danger: 'Only where nobody else reaches the port: anyone can send these headers.',
    takes: onOrOff,
    value: false,
  }),
  port: setting({
    name: 'PORT',
    meaning: 'The port to listen on.',
    takes: saying('0 to 65535; 0 picks a free one', whole(0, 65_535)),
    value: 4000,
  }),
  workers: setting({
    name: 'WORKERS',
    meaning: 'How many processes serve on this port; about one for each core.',
    danger: 'Each takes memory and POOL_SIZE connections of its own.',
    takes: saying('1 to 64; the embedded database serves one', whole(1, 64)),
    value: 1,
  }),
  poolSize: setting({
    name: 'POOL_SIZE',
    meaning: 'The largest number of connections to a database, for each process.',
    danger: 'All processes together must stay below the max_connections of PostgreSQL.',
    takes: whole(1, 500),
    value: 10,
  }),
  statementTimeout: setting({
    name: 'STATEMENT_TIMEOUT_MS',
    meaning: 'The longest time that a statement may take, in milliseconds; the database then stops it.',
    takes: whole(1, 3_600_000),
    value: 15_000,
  }),
  connectTimeout: setting({
    name: 'CONNECT_TIMEOUT_MS',
    meaning:
      'The longest time that a request waits for a connection, in milliseconds; then it fails with DATABASE_UNAVAILABLE, or with DATABASE_BUSY if all are in use.',
    takes: whole(1, 60_000),
    value: 3000,
  }),
  jwtJwksUrl: secret<string | undefined>({
    name: 'JWT_JWKS_URL',
    meaning: 'Where the identity provider publishes its keys. Tokens signed by one of them are taken.',
    danger: 'Give JWT_AUDIENCE too, or tokens that it made for other services are taken.',
    takes: httpsUrl,
    value: undefined,
  }),
  jwtPublicKey: secret<KeyObject | undefined>({
    name: 'JWT_PUBLIC_KEY',
    meaning: 'The public key of the issuer of tokens.',
    takes: {
      words: 'a public key as PEM: RSA of 2048 bits or more, P-256, P-384, P-521 or Ed25519',
      read: publicKey,
    },
    value: undefined,
  }),
  jwtSecret: secret<string | undefined>({
    name: 'JWT_SECRET',
    meaning: 'The secret with which tokens are signed (HS256), as `npm run token` does.',
    danger: 'Anyone who has it can make tokens.',
    takes: { words: 'a text of 32 bytes or more', read: sharedSecret },
    value: undefined,
  }),
  jwtIssuer: setting<string | undefined>({
    name: 'JWT_ISSUER',
    meaning: 'Who must have issued a token (iss).',
    takes: anyText,
    without: 'anyone with the key',
    value: undefined,
  }),
  jwtAudience: setting<string | undefined>({
    name: 'JWT_AUDIENCE',
    meaning: 'For whom a token must be (aud).',
    takes: anyText,
    without: 'anyone',
    value: undefined,
  }),
  jwtClockTolerance: setting({
    name: 'JWT_CLOCK_TOLERANCE_S',
    meaning: 'How many seconds the clocks of server and issuer may differ.',
    takes: whole(0, 300),
    value: 5,
  }),
  maxCost: setting({
    name: 'MAX_COST',
    meaning:
      'The highest cost of a query. The cost is about the number of objects that it may return: sizes of nested lists are multiplied.',
    danger: 'A query of the highest cost must fit into memory.',
    takes: whole(1, 100_000_000),
    value: 100_000,
  }),
  maxDepth: setting({
    name: 'MAX_DEPTH',
    meaning: 'How many levels deep a query may be; an edge takes two.',
    takes: whole(1, 100),
    value: 20,
  }),
  maxAnswerBytes: setting({
    name: 'MAX_ANSWER_BYTES',
    meaning: 'How many bytes of rows one answer may read from the database.',
    danger: 'Each request that runs may hold a few times as many in memory.',
    takes: whole(1000, 1_000_000_000),
    value: 32_000_000,
  }),
  requestTimeout: setting({
    name: 'REQUEST_TIMEOUT_MS',
    meaning: 'The longest time that a request may take, in milliseconds; then it is answered with TIMEOUT.',
    takes: whole(1, 3_600_000),
    value: 30_000,
  }),
  costPerMinute: setting<number | undefined>({
    name: 'COST_PER_MINUTE',
    meaning: 'The highest cost of all queries of one caller (the subject of the token) within a minute.',
    danger: 'Callers whose tokens have the same subject, or none, share one budget.',
    takes: whole(1, 1_000_000_000),
    without: 'no limit',
    value: undefined,
  }),
  budgetRedisUrl: secret<string | undefined>({
    name: 'BUDGET_REDIS_URL',
    meaning: 'A Redis in which all processes keep the budgets of COST_PER_MINUTE together.',
    takes: redisUrl,
    without: 'the processes of one server share them in memory',
    value: undefined,
  }),
  persistedOnly: setting({
    name: 'PERSISTED_ONLY',
    meaning:
      'Whether only the operations of a manifest are served. If false, any query is served, and automatic persisted queries are accepted.',
    takes: onOrOff,
    value: false,
  }),
  persistedOperations: setting({
    name: 'PERSISTED_OPERATIONS',
    meaning: 'The manifest of PERSISTED_ONLY, as codegen writes it: a JSON object of SHA-256 and query.',
    takes: saying('a file', place),
    value: 'examples/generated/persisted-documents.json',
  }),
  pricesFile: setting<string | undefined>({
    name: 'PRICES_FILE',
    meaning:
      'Prices of models that go before the kept list: a JSON array of { model, from, until, inputUsdPerMillion, outputUsdPerMillion } or { model, from, until, discount }.',
    takes: saying('a file', place),
    without: 'the kept list alone',
    value: undefined,
  }),
  corsOrigins: setting<readonly string[]>({
    name: 'CORS_ORIGINS',
    meaning: 'The origins of web pages that may send requests. By default none may.',
    takes: origins,
    value: [],
  }),
  compression: setting({
    name: 'COMPRESSION',
    meaning:
      'Whether answers of more than 4 kB are compressed for callers who accept it. Switch it off where a proxy in front compresses.',
    takes: onOrOff,
    value: true,
  }),
  graphiql: setting({
    name: 'GRAPHIQL',
    meaning: 'Whether browsers get the GraphiQL page at /graphql.',
    takes: onOrOff,
    value: true,
  }),
  introspection: setting({
    name: 'INTROSPECTION',
    meaning: 'Whether callers may read the schema by introspection; GraphiQL needs it.',
    takes: onOrOff,
    value: true,
  }),
  shutdownDelay: setting({
    name: 'SHUTDOWN_DELAY_MS',
    meaning:
      'After SIGTERM, for how many milliseconds the server still takes requests, while /ready says that it stops and each answer closes its connection.',
    takes: whole(0, 600_000),
    value: 0,
  }),
  sessionDigestKey: secret({
    name: 'SESSION_DIGEST_KEY',
    meaning: 'The key of sessionIdDigest. Give the same to all processes, or their digests differ.',
    danger: 'Anyone who has it can find out whether a session id that they know is in the database.',
    takes: saying('a secret text', anyText),
    without: 'made anew at each start',
    get value() {
      return randomBytes(32).toString('base64');
    },
  }),
  metrics: setting({
    name: 'METRICS',
    meaning: 'Whether Prometheus may read /metrics.',
    danger: 'It takes no token: anyone who reaches the port sees the names of operations and the load.',
    takes: onOrOff,
    value: true,
  }),
  slowQuery: setting({
    name: 'SLOW_QUERY_MS',
    meaning: 'Requests that take this many milliseconds or more are logged as a warning.',
    takes: whole(1, 3_600_000),
    value: 1000,
  }),
  otelEndpoint: setting<string | undefined>({
    name: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    meaning:
      'Where spans of requests and statements are sent, as OTLP over HTTP; headers come from OTEL_EXPORTER_OTLP_HEADERS.',
    takes: saying('the URL of a collector, e.g. http://localhost:4318', plainUrl),
    without: 'none are made',
    value: undefined,
  }),
  logLevel: setting<LogLevel>({
    name: 'LOG_LEVEL',
    meaning:
      'What is logged, as JSON lines on standard output: at info, one line per request; at debug, the name and the SQL of each statement too, without values.',
    takes: oneOf(LOG_LEVELS),
    value: 'info',
  }),
} as const;
