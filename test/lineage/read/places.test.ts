import { expect, it } from 'vitest';
import { encodeNodeId } from '../../../src/schema/node-id.ts';
import { useServer } from '../../support/use-server.ts';

// A document is read once for all its requests, and each request has arguments of its own in it.

const api = useServer('demo');

it('ids of other types than in the request before bring their own arguments', async () => {
  const document = `query ($ids: [ID!]!) { nodes(ids: $ids) {
    ... on WorkflowRun { records(first: 1) { nodes { rowId } } }
    ... on Document { vectors(first: 2) { nodes { rowId } } }
    ... on RunRecord { tokenUsage(first: 3) { nodes { rowId } } } } }`;
  const [document1] = await api().sql(
    'select doc_id from indexing.vectors group by doc_id having count(*) > 2 limit 1',
  );
  const paper = encodeNodeId('Document', String(document1?.doc_id));
  const run = encodeNodeId('WorkflowRun', 'demo-walk');
  const rows = async (ids: readonly string[]): Promise<number[]> => {
    const { nodes } = await api().data(document, { ids });
    return nodes.map((node: Record<string, { nodes: unknown[] }>) => Object.values(node)[0]?.nodes.length);
  };
  expect(await rows([paper])).toEqual([2]);
  expect(await rows([run])).toEqual([1]);
  expect(await rows([run, paper])).toEqual([1, 2]);
});

it('a request that follows one with a wrong argument is answered', async () => {
  const document = `query ($runs: Int!, $records: Int!) {
    workflowRuns(first: $runs) { nodes { records(first: $records) { nodes { rowId } } } } }`;
  const { errors } = await api().ask(document, { runs: 501, records: 1 });
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  const { workflowRuns } = await api().data(document, { runs: 1, records: 2 });
  expect(workflowRuns.nodes[0].records.nodes).toHaveLength(2);
});
