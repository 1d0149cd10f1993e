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
    expect(readSqlError(cause)).toMatchObject({ code: 'DATABASE_UNAVAILABLE', cause });
    expect(JSON.stringify(readSqlError(cause))).not.toContain('root');
  });

  it.each([
    'Connection terminated unexpectedly',
    'Connection terminated due to connection timeout',
    'timeout exceeded when trying to connect',
    'Client has encountered a connection error and is not queryable',
    'Cannot use a pool after calling end on the pool',
    'PGlite is closed',
  ])('%s: DATABASE_UNAVAILABLE', (message) => {
    expect(codeOf(readSqlError(new Error(message)))).toBe('DATABASE_UNAVAILABLE');
  });

  it.each([sqlError('57014'), new Error('Query read timeout')])('%s: TIMEOUT', (error) => {
    expect(codeOf(readSqlError(error))).toBe('TIMEOUT');
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
    expect(readSqlError(sqlError(code, message))).toMatchObject({
      code: 'NOT_IN_THIS_DATABASE',
      extensions: { missing },
    });
  });

  it.each(['22P02', '22003', '22007', '22008', '22021', '22P05'])('%s: BAD_USER_INPUT', (code) => {
    expect(codeOf(readSqlError(sqlError(code)))).toBe('BAD_USER_INPUT');
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
  expect(readSqlError(error)).toBe(error);
});

it('tells a pooler from a database', () => {
  const refusal = sqlError('08P01', 'unsupported startup parameter: options');
  expect(isSharedSession(databaseUnavailable(refusal))).toBe(true);
  expect(isSharedSession(sqlError('26000'))).toBe(true);
  expect(isSharedSession(sqlError('08P01', 'query_wait_timeout'))).toBe(false);
  expect(isSharedSession(databaseUnavailable(sqlError('ECONNREFUSED')))).toBe(false);
});
