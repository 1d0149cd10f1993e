import { describe, expect, it } from 'vitest';
import { FAILED_RUN } from '../../prisma/seed/stories/unfinished.ts';
import { WALK_RUN } from '../../prisma/seed/stories/walk.ts';
import { useServer } from '../support/use-server.ts';

/** What GraphQL allows in a selection, each held against the same asked plainly. */
const api = useServer('demo');

describe('a selection', () => {
  it('gives aliases of one edge with different arguments each their own rows', async () => {
    const { run } = await api().data(
      `query ($id: String!) { run: workflowRun(runId: $id) {
        steps: records(first: 2, where: { recordKind: { eq: "step" } }) { nodes { recordKind recordKey } }
        questions: records(last: 2, where: { recordKind: { eq: "question" } }) { nodes { recordKind recordKey } }
        status: arm arm: status } }`,
      { id: WALK_RUN },
    );
    const kinds = (page: { nodes: { recordKind: string }[] }) =>
      page.nodes.map(({ recordKind }) => recordKind);
    expect(kinds(run.steps)).toEqual(['step', 'step']);
    expect(kinds(run.questions)).toEqual(['question', 'question']);
    expect([run.status, run.arm]).toEqual([null, 'completed']);
  });

  it('gives one connection asked for by nodes, edges and two aliases of a node all that each asks', async () => {
    const { list } = await api().data(
      `{ list: pipelineRuns(first: 2) {
        nodes { x: rowId shards(first: 1) { totalCount } }
        other: nodes { x: embeddingModel shards(first: 0) { nodes { rowId } } }
        edges { cursor a: node { rowId } b: node { rowId: createdAt } }
        bare: edges { cursor } } }`,
    );
    const rows = await api().sql(
      'select id, embedding_model, created_at from indexing.pipeline_runs order by id limit 2',
    );
    const ids = rows.map(({ id }) => String(id));
    expect(list.nodes.map(({ x }: { x: string }) => x)).toEqual(ids);
    expect(list.other.map(({ x }: { x: string }) => x)).toEqual(rows.map((row) => row.embedding_model));
    expect(list.other.every((row: { shards: { nodes: [] } }) => row.shards.nodes.length === 0)).toBe(true);
    expect(list.edges.map(({ a }: { a: { rowId: string } }) => a.rowId)).toEqual(ids);
    expect(list.edges.map(({ b }: { b: { rowId: string } }) => Number.isNaN(Date.parse(b.rowId)))).toEqual([
      false,
      false,
    ]);
    expect(list.bare).toEqual(list.edges.map(({ cursor }: { cursor: string }) => ({ cursor })));
  });

  it('merges fragments on the type, on Node, named and inline, and fields said twice', async () => {
    const document = `query ($id: String!) { workflowRun(runId: $id) { ...Status usage { calls } ... on Node { id }
      ... on WorkflowRun { usage { totalTokens } header { rowId } } ... { header { step } } } }
      fragment Status on WorkflowRun { status ...Header }
      fragment Header on WorkflowRun { header { recordKind } }`;
    const { workflowRun } = await api().data(document, { id: WALK_RUN });
    expect(Object.keys(workflowRun.header).sort()).toEqual(['recordKind', 'rowId', 'step']);
    expect(Object.keys(workflowRun.usage).sort()).toEqual(['calls', 'totalTokens']);
    expect(workflowRun.status).toBe('completed');
    expect(workflowRun.id).toEqual(expect.any(String));
  });

  it('follows @skip and @include from request to request, in the statement too', async () => {
    const document = `query ($id: String!, $with: Boolean!) { workflowRun(runId: $id) {
      runId ...Events @include(if: $with) tokenUsage(first: 1) @skip(if: $with) { nodes { rowId } } } }
      fragment Events on WorkflowRun { retrievalEvents(first: 1) { nodes { rowId } } }`;
    const texts = new Set<string>();
    for (const flag of [true, false, true]) {
      api().statements.length = 0;
      const { workflowRun } = await api().data(document, { id: WALK_RUN, with: flag });
      expect(Object.keys(workflowRun)).toEqual(['runId', flag ? 'retrievalEvents' : 'tokenUsage']);
      texts.add(api().statements[0]?.text ?? '');
      const switches = api().statements[0]?.values.filter((value) => typeof value === 'boolean');
      expect(switches).toEqual([flag, !flag]);
    }
    expect(texts.size).toBe(1);
  });

  it('spreads one fragment at two places with different conditions', async () => {
    const { a, b } = await api().data(
      `query ($id: String!, $no: Boolean!) { a: workflowRun(runId: $id) { ...F } b: workflowRun(runId: $id) { runId ...F @include(if: $no) } }
       fragment F on WorkflowRun { status }`,
      { id: WALK_RUN, no: false },
    );
    expect([a, b]).toEqual([{ status: 'completed' }, { runId: WALK_RUN }]);
  });

  it('keeps operations of one document apart', async () => {
    const query = `query A($id: String!) { run: workflowRun(runId: $id) { status } } query B { list: documents(first: 1) { nodes { title } } }`;
    const ask = async (operationName: string) => {
      const response = await fetch(`${api().url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, operationName, variables: { id: FAILED_RUN } }),
      });
      return response.json();
    };
    expect((await ask('A')).data).toEqual({ run: { status: 'failed' } });
    expect(Object.keys((await ask('B')).data)).toEqual(['list']);
    expect((await ask('A')).data).toEqual({ run: { status: 'failed' } });
  });

  it('asks from parents of different types at once', async () => {
    const { nodes } = await api().data(
      `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on WorkflowRun { of: tokenUsage(first: 1) { totalCount } }
        ... on Document { docId of: vectors(first: 1) { totalCount } } ... on TokenUsage { run { runId } } } }`,
      {
        ids: await Promise.all(
          ['workflowRuns', 'documents', 'tokenUsageList', 'workflowRuns'].map(async (list, index) => {
            const data = await api().data(`{ list: ${list}(first: 2) { nodes { id } } }`);
            return data.list.nodes[index % 2].id;
          }),
        ),
      },
    );
    expect(nodes.map(({ __typename }: { __typename: string }) => __typename)).toEqual([
      'WorkflowRun',
      'Document',
      'TokenUsage',
      'WorkflowRun',
    ]);
    expect(nodes[0].of.totalCount).toEqual(expect.any(Number));
    const [count] = await api().sql('select count(*)::int as n from indexing.vectors where doc_id = $1', [
      nodes[1].docId,
    ]);
    expect(nodes[1].of.totalCount).toBe(count?.n);
  });

  it('looks a row up by whichever key the variables give, in one document', async () => {
    const [first, second] = await api().sql(
      'select id, shard_name from indexing.index_shards order by id limit 2',
    );
    const document = `query ($id: BigInt, $name: String) { indexShard(rowId: $id, shardName: $name) { rowId shardName } }`;
    for (const variables of [
      { id: String(first?.id) },
      { name: second?.shard_name },
      { id: String(second?.id) },
    ]) {
      const { indexShard } = await api().data(document, variables);
      const asked = 'name' in variables || variables.id === String(second?.id) ? second : first;
      expect(indexShard).toEqual({ rowId: String(asked?.id), shardName: asked?.shard_name });
    }
  });

  it('takes names that objects of JavaScript have of their own', async () => {
    const data = await api().data(
      `{ constructor: documents(first: 1) { then: nodes { valueOf: docId prototype: metadata { docId } } }
         toString: documents(first: 1) { edges { hasOwnProperty: node { docId } } } }`,
    );
    const [row] = await api().sql('select doc_id from ingestion.paper_metadata order by doc_id limit 1');
    const id = JSON.stringify(row?.doc_id);
    expect(JSON.stringify(data)).toBe(
      `{"constructor":{"then":[{"valueOf":${id},"prototype":{"docId":${id}}}]},"toString":{"edges":[{"hasOwnProperty":{"docId":${id}}}]}}`,
    );
  });

  it('carries more fields than PostgreSQL takes arguments', async () => {
    const aliases = Array.from(
      { length: 130 },
      (_, index) => `f${index}: records(first: 1) { nodes { rowId } }`,
    );
    const { run } = await api().data(
      `query ($id: String!) { run: workflowRun(runId: $id) { ${aliases.join(' ')} runId } }`,
      {
        id: WALK_RUN,
      },
    );
    expect(Object.keys(run)).toHaveLength(131);
    expect(run.f0).toEqual(run.f129);
    expect(run.f0.nodes).toHaveLength(1);
  });

  it('gives JSON whole and in part, aliased side by side', async () => {
    const { run } = await api().data(
      `query ($id: String!) { run: workflowRun(runId: $id) { prepManifest { payload count: payload(path: "corpus_hash") none: payload(path: "no.such") } } }`,
      { id: WALK_RUN },
    );
    expect(run.prepManifest.count).toEqual(expect.any(String));
    expect(run.prepManifest.count).toBe(run.prepManifest.payload.corpus_hash);
    expect(run.prepManifest.none).toBeNull();
  });
});
