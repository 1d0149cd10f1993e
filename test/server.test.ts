import { request } from 'node:http';
import { serverAudits } from 'graphql-http';
import { describe, expect, test } from 'vitest';
import { useServer } from './support/use-server.ts';

const api = useServer('demo');

describe('GraphQL over HTTP', () => {
  const audits = serverAudits({ url: () => `${api().url}/graphql` });

  test.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_name, audit) => {
    const result = await audit.fn();
    if (result.status === 'ok') return;
    const reason = `${result.reason} (${result.response.status})`;
    expect(result.status, reason).toBe('ok');
  });
});

const post = (body: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${api().url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
const SPEC = { accept: 'application/graphql-response+json' };

describe('every error has a code', () => {
  test.each([
    ['no JSON', 'nonsense', 400],
    ['no query', '{}', 400],
    ['a list of requests', '[{ "query": "{ __typename }" }]', 400],
    ['a syntax error', JSON.stringify({ query: '{ ' }), 400],
    ['an unknown field', JSON.stringify({ query: '{ nope }' }), 400],
    ['an unknown operation', JSON.stringify({ query: 'query A { __typename }', operationName: 'B' }), 400],
    ['a mutation', JSON.stringify({ query: 'mutation { write }' }), 400],
    [
      'a variable of another type',
      JSON.stringify({
        query: 'query ($first: Int) { documents(first: $first) { totalCount } }',
        variables: { first: 'ten' },
      }),
      400,
    ],
    [
      'a missing variable',
      JSON.stringify({ query: 'query ($id: String!) { workflowRun(runId: $id) { runId } }' }),
      400,
    ],
    ['an argument out of range', JSON.stringify({ query: '{ documents(first: -1) { totalCount } }' }), 200],
  ])('%s', async (_name, body, status) => {
    const response = await post(body, SPEC);
    expect(response.status).toBe(status);
    const { errors } = JSON.parse(await response.text());
    expect(errors[0].extensions).toEqual({ code: 'BAD_USER_INPUT' });
  });

  test('and the place in the document', async () => {
    const invalid = await api().ask('{\n  nope\n}');
    expect(invalid.errors).toMatchObject([{ locations: [{ line: 2, column: 3 }] }]);
    const failed = await api().ask('{\n  documents(first: -1) {\n    totalCount\n  }\n}');
    expect(failed.errors).toMatchObject([{ path: ['documents'], locations: [{ line: 2, column: 3 }] }]);
    expect(failed.data).toEqual({ documents: null });
  });
});

describe('bodies', () => {
  const tooLong = JSON.stringify({ query: '{ __typename }', variables: { text: 'x'.repeat(300_000) } });

  test('that are too long are refused', async () => {
    const response = await post(tooLong);
    expect(response.status).toBe(413);
    expect(JSON.parse(await response.text()).errors[0].extensions).toEqual({ code: 'BAD_USER_INPUT' });
  });

  test('are counted when their length is not told', async () => {
    const answer = await sendInChunks([tooLong.slice(0, 100_000), tooLong.slice(100_000)]);
    expect(answer).toMatchObject({ status: 413 });
    const query = JSON.stringify({ query: '{ __typename }' });
    expect(await sendInChunks([query.slice(0, 9), query.slice(9)])).toEqual({
      status: 200,
      body: expect.stringContaining('{"data":{"__typename":"Query"}'),
    });
  });

  function sendInChunks(chunks: readonly string[]): Promise<{ status: number | undefined; body: string }> {
    return new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'transfer-encoding': 'chunked' };
      const sent = request(`${api().url}/graphql`, { method: 'POST', headers }, async (response) => {
        let body = '';
        for await (const text of response.setEncoding('utf8')) body += text;
        resolve({ status: response.statusCode, body });
      });
      sent.once('error', reject);
      for (const chunk of chunks) sent.write(chunk);
      sent.end();
    });
  }
});

test('variables have their defaults, and null is not one of them', async () => {
  const document = 'query ($first: Int = 1) { documents(first: $first) { nodes { docId } } }';
  expect((await api().data(document)).documents.nodes).toHaveLength(1);
  expect((await api().data(document, { first: 2 })).documents.nodes).toHaveLength(2);
  expect((await api().data(document, { first: null })).documents.nodes.length).toBeGreaterThan(2);
});

test('an operation is chosen by its name', async () => {
  const query = 'query A { a: __typename } query B { b: __typename }';
  const answer = async (operationName: string): Promise<unknown> =>
    (await post(JSON.stringify({ query, operationName }))).json();
  expect(await answer('A')).toMatchObject({ data: { a: 'Query' } });
  expect(await answer('B')).toMatchObject({ data: { b: 'Query' } });
});

test('each answer has a request id: the one that was sent, if it is a plain word', async () => {
  const body = JSON.stringify({ query: '{ __typename }' });
  const idOf = async (id: string): Promise<string | null> =>
    (await post(body, { 'x-request-id': id })).headers.get('x-request-id');
  expect(await idOf('trace-1:a')).toBe('trace-1:a');
  expect(await idOf('two words')).toMatch(/^[\da-f-]{36}$/);
  expect((await post(body)).headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
});

test('pages of other origins may not ask unless they are listed', async () => {
  const response = await post(JSON.stringify({ query: '{ __typename }' }), { origin: 'https://example.org' });
  expect(response.headers.get('access-control-allow-origin')).toBeNull();
});

test('health and readiness', async () => {
  expect((await fetch(`${api().url}/health`)).status).toBe(200);
  expect((await fetch(`${api().url}/ready`)).status).toBe(200);
  expect((await fetch(`${api().url}/nowhere`)).status).toBe(404);
  const home = await fetch(api().url, { redirect: 'manual' });
  expect([home.status, home.headers.get('location')]).toEqual([302, '/graphql']);
});
