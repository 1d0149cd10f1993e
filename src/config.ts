import { randomBytes } from 'node:crypto';
import { ConfigError } from './errors.ts';

/** One environment variable: what it means, what it takes, and what holds without it. */
export interface Setting<Value> {
  readonly name: string;
  readonly meaning: string;
  readonly takes: string;
  readonly default: string;
  /** Never shown: not in messages, not in logs. */
  readonly secret?: true;
  /** Undefined for a text that it does not take. */
  readonly read: (text: string) => Value | undefined;
  readonly value: Value;
}

const whole =
  (min: number, max: number) =>
  (text: string): number | undefined => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    return value >= min && value <= max ? value : undefined;
  };
const words = (text: string): readonly string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
const some = (text: string): string | undefined => (text === '' ? undefined : text);
const onOrOff = (text: string): boolean | undefined => ({ true: true, false: false })[text];
const postgresUrl = (text: string): string | undefined => {
  if (!URL.canParse(text)) return undefined;
  return /^postgres(ql)?:$/.test(new URL(text).protocol) ? text : undefined;
};
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
type LogLevel = (typeof LOG_LEVELS)[number];
const logLevel = (text: string): LogLevel | undefined => LOG_LEVELS.find((level) => level === text);

const setting = <Value>(given: Setting<Value>): Setting<Value> => given;

/** Every setting, in the order in which people look for them. The table of the README and `--help` are made of this. */
export const SETTINGS = {
  databaseUrl: setting<string | undefined>({
    name: 'DATABASE_URL',
    meaning: 'The Ragonometrics database. It is only read: never migrated, never seeded, never written to.',
    takes: 'postgres://user:password@host:port/database',
    default: 'an embedded database with demo data',
    secret: true,
    read: postgresUrl,
    value: undefined,
  }),
  dataDir: setting({
    name: 'DATA_DIR',
    meaning: 'Where the embedded database lives.',
    takes: 'a folder',
    default: '.data',
    read: some,
    value: '.data',
  }),
  host: setting({
    name: 'HOST',
    meaning: 'The address to listen on. Only a loopback address is taken while no token is configured.',
    takes: 'an address',
    default: '127.0.0.1',
    read: some,
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
  corsOrigins: setting<readonly string[]>({
    name: 'CORS_ORIGINS',
    meaning: 'Web pages of these origins may ask. None may unless listed.',
    takes: 'origins, parted by commas, e.g. https://app.example.org',
    default: 'none',
    read: words,
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
  sessionDigestKey: setting({
    name: 'SESSION_DIGEST_KEY',
    meaning: 'The key of sessionIdDigest. Give the same to all processes, or their digests differ.',
    takes: 'a secret text',
    default: 'made anew at each start',
    secret: true,
    read: some,
    value: randomBytes(32).toString('base64'),
  }),
  logLevel: setting<LogLevel>({
    name: 'LOG_LEVEL',
    meaning: 'What is logged, as JSON lines on standard output.',
    takes: LOG_LEVELS.join(', '),
    default: 'info',
    read: logLevel,
    value: 'info',
  }),
} as const;

type Settings = typeof SETTINGS;
type ValueOf<Of> = Of extends Setting<infer Value> ? Value : never;
export type Config = { readonly [Name in keyof Settings]: ValueOf<Settings[Name]> };

const isLoopback = (host: string): boolean => /^(localhost|127(\.\d+){3}|::1|\[::1\])$/.test(host);

/** The environment as one frozen object. Throws ConfigError, one line: the variable, what it got, what it takes. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const value = <Value>({ name, read, secret, takes, value: preset }: Setting<Value>): Value => {
    const text = env[name];
    if (text === undefined || text === '') return preset;
    const found = read(text);
    if (found === undefined) {
      throw new ConfigError(
        `${name} is ${secret ? 'a value' : JSON.stringify(text)} that it does not take; it takes ${takes}.`,
      );
    }
    return found;
  };
  const config: Config = {
    databaseUrl: value(SETTINGS.databaseUrl),
    dataDir: value(SETTINGS.dataDir),
    host: value(SETTINGS.host),
    port: value(SETTINGS.port),
    poolSize: value(SETTINGS.poolSize),
    statementTimeout: value(SETTINGS.statementTimeout),
    connectTimeout: value(SETTINGS.connectTimeout),
    corsOrigins: value(SETTINGS.corsOrigins),
    graphiql: value(SETTINGS.graphiql),
    introspection: value(SETTINGS.introspection),
    sessionDigestKey: value(SETTINGS.sessionDigestKey),
    logLevel: value(SETTINGS.logLevel),
  };
  if (!isLoopback(config.host)) {
    throw new ConfigError(
      `HOST is ${JSON.stringify(config.host)}, but without tokens the server takes only a loopback address such as 127.0.0.1.`,
    );
  }
  return Object.freeze(config);
}
