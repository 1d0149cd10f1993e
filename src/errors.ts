import { GraphQLError } from 'graphql';
import type { Details, ErrorCode } from './error-codes.ts';

/** Where one error of a code has an HTTP status or headers of its own. */
interface Http {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * An error whose message is written for the caller: it passes the mask unchanged, everything else is hidden. The
 * factories below make all of them.
 */
export class LineageError<Code extends ErrorCode = ErrorCode> extends GraphQLError {
  readonly code: Code;
  /** As it was made: Yoga writes its own into the extensions of what is thrown while a document is parsed. */
  readonly http: Http | undefined;

  constructor(code: Code, message: string, details?: Details<Code>, http?: Http, cause?: unknown) {
    super(message, { extensions: { ...details, ...(http && { http: { ...http } }), code } });
    this.code = code;
    this.http = http;
    // For the log: it may name hosts, users and values.
    if (cause !== undefined) this.cause = cause;
  }
}

export const badInput = (message: string): LineageError => new LineageError('BAD_USER_INPUT', message);

/** What is wrong with the HTTP request itself: 405, 406, 413, 415. */
export const badRequest = (
  status: number,
  message: string,
  headers?: Readonly<Record<string, string>>,
): LineageError =>
  new LineageError('BAD_USER_INPUT', message, undefined, { status, ...(headers && { headers }) });

/** One message for whatever is wrong with a token: the exact reason would help someone who guesses. */
export const unauthenticated = (): LineageError =>
  new LineageError('UNAUTHENTICATED', 'A valid token is needed: Authorization: Bearer <token>.', undefined, {
    status: 401,
    headers: { 'www-authenticate': 'Bearer' },
  });

export const forbidden = (message: string, details?: Details<'FORBIDDEN'>): LineageError =>
  new LineageError('FORBIDDEN', message, details);

/** `what` is a type, or a column as Type.field. */
export const missingScope = (what: string, scope: string): LineageError =>
  forbidden(`${what} needs the scope ${scope}, which the token does not have.`, { scope });

export const notFound = (message: string): LineageError => new LineageError('NOT_FOUND', message);

export const notFoundRun = (runId: string): LineageError =>
  new LineageError('NOT_FOUND', `There is no run ${JSON.stringify(runId)}.`, { runId });

/** The query asks for too much, and nothing of it was run. */
export const costLimitExceeded = (
  limit: string,
  message: string,
  requested: number,
  allowed: number,
): LineageError => new LineageError('COST_LIMIT_EXCEEDED', message, { limit, requested, allowed });

export const budgetSpent = (perMinute: number, seconds: number): LineageError =>
  new LineageError(
    'COST_LIMIT_EXCEEDED',
    `The budget of ${perMinute} a minute is spent; try again in ${seconds} s.`,
    { limit: 'budget', retryAfter: seconds },
    { status: 429, headers: { 'retry-after': String(seconds) } },
  );

/** The rows below `field` hold more than `limit` bytes. */
export const answerTooLarge = (limit: number, field?: string): LineageError =>
  new LineageError(
    'ANSWER_TOO_LARGE',
    `${field === undefined ? 'This answer' : `The answer of ${field}`} is larger than ${limit} bytes; ask for fewer rows or for parts of its JSON.`,
    { limit, ...(field !== undefined && { field }) },
  );

/** A list gives its first `kept` rows and has more. */
export const listCut = (kept: number, total?: number): LineageError =>
  new LineageError(
    'LIST_CUT',
    total === undefined
      ? `This list has more than ${kept} rows; the first ${kept} are given.`
      : `This list has ${total} rows; the first ${kept} are given.`,
    { kept, ...(total !== undefined && { total }) },
  );

export const timedOut = (): LineageError =>
  new LineageError('TIMEOUT', 'This took too long and was stopped.');

/** A stored value that does not fit its field, e.g. `AsyncJob.status`; the value itself is never shown. */
export const storedValue = (field?: string, cause?: unknown): LineageError =>
  new LineageError(
    'STORED_VALUE',
    `A stored value does not fit ${field ?? 'the type of this field'}.`,
    field === undefined ? undefined : { field },
    undefined,
    cause,
  );

/** The connected database has no such table or column, e.g. `enrichment.openalex_cache` or `workflow.run_records.project_id`. */
export const notInThisDatabase = (what: string): LineageError =>
  new LineageError('NOT_IN_THIS_DATABASE', `This database has no ${what}.`, { missing: what });

/** It is there, but the user of the database may not read it. */
export const notReadable = (what: string): LineageError =>
  new LineageError(
    'NOT_IN_THIS_DATABASE',
    `The ${what} is there but not readable: the API's user of the database may not read it.`,
    {
      missing: what,
    },
  );

export const databaseUnavailable = (cause: unknown): LineageError =>
  new LineageError(
    'DATABASE_UNAVAILABLE',
    'The database cannot be reached at the moment.',
    undefined,
    undefined,
    cause,
  );

export const databaseBusy = (cause?: unknown): LineageError =>
  new LineageError(
    'DATABASE_BUSY',
    'The database is busy at the moment; try again.',
    undefined,
    undefined,
    cause,
  );

/** The key server did not answer; it is asked again after `seconds`. */
export const keysUnavailable = (seconds: number, cause?: unknown): LineageError =>
  new LineageError(
    'KEYS_UNAVAILABLE',
    'The keys that check tokens cannot be fetched at the moment; try again.',
    { retryAfter: seconds },
    { status: 503, headers: { 'retry-after': String(seconds) } },
    cause,
  );

/** What nobody expected: the caller gets the id under which the log has it. */
export const internal = (requestId: string): LineageError =>
  new LineageError('INTERNAL_SERVER_ERROR', `Something went wrong here; request ${requestId}.`, {
    requestId,
  });

/** A setting that is wrong, or a place that is taken; the message is the one line that stops the start. */
export class ConfigError extends Error {}
