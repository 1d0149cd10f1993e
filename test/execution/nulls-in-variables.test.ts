import { describe, expect, it } from 'vitest';
import { useServer } from '../support/use-server.ts';

const api = useServer('demo');

/** `$x` may be null by its type, and stands where null may not. */
const PLACES: readonly (readonly [what: string, query: string, other?: unknown])[] = [
  ['@skip', 'query ($x: Boolean = true) { documents { totalCount @skip(if: $x) } }', false],
  ['@include', 'query ($x: Boolean = true) { documents { totalCount @include(if: $x) } }', false],
  ['@include at the root', 'query ($x: Boolean = true) { documents @include(if: $x) { totalCount } }', false],
  [
    '@skip of a spread',
    'query ($x: Boolean = true) { documents { ...F @skip(if: $x) } } fragment F on DocumentConnection { totalCount }',
    false,
  ],
  [
    '@skip in a fragment',
    'query ($x: Boolean = true) { documents { ...F } } fragment F on DocumentConnection { totalCount @skip(if: $x) }',
    false,
  ],
  [
    '@skip of an inline fragment',
    'query ($x: Boolean = true) { documents { ... @skip(if: $x) { totalCount } } }',
    false,
  ],
  ['an argument', 'query ($x: String = "x") { workflowRun(runId: $x) { runId } }', 'demo-walk'],
  [
    'an argument with alias',
    'query ($x: String = "x") { a: workflowRun(runId: $x) { b: runId } }',
    'demo-walk',
  ],
  ['an id', 'query ($x: ID = "x") { node(id: $x) { id } }'],
  ['a list of ids', 'query ($x: [ID!] = ["x"]) { nodes(ids: $x) { id } }', []],
  ['a member of a list of ids', 'query ($x: ID = "x") { nodes(ids: [$x]) { id } }'],
  [
    'a value of in',
    'query ($x: String = "x") { documents(where: { title: { in: [$x] } }) { totalCount } }',
    'y',
  ],
  [
    'a filter in OR',
    'query ($x: DocumentWhere = {}) { documents(where: { OR: [$x] }) { totalCount } }',
    { title: { eq: 'y' } },
  ],
  [
    'a term of an order',
    'query ($x: DocumentOrderBy = { title: ASC }) { documents(orderBy: [$x]) { totalCount } }',
    { title: 'DESC' },
  ],
];

describe('null for a variable with a default, where null may not stand', () => {
  it.each(PLACES.map(([what, query]) => [what, query] as const))(
    '%s: BAD_USER_INPUT at the place',
    async (_what, query) => {
      const response = await api().post(JSON.stringify({ query, variables: { x: null } }));
      expect(response.status).toBe(200);
      const { data, errors } = JSON.parse(await response.text());
      expect(data ?? null).toBeNull();
      expect(errors.map((error: { extensions: unknown }) => error.extensions)).toEqual([
        { code: 'BAD_USER_INPUT' },
      ]);
      expect(errors[0].message).toMatch(/^Variable "\$x" must not be null where a \S+ is taken\.$/);
      // The last $x of each document is that place.
      expect(errors[0].locations).toEqual([{ line: 1, column: query.lastIndexOf('$x') + 1 }]);
    },
  );

  const served = PLACES.flatMap(([what, query, x]) => (x === undefined ? [] : [{ what, query, x }]));
  it.each<{ query: string; x: unknown }>(served)('$what: another value is served', async ({ query, x }) => {
    expect((await api().ask(query, { x })).errors).toBeUndefined();
  });

  it('callers of application/graphql-response+json get 400, never 500', async () => {
    const query = 'query ($x: [ID!] = ["x"]) { nodes(ids: $x) { id } }';
    const accept = { accept: 'application/graphql-response+json' };
    const response = await api().post(JSON.stringify({ query, variables: { x: null } }), accept);
    expect(response.status).toBe(400);
  });

  it('a fragment of another operation has nothing to say', async () => {
    const query = `query A($x: String = "x") { documents(after: $x) { totalCount } }
      query B($x: String!) { ...F } fragment F on Query { workflowRun(runId: $x) { runId } }`;
    const response = await api().post(JSON.stringify({ query, variables: { x: null }, operationName: 'A' }));
    expect(JSON.parse(await response.text()).errors).toBeUndefined();
  });
});
