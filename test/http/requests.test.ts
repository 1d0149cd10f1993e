import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { useServer } from '../support/use-server.ts';

const api = useServer('demo');
const QUERY = JSON.stringify({ query: '{ __typename }' });
/** Others get 200 for a document that is wrong, as GraphQL over HTTP has it. */
const SPEC = { headers: { accept: 'application/graphql-response+json' } };
const SERVED = [200, { __typename: 'Query' }];

async function read(response: Response): Promise<readonly [number, unknown]> {
  const text = await response.text();
  expect(text).not.toMatch(/node_modules|file:|\.ts:|\bat /);
  const { data, errors } = JSON.parse(text);
  return [response.status, errors?.[0]?.extensions.code ?? data];
}
const post = async (body: string | Buffer, headers: Record<string, string> = {}) =>
  read(await api().post(body, headers));
const get = async (path: string, init: RequestInit = {}) => read(await fetch(`${api().url}${path}`, init));

describe('media types are compared whatever their case, with their parameters', () => {
  it.each([
    'application/json',
    'Application/JSON',
    'APPLICATION/JSON; CHARSET=UTF-8',
    'application/json;charset="utf-8"',
    'application/json; charset=utf8',
    'application/json ; charset=utf-8; x=y',
    'application/graphql+json',
  ])('%s is read', async (type) => expect(await post(QUERY, { 'content-type': type })).toEqual(SERVED));

  it('application/graphql is the query itself', async () => {
    expect(await post('{ __typename }', { 'content-type': 'Application/GraphQL' })).toEqual(SERVED);
  });

  it.each([
    'text/plain',
    'Text/Plain',
    'text/plain; x=application/json',
    'application/xml',
    'application/json-patch+json',
    'json',
    '/',
    'application/json; charset=iso-8859-1',
    'application/json; charset=utf-16',
    'application/graphql; charset=latin1',
    'multipart/form-data; boundary=x',
    'application/x-www-form-urlencoded',
  ])('%s: 415', async (type) => {
    expect(await post(QUERY, { 'content-type': type })).toEqual([415, 'BAD_USER_INPUT']);
  });

  it('a body without a type: 415', async () => {
    const response = await fetch(`${api().url}/graphql`, { method: 'POST', body: Buffer.from(QUERY) });
    expect(await read(response)).toEqual([415, 'BAD_USER_INPUT']);
  });
});

describe('bytes', () => {
  const text = (title: string): string =>
    JSON.stringify({
      query: 'query ($t: String) { documents(where: { title: { eq: $t } }) { totalCount } }',
      variables: { t: title },
    });

  it('of UTF-8 are read as such', async () => {
    const echo = JSON.stringify({ query: '{ documents(after: "λόγος") { totalCount } }' });
    expect(await post(echo)).toEqual([200, 'BAD_USER_INPUT']);
    expect(await post(text('Überblick 📚'))).toEqual([200, { documents: { totalCount: 0 } }]);
  });

  it.each([
    ['Latin-1', Buffer.from(text('Überblick'), 'latin1')],
    ['UTF-16', Buffer.from(text('x'), 'utf16le')],
    [
      'a cut character',
      Buffer.concat([Buffer.from(QUERY.slice(0, 12)), Buffer.from([0xc3]), Buffer.from(QUERY.slice(12))]),
    ],
  ])('of %s: 400, for they would be decoded to something else', async (_, body) => {
    expect(await post(body)).toEqual([400, 'BAD_USER_INPUT']);
    expect((await post(body, { 'content-type': 'application/graphql' }))[1]).toBe('BAD_USER_INPUT');
  });

  it('behind a byte order mark are read', async () => {
    expect(await post(`\ufeff${QUERY}`)).toEqual(SERVED);
    expect(await post('\ufeff{ __typename }', { 'content-type': 'application/graphql' })).toEqual(SERVED);
  });

  it.each(['gzip', 'br', 'deflate', 'GZIP', 'gzip, gzip', 'x'])(
    'under content-encoding %s: 415',
    async (encoding) => {
      const response = await api().post(gzipSync(QUERY), { 'content-encoding': encoding });
      expect(response.headers.get('accept-encoding')).toBe('identity');
      expect(await read(response)).toEqual([415, 'BAD_USER_INPUT']);
    },
  );

  it('under content-encoding identity are read', async () => {
    expect(await post(QUERY, { 'content-encoding': 'identity' })).toEqual(SERVED);
  });
});

describe('a GET', () => {
  it('is read from its address', async () => {
    const query = encodeURIComponent('query A($n: Int) { documents(first: $n) { nodes { __typename } } }');
    expect(await get(`/graphql?query=${query}&operationName=A&variables=%7B%22n%22:1%7D`)).toEqual([
      200,
      { documents: { nodes: [{ __typename: 'Document' }] } },
    ]);
  });

  it.each([
    ['variables that are cut', 'variables={'],
    ['extensions that are cut', 'extensions={'],
    ['variables that are a list', 'variables=[1]'],
    ['variables that are a number', 'variables=5'],
    ['extensions that are a text', 'extensions="x"'],
    ['bytes that are no UTF-8', 'variables={"t":"%ff"}'],
    ['a cut percent', 'variables={"t":"%f"}'],
    ['bytes that are not encoded', 'variables={"t":"%"}'],
  ])('with %s: 400', async (_, rest) => {
    expect(await get(`/graphql?query={__typename}&${rest}`)).toEqual([400, 'BAD_USER_INPUT']);
  });

  it('without a query: 400', async () => {
    expect(await get('/graphql', SPEC)).toEqual([400, 'BAD_USER_INPUT']);
    expect(await get('/graphql?x=/health', SPEC)).toEqual([400, 'BAD_USER_INPUT']);
  });
});

describe('parameters', () => {
  it.each([
    ['a text', '"{ __typename }"'],
    ['null', 'null'],
    ['a number', '5'],
    ['an operationName that is a number', '{"query": "{ __typename }", "operationName": 5}'],
    ['extensions that are a list', '{"query": "{ __typename }", "extensions": []}'],
    ['one that nobody knows', '{"query": "{ __typename }", "queryy": "x"}'],
  ])('that are %s: 400', async (_, body) => {
    expect(await post(body)).toEqual([400, 'BAD_USER_INPUT']);
  });

  it('may be null', async () => {
    expect(
      await post('{"query": "{ __typename }", "variables": null, "operationName": null, "extensions": null}'),
    ).toEqual(SERVED);
  });
});

describe('every answer that is an error has a body with a code', () => {
  it.each(['/nowhere', '/graphql/x', '/graphqlx', '/graphiql/nothing.js', '//graphql', '/GraphQL'])(
    '404 for %s',
    async (path) => {
      expect(await get(path)).toEqual([404, 'NOT_FOUND']);
      expect(await get(path, { method: path.includes('graphiql') ? 'GET' : 'POST' })).toEqual([
        404,
        'NOT_FOUND',
      ]);
    },
  );

  it.each([
    'text/html',
    'text/plain',
    'image/png',
    'application/xml',
    'application/json; charset=utf-16',
    // RFC 9110, 12.4.2: a weight of 0 is "not acceptable".
    'application/json;q=0',
    'Application/JSON ; Q=0.000',
    'application/json;q=0, text/css',
    '*/*;q=0',
    'application/*;q=0',
    'application/json;q=0, application/graphql-response+json;q=0.0, application/*, text/css',
    'application/json;q=none',
  ])('406 for those who accept %s only, and nothing is run for them', async (accept) => {
    api().statements.length = 0;
    const query = encodeURIComponent('{ documents { totalCount } }');
    const response = await fetch(`${api().url}/graphql?query=${query}`, {
      method: 'GET',
      // A browser that asks for a page gets GraphiQL.
      headers: { accept: accept === 'text/html' ? 'text/css' : accept },
    });
    expect(await read(response)).toEqual([406, 'BAD_USER_INPUT']);
    expect(api().statements).toEqual([]);
  });

  it.each([
    '*/*',
    'application/*',
    'application/json; charset=UTF-8',
    'text/html;q=0.1, application/json',
    'application/json;q=0.001',
    '*/*;q=0, application/json',
    '',
  ])('those who accept %s are served', async (accept) =>
    expect(await post(QUERY, { accept })).toEqual(SERVED),
  );

  it.each([
    ['*/*', 'application/json'],
    ['application/*', 'application/json'],
    ['application/json;q=0, */*', 'application/graphql-response+json'],
    ['application/graphql-response+json; Q=0, application/json', 'application/json'],
    ['application/graphql-response+json;q=0, application/*;q=0.1', 'application/json'],
    ['application/json;q=0.5, application/graphql-response+json', 'application/graphql-response+json'],
    ['text/event-stream;q=0, application/json', 'application/json'],
    ['text/*, application/json;q=0', 'text/event-stream'],
  ])('those who accept %s get %s', async (accept, type) => {
    const response = await api().post(QUERY, { accept });
    expect(response.headers.get('content-type')?.split(';')[0]).toBe(type);
    await response.text();
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('405 for %s', async (method) => {
    expect(await get('/graphql', { method })).toEqual([405, 'BAD_USER_INPUT']);
  });
});
