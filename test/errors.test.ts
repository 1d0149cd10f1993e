import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ERROR_CODES, type ErrorCode, isErrorCode } from '../src/error-codes.ts';
import * as errors from '../src/errors.ts';

const CAUSE = new Error('connect ECONNREFUSED db.internal:5432');

/** One or more errors of each code, as the rest of the code makes them. */
const MADE: { readonly [Code in ErrorCode]: readonly errors.LineageError[] } = {
  BAD_USER_INPUT: [errors.badInput('first takes 0 to 500.'), errors.badRequest(415, 'Send JSON.')],
  UNAUTHENTICATED: [errors.unauthenticated()],
  FORBIDDEN: [errors.forbidden('No.'), errors.missingScope('Vector.text', 'content:read')],
  NOT_FOUND: [errors.notFound('Nothing is here.')],
  COST_LIMIT_EXCEEDED: [errors.costLimitExceeded('depth', 'Too deep.', 30, 20), errors.budgetSpent(100, 7)],
  ANSWER_TOO_LARGE: [errors.answerTooLarge(1000), errors.answerTooLarge(1000, 'Query.runRecords')],
  LIST_CUT: [errors.listCut(500), errors.listCut(500, 3000)],
  TIMEOUT: [errors.timedOut()],
  STORED_VALUE: [errors.storedValue(), errors.storedValue('AsyncJob.status', CAUSE)],
  NOT_IN_THIS_DATABASE: [errors.notInThisDatabase('table a.b'), errors.notReadable('a')],
  DATABASE_UNAVAILABLE: [errors.databaseUnavailable(CAUSE)],
  DATABASE_BUSY: [errors.databaseBusy(), errors.databaseBusy(CAUSE)],
  KEYS_UNAVAILABLE: [errors.keysUnavailable(30, CAUSE)],
  INTERNAL_SERVER_ERROR: [errors.internal('trace-7')],
};
const all = Object.entries(MADE).flatMap(([code, made]) => made.map((error) => [code, error] as const));

it.each(all)('an error of %s has its code, and no detail that the table does not document', (code, error) => {
  const { code: own, http, ...details } = error.extensions;
  expect([own, error.code]).toEqual([code, code]);
  const entry = isErrorCode(code) ? ERROR_CODES[code] : undefined;
  const documented = entry && 'details' in entry ? Object.keys(entry.details) : [];
  expect(documented).toEqual(expect.arrayContaining(Object.keys(details)));
});

it('a cause is for the log: nothing of it is part of what travels', () => {
  expect(errors.databaseUnavailable(CAUSE).cause).toBe(CAUSE);
  expect(JSON.stringify(all.map(([, error]) => error))).not.toContain('db.internal');
});

it('an error of a code the table does not have does not compile', () => {
  // @ts-expect-error: no such code
  expect(new errors.LineageError('NO_SUCH_CODE', '').code).toBe('NO_SUCH_CODE');
  // @ts-expect-error: no such detail
  expect(errors.forbidden('No.', { secret: 'x' })).toBeInstanceOf(errors.LineageError);
});

it('names of properties that objects have are no codes', () => {
  expect(['constructor', '__proto__', 'toString', 7, undefined].filter(isErrorCode)).toEqual([]);
});

it('docs/errors.md has a line for each', () => {
  const page = readFileSync(join(import.meta.dirname, '../docs/errors.md'), 'utf8');
  const codes = [...page.matchAll(/^\| `(\w+)` \| (\d+) \|/gm)].map(([, code, status]) => [
    code,
    Number(status),
  ]);
  expect(codes).toEqual(Object.entries(ERROR_CODES).map(([code, { status }]) => [code, status]));
});
