import { expect, onTestFinished, test } from 'vitest';
import { serverOver } from '../support/cluster-server.ts';
import { databaseForTest } from '../support/databases.ts';
import { startServer } from '../support/server.ts';
import { bearer, JWT_SECRET } from '../support/tokens.ts';

async function serve(changed: Parameters<typeof startServer>[1] = {}) {
  const { database } = await databaseForTest('demo');
  const server = await startServer(database, changed);
  onTestFinished(() => server.close());
  const read = async (): Promise<string> => (await fetch(`${server.url}/metrics`)).text();
  return { ...server, read };
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
  const { ask, read } = await serve();
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

test('callers cannot make labels without end', async () => {
  const { ask, read } = await serve();
  for (let number = 0; number < 150; number += 1) await ask(`query Q${number} { __typename }`);
  const text = await read();
  const operations = text.match(/lineage_request_duration_seconds_count\{/g);
  expect(operations).toHaveLength(101);
  expect(sample(text, 'lineage_request_duration_seconds_count{operation="other"}')).toBe(50);
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
