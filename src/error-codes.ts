interface CodeEntry {
  /** The HTTP status of a request that fails as a whole with this code. */
  readonly status: number;
  readonly meaning: string;
  /** What the caller, or the operator, can do. */
  readonly remedy: string;
  /** What else stands in `extensions`. */
  readonly details?: Readonly<Record<string, string>>;
}

/** Every code that an answer can carry in `errors[].extensions.code`. docs/errors.md is printed from this table. */
export const ERROR_CODES = {
  BAD_USER_INPUT: {
    status: 400,
    meaning: 'The request, its document, a variable or an argument is not valid.',
    remedy: 'The message says what is wrong and what is accepted. Do not retry unchanged.',
  },
  UNAUTHENTICATED: {
    status: 401,
    meaning: 'The server needs a token, and this request has none that is valid.',
    remedy: 'Get a new token and send it as `Authorization: Bearer <token>`.',
  },
  FORBIDDEN: {
    status: 403,
    meaning: 'The caller may not read this, or the page or host that asks is not allowed.',
    remedy: 'Ask for a token with the scope that the error names (docs/scopes.md), or leave the field out.',
    details: { scope: 'the scope that is missing from the token' },
  },
  NOT_FOUND: {
    status: 404,
    meaning: 'The server has nothing under this path, or the database nothing that an argument names.',
    remedy:
      'Send queries to the endpoint, which is /graphql unless the operator moved it; leave out the run that the error names.',
    details: { runId: 'the run of which nothing is known' },
  },
  COST_LIMIT_EXCEEDED: {
    status: 400,
    meaning:
      'The query asks for too much, or the budget of the caller is spent (429). Nothing of it was run.',
    remedy:
      'Ask for fewer rows (`first`), fewer edges within edges, groups by fewer values, or wait as many seconds as the error says.',
    details: {
      limit: 'which limit: tokens, breadth, aliases, directives, depth, fields, subqueries, cost or budget',
      requested: 'what the query asks for',
      allowed: 'what one query may ask for',
      retryAfter: 'for the budget: after how many seconds to try again',
    },
  },
  ANSWER_TOO_LARGE: {
    status: 400,
    meaning: 'The rows below this field hold more bytes than one answer may have.',
    remedy: 'Ask for fewer rows, or for a part of the JSON columns (`path`).',
    details: { limit: 'how many bytes an answer may have', field: 'the field whose rows were too large' },
  },
  LIST_CUT: {
    status: 200,
    meaning: 'The list has more rows than this field gives. Those that were read are in the answer.',
    remedy: 'Use the connection beside it, which has pages.',
    details: { kept: 'how many rows are in the answer', total: 'how many there are, where it is known' },
  },
  TIMEOUT: {
    status: 504,
    meaning: 'The request or one of its statements took too long and was stopped.',
    remedy:
      'Ask for less, or filter by an indexed column. The operator can raise REQUEST_TIMEOUT_MS and STATEMENT_TIMEOUT_MS.',
  },
  STORED_VALUE: {
    status: 200,
    meaning: 'A stored value does not fit the type of its field. The caller did nothing wrong.',
    remedy: 'Leave the field out; tell the operator, who can correct the row.',
    details: { field: 'the field, as Type.field' },
  },
  NOT_IN_THIS_DATABASE: {
    status: 200,
    meaning: 'A table or column is missing from the connected database, or the API may not read it.',
    remedy: 'Leave the field out. The operator sees with `npm run doctor` what is missing.',
    details: { missing: 'the table or column' },
  },
  DATABASE_UNAVAILABLE: {
    status: 503,
    meaning: 'The database cannot be reached.',
    remedy: 'Try again later. The log of the server says why.',
  },
  DATABASE_BUSY: {
    status: 503,
    meaning:
      'The database can be reached but could not serve this now: no free connection, or a lock held too long.',
    remedy: 'Try again in a moment. If it stays, the operator can raise POOL_SIZE.',
  },
  KEYS_UNAVAILABLE: {
    status: 503,
    meaning: 'The keys that check tokens cannot be fetched, so no token can be judged.',
    remedy: 'Try again after some seconds. The operator checks JWT_JWKS_URL.',
    details: { retryAfter: 'after how many seconds to try again' },
  },
  INTERNAL_SERVER_ERROR: {
    status: 500,
    meaning: 'Something failed that nobody expected. Details are in the log of the server only.',
    remedy: 'Report the request id.',
    details: { requestId: 'the id under which the log has it' },
  },
} as const satisfies Record<string, CodeEntry>;

export type ErrorCode = keyof typeof ERROR_CODES;

export const isErrorCode = (code: unknown): code is ErrorCode =>
  typeof code === 'string' && Object.hasOwn(ERROR_CODES, code);

/** What an error of this code says in `extensions` beside the code: only what the table documents. */
export type Details<Code extends ErrorCode> = (typeof ERROR_CODES)[Code] extends {
  readonly details: infer Documented;
}
  ? { readonly [Name in keyof Documented]?: string | number }
  : { readonly [name: string]: never };
