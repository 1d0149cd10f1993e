import { expect, it, onTestFinished } from 'vitest';
import { databaseForTest } from './support/databases.ts';
import { startServer } from './support/server.ts';

/** A server with settings of its own, for one test. */
async function serverWith(changed: Parameters<typeof startServer>[1]) {
  const { database } = await databaseForTest('empty');
  const server = await startServer(database, changed);
  onTestFinished(server.close);
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
