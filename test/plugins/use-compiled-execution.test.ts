import { type GraphQLResolveInfo, graphql, responsePathAsArray } from 'graphql';
import { createSchema, createYoga } from 'graphql-yoga';
import { describe, expect, test } from 'vitest';
import { useCompiledExecution } from '../../src/plugins/use-compiled-execution.ts';

const dog = { __typename: 'Dog', name: 'Rex', barks: true };
const cat = { __typename: 'Cat', name: null, lives: 9 };

/** What a resolver is told of its place. */
const told = (_row: unknown, _args: unknown, _context: unknown, info: GraphQLResolveInfo): string =>
  `${info.parentType.name}.${info.fieldName} at ${responsePathAsArray(info.path).join('.')}`;

const schema = createSchema({
  typeDefs: `
    enum Size { SMALL LARGE }
    input Filter { size: Size = SMALL, names: [String!] = ["a", "b"], deep: Filter }
    interface Pet { name: String }
    type Dog implements Pet { name: String barks: Boolean friend: Pet says: String wags: String }
    type Cat implements Pet { name: String lives: Int friend: Pet purrs: String }
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
    Dog: { says: told, wags: told },
    Cat: { purrs: told },
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
interface Answer {
  readonly data?: unknown;
  readonly errors?: unknown;
}
async function compiled(query: string, variables: Variables, operationName?: string): Promise<Answer> {
  const response = await yoga.fetch('http://localhost/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables, operationName }),
  });
  return response.json();
}

/** What graphql-js, the reference, gives; as JSON, as it would travel. */
const reference = async (query: string, variables: Variables, operationName?: string): Promise<Answer> =>
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

/** All that two conditions can be. */
const CHOICES: readonly Variables[] = [true, false].flatMap((a) => [true, false].map((b) => ({ a, b })));

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
    // Aliases whose paths read the same when they are joined by `_`.
    ['{ run_a: dog { q: says barks } a: dog { q_run: wags } }'],
    ['{ dog { says } says_dog: dog { name } x: dog { dog_says: wags } dog_x: dog { says } }'],
    ['{ pets { ... on Dog { x: says } ... on Cat { x: purrs } } }'],
    ['{ pets { ... on Cat { friend { ... on Dog { a: wags } } } } friend_idx0_pets: dog { a: says } }'],
    // A fragment that is skipped in one place only.
    [
      'query ($a: Boolean!, $b: Boolean!) { dog { ...F @include(if: $a) ...F @include(if: $b) } } fragment F on Dog { says }',
      ...CHOICES,
    ],
    [
      'query ($a: Boolean!, $b: Boolean!) { dog { ... @include(if: $a) { ...F } ...F @skip(if: $b) } } fragment F on Dog { says }',
      ...CHOICES,
    ],
    [
      'query ($a: Boolean!, $b: Boolean = true) { ...F @include(if: $a) ...G @skip(if: $b) } fragment F on Query { dog { name } } fragment G on Query { ...F dog { barks } }',
      ...CHOICES,
      { a: false },
    ],
    [
      'query ($a: Boolean!) { pets { name ...F @include(if: $a) } pets { ...F } } fragment F on Pet { __typename }',
      { a: true },
      { a: false },
    ],
    [
      'query ($a: Boolean!) { pets { ... on Dog @include(if: $a) { ...F } ... on Cat { ...F } } } fragment F on Pet { name }',
      { a: true },
      { a: false },
    ],
    [
      'query ($c: Boolean!) { dog { ...F @include(if: false) @skip(if: $c) ...F } } fragment F on Dog { name }',
      { c: true },
      { c: false },
    ],
    // What is skipped takes along all that stands in it.
    [
      'query ($a: Boolean!) { dog { name } dog @include(if: $a) { ...F } } fragment F on Dog { friend { name } }',
      { a: true },
      { a: false },
    ],
    ['{ dog { name } dog @skip(if: true) { ... { friend { name } } } }'],
    ['query ($a: Boolean!) { dog { name @skip(if: $a) barks name } }', { a: true }, { a: false }],
    [
      'query ($a: Boolean!) { dog { name @skip(if: $a) } pets { ...F @skip(if: $a) } } fragment F on Pet { name }',
      { a: true },
      { a: false },
    ],
    ['query ($a: Boolean!) { dog @skip(if: $a) { name } fails @skip(if: $a) }', { a: true }],
    // A variable that is not given, named as what every object of JavaScript has.
    ['query ($constructor: Int, $toString: Size) { echo(count: $constructor, size: $toString) }'],
    ['{\r\r  dog { name }\r\n\n fails\r}'],
  ])('%s', async (query, ...variables) => {
    const all = variables.length > 0 ? variables : [{}];
    // A document is compiled when it comes for the second time.
    for (const given of [...all, ...all]) {
      const [answer, expected] = [await compiled(query, given), await reference(query, given)];
      expect(answer).toEqual(expected);
      // As text: the order of the keys counts.
      expect(JSON.stringify(answer.data)).toBe(JSON.stringify(expected.data));
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
    const query =
      'query A($a: Boolean!) { dog { ...F @include(if: $a) } } query B { dog { ...F barks } } fragment F on Dog { name }';
    for (const name of ['A', 'A', 'B', 'B', 'A', 'B']) {
      expect(await compiled(query, { a: false }, name)).toEqual(await reference(query, { a: false }, name));
    }
  });
});
