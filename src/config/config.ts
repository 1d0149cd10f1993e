import { inspect } from 'node:util';
import { ConfigError } from '../errors.ts';
import { isLoopback } from './parsers.ts';
import type { Secret, Setting } from './setting.ts';
import { SETTINGS } from './settings.ts';
import { lengthOf, mayHoldPassword, shown } from './shown.ts';

type Settings = typeof SETTINGS;
type SecretName = {
  [Name in keyof Settings]: Settings[Name] extends Secret<unknown> ? Name : never;
}[keyof Settings];
type ValueOf<Of> = Of extends Setting<infer Value> ? Value : never;
type Values<Names extends keyof Settings> = { readonly [Name in Names]: ValueOf<Settings[Name]> };

/** The settings of the server. `secrets` stands apart: printing or serialising a configuration never shows it. */
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
  checkDatabase(config, secrets);
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
    `HOST is ${shown(config.host)}, but without tokens the server takes only a loopback address such as 127.0.0.1.`,
  );
}

/** What needs a PostgreSQL. */
function checkDatabase(config: Omit<Config, 'secrets'>, secrets: Config['secrets']): void {
  if (secrets.databaseUrl !== undefined) return;
  const without = 'but DATABASE_URL is not';
  if (config.workers > 1)
    throw new ConfigError(
      `WORKERS is set to ${config.workers}, ${without}: the embedded database serves one process.`,
    );
  if (secrets.databaseReplicaUrls.length > 0)
    throw new ConfigError(`DATABASE_REPLICA_URLS is set, ${without}: replicas are read beside it.`);
}

function read<Name extends keyof Settings>(names: readonly Name[], env: Environment): Values<Name> {
  const values = names.map((name) => [name, readValue(SETTINGS[name], env)]);
  // Each name has the value of its own setting, which fromEntries cannot say.
  return Object.fromEntries(values) as Values<Name>;
}

const NO_PASSWORD = 'It seems to hold a password, which belongs into no setting that is shown.';

/** An empty variable is one that is not set, as in a compose file that passes on what it was not given. */
function readValue(of: Setting<unknown> | Secret<unknown>, env: Environment): unknown {
  const text = env[of.name];
  if (text === undefined || text === '') return of.value;
  const found = of.takes.read(text);
  if (found !== undefined) return found;
  // Of a secret that is malformed, any part may be the password.
  const isHidden = 'secret' in of;
  const got = isHidden ? lengthOf(text) : shown(text);
  const hint = of.takes.hint?.(text) ?? (!isHidden && mayHoldPassword(text) ? NO_PASSWORD : undefined);
  throw new ConfigError(
    `${of.name} is ${got}, but takes ${of.takes.words}.${hint === undefined ? '' : ` ${hint}`}`,
  );
}

const hide = <Secrets extends object>(secrets: Secrets): Secrets =>
  Object.defineProperties(secrets, {
    toJSON: { value: () => '[secret]' },
    [inspect.custom]: { value: () => '[secret]' },
  });
