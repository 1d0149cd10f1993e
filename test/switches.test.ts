import { expect, it } from 'vitest';
import { databaseForTest } from './support/databases.ts';
import type { startServer } from './support/server.ts';
import { serverForTest } from './support/server-test.ts';

/** A server with settings of its own, for one test. */
async function serverWith(changed: Parameters<typeof startServer>[1]) {
  const { database } = await databaseForTest('empty');
  const server = await serverForTest(database, changed);
  return server;
}

it('INTROSPECTION=false refuses questions about the schema, and nothing else', async () => {
  const server = await serverWith({ introspection: false });
  const refused = await server.ask('{ __schema { types { name } } }');
  expect(refused.data ?? null).toBeNull();
  expect(refused.errors?.map(({ extensions }) => extensions.code)).toContain('BAD_USER_INPUT');
  expect(await server.data('{ __typename documents { totalCount } }')).toEqual({
    __typename: 'Query',
    documents: { totalCount: 0 },
  });
});

const MISSPELT: readonly (readonly [what: string, query: string, variables?: Record<string, unknown>])[] = [
  ['a field', '{ documents { nodes { titel } } }'],
  ['a root field', '{ document_ { docId } }'],
  ['an argument', '{ documents(frist: 1) { totalCount } }'],
  ['a type', '{ documents { nodes { ... on Dokument { docId } } } }'],
  ['a type of a variable', 'query ($w: DocumentWher) { documents(where: $w) { totalCount } }'],
  ['a field of a filter', '{ documents(where: { titel: { eq: "x" } }) { totalCount } }'],
  ['an enum value', '{ asyncJobs(where: { status: { eq: QUEUD } }) { totalCount } }'],
  ['a directive', '{ documents @skipp(if: true) { totalCount } }'],
  [
    'a field of a variable',
    'query ($w: DocumentWhere) { documents(where: $w) { totalCount } }',
    { w: { titel: {} } },
  ],
  [
    'an enum value in a variable',
    'query ($w: AsyncJobWhere) { asyncJobs(where: $w) { totalCount } }',
    { w: { status: { eq: 'QUEUD' } } },
  ],
];

it('INTROSPECTION=false keeps names of the schema out of errors, which suggest them otherwise', async () => {
  const closed = await serverWith({ introspection: false });
  const open = await serverWith({});
  let suggested = 0;
  for (const [what, query, variables] of MISSPELT) {
    const { errors } = await closed.ask(query, variables);
    expect([what, errors?.[0]?.extensions.code]).toEqual([what, 'BAD_USER_INPUT']);
    expect([what, JSON.stringify(errors)]).toEqual([what, expect.not.stringMatching(/did you mean/i)]);
    if (JSON.stringify(await open.ask(query, variables)).includes('Did you mean')) suggested += 1;
  }
  // Or the test would hold for documents that nobody has a suggestion for.
  expect(suggested).toBeGreaterThan(MISSPELT.length / 2);
});

it('GRAPHIQL=false gives browsers no page', async () => {
  const server = await serverWith({ graphiql: false });
  const response = await fetch(`${server.url}/graphql`, { headers: { accept: 'text/html' } });
  expect(response.headers.get('content-type') ?? '').not.toContain('text/html');
});

it('CORS_ORIGINS lets the pages of these origins ask, and no others', async () => {
  const server = await serverWith({ corsOrigins: ['https://app.example.org'] });
  const preflight = (origin: string): Promise<Response> =>
    fetch(`${server.url}/graphql`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    });
  const allowed = async (origin: string): Promise<string | null> =>
    (await preflight(origin)).headers.get('access-control-allow-origin');
  expect(await allowed('https://app.example.org')).toBe('https://app.example.org');
  expect(await allowed('https://elsewhere.example.org')).not.toBe('https://elsewhere.example.org');
  const { headers } = await preflight('https://app.example.org');
  expect(headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
});
