import { badInput, LineageError, notInThisDatabase } from '../errors.ts';

interface SqlError {
  readonly code: string;
  readonly message: string;
}

const isSqlError = (error: unknown): error is SqlError =>
  error instanceof Error && 'code' in error && typeof error.code === 'string';

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);
/** Too many connections, shutting down, crashed, starting up; class 08 is lost connections. */
const REFUSING = new Set(['53300', '57P01', '57P02', '57P03', '57P05', '25P03']);
const REFUSED_LOGIN = new Set(['28P01', '28000', '3D000']);
/** A value that the column's type can't hold. */
const BAD_VALUE = new Set(['22P02', '22003', '22007', '22008', '22021', '22P05']);

/** What node-postgres says of a connection that it gave up, without a code. */
const LOST =
  /connection terminated|timeout exceeded when trying to connect|connection ended|not queryable|server closed|pool after calling end|connection timeout/i;

export const unavailable = (): LineageError =>
  new LineageError('DATABASE_UNAVAILABLE', 'The database cannot be reached at the moment.');

/** The error that a caller may see, where the cause is known; any other passes unchanged, to be masked. */
export function readSqlError(error: unknown): unknown {
  if (error instanceof LineageError) return error;
  if (error instanceof Error && LOST.test(error.message)) return unavailable();
  if (error instanceof AggregateError && error.errors.some((one) => isUnreachable(one))) return unavailable();
  if (!isSqlError(error)) return error;
  if (isUnreachable(error)) return unavailable();
  if (error.code === '57014')
    return new LineageError('TIMEOUT', 'The database took too long and was stopped.');
  if (error.code === '42P01' || error.code === '42703' || error.code === '3F000' || error.code === '42501') {
    return notInThisDatabase(missing(error.message));
  }
  if (BAD_VALUE.has(error.code)) return badInput('A value does not fit the column it is compared with.');
  return error;
}

const isUnreachable = (error: unknown): boolean =>
  isSqlError(error) &&
  (UNREACHABLE.has(error.code) ||
    REFUSING.has(error.code) ||
    REFUSED_LOGIN.has(error.code) ||
    error.code.startsWith('08'));

/** The table or column named in PostgreSQL's message: `relation "a.b" does not exist`, `column t1.x does not exist`. */
const missing = (message: string): string => {
  const [, name = 'such table or column'] =
    /(?:relation|table|schema|column) "?([\w.]+)"?/.exec(message) ?? [];
  return name.replace(/^t\d+\./, 'column ');
};
