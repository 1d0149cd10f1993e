import type { PoolConfig } from 'pg';
import { ConfigError } from '../errors.ts';
import { type PostgresUrl, readPostgresUrl } from './postgres-url.ts';
import type { Way } from './tls.ts';

/**
 * What holds in every session, whatever the role or the database sets: how values are written and read, and that
 * nothing is changed. jit costs more than it gives on statements of this size.
 */
export const SESSION = {
  default_transaction_read_only: 'on',
  timezone: 'UTC',
  datestyle: 'ISO,MDY',
  intervalstyle: 'postgres',
  bytea_output: 'hex',
  // All digits of a float, so that a cursor meets its row again.
  extra_float_digits: '1',
  array_nulls: 'on',
  standard_conforming_strings: 'on',
  transform_null_equals: 'off',
  jit: 'off',
} as const;

const settings = (statementTimeout: number): Readonly<Record<string, string>> => ({
  ...SESSION,
  statement_timeout: String(statementTimeout),
});

export function readUrl(text: string): PostgresUrl {
  const url = readPostgresUrl(text);
  if (!url) throw new ConfigError('This is no URL of a PostgreSQL.');
  return url;
}

/** Only what the URL says of where and who: of the rest, nothing may undo a read-only session. */
const whereAndWho = ({ host, port, user, password, database }: PostgresUrl, ssl: Way): PoolConfig => ({
  ...(host !== undefined && { host }),
  ...(port !== undefined && { port }),
  ...(user !== undefined && { user }),
  ...(password !== undefined && { password }),
  ...(database !== undefined && { database }),
  ssl,
});

/** A session that is made read-only as it starts. Options in the URL stand first, so that none of them undoes ours. */
export function ownSession(url: PostgresUrl, way: Way, statementTimeout: number): PoolConfig {
  const ours = Object.entries(settings(statementTimeout)).map(([name, value]) => `-c ${name}=${value}`);
  const options = [url.parameters.get('options') ?? '', ...ours].join(' ').trim();
  return { ...whereAndWho(url, way), options };
}

/** A session of a pooler, shared with other programs: it takes no options, and nothing may be left behind in it. */
export const sharedSession = (url: PostgresUrl, way: Way): PoolConfig => whereAndWho(url, way);

/** What opens a transaction in a shared session. */
export function beginReadOnly(statementTimeout: number): string {
  const { default_transaction_read_only: _, ...others } = settings(statementTimeout);
  const local = Object.entries(others).map(([name, value]) => `set local ${name} = '${value}'`);
  return ['begin read only', ...local].join('; ');
}

/** Whether a session is read-only as it should be, and its process. */
export const READ_ONLY_AND_PID = `select current_setting('default_transaction_read_only'), pg_backend_pid()`;

/** A database and a host, without user or password. */
export const labelOf = ({ host = 'the local socket', port, database = 'default' }: PostgresUrl): string =>
  `PostgreSQL ${database} at ${host.includes(':') ? `[${host}]` : host}${port === undefined ? '' : `:${port}`}`;
