import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { serverOver } from '../support/cluster-server.ts';
import { databaseForTest } from '../support/databases.ts';
import { folderForTest } from '../support/folder-for-test.ts';
import type { startServer } from '../support/server.ts';
import { serverForTest } from '../support/server-test.ts';
import { bearer, JWT_SECRET } from '../support/tokens.ts';

async function serve(changed: Parameters<typeof startServer>[1] = {}) {
  const { database } = await databaseForTest('demo');
  const server = await serverForTest(database, changed);
  const read = async (): Promise<string> => (await fetch(`${server.url}/metrics`)).text();
  return { ...server, read };
}

/** A file of persisted operations, for one test. */
function manifest(document: string): string {
  const folder = folderForTest();
  const path = join(folder, 'manifest.json');
  writeFileSync(path, JSON.stringify({ [`sha256:${'0'.repeat(64)}`]: document }));
  return path;
}

/** The value behind a metric with these labels. */
const sample = (text: string, metric: string): number =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${metric} `))
      ?.split(' ')
      .at(-1),
  );

test('requests, durations by operation, errors by code, statements', async () => {
  const { ask, read } = await serve({ persistedOperations: manifest('query Two { __typename }') });
  await ask('query Two { documents { totalCount } vectors { totalCount } }');
  await ask('query Two { documents { totalCount } vectors { totalCount } }');
  await ask('{ documents(first: -1) { totalCount } }');
  await ask('{ nope }');
  const text = await read();
  expect(sample(text, 'lineage_requests_total{status="200"}')).toBe(4);
  expect(sample(text, 'lineage_request_duration_seconds_count{operation="Two"}')).toBe(2);
  expect(sample(text, 'lineage_request_duration_seconds_count{operation="anonymous"}')).toBe(1);
  expect(sample(text, 'lineage_request_duration_seconds_count{operation="refused"}')).toBe(1);
  expect(sample(text, 'lineage_errors_total{code="BAD_USER_INPUT"}')).toBe(2);
  expect(sample(text, 'lineage_statement_duration_seconds_count{outcome="ok"}')).toBe(4);
  expect(text).toContain('process_resident_memory_bytes');
});

test('the sizes of batches of look-ups', async () => {
  const { data, read } = await serve();
  const { documents } = await data('{ documents(first: 3) { nodes { id } } }');
  const ids = documents.nodes.map(({ id }: { readonly id: string }) => id);
  await data('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
  const text = await read();
  expect(sample(text, 'lineage_loader_batch_size_count')).toBe(1);
  expect(sample(text, 'lineage_loader_batch_size_sum')).toBe(3);
});

test('only operations of the manifest have labels: callers cannot fill the metrics with names', async () => {
  const { ask, read } = await serve({
    persistedOperations: manifest('query Known { __typename } query Two { __typename }'),
  });
  for (const name of [
    'Known',
    'Made',
    'anonymous',
    'other',
    '__proto',
    'constructor',
    'Known2',
    'x'.repeat(300),
  ])
    await ask(`query ${name} { __typename }`);
  await ask('{ __typename }');
  const text = await read();
  const labels = [...text.matchAll(/lineage_request_duration_seconds_count\{operation="(\w+)"\} (\d+)/g)];
  expect(Object.fromEntries(labels.map(([, label, count]) => [label, Number(count)]))).toEqual({
    Known: 1,
    other: 7,
    anonymous: 1,
  });
});

test('without a manifest no name is known', async () => {
  const { ask, read } = await serve({ persistedOperations: 'nowhere.json' });
  await ask('query Two { __typename }');
  expect(sample(await read(), 'lineage_request_duration_seconds_count{operation="other"}')).toBe(1);
});

test('the connections of the pool', async () => {
  const server = await serverOver('postgres://reader@127.0.0.1:1/none');
  const text = await (await fetch(`${server.url}/metrics`)).text();
  for (const state of ['total', 'idle', 'waiting'])
    expect(sample(text, `lineage_pool_connections{state="${state}"}`)).toBe(0);
});

test('take no token, and can be switched off', async () => {
  const open = await serve({ secrets: { jwtSecret: JWT_SECRET } });
  await open.ask('{ __typename }', {}, await bearer({ scope: 'lineage:read', sub: 'someone@example.org' }));
  const text = await open.read();
  expect(sample(text, 'lineage_requests_total{status="200"}')).toBe(1);
  expect(text).not.toContain('someone');
  const closed = await serve({ metrics: false });
  expect((await fetch(`${closed.url}/metrics`)).status).toBe(404);
});
