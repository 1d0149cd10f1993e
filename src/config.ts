import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { ConfigError } from './errors.ts';
import {
  anyText,
  host,
  isLoopback,
  maskUrl,
  oneOf,
  onOrOff,
  origins,
  postgresUrl,
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
  logLevel: setting<LogLevel>({
    name: 'LOG_LEVEL',
    meaning: 'What is logged, as JSON lines on standard output.',
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
  if (!isLoopback(config.host)) {
    throw new ConfigError(
      `HOST is ${JSON.stringify(config.host)}, but without tokens the server takes only a loopback address such as 127.0.0.1.`,
    );
  }
  const secrets = Object.freeze(hide(read(names.filter(isSecret), env)));
  return Object.freeze(Object.defineProperty({ ...config, secrets }, 'secrets', { enumerable: false }));
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
