import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { databaseForTest } from '../support/databases.ts';
import type { startServer } from '../support/server.ts';
import { serverForTest } from '../support/server-test.ts';
import { JWT_SECRET } from '../support/tokens.ts';

// What a proxy forwards, over HTTP; test/stories/behind-nginx.test.ts has a real one.

const FORWARDED = {
  host: 'lineage',
  'x-forwarded-host': 'data.example.org',
  'x-forwarded-proto': 'https',
  'x-forwarded-prefix': '/lineage/',
};
const PUBLIC_URL = { origin: 'https://data.example.org', path: '' };

async function serve(changed: Parameters<typeof startServer>[1]) {
  const { database } = await databaseForTest('empty');
  const server = await serverForTest(database, changed);
  /** fetch does not let callers choose their Host. */
  return (path: string, headers: Record<string, string>) =>
    new Promise<{ status: number; location: string | undefined; body: string }>((resolve, reject) => {
      request(`${server.url}${path}`, { headers }, async (response) => {
        let body = '';
        for await (const text of response.setEncoding('utf8')) body += text;
        resolve({ status: response.statusCode ?? 0, location: response.headers.location, body });
      })
        .once('error', reject)
        .end();
    });
}

const QUERY = '/graphql?query={__typename}';
/** With tokens any host is good, and who may ask is told apart from who says no token. */
const WITH_TOKENS = { secrets: { jwtSecret: JWT_SECRET } };
const NO_TOKEN = 401;
const FOREIGN = 403;

describe('a trusted proxy', () => {
  const TRUSTING = { trustProxy: true, ...WITH_TOKENS };

  it.each([
    ['https://data.example.org', NO_TOKEN],
    ['https://data.example.org:443', NO_TOKEN],
    ['http://data.example.org', FOREIGN],
    ['https://data.example.org:8443', FOREIGN],
    ['https://evil.example', FOREIGN],
    ['https://lineage', FOREIGN],
    ['null', FOREIGN],
  ])('a page of %s: %d', async (origin, status) => {
    const send = await serve(TRUSTING);
    expect((await send(QUERY, { ...FORWARDED, origin })).status).toBe(status);
  });

  it('the outermost of several counts', async () => {
    const send = await serve(TRUSTING);
    const several = {
      ...FORWARDED,
      'x-forwarded-host': 'data.example.org, inner.example',
      'x-forwarded-proto': 'https,http',
    };
    expect((await send(QUERY, { ...several, origin: 'https://data.example.org' })).status).toBe(NO_TOKEN);
    expect((await send(QUERY, { ...several, origin: 'https://inner.example' })).status).toBe(FOREIGN);
  });

  it('redirects and paths follow its prefix, whether it takes the prefix off or not', async () => {
    const send = await serve(TRUSTING);
    for (const path of ['/', '/lineage/'])
      expect(await send(path, FORWARDED)).toMatchObject({ status: 302, location: '/lineage/graphql' });
    expect((await send('/lineage/health', FORWARDED)).status).toBe(200);
  });

  it.each(['//evil.example', 'https://evil.example', '/a b', '/a/../b?c', '/x\\y'])(
    'the prefix %s leads nowhere',
    async (prefix) => {
      const send = await serve(TRUSTING);
      const { location } = await send('/', { ...FORWARDED, 'x-forwarded-prefix': prefix });
      expect(location).toBe('/graphql');
    },
  );

  it('without tokens, the forwarded host must be known as well as the own', async () => {
    const send = await serve({ trustProxy: true, publicUrl: PUBLIC_URL });
    const from = (host: string, forwarded: string) =>
      send(QUERY, { ...FORWARDED, host, 'x-forwarded-host': forwarded });
    expect((await from('localhost', 'data.example.org')).status).toBe(200);
    expect((await from('localhost', 'evil.example')).status).toBe(FOREIGN);
    // A page whose name was made to point here can send what it likes to itself.
    expect((await from('evil.example', 'data.example.org')).status).toBe(FOREIGN);
    const malformed = await from('localhost', 'a b');
    expect(malformed.status).toBe(400);
    expect(malformed.body).toContain('The X-Forwarded-Host header is malformed.');
  });
});

describe('unless a proxy is trusted', () => {
  it('nothing that is forwarded is read', async () => {
    const send = await serve(WITH_TOKENS);
    expect((await send(QUERY, { ...FORWARDED, origin: 'https://data.example.org' })).status).toBe(FOREIGN);
    expect((await send(QUERY, { ...FORWARDED, origin: 'http://lineage' })).status).toBe(NO_TOKEN);
    expect(await send('/', FORWARDED)).toMatchObject({ status: 302, location: '/graphql' });
    expect((await send('/lineage/health', FORWARDED)).status).toBe(404);
    const open = await serve({});
    const odd = { host: 'localhost', 'x-forwarded-host': 'a b' };
    expect((await open(QUERY, odd)).status).toBe(200);
  });
});
