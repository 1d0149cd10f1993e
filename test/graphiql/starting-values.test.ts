import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse, print } from 'graphql';
import { describe, expect, test } from 'vitest';
import { EXAMPLES } from '../../src/graphiql/examples.ts';
import { exampleTab } from '../../src/graphiql/page/example-tab.ts';
import { STARTS, startingValues } from '../../src/graphiql/page/starting-values.ts';
import { useServer } from '../support/use-server.ts';

const api = useServer('demo');
const QUERIES = EXAMPLES.map((name) =>
  readFileSync(join(import.meta.dirname, `../../examples/${name}.graphql`), 'utf8'),
);
const ask = async (query: string, variables: Record<string, string>): Promise<unknown> =>
  (await api().ask(query, variables)).data;

test('every text that an example asks for has a start in any database', () => {
  const texts = QUERIES.flatMap((query) =>
    parse(query).definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION ? (definition.variableDefinitions ?? []) : [],
    ),
  ).filter(({ type, defaultValue }) => defaultValue?.kind === Kind.STRING && print(type) === 'String!');
  expect(texts.length).toBeGreaterThan(3);
  for (const { variable } of texts) expect(Object.keys(STARTS)).toContain(variable.name.value);
});

test('over the demo, the examples ask for what they say', async () => {
  const values = await startingValues(QUERIES, ask);
  expect(
    Object.fromEntries([...values].map(([name, { value, origin }]) => [name, `${value} (${origin})`])),
  ).toEqual({
    runId: 'demo-walk (example)',
    model: 'gpt-5 (example)',
    workstreamId: 'ws-model-size (example)',
    title: 'Minimum Wages (example)',
  });
});

test('where the demo is not, they ask for the newest', async () => {
  const elsewhere = QUERIES.map((query) =>
    query
      .replaceAll('"demo-walk"', '"run of another database"')
      .replaceAll('"ws-model-size"', '"workstream of another database"')
      .replaceAll('"Minimum Wages"', '"Paper of another database"'),
  );
  const values = await startingValues(elsewhere, ask);
  const [newest] = await api().sql(
    `select run_id from workflow.run_records where record_kind = 'run' and step = '' and record_key = 'main'
     order by coalesce(finished_at, updated_at, created_at) desc, run_id desc limit 1`,
    [],
  );
  expect(values.get('runId')).toEqual({ value: newest?.run_id, origin: 'newest' });
  const workstream = values.get('workstreamId');
  const title = values.get('title');
  expect([workstream?.origin, title?.origin]).toEqual(['newest', 'newest']);
  const [there] = await api().sql(
    `select (select count(*) from workflow.run_records where workstream_id = $1)::int as runs,
       (select count(*) from ingestion.documents where title = $2)::int as papers`,
    [workstream?.value, title?.value],
  );
  expect(there?.runs).toBeGreaterThan(0);
  expect(there?.papers).toBeGreaterThan(0);
});

test('a server that answers nothing leaves the examples as they are', async () => {
  const values = await startingValues(QUERIES, async () => null);
  expect(new Set([...values.values()].map(({ origin }) => origin))).toEqual(new Set(['example']));
});

describe('a tab', () => {
  const QUERY = 'query Q($first: Int = 5, $runId: String! = "demo-walk", $after: String) { a }';

  test('holds all variables in their order', () => {
    const { variables } = exampleTab(QUERY, new Map());
    expect(Object.entries(JSON.parse(variables))).toEqual([
      ['first', 5],
      ['runId', 'demo-walk'],
      ['after', null],
    ]);
  });

  test('names what it starts with, in the query too', () => {
    const values = new Map([['runId', { value: 'a "run"\nof mine', origin: 'newest' } as const]]);
    const { query, variables } = exampleTab(QUERY, values);
    expect(query).toBe(
      '# runId: "a \\"run\\"\\nof mine" is the newest run of this database.\n' +
        'query Q($first: Int = 5, $runId: String! = "a \\"run\\"\\nof mine", $after: String) { a }',
    );
    expect(JSON.parse(variables).runId).toBe('a "run"\nof mine');
  });
});
