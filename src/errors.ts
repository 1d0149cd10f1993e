import { GraphQLError, type GraphQLErrorExtensions } from 'graphql';

/** Every code an answer can carry in `errors[].extensions.code`, with the HTTP status of a request that fails as a whole. */
export const HTTP_STATUS = {
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  COST_LIMIT_EXCEEDED: 400,
  TIMEOUT: 504,
  NOT_IN_THIS_DATABASE: 200,
  DATABASE_UNAVAILABLE: 503,
  STORED_VALUE: 200,
  LIST_CUT: 200,
  INTERNAL_SERVER_ERROR: 500,
} as const;

export type ErrorCode = keyof typeof HTTP_STATUS;

/** An error whose message is written for the caller: it passes the mask unchanged, everything else is hidden. */
export class LineageError extends GraphQLError {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, details: GraphQLErrorExtensions = {}) {
    super(message, { extensions: { ...details, code } });
    this.code = code;
  }
}

export const badInput = (message: string): LineageError => new LineageError('BAD_USER_INPUT', message);

/** The connected database has no such table or column, e.g. `enrichment.openalex_cache` or `workflow.run_records.project_id`. */
export const notInThisDatabase = (what: string): LineageError =>
  new LineageError('NOT_IN_THIS_DATABASE', `This database has no ${what}.`, { missing: what });

/** A stored value that its field cannot give, e.g. a sum beyond 2^53. */
export const storedValue = (field: string, type: string): LineageError =>
  new LineageError('STORED_VALUE', `${field} holds a value that is not a ${type}.`, { field });

/** A list without page holds more rows than it gives. */
export const listCut = (limit: number): LineageError =>
  new LineageError('LIST_CUT', `Only the first ${limit} rows are given; the list has more.`, { limit });

/** A setting that is wrong, or a place that is taken; the message is the one line that stops the start. */
export class ConfigError extends Error {}
