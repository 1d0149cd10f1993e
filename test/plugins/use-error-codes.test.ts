import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { createSchema, createYoga, type YogaInitialContext } from 'graphql-yoga';
import { pino } from 'pino';
import { beforeEach, describe, expect, test } from 'vitest';
import { badInput, LineageError, missingScope } from '../../src/errors.ts';
import { arrival, type ServerContext } from '../../src/http/request-facts.ts';
import { useCompiledExecution } from '../../src/plugins/use-compiled-execution.ts';
import { useErrorCodes } from '../../src/plugins/use-error-codes.ts';
import { EVERYTHING } from '../../src/security/principal.ts';

const schema = createSchema<ServerContext & YogaInitialContext>({
  typeDefs:
    'type Query { secret: String, known: String, after(turns: Int!): String, always: String!, list: [Float!], rows: [Row] } type Row { locked: String, odd: String, rows: [Row] }',
  resolvers: {
    Query: {
      secret: () => {
        throw new Error('password=hunter2');
      },
      known: () => {
        throw new LineageError('FORBIDDEN', 'The token lacks a scope.', { scope: 'auth:read' });
      },
      after: async (_root, { turns }: { turns: number }) => {
        for (let turn = 0; turn < turns; turn++) await null;
        throw badInput(`Failed after ${turns}.`);
      },
      always: () => null,
      list: () => [1, 'two'],
      rows: () => [{ id: 1, rows: [{ id: 11 }, { id: 12 }] }, { id: 2 }, { id: 3 }],
    },
    Row: {
      locked: () => {
        throw missingScope('Row.locked', 'content:read');
      },
      odd: ({ id }: { id: number }) => {
        if (id % 2 === 1) throw badInput(`Row ${id} is odd.`);
      },
    },
  },
});

let logged: string[] = [];
beforeEach(() => {
  logged = [];
});
const logger = pino({ level: 'error' }, { write: (line) => logged.push(line) });
let broken = false;
const yoga = createYoga<ServerContext>({
  schema,
  logging: false,
  maskedErrors: false,
  context: () => {
    if (broken) throw new Error('no context: password=hunter2');
    return {};
  },
  plugins: [useCompiledExecution(), useErrorCodes(logger)],
});

async function ask(query: string): Promise<{ status: number; text: string; answer: unknown }> {
  const request = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  };
  const req = new IncomingMessage(new Socket());
  req.headers['x-request-id'] = 'trace-7';
  const res = new ServerResponse(req);
  const facts = { ...arrival(req, res, 1000), identity: EVERYTHING };
  const response = await yoga.fetch('http://localhost/graphql', request, { req, res, facts });
  const text = await response.text();
  return { status: response.status, text, answer: JSON.parse(text) };
}

test('what nobody foresaw is hidden from the caller and logged under the request id', async () => {
  const { status, text, answer } = await ask('{ secret }');
  expect(status).toBe(200);
  expect(answer).toEqual({
    data: { secret: null },
    errors: [
      {
        message: 'Something went wrong here; request trace-7.',
        path: ['secret'],
        locations: [{ line: 1, column: 3 }],
        extensions: { requestId: 'trace-7', code: 'INTERNAL_SERVER_ERROR' },
      },
    ],
  });
  expect(text).not.toContain('hunter2');
  expect(logged).toHaveLength(1);
  expect(JSON.parse(logged[0] ?? '')).toMatchObject({
    requestId: 'trace-7',
    err: { message: 'password=hunter2' },
  });
});

test('an error with a code says what it says, and nulls only its field', async () => {
  const { answer } = await ask('{ known __typename }');
  expect(answer).toEqual({
    data: { known: null, __typename: 'Query' },
    errors: [
      {
        message: 'The token lacks a scope.',
        path: ['known'],
        locations: [{ line: 1, column: 3 }],
        extensions: { scope: 'auth:read', code: 'FORBIDDEN' },
      },
    ],
  });
  expect(logged).toEqual([]);
});

test.each(['{ always }', '{ list }'])(
  'a value that the schema does not allow is our fault: %s',
  async (query) => {
    const { answer } = await ask(query);
    expect(answer).toMatchObject({ errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }] });
    expect(logged).toHaveLength(1);
  },
);

test('a request that fails before execution is a 500', async () => {
  broken = true;
  const { status, text, answer } = await ask('{ __typename }');
  broken = false;
  expect(status).toBe(500);
  expect(answer).toMatchObject({ errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }] });
  expect(text).not.toContain('hunter2');
});

test.each([
  [
    'root fields, whichever fails first',
    '{ late: after(turns: 50) known early: after(turns: 1) }',
    ['late', 'known', 'early'],
  ],
  [
    'fields of a fragment, at its place in the document',
    'query { late: after(turns: 50) ...More } fragment More on Query { known early: after(turns: 1) }',
    ['late', 'known', 'early'],
  ],
  [
    'the rows of a list, below each other field',
    '{ rows { odd rows { odd } } known }',
    ['rows.0.odd', 'rows.2.odd', 'rows.0.rows.0.odd', 'known'],
  ],
])('errors stand in the order of the document: %s', async (_what, query, expected) => {
  // The first time graphql-js executes, from then on graphql-jit.
  for (let time = 0; time < 3; time++) expect(paths((await ask(query)).answer)).toEqual(expected);
});

interface Failed {
  readonly errors: readonly { path: readonly (string | number)[]; extensions: { count?: number } }[];
}
const hasErrors = (answer: unknown): answer is Failed =>
  typeof answer === 'object' && answer !== null && 'errors' in answer;

const paths = (answer: unknown): readonly string[] =>
  hasErrors(answer) ? answer.errors.map(({ path }) => path.join('.')) : [];

function counts(answer: unknown): Record<string, number | undefined> {
  if (!hasErrors(answer)) return {};
  return Object.fromEntries(answer.errors.map(({ path, extensions }) => [path.join('.'), extensions.count]));
}

describe('what fails for each row of a list', () => {
  const MESSAGE = 'Row.locked needs the scope content:read, which the token does not have.';

  test('is said once, with a count', async () => {
    const { answer } = await ask('{ rows { locked } }');
    expect(answer).toEqual({
      data: { rows: [{ locked: null }, { locked: null }, { locked: null }] },
      errors: [
        {
          message: MESSAGE,
          path: ['rows', 0, 'locked'],
          locations: [{ line: 1, column: 10 }],
          extensions: { code: 'FORBIDDEN', scope: 'content:read', count: 3 },
        },
      ],
    });
  });

  test('is said once for each field, alias and level that asks for it', async () => {
    const { answer } = await ask('{ rows { locked again: locked rows { locked } } }');
    expect(counts(answer)).toEqual({
      'rows.0.locked': 3,
      'rows.0.again': 3,
      'rows.0.rows.0.locked': 2,
    });
  });

  test('is said for each row where it differs', async () => {
    const { answer } = await ask('{ rows { odd } }');
    expect(answer).toMatchObject({
      errors: [
        { message: 'Row 1 is odd.', path: ['rows', 0, 'odd'] },
        { message: 'Row 3 is odd.', path: ['rows', 2, 'odd'] },
      ],
    });
    expect(JSON.stringify(answer)).not.toContain('count');
  });
});
