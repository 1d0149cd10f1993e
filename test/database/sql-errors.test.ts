import { describe, expect, it } from 'vitest';
import { isSharedSession, readSqlError } from '../../src/database/sql-errors.ts';
import { badInput, databaseUnavailable, LineageError } from '../../src/errors.ts';

const sqlError = (code: string, message = 'told by the database: user=root') =>
  Object.assign(new Error(message), { code });

const codeOf = (error: unknown) => (error instanceof LineageError ? error.code : undefined);

describe('what a caller gets', () => {
  it.each([
    ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'ETIMEDOUT', 'ENOENT'],
    ...['08006', '08P01', '53300', '53200', '57P01', '57P02', '57P03', '40001', '28P01', '3D000'],
  ])('%s: DATABASE_UNAVAILABLE, and why is kept for the operator', (code) => {
    const cause = sqlError(code);
    expect(readSqlError(cause, [])).toMatchObject({ code: 'DATABASE_UNAVAILABLE', cause });
    expect(JSON.stringify(readSqlError(cause, []))).not.toContain('root');
  });

  it.each([
    'Connection terminated unexpectedly',
    'Connection terminated due to connection timeout',
    'timeout exceeded when trying to connect',
    'Client has encountered a connection error and is not queryable',
    'Cannot use a pool after calling end on the pool',
    'PGlite is closed',
  ])('%s: DATABASE_UNAVAILABLE', (message) => {
    expect(codeOf(readSqlError(new Error(message), []))).toBe('DATABASE_UNAVAILABLE');
  });

  it.each([sqlError('57014'), new Error('Query read timeout')])('%s: TIMEOUT', (error) => {
    expect(codeOf(readSqlError(error, []))).toBe('TIMEOUT');
  });

  it.each([
    ['42P01', 'relation "enrichment.openalex_cache" does not exist', 'table enrichment.openalex_cache'],
    ['42P01', 'Relation »enrichment.openalex_cache« existiert nicht', 'table enrichment.openalex_cache'],
    ['42703', 'column t1.project_id does not exist', 'column project_id'],
    ['42703', 'Spalte t1.project_id existiert nicht', 'column project_id'],
    ['42703', 'column "project_id" does not exist', 'column project_id'],
    ['3F000', 'schema "retrieval" does not exist', 'schema retrieval'],
    ['42501', 'permission denied for table run_records', 'run_records'],
    ['42501', 'permission denied for schema auth', 'auth'],
  ])('%s %s: NOT_IN_THIS_DATABASE', (code, message, missing) => {
    expect(readSqlError(sqlError(code, message), [])).toMatchObject({
      code: 'NOT_IN_THIS_DATABASE',
      extensions: { missing },
    });
  });

  it.each(['55P03', '40P01'])('%s: DATABASE_BUSY, since the same may succeed a moment later', (code) => {
    expect(codeOf(readSqlError(sqlError(code), []))).toBe('DATABASE_BUSY');
  });

  it.each([
    ['54000', 'enlargeStringInfo', 'string buffer exceeds maximum allowed length (1073741823 bytes)'],
    ['53200', 'enlargeStringInfo', 'out of memory'],
    ['XX000', 'palloc', 'invalid memory alloc request size 1073741824'],
  ])('%s of %s: ANSWER_TOO_LARGE', (code, routine, message) => {
    const error = Object.assign(sqlError(code, message), { routine });
    expect(codeOf(readSqlError(error, []))).toBe('ANSWER_TOO_LARGE');
  });
});

describe('of a value that does not fit, whose fault it is', () => {
  const CODES = ['22P02', '22003', '22007', '22008', '22009', '22021', '22P05'];
  const codeFor = (error: Error, values: readonly unknown[]) => codeOf(readSqlError(error, values));

  it.each(CODES)('%s where a parameter was read: the caller', (code) => {
    for (const where of ["unnamed portal parameter $1 = '...'", "unbenanntes Portal, Parameter $2 = '...'"])
      expect(codeFor(Object.assign(sqlError(code), { where }), ['x', 'y'])).toBe('BAD_USER_INPUT');
  });

  it.each(CODES)('%s elsewhere: stored data, which is not shown', (code) => {
    const error = Object.assign(sqlError(code, 'wrong: "stored"'), { where: 'JSON data, line 1: costs $5' });
    expect(codeFor(error, ['x'])).toBe('STORED_VALUE');
    expect(String(readSqlError(error, ['x']))).not.toContain('stored"');
  });

  // PostgreSQL 13 says nothing of parameters.
  it.each([
    ['22P02', 'invalid input syntax for type bigint: "x"', ['x']],
    ['22003', 'Wert »99999999999« ist außerhalb des gültigen Bereichs für Typ integer', ['99999999999']],
    ['22P02', 'invalid input syntax for type bigint: "x"', [['1', 'x']]],
    ['22P02', 'invalid input syntax for type bigint: "x"', ['{1,x}']],
    ['22021', 'invalid byte sequence for encoding "UTF8": 0x00', ['a\0b']],
    [
      '22P05',
      'character with byte sequence 0xe2 in encoding "UTF8" has no equivalent in encoding "LATIN1"',
      ['→'],
    ],
  ])('%s, %s, by the words alone: the caller', (code, message, values) => {
    expect(codeFor(sqlError(code, message), values)).toBe('BAD_USER_INPUT');
  });

  it.each([
    ['22021', 'invalid byte sequence for encoding "UTF8": 0xe9 0x74', ['été']],
    [
      '22P05',
      'character with byte sequence 0xa1 in encoding "EUC_JP" has no equivalent in encoding "UTF8"',
      ['x'],
    ],
    ['22003', 'value out of range: overflow', ['1']],
    ['22003', 'integer out of range', ['-2147483648']],
  ])('%s, %s, by the words alone: stored data', (code, message, values) => {
    expect(codeFor(sqlError(code, message), values)).toBe('STORED_VALUE');
  });
});

it.each([
  sqlError('42601'),
  sqlError('25006'),
  sqlError('22012'),
  new TypeError('ours'),
  badInput('said'),
  'text',
  null,
])('passes %s unchanged, to be masked or shown as it is', (error) => {
  expect(readSqlError(error, [])).toBe(error);
});

it('tells a pooler from a database', () => {
  const refusal = sqlError('08P01', 'unsupported startup parameter: options');
  expect(isSharedSession(databaseUnavailable(refusal))).toBe(true);
  expect(isSharedSession(sqlError('26000'))).toBe(true);
  expect(isSharedSession(sqlError('08P01', 'query_wait_timeout'))).toBe(false);
  expect(isSharedSession(databaseUnavailable(sqlError('ECONNREFUSED')))).toBe(false);
});
