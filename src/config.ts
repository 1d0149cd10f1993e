import { type KeyObject, randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { ConfigError } from './errors.ts';
import { publicKey, sharedSecret } from './security/token-key.ts';
import {
  anyText,
  host,
  httpsUrl,
  isLoopback,
  maskUrl,
  oneOf,
  onOrOff,
  origins,
  plainUrl,
  postgresUrl,
  redisUrl,
  type Secret,
  type Setting,
  secret,
  setting,
  whole,
} from './setting.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

/** Every setting, in the order in which people look for them. The table of the README and `--help` are made of this. */
export const SETTINGS = {
  databaseUrl: secret<string | undefined>({
    name: 'DATABASE_URL',
    meaning: 'The Ragonometrics database. It is only read: never migrated, never seeded, never written to.',
    takes: 'postgres://user:password@host:port/database',
    default: 'an embedded database with demo data',
    read: postgresUrl,
    mask: maskUrl,
    value: undefined,
  }),
  dataDir: setting({
    name: 'DATA_DIR',
    meaning: 'Where the embedded database lives.',
    danger: 'One server per folder; a second one is refused.',
    takes: 'a folder',
    default: '.data',
    read: anyText,
    value: '.data',
  }),
  host: setting({
    name: 'HOST',
    meaning: 'The address to listen on. Only a loopback address is taken while no token is configured.',
    takes: 'an address or a host name',
    default: '127.0.0.1',
    read: host,
    value: '127.0.0.1',
  }),
  port: setting({
    name: 'PORT',
    meaning: 'The port to listen on.',
    takes: '0 to 65535; 0 picks a free one',
    default: '4000',
    read: whole(0, 65_535),
    value: 4000,
  }),
  poolSize: setting({
    name: 'POOL_SIZE',
    meaning: 'Connections to the database at most.',
    danger: 'All processes together must stay below the max_connections of PostgreSQL.',
    takes: '1 to 500',
    default: '10',
    read: whole(1, 500),
    value: 10,
  }),
  statementTimeout: setting({
    name: 'STATEMENT_TIMEOUT_MS',
    meaning: 'After how many milliseconds the database stops a statement.',
    takes: '1 to 3600000',
    default: '15000',
    read: whole(1, 3_600_000),
    value: 15_000,
  }),
  connectTimeout: setting({
    name: 'CONNECT_TIMEOUT_MS',
    meaning: 'How many milliseconds a request waits for a connection before DATABASE_UNAVAILABLE.',
    takes: '1 to 60000',
    default: '3000',
    read: whole(1, 60_000),
    value: 3000,
  }),
  jwtJwksUrl: secret<string | undefined>({
    name: 'JWT_JWKS_URL',
    meaning: 'Where the identity provider publishes its keys. Tokens signed by one of them are taken.',
    danger: 'Give JWT_AUDIENCE too, or tokens that it made for other services are taken.',
    takes: 'an https URL, or http on loopback',
    default: 'none',
    read: httpsUrl,
    mask: maskUrl,
    value: undefined,
  }),
  jwtPublicKey: secret<KeyObject | undefined>({
    name: 'JWT_PUBLIC_KEY',
    meaning: 'The public key of who signs tokens.',
    takes: 'a public key as PEM: RSA of 2048 bits or more, P-256, P-384, P-521 or Ed25519',
    default: 'none',
    read: publicKey,
    value: undefined,
  }),
  jwtSecret: secret<string | undefined>({
    name: 'JWT_SECRET',
    meaning: 'The secret with which tokens are signed (HS256), as `npm run token` does.',
    danger: 'Whoever has it can make tokens.',
    takes: 'a text of 32 bytes or more',
    default: 'none',
    read: sharedSecret,
    value: undefined,
  }),
  jwtIssuer: setting<string | undefined>({
    name: 'JWT_ISSUER',
    meaning: 'Who must have issued a token (iss).',
    takes: 'a text',
    default: 'anyone with the key',
    read: anyText,
    value: undefined,
  }),
  jwtAudience: setting<string | undefined>({
    name: 'JWT_AUDIENCE',
    meaning: 'For whom a token must be (aud).',
    takes: 'a text',
    default: 'anyone',
    read: anyText,
    value: undefined,
  }),
  jwtClockTolerance: setting({
    name: 'JWT_CLOCK_TOLERANCE_S',
    meaning: 'How many seconds the clocks of server and issuer may differ.',
    takes: '0 to 300',
    default: '5',
    read: whole(0, 300),
    value: 5,
  }),
  maxCost: setting({
    name: 'MAX_COST',
    meaning: 'How much a query may cost: about the objects it may give, list sizes multiplied.',
    danger: 'A query of the highest cost must fit into memory.',
    takes: '1 to 100000000',
    default: '100000',
    read: whole(1, 100_000_000),
    value: 100_000,
  }),
  maxDepth: setting({
    name: 'MAX_DEPTH',
    meaning: 'How many levels deep a query may be; an edge takes two.',
    takes: '1 to 100',
    default: '20',
    read: whole(1, 100),
    value: 20,
  }),
  requestTimeout: setting({
    name: 'REQUEST_TIMEOUT_MS',
    meaning: 'After how many milliseconds a request is answered with TIMEOUT.',
    takes: '1 to 3600000',
    default: '30000',
    read: whole(1, 3_600_000),
    value: 30_000,
  }),
  costPerMinute: setting<number | undefined>({
    name: 'COST_PER_MINUTE',
    meaning: 'How much the queries of one caller (the subject of the token) may cost within a minute.',
    danger: 'Callers whose tokens have the same subject, or none, share one budget.',
    takes: '1 to 1000000000',
    default: 'no limit',
    read: whole(1, 1_000_000_000),
    value: undefined,
  }),
  budgetRedisUrl: secret<string | undefined>({
    name: 'BUDGET_REDIS_URL',
    meaning: 'A Redis in which all processes keep the budgets of COST_PER_MINUTE together.',
    takes: 'redis://user:password@host:port, or rediss://',
    default: 'each process keeps its own',
    read: redisUrl,
    mask: maskUrl,
    value: undefined,
  }),
  persistedOnly: setting({
    name: 'PERSISTED_ONLY',
    meaning:
      'Whether only the operations of a manifest are served. If not, automatic persisted queries are taken too.',
    takes: 'true or false',
    default: 'false',
    read: onOrOff,
    value: false,
  }),
  persistedOperations: setting({
    name: 'PERSISTED_OPERATIONS',
    meaning: 'The manifest of PERSISTED_ONLY, as codegen writes it: a JSON object of SHA-256 and query.',
    takes: 'a file',
    default: 'examples/generated/persisted-documents.json',
    read: anyText,
    value: 'examples/generated/persisted-documents.json',
  }),
  corsOrigins: setting<readonly string[]>({
    name: 'CORS_ORIGINS',
    meaning: 'Web pages of these origins may ask. None may unless listed.',
    takes: 'origins parted by commas, e.g. https://app.example.org,http://localhost:5173',
    default: 'none',
    read: origins,
    value: [],
  }),
  graphiql: setting({
    name: 'GRAPHIQL',
    meaning: 'Whether browsers get GraphiQL at /graphql.',
    takes: 'true or false',
    default: 'true',
    read: onOrOff,
    value: true,
  }),
  introspection: setting({
    name: 'INTROSPECTION',
    meaning: 'Whether callers may ask for the schema; GraphiQL needs it.',
    takes: 'true or false',
    default: 'true',
    read: onOrOff,
    value: true,
  }),
  sessionDigestKey: secret({
    name: 'SESSION_DIGEST_KEY',
    meaning: 'The key of sessionIdDigest. Give the same to all processes, or their digests differ.',
    danger: 'Whoever has it can tell whether a session id that they know is in the database.',
    takes: 'a secret text',
    default: 'made anew at each start',
    read: anyText,
    get value() {
      return randomBytes(32).toString('base64');
    },
  }),
  metrics: setting({
    name: 'METRICS',
    meaning: 'Whether Prometheus may read /metrics.',
    danger: 'It takes no token: names of operations and load are shown to whoever reaches the port.',
    takes: 'true or false',
    default: 'true',
    read: onOrOff,
    value: true,
  }),
  slowQuery: setting({
    name: 'SLOW_QUERY_MS',
    meaning: 'From how many milliseconds on a request is logged as a warning.',
    takes: '1 to 3600000',
    default: '1000',
    read: whole(1, 3_600_000),
    value: 1000,
  }),
  otelEndpoint: setting<string | undefined>({
    name: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    meaning:
      'Where spans of requests and statements are sent, as OTLP over HTTP; headers come from OTEL_EXPORTER_OTLP_HEADERS.',
    takes: 'the URL of a collector, e.g. http://localhost:4318',
    default: 'none are made',
    read: plainUrl,
    value: undefined,
  }),
  logLevel: setting<LogLevel>({
    name: 'LOG_LEVEL',
    meaning: 'What is logged, as JSON lines on standard output: at info, one line per request.',
    takes: `one of ${LOG_LEVELS.join(', ')}`,
    default: 'info',
    read: oneOf(LOG_LEVELS),
    value: 'info',
  }),
} as const;

type Settings = typeof SETTINGS;
type SecretName = {
  [Name in keyof Settings]: Settings[Name] extends Secret<unknown> ? Name : never;
}[keyof Settings];
type ValueOf<Of> = Of extends Setting<infer Value> ? Value : never;
type Values<Names extends keyof Settings> = { readonly [Name in Names]: ValueOf<Settings[Name]> };

/** What the server was told. `secrets` stands apart: printing or serialising a configuration never shows it. */
export type Config = Values<Exclude<keyof Settings, SecretName>> & { readonly secrets: Values<SecretName> };

type Environment = Readonly<Record<string, string | undefined>>;

const isName = (name: string): name is keyof Settings => Object.hasOwn(SETTINGS, name);
const isSecret = (name: keyof Settings): name is SecretName => 'secret' in SETTINGS[name];
const isOpen = (name: keyof Settings): name is Exclude<keyof Settings, SecretName> => !isSecret(name);

/** The environment as one frozen object. Throws ConfigError, one line: the variable, what it got, what it takes. */
export function readConfig(env: Environment): Config {
  const names = Object.keys(SETTINGS).filter(isName);
  const config = read(names.filter(isOpen), env);
  const secrets = Object.freeze(hide(read(names.filter(isSecret), env)));
  checkTokens(config, secrets);
  return Object.freeze(Object.defineProperty({ ...config, secrets }, 'secrets', { enumerable: false }));
}

const KEYS = ['jwtJwksUrl', 'jwtPublicKey', 'jwtSecret'] as const;
const CLAIMS = ['jwtIssuer', 'jwtAudience'] as const;

/** What one setting alone cannot say: one kind of key at most, and none only where nobody else can reach the server. */
function checkTokens(config: Omit<Config, 'secrets'>, secrets: Config['secrets']): void {
  const keys = KEYS.filter((name) => secrets[name] !== undefined).map((name) => SETTINGS[name].name);
  if (keys.length > 1) throw new ConfigError(`${keys.join(' and ')} are set, but only one of them is taken.`);
  if (keys.length === 1) return;
  const claim = CLAIMS.find((name) => config[name] !== undefined);
  if (claim) {
    const choices = KEYS.map((name) => SETTINGS[name].name).join(', ');
    throw new ConfigError(`${SETTINGS[claim].name} is set, but no key to check tokens with: ${choices}.`);
  }
  if (isLoopback(config.host)) return;
  throw new ConfigError(
    `HOST is ${JSON.stringify(config.host)}, but without tokens the server takes only a loopback address such as 127.0.0.1.`,
  );
}

function read<Name extends keyof Settings>(names: readonly Name[], env: Environment): Values<Name> {
  const values = names.map((name) => [name, readValue(SETTINGS[name], env)]);
  // Each name has the value of its own setting, which fromEntries cannot say.
  return Object.fromEntries(values) as Values<Name>;
}

/** An empty variable is one that is not set, as in a compose file that passes on what it was not given. */
function readValue(of: Setting<unknown> | Secret<unknown>, env: Environment): unknown {
  const text = env[of.name];
  if (text === undefined || text === '') return of.value;
  const found = of.read(text);
  if (found !== undefined) return found;
  const got = 'mask' in of ? of.mask(text) : JSON.stringify(text.slice(0, 80));
  throw new ConfigError(`${of.name} is ${got}, but takes ${of.takes}.`);
}

const hide = <Secrets extends object>(secrets: Secrets): Secrets =>
  Object.defineProperties(secrets, {
    toJSON: { value: () => '[secret]' },
    [inspect.custom]: { value: () => '[secret]' },
  });
