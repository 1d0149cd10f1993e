import { buildSchema, type GraphQLSchema, getNamedType, isInputObjectType, printSchema } from 'graphql';
import { beforeAll, describe, expect } from 'vitest';
import { WALK_RUN } from '../../prisma/seed/stories/walk.ts';
import { readConfig } from '../../src/config/config.ts';
import { schema } from '../../src/schema/schema.ts';
import { closedAfterAll } from '../support/closed-after-all.ts';
import type { TestDatabase } from '../support/databases.ts';
import type { TestServer } from '../support/server.ts';
import { serverTest as it } from '../support/server-test.ts';

const open = closedAfterAll();
let opened: TestDatabase;
let server: TestServer;
beforeAll(async () => {
  opened = await open.database('demo');
  server = await open.server(opened.database, { maxCost: readConfig({}).maxCost });
});

const post = async (body: string | Buffer): Promise<{ status: number; text: string }> => {
  const response = await server.post(body);
  return { status: response.status, text: await response.text() };
};
const codes = async (query: string, variables: Record<string, unknown> = {}) =>
  (await server.ask(query, variables)).errors?.map(({ extensions }) => extensions.code);
const repeat = (times: number, make: (index: number) => string): string =>
  Array.from({ length: times }, (_, index) => make(index)).join(' ');

describe('a query that asks for too much is refused before it runs', () => {
  const deep = `{ workflowRun(runId: "${WALK_RUN}") { ${'tokenUsage { nodes { run { '.repeat(40)} runId ${'} } } '.repeat(40)} } }`;
  const doubled = `{ workflowRun(runId: "x") { ...F0 } } ${repeat(18, (level) => `fragment F${level} on WorkflowRun { a: parent { ...F${level + 1} } b: parent { ...F${level + 1} } }`)} fragment F18 on WorkflowRun { runId }`;
  it.each([
    ['run -> usage -> run -> ..., 40 times', deep, 'depth'],
    ['10,000 aliases', `{ ${repeat(10_000, (index) => `a${index}: __typename`)} }`, 'tokens'],
    [
      '1,000 aliases',
      `{ ${repeat(10, (part) => `... on Query { ${repeat(100, (index) => `a${part}_${index}: __typename`)} }`)} }`,
      'aliases',
    ],
    ['1,000 times the same field', `{ ${repeat(1000, () => '__typename')} }`, 'breadth'],
    ['400 directives', `{ __typename ${repeat(400, () => '@include(if: true)')} }`, 'directives'],
    [
      'pages of 500 within pages of 500',
      '{ workflowRuns(first: 500) { nodes { vectors(first: 500) { nodes { rowId } } } } }',
      'cost',
    ],
    [
      'the same by edges, last and variables',
      'query ($n: Int = 500) { workflowRuns(last: $n) { edges { node { tokenUsage(last: $n) { edges { node { run { runId } } } } } } } }',
      'cost',
    ],
    ['fragments that double at each level', doubled, 'fields'],
  ])('%s: COST_LIMIT_EXCEEDED by %s', async (_, query, limit) => {
    const { data, errors } = await server.ask(query);
    expect(data ?? null).toBeNull();
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'COST_LIMIT_EXCEEDED', limit });
  });

  it('a cost that the limit just allows is served, one more is not', async ({ serve }) => {
    const narrow = await serve(opened.database, { maxCost: 21 });
    const query = (first: number) => `{ documents(first: ${first}) { nodes { docId } } }`;
    const served = await narrow.ask(query(20));
    expect(served.errors).toBeUndefined();
    expect(served.extensions).toEqual({ cost: { requested: 21, limit: 21 } });
    const refused = await narrow.ask(query(21));
    expect(refused.data ?? null).toBeNull();
    expect(refused.errors?.[0]?.extensions).toMatchObject({
      code: 'COST_LIMIT_EXCEEDED',
      requested: 22,
      allowed: 21,
    });
    expect(refused.extensions).toEqual({ cost: { requested: 22, limit: 21 } });
  });

  it('the walk, the introspection of GraphiQL and 500 runs with four edges of 20 are within the limits', async () => {
    const edges = ['records', 'retrievalEvents', 'tokenUsage', 'vectors'].map(
      (edge) => `${edge}(first: 20) { nodes { rowId } }`,
    );
    expect(
      await codes(`{ workflowRuns(first: 500) { nodes { runId ${edges.join(' ')} } } }`),
    ).toBeUndefined();
  });
});

describe('a request that is not what it should be', () => {
  it.each([
    [
      'a circular fragment',
      '{ documents { nodes { ...A } } } fragment A on Document { docId ...B } fragment B on Document { ...A }',
    ],
    [
      'an introspection that runs in circles',
      `{ __schema { types { ${'fields { type { '.repeat(6)} name ${'} } '.repeat(6)} } } }`,
    ],
    ['a mutation', 'mutation { deleteRun(id: 1) }'],
    ['a field that is not there', '{ streamlitUsers { nodes { passwordHash } } }'],
    ['control characters', '{ \u0007documents { totalCount } }'],
    ['an unknown directive', '{ documents @defer { totalCount } }'],
    ['no operation', 'fragment A on Document { docId }'],
  ])('%s: BAD_USER_INPUT', async (_, query) => {
    const found = await codes(query);
    expect(new Set(found)).toEqual(new Set(['BAD_USER_INPUT']));
  });

  it('a document of 5 MB: 413', async () => {
    const { status, text } = await post(JSON.stringify({ query: `{ ${'documents '.repeat(500_000)} }` }));
    expect([status, JSON.parse(text).errors[0].extensions.code]).toEqual([413, 'BAD_USER_INPUT']);
  });

  it('a batch of 1,000: refused as a whole', async () => {
    const { status, text } = await post(JSON.stringify(Array(1000).fill({ query: '{ __typename }' })));
    expect([status, JSON.parse(text).errors[0].extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
  });

  it.each([
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d])],
    ['JSON cut short', '{"query": "{ __typename'],
    ['JSON nested 100,000 levels deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['a query that is a number', '{"query": 5}'],
    ['variables that are a list', '{"query": "{ __typename }", "variables": [1]}'],
  ])('%s: 4xx with BAD_USER_INPUT', async (_, body) => {
    const { status, text } = await post(body);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(JSON.parse(text).errors[0].extensions.code).toBe('BAD_USER_INPUT');
  });
});

it('a key called __proto__ in variables is an unknown field', async () => {
  const where = JSON.parse('{"__proto__": {"runId": {"eq": "x"}}}');
  const query = 'query ($x: WorkflowRunWhere) { workflowRuns(where: $x) { totalCount } }';
  expect(await codes(query, { x: where })).toEqual(['BAD_USER_INPUT']);
});

/** What has opened databases elsewhere. */
const SQL = [
  "'; drop table ingestion.documents; --",
  "x' or '1'='1",
  "x\\'; delete from workflow.run_records; --",
  '"; drop schema workflow cascade; --',
  '$1',
  "%' union select password_hash from auth.streamlit_users --",
  '{"$gt": ""}',
  "E'\\\\x27'",
];
/** What PostgreSQL cannot store, and what is no Unicode. */
const BROKEN = ['a\u0000b', '\ud800', 'a\udfffb'];

/** All string arguments of the graph: look-ups, each field of each filter, paths and cursors. */
function stringArguments(of: GraphQLSchema): readonly { name: string; query: string }[] {
  const found: { name: string; query: string }[] = [];
  for (const root of Object.values(of.getQueryType()?.getFields() ?? {})) {
    const below = /Connection$/.test(getNamedType(root.type).name) ? 'totalCount nodes { id }' : '__typename';
    const strings = root.args.filter(({ type }) => ['String', 'ID'].includes(getNamedType(type).name));
    const required = strings.filter(({ type }) => type.toString().endsWith('!'));
    for (const arg of strings) {
      const list = arg.type.toString().startsWith('[');
      const others = required.filter((one) => one !== arg).map((one) => `${one.name}: "x"`);
      const args = [`${arg.name}: ${list ? '[$x]' : '$x'}`, ...others].join(', ');
      const type = getNamedType(arg.type).name;
      found.push({
        name: `${root.name}.${arg.name}`,
        query: `query ($x: ${type}!) { ${root.name}(${args}) { ${below} } }`,
      });
    }
    const where = root.args.find(({ name }) => name === 'where');
    const filters = where && getNamedType(where.type);
    if (!isInputObjectType(filters)) continue;
    for (const [field, { type }] of Object.entries(filters.getFields())) {
      if (type.toString() !== 'StringFilter') continue;
      for (const operator of ['eq: $x', 'in: [$x]', 'contains: $x', 'startsWith: $x', 'gte: $x']) {
        found.push({
          name: `${root.name}(where: ${field} ${operator})`,
          query: `query ($x: String!) { ${root.name}(where: { ${field}: { ${operator} } }) { ${below} } }`,
        });
      }
    }
  }
  found.push({
    name: 'RunRecord.payloadJson.path',
    query: 'query ($x: String!) { runRecords(first: 5) { nodes { payloadJson(path: $x) } } }',
  });
  return found;
}

it('no text in any string argument is taken for SQL, and broken ones are refused; every table is as it was', async () => {
  const tables =
    await opened.sql(`select table_schema || '.' || table_name as name from information_schema.tables
    where table_schema in ('ingestion', 'auth', 'enrichment', 'indexing', 'workflow', 'retrieval', 'observability') order by 1`);
  const counts = async () =>
    Promise.all(tables.map(async ({ name }) => (await opened.sql(`select count(*) from ${name}`))[0]));
  const before = await counts();
  const queries = stringArguments(buildSchema(printSchema(schema)));
  expect(queries.length).toBeGreaterThan(300);
  for (const [index, { name, query }] of queries.entries()) {
    const text = SQL[index % SQL.length];
    const { data, errors } = await server.ask(query, { x: text });
    for (const { extensions } of errors ?? [])
      expect([name, extensions.code]).toEqual([name, 'BAD_USER_INPUT']);
    if (!/\[\$x\]|contains|startsWith|gte/.test(query))
      expect(JSON.stringify(data ?? null)).not.toContain('password');
    const broken = await server.ask(query, { x: BROKEN[index % BROKEN.length] });
    for (const { extensions, message } of broken.errors ?? []) {
      expect([name, extensions.code]).toEqual([name, 'BAD_USER_INPUT']);
      expect(message).not.toMatch(/encoding|byte sequence|0x00/);
    }
  }
  expect(await counts()).toEqual(before);
}, 120_000);
