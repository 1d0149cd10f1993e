import type { PoolConfig } from 'pg';

export interface SessionOptions {
  readonly url: string;
  /** Milliseconds after which the database stops a statement. */
  readonly statementTimeout: number;
}

/** What holds in every session; jit costs more than it gives on statements of this size. */
const settings = (statementTimeout: number): Readonly<Record<string, string>> => ({
  default_transaction_read_only: 'on',
  statement_timeout: String(statementTimeout),
  timezone: 'UTC',
  jit: 'off',
});

/** A session that is made read-only as it starts. Options in the URL stand first, so that none of them undoes ours. */
export function ownSession({ url, statementTimeout }: SessionOptions): PoolConfig {
  const { plain, options } = withoutOptions(url);
  const ours = Object.entries(settings(statementTimeout)).map(([name, value]) => `-c ${name}=${value}`);
  return { connectionString: plain, options: [options, ...ours].join(' ').trim() };
}

/** A session of a pooler, shared with other programs: it takes no options, and nothing may be left behind in it. */
export const sharedSession = ({ url }: SessionOptions): PoolConfig => ({
  connectionString: withoutOptions(url).plain,
});

/** What opens a transaction in a shared session. */
export function beginReadOnly(statementTimeout: number): string {
  const { default_transaction_read_only: _, ...others } = settings(statementTimeout);
  const local = Object.entries(others).map(([name, value]) => `set local ${name} = '${value}'`);
  return ['begin read only', ...local].join('; ');
}

/** Whether a session is read-only as it should be, and its process. */
export const READ_ONLY_AND_PID = `select current_setting('default_transaction_read_only'), pg_backend_pid()`;

/** node-postgres lets what stands in the URL override the rest, even the read-only session. */
function withoutOptions(url: string): { readonly plain: string; readonly options: string } {
  const parsed = new URL(url);
  const options = parsed.searchParams.get('options') ?? '';
  for (const name of ['options', 'statement_timeout', 'query_timeout']) parsed.searchParams.delete(name);
  return { plain: parsed.href, options };
}

/** A database and a host, without user or password. */
export function labelOf(url: string): string {
  const { hostname, port, pathname, searchParams } = new URL(url);
  const host = hostname || searchParams.get('host') || 'the local socket';
  return `PostgreSQL ${decodeURIComponent(pathname.slice(1)) || 'default'} at ${decodeURIComponent(host)}${port && `:${port}`}`;
}
