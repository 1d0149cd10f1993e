import { describe, expect, it } from 'vitest';
import { useServer } from '../support/use-server.ts';

const api = useServer('demo');

const many = (count: number, one: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => one(n)).join(' ');
const ACCEPTED = ['application/json', '*/*', 'application/graphql-response+json', 'application/json;q=0.5'];

const LIMITED: readonly (readonly [limit: string, query: string])[] = [
  ['tokens', `{ ${many(4001, () => '__typename')} }`],
  ['breadth', `{ ${many(201, () => '__typename')} }`],
  ['aliases', `{ ${many(2, (n) => `... { ${many(101, (m) => `a${n}${m}: __typename`)} }`)} }`],
  ['directives', `{ ${many(101, () => '__typename @skip(if: true)')} }`],
  ['depth', `{ workflowRun(runId: "x") { ${'parent { '.repeat(30)} runId ${'}'.repeat(30)} } }`],
  [
    'fields',
    `{ ${many(11, (n) => `a${n}: workflowRun(runId: "x") { ...F }`)} } fragment F on WorkflowRun { ${many(190, (n) => (n < 180 ? `a${n}: runId` : 'runId'))} }`,
  ],
  ['subqueries', `{ workflowRun(runId: "x") { ${many(30, (n) => `a${n}: parent { runId }`)} } }`],
  [
    'cost',
    '{ workflowRuns(first: 500) { nodes { records(first: 500) { nodes { run { records(first: 500) { nodes { id } } } } } } } }',
  ],
];

describe('a query above a limit is a 400, whatever is accepted', () => {
  it.each(LIMITED)('%s', async (limit, query) => {
    for (const accept of ACCEPTED) {
      // The second time from the cache of errors.
      for (let time = 0; time < 2; time++) {
        const response = await api().post(JSON.stringify({ query }), { accept });
        const { errors } = JSON.parse(await response.text());
        expect([accept, response.status, errors[0].extensions]).toEqual([
          accept,
          400,
          {
            code: 'COST_LIMIT_EXCEEDED',
            limit,
            requested: expect.any(Number),
            allowed: expect.any(Number),
          },
        ]);
      }
    }
  });

  it.each([
    ['a document', { query: '{ a '.repeat(300) }],
    ['fragments', { query: `{ ...F0 } ${many(250, (n) => `fragment F${n} on Query { ...F${n + 1} }`)}` }],
    [
      'variables',
      { query: '{ __typename }', variables: JSON.parse(`${'{"a":'.repeat(150)}1${'}'.repeat(150)}`) },
    ],
  ])('nesting of %s', async (_, body) => {
    for (const accept of ACCEPTED) {
      const response = await api().post(JSON.stringify(body), { accept });
      const { errors } = JSON.parse(await response.text());
      expect([accept, response.status, errors[0].extensions]).toEqual([
        accept,
        400,
        { code: 'BAD_USER_INPUT' },
      ]);
      expect(errors[0].message).toMatch(/nested/);
    }
  });

  it.each(['{ ', '{ nope }', '{ __proto__: __typename }'])(
    'a document that is not valid stays a 200 for application/json: %s',
    async (query) => {
      const statusFor = async (accept: string): Promise<number> =>
        (await api().post(JSON.stringify({ query }), { accept })).status;
      expect(await Promise.all(ACCEPTED.map(statusFor))).toEqual([200, 200, 400, 200]);
    },
  );
});
