import { graphql } from 'graphql';
import { createSchema, createYoga } from 'graphql-yoga';
import { describe, expect, test } from 'vitest';
import { useCompiledExecution } from '../../src/plugins/use-compiled-execution.ts';

const dog = { __typename: 'Dog', name: 'Rex', barks: true };
const cat = { __typename: 'Cat', name: null, lives: 9 };

const schema = createSchema({
  typeDefs: `
    enum Size { SMALL LARGE }
    input Filter { size: Size = SMALL, names: [String!] = ["a", "b"], deep: Filter }
    interface Pet { name: String }
    type Dog implements Pet { name: String barks: Boolean friend: Pet }
    type Cat implements Pet { name: String lives: Int friend: Pet }
    union Any = Dog | Cat
    type Query {
      echo(size: Size, filter: Filter, count: Int = 3): String
      pets: [Pet!]!
      any: [Any]
      dog: Dog!
      fails: Int!
      later(ms: Int!): Int
    }`,
  resolvers: {
    Query: {
      echo: (_root, args) => JSON.stringify(Object.entries(args).sort(([a], [b]) => (a < b ? -1 : 1))),
      pets: () => [
        { ...dog, friend: { ...cat, friend: dog } },
        { ...cat, friend: dog },
      ],
      any: () => [dog, null, cat],
      dog: () => dog,
      fails: () => {
        throw new Error('failed');
      },
      later: async (_root, { ms }: { ms: number }) => ms,
    },
  },
});

const yoga = createYoga({
  schema,
  logging: false,
  maskedErrors: false,
  plugins: [useCompiledExecution()],
});

type Variables = Record<string, unknown>;
async function compiled(query: string, variables: Variables, operationName?: string): Promise<unknown> {
  const response = await yoga.fetch('http://localhost/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables, operationName }),
  });
  return response.json();
}

/** What graphql-js, the reference, gives; as JSON, as it would travel. */
const reference = async (query: string, variables: Variables, operationName?: string): Promise<unknown> =>
  JSON.parse(
    JSON.stringify(
      await graphql({
        schema,
        source: query,
        variableValues: variables,
        operationName: operationName ?? null,
      }),
    ),
  );

describe('compiled documents answer as graphql-js does', () => {
  test.each<[string, ...Variables[]]>([
    ['{ echo }'],
    ['query ($n: Int = 5) { echo(count: $n) }', {}, { n: null }, { n: 7 }],
    ['query ($n: Int) { echo(count: $n) }', {}, { n: null }, { n: 7 }],
    ['query ($s: Size! = LARGE) { echo(size: $s) }', {}, { s: 'SMALL' }],
    [
      'query ($f: Filter = { deep: { names: "one" } }) { echo(filter: $f) }',
      {},
      { f: {} },
      { f: { size: 'LARGE' } },
    ],
    ['query ($n: [String!]) { echo(filter: { names: $n }) }', {}, { n: null }, { n: ['x'] }],
    ['query ($n: String = "y", $m: String!) { echo(filter: { names: [$n, $m] }) }', { m: 'x' }, { n: 'x' }],
    ['query ($s: Size) { echo(filter: { size: $s, deep: { size: $s } }) }', {}, { s: null }, { s: 'LARGE' }],
    [
      '{ pets { __typename name ... on Dog { barks } ... on Cat { lives friend { ...F } } } } fragment F on Pet { name }',
    ],
    ['{ any { __typename ... on Pet { name } ... on Cat { lives } } }'],
    [
      'query ($a: Boolean!, $b: Boolean!) { one: dog { ...F @include(if: $a) } two: dog { ...F @skip(if: $b) name } } fragment F on Dog { barks name }',
      { a: true, b: true },
      { a: false, b: false },
      { a: true, b: false },
    ],
    ['query ($a: Boolean = false) { dog { name barks @include(if: $a) } }', {}, { a: true }],
    ['{ a: later(ms: 1) b: later(ms: 2) dog { name } }'],
    ['{ __schema { queryType { name } } __type(name: "Dog") { fields { name type { name } } } }'],
    ['{ dog { name } fails }'],
  ])('%s', async (query, ...variables) => {
    const all = variables.length > 0 ? variables : [{}];
    // A document is compiled when it comes for the second time.
    for (const given of [...all, ...all]) {
      expect(await compiled(query, given)).toEqual(await reference(query, given));
    }
  });

  test('variables of a type that contains itself cost nothing to compile', async () => {
    // graphql-jit writes their coercion out without end: seconds of work, or all of the memory.
    const since = performance.now();
    for (let time = 1; time <= 2; time += 1)
      await compiled('query ($f: Filter) { dog { name } echo(filter: $f) }', {
        f: { deep: { deep: { deep: {} } } },
      });
    expect(performance.now() - since).toBeLessThan(1000);
  });

  test('each operation of a document is its own', async () => {
    const query = 'query A { dog { name } } query B { dog { barks } }';
    for (const name of ['A', 'B', 'A', 'B']) {
      expect(await compiled(query, {}, name)).toEqual(await reference(query, {}, name));
    }
  });
});
