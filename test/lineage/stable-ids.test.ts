import { expect } from 'vitest';
import { databaseForTest } from '../support/databases.ts';
import { serverTest as it } from '../support/server-test.ts';

it('the id of a chunk finds the same chunk after its index was rebuilt under other row ids', async ({
  serve,
}) => {
  const opened = await databaseForTest('demo');
  const server = await serve(opened.database);
  const { vectors } = await server.data('{ vectors(first: 3) { nodes { id chunkId rowId } } }');
  await opened.sql('update indexing.vectors set id = -id');
  const ids = vectors.nodes.map(({ id }: { id: string }) => id);
  const { nodes, node } = await server.data(
    'query ($ids: [ID!]!, $id: ID!) { nodes(ids: $ids) { id ... on Vector { chunkId } } node(id: $id) { ... on Vector { chunkId } } }',
    { ids, id: ids[0] },
  );
  expect(nodes).toEqual(vectors.nodes.map(({ id, chunkId }: Record<string, string>) => ({ id, chunkId })));
  expect(node).toEqual({ chunkId: vectors.nodes[0].chunkId });
});

it('the number of runs without a header is not guessed', async ({ serve }) => {
  const opened = await databaseForTest('demo');
  const server = await serve(opened.database);
  const data = await server.data(
    `query ($without: Boolean) { headless: workflowRuns(withoutHeader: true) { estimatedCount totalCount }
      byVariable: workflowRuns(withoutHeader: $without) { estimatedCount } withHeader: workflowRuns { estimatedCount } }`,
    { without: true },
  );
  expect(data.headless.estimatedCount).toBeNull();
  expect(data.byVariable.estimatedCount).toBeNull();
  expect(data.withHeader.estimatedCount).toEqual(expect.any(Number));
});
