import { describe, expect, it } from 'vitest';
import { databaseForTest } from '../support/databases.ts';
import { serverForTest } from '../support/server-test.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const BODY = JSON.stringify({ query: '{ __typename }' });

async function serve() {
  const { database } = await databaseForTest('empty');
  const server = await serverForTest(database, { corsOrigins: ['https://app.example.org'] });
  const send = async (headers: Record<string, string>, method: 'GET' | 'POST') => {
    const response = await fetch(
      `${server.url}/graphql${method === 'GET' ? '?query={__typename}' : ''}`,
      method === 'GET' ? { headers } : { method, headers, body: BODY },
    );
    const { data, errors } = JSON.parse(await response.text());
    return [response.status, errors?.[0]?.extensions.code ?? data] as const;
  };
  return { send, own: server.url };
}
const SERVED = [200, { __typename: 'Query' }];

describe('a request that a page of another origin makes a browser send', () => {
  it.each([
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ 'sec-fetch-site': 'cross-site', origin: 'https://evil.example.org' }],
    [{ origin: 'https://evil.example.org' }],
    [{ origin: 'null' }],
    [{ origin: 'https://app.example.org.evil.org', 'sec-fetch-site': 'cross-site' }],
  ])('%j: FORBIDDEN', async (headers) => {
    const { send } = await serve();
    expect(await send(headers, 'GET')).toEqual([403, 'FORBIDDEN']);
    expect(await send({ ...JSON_TYPE, ...headers }, 'POST')).toEqual([403, 'FORBIDDEN']);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'Text/Plain;charset=UTF-8',
  ])('as %s, which a form can send: 415', async (type) => {
    const { send } = await serve();
    expect(await send({ 'content-type': type }, 'POST')).toEqual([415, 'BAD_USER_INPUT']);
  });
});

it('GraphiQL, pages of CORS_ORIGINS and programs are served', async () => {
  const { send, own } = await serve();
  const app = { origin: 'https://app.example.org', 'sec-fetch-site': 'cross-site' };
  for (const headers of [
    {},
    { 'sec-fetch-site': 'same-origin', origin: own },
    { origin: own },
    { 'sec-fetch-site': 'none' },
    app,
  ]) {
    expect(await send(headers, 'GET')).toEqual(SERVED);
    expect(await send({ ...JSON_TYPE, ...headers }, 'POST')).toEqual(SERVED);
  }
});

it('every answer carries the security headers', async () => {
  const { own } = await serve();
  for (const path of ['/graphql?query={__typename}', '/health', '/', '/nothing', '/graphql?query={']) {
    const { headers } = await fetch(`${own}${path}`, { redirect: 'manual' });
    expect([path, headers.get('x-content-type-options')]).toEqual([path, 'nosniff']);
    expect([path, headers.get('cache-control')]).toEqual([path, 'no-store']);
    expect([path, headers.get('x-frame-options')]).toEqual([path, 'DENY']);
    expect([path, headers.get('x-powered-by')]).toEqual([path, null]);
  }
  const page = await fetch(`${own}/graphql`, { headers: { accept: 'text/html' } });
  expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/);
  expect(page.headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe/);
});
