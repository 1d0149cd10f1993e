import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { WalkDocument } from '../../examples/generated/graphql.ts';
import { usePersistedOnly } from '../../src/plugins/use-persisted-only.ts';
import { databaseForTest } from '../support/databases.ts';
import { folderForTest } from '../support/folder-for-test.ts';
import { serverForTest } from '../support/server-test.ts';

const MANIFEST = join(import.meta.dirname, '../../examples/generated/persisted-documents.json');

async function serve() {
  const { database } = await databaseForTest('demo');
  const server = await serverForTest(database, { persistedOnly: true, persistedOperations: MANIFEST });
  return async (body: Record<string, unknown>) => {
    const response = await server.post(JSON.stringify(body));
    const { data, errors } = JSON.parse(await response.text());
    return errors ? errors[0].extensions.code : data;
  };
}
const persisted = (sha256Hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } });

it('the documents of codegen are served by their hash, with variables', async () => {
  const send = await serve();
  const { hash } = Object(WalkDocument).__meta__;
  for (const written of [hash, String(hash).replace('sha256:', '')]) {
    const data = await send({ ...persisted(written), variables: { runId: 'demo-walk' } });
    expect(data.workflowRun).toMatchObject({ runId: 'demo-walk', status: 'completed' });
  }
});

it('the hashes of the manifest are those of its documents', () => {
  for (const [hash, text] of Object.entries(JSON.parse(readFileSync(MANIFEST, 'utf8')))) {
    expect(hash).toBe(`sha256:${createHash('sha256').update(String(text)).digest('hex')}`);
  }
});

it.each([
  ['a document', { query: '{ documents { totalCount } }' }],
  [
    'a document under a listed hash',
    { query: '{ __typename }', ...persisted(Object(WalkDocument).__meta__.hash) },
  ],
  ['an unlisted hash', persisted('0'.repeat(64))],
  ['the name of a property that objects have', persisted('constructor')],
  ['introspection', { query: '{ __schema { types { name } } }' }],
  ['nothing', {}],
])('%s is refused', async (_, body) => {
  const send = await serve();
  expect(await send(body)).toBe('BAD_USER_INPUT');
});

it.each([
  ['a file that is not there', undefined, /PERSISTED_OPERATIONS is .*cannot be read/],
  ['no JSON', '{', /is no JSON/],
  ['no operation', '{}', /is no manifest/],
  ['something else', '{"a": {"b": 1}}', /is no manifest/],
])('a manifest that is %s stops the start', (_, text, message) => {
  const folder = folderForTest();
  const path = join(folder, 'manifest.json');
  if (text !== undefined) writeFileSync(path, text);
  expect(() => usePersistedOnly(path)).toThrow(message);
});
