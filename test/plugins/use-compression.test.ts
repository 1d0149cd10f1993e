import { type IncomingHttpHeaders, request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { databaseForTest } from '../support/databases.ts';
import type { startServer } from '../support/server.ts';
import { serverForTest } from '../support/server-test.ts';

const LARGE = '{ __schema { types { name description fields { name description } } } }';
const SMALL = '{ __typename }';

async function serve(changed: Parameters<typeof startServer>[1] = {}) {
  const { database } = await databaseForTest('empty');
  const server = await serverForTest(database, changed);
  /** fetch would decompress. */
  return (query: string, accepted?: string, origin?: string) =>
    new Promise<{ encoding: string | undefined; headers: IncomingHttpHeaders; body: Buffer }>(
      (resolve, reject) => {
        const headers = {
          ...(accepted !== undefined && { 'accept-encoding': accepted }),
          ...(origin !== undefined && { origin }),
        };
        request(`${server.url}/graphql?query=${encodeURIComponent(query)}`, { headers }, async (response) => {
          const chunks: Buffer[] = [];
          for await (const chunk of response) chunks.push(chunk);
          const encoding = response.headers['content-encoding'];
          resolve({ encoding, headers: response.headers, body: Buffer.concat(chunks) });
        })
          .once('error', reject)
          .end();
      },
    );
}

it('an answer of more than a few kB is compressed as the caller accepts it', async () => {
  const ask = await serve();
  const plain = await ask(LARGE);
  expect([plain.encoding, JSON.parse(plain.body.toString()).data.__schema.types.length]).toEqual([
    undefined,
    expect.any(Number),
  ]);
  const gzipped = await ask(LARGE, 'gzip');
  expect([gzipped.encoding, gzipped.headers.vary]).toEqual(['gzip', 'accept-encoding']);
  expect(gunzipSync(gzipped.body)).toEqual(plain.body);
  expect(gzipped.body.length * 3).toBeLessThan(plain.body.length);
  const brotli = await ask(LARGE, 'br;q=1, gzip;q=0.5');
  expect(brotli.encoding).toBe('br');
  expect(brotliDecompressSync(brotli.body)).toEqual(plain.body);
});

it.each([
  ['gzip;q=0', undefined],
  ['identity', undefined],
  ['zstd', undefined],
  ['', undefined],
  ['*;q=0', undefined],
  ['gzip;q=0, br', 'br'],
  ['GZIP', 'gzip'],
  ['br;q=0.1, gzip', 'gzip'],
  ['deflate, gzip;q=0.9, *;q=0', 'gzip'],
])('accept-encoding %s: %s', async (accepted, encoding) => {
  const ask = await serve();
  expect((await ask(LARGE, accepted)).encoding).toBe(encoding);
});

it('a small answer is sent as it is', async () => {
  const ask = await serve();
  const { encoding, body } = await ask(SMALL, 'gzip, br');
  expect([encoding, JSON.parse(body.toString()).data]).toEqual([undefined, { __typename: 'Query' }]);
});

it('COMPRESSION=false leaves it to a proxy', async () => {
  const ask = await serve({ compression: false });
  expect((await ask(LARGE, 'gzip')).encoding).toBeUndefined();
});

it('what CORS says of the answer stays', async () => {
  const origin = 'https://app.example.org';
  const ask = await serve({ corsOrigins: [origin] });
  const { encoding, headers } = await ask(LARGE, 'gzip', origin);
  expect([encoding, headers['access-control-allow-origin']]).toEqual(['gzip', origin]);
});
