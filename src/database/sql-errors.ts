import {
  answerTooLarge,
  badInput,
  databaseBusy,
  databaseUnavailable,
  LineageError,
  notInThisDatabase,
  notReadable,
  storedValue,
  timedOut,
} from '../errors.ts';
import { isOfCaller } from './at-fault.ts';

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
/**
 * Classes 08 (connection) and 53 (out of connections, memory, disk); shutting down, crashed, starting up, dropped;
 * a standby that had to cancel for its primary; a log-in that is refused.
 */
const REFUSING = /^(08...|53...|57P0[1-5]|25P03|40001|28P01|28000|3D000)$/;

/** What node-postgres and PGlite say of a connection that they gave up, without a code. */
const LOST =
  /connection terminated|timeout exceeded when trying to connect|connection ended|not queryable|server closed|pool after calling end|client was closed|PGlite is clos/i;

/** The name in PostgreSQL's message, whatever its language: quoted, or dotted. */
const nameIn = (message: string): string =>
  /["»„“]([\w.]+)["«“”]|((?:\w+\.)+\w+)/.exec(message)?.slice(1).find(Boolean) ?? 'of that name';
const lastWord = (text: string): string => /(\w+)\W*$/.exec(text)?.[1] ?? 'it';

/** What is missing, by PostgreSQL's code. A column is named behind its alias in the statement, which tells nobody anything. */
const MISSING: Readonly<Record<string, (message: string) => string>> = {
  '42P01': (message) => `table ${nameIn(message)}`,
  '42703': (message) => `column ${lastWord(nameIn(message))}`,
  '3F000': (message) => `schema ${nameIn(message)}`,
};
/** A lock that was not had in time, a deadlock: the same statement may succeed a moment later. */
const BUSY = new Set(['55P03', '40P01']);
/** What PostgreSQL can put into one text. */
const LARGEST_TEXT = 1_073_741_823;

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
const propertyOf = (error: unknown, name: string): unknown =>
  error instanceof Error ? Object.getOwnPropertyDescriptor(error, name)?.value : undefined;
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : '');

/**
 * The error that a caller may see, where the cause is known; any other passes unchanged, to be masked. `values` are the
 * statement's: whether one of them is at fault decides between the caller's value and a stored one.
 */
export function readSqlError(error: unknown, values: readonly unknown[]): unknown {
  if (error instanceof LineageError) return error;
  const code = codeOf(error);
  const message = messageOf(error);
  if (code === '57014' || message === 'Query read timeout') return timedOut();
  if (BUSY.has(code)) return databaseBusy(error);
  if (isTooLong(error)) return answerTooLarge(LARGEST_TEXT);
  if (UNREACHABLE.has(code) || REFUSING.test(code) || (code === '' && LOST.test(message)))
    return databaseUnavailable(error);
  const missing = MISSING[code]?.(message);
  if (missing !== undefined) return notInThisDatabase(missing);
  if (code === '42501') return notReadable(lastWord(message));
  // Class 22 is all of values, but for a division by zero, which is ours. PostgreSQL's own words would repeat the value, which may be a stored one.
  if (isBinding(code, message) || (/^22...$/.test(code) && code !== '22012'))
    return isBinding(code, message) || isOfCaller(error, values)
      ? badInput('A value does not fit the column it is compared with.')
      : storedValue(undefined, error);
  return error;
}

/** PGlite refuses some values itself, before PostgreSQL sees them. */
const isBinding = (code: string, message: string): boolean =>
  code === '' && /^Invalid input for \w+ type$/.test(message);

/** The connection went away under the statement: reset, or ended by the database. */
export const wasCut = (error: unknown): boolean =>
  /^(ECONNRESET|EPIPE|57P0[125])$/.test(codeOf(error)) ||
  (codeOf(error) === '' && /connection terminated|not queryable/i.test(messageOf(error)));

/** A pooler that hands out sessions by transaction: it refuses options, and prepared statements are not found again. */
export function isSharedSession(error: unknown): boolean {
  const cause = error instanceof LineageError ? error.cause : error;
  const code = codeOf(cause);
  return (
    code === '26000' ||
    code === '42P05' ||
    (code === '08P01' && messageOf(cause).includes('startup parameter'))
  );
}

/** A JSON text of a gigabyte: PostgreSQL has several words for it. */
function isTooLong(error: unknown): boolean {
  const isAboutSize =
    propertyOf(error, 'routine') === 'enlargeStringInfo' || /alloc request size/.test(messageOf(error));
  return isAboutSize && /^(53200|54000|XX000)$/.test(codeOf(error));
}
