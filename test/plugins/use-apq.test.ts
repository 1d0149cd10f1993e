import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { useServer } from '../support/use-server.ts';

const api = useServer('empty');

async function send(body: Record<string, unknown>) {
  const response = await api().post(JSON.stringify(body));
  const { data, errors } = JSON.parse(await response.text());
  return errors ? [errors[0].message, errors[0].extensions.code] : data;
}
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const persisted = (sha256Hash: string, version = 1) => ({
  extensions: { persistedQuery: { version, sha256Hash } },
});

it('a document is sent once, then its hash will do', async () => {
  const query = 'query ($n: Int) { documents(first: $n) { totalCount } }';
  const byHash = persisted(sha256(query));
  expect(await send(byHash)).toEqual(['PersistedQueryNotFound', 'BAD_USER_INPUT']);
  expect(await send({ query, ...byHash })).toEqual({ documents: { totalCount: 0 } });
  expect(await send(byHash)).toEqual({ documents: { totalCount: 0 } });
  expect(await send({ ...byHash, variables: { n: -1 } })).toEqual([
    expect.stringContaining('first'),
    'BAD_USER_INPUT',
  ]);
});

it('nobody can plant a document under the hash of another', async () => {
  const hash = sha256('{ documents { totalCount } }');
  expect(await send({ query: '{ vectors { totalCount } }', ...persisted(hash) })).toEqual([
    'persistedQuery.sha256Hash is not the SHA-256 of the query.',
    'BAD_USER_INPUT',
  ]);
  expect(await send(persisted(hash))).toEqual(['PersistedQueryNotFound', 'BAD_USER_INPUT']);
});

it.each([
  [{ extensions: { persistedQuery: 5 } }],
  [{ extensions: { persistedQuery: { version: 2, sha256Hash: sha256('') } } }],
  [{ extensions: { persistedQuery: { version: 1, sha256Hash: 7 } } }],
  [{ extensions: { persistedQuery: null } }],
])('%j: BAD_USER_INPUT', async (body) => {
  expect(await send({ query: '{ __typename }', ...body })).toEqual([
    'persistedQuery takes version 1 and a sha256Hash.',
    'BAD_USER_INPUT',
  ]);
});
