import { describe, expect } from 'vitest';
import { PARENT_RUN } from '../../../prisma/seed/stories/family.ts';
import { WALK_RUN } from '../../../prisma/seed/stories/walk.ts';
import { waysBetween } from '../../../src/answers/lineage/paths-between.ts';
import { encodeNodeId } from '../../../src/schema/node-id.ts';
import { serverTest as it } from '../../support/server-test.ts';
import { bearer, JWT_SECRET } from '../../support/tokens.ts';
import { useServer } from '../../support/use-server.ts';

const api = useServer('demo');

const run = (id: string): string => encodeNodeId('WorkflowRun', id);

interface Path {
  readonly length: number;
  readonly nodes: readonly { readonly id: string; readonly type: string; readonly depth: number }[];
  readonly edges: readonly { readonly from: string; readonly to: string; readonly kind: string }[];
}

const PATHS =
  'paths { length nodes { id type title depth } edges { from to kind } } isPartial unavailable { edge }';
const ask = (args: string, from: string, to: string) =>
  api().ask(`query ($from: ID!, $to: ID!) { path(from: $from, to: $to${args}) { ${PATHS} } }`, { from, to });

async function pathsBetween(from: string, to: string, args = ''): Promise<readonly Path[]> {
  const { data, errors } = await ask(args, from, to);
  expect(errors).toBeUndefined();
  return data.path.paths;
}

describe('a path', () => {
  it('leads from a chunk by the run that had it to a call of that run', async () => {
    const [chunk] = await api().sql(
      `select v.chunk_id, v.doc_id from indexing.vectors v
      join indexing.pipeline_runs b on b.id = v.pipeline_run_id where b.workflow_run_id = $1 order by v.id limit 1`,
      [WALK_RUN],
    );
    const [call] = await api().sql(
      'select id from observability.token_usage where run_id = $1 and question_id is not null order by id limit 1',
      [WALK_RUN],
    );
    const from = encodeNodeId('Vector', String(chunk?.chunk_id));
    const to = encodeNodeId('TokenUsage', String(call?.id));
    const paths = await pathsBetween(from, to);
    // Chunk, the run that had it, the call of the run.
    expect(paths[0]?.nodes.map(({ type }) => type)).toEqual(['Vector', 'WorkflowRun', 'TokenUsage']);
    expect(paths[0]?.edges.map(({ kind }) => kind)).toEqual([
      'VECTOR_WORKFLOW_RUN',
      'WORKFLOW_RUN_TOKEN_USAGE',
    ]);
  });

  it('is an unbroken way, and the shortest comes first', async () => {
    const [pair] = await api().sql(`select v.chunk_id, s.id from indexing.vectors v
      join indexing.index_shards s using (pipeline_run_id) order by v.id limit 1`);
    const from = encodeNodeId('Vector', String(pair?.chunk_id));
    const to = encodeNodeId('IndexShard', String(pair?.id));
    const paths = await pathsBetween(
      from,
      to,
      ', only: [VECTOR_SHARDS, PIPELINE_RUN_VECTORS, PIPELINE_RUN_SHARDS]',
    );
    const lengths = paths.map(({ length }) => length);
    expect(lengths[0]).toBe(1);
    expect(lengths[1]).toBe(2);
    expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
    for (const { nodes, edges, length } of paths) {
      expect([nodes[0]?.id, nodes.at(-1)?.id, nodes.length, edges.length]).toEqual([
        from,
        to,
        length + 1,
        length,
      ]);
      expect(nodes.map(({ depth }) => depth)).toEqual(nodes.map((_, place) => place));
      for (const [place, edge] of edges.entries())
        expect([edge.from, edge.to].sort()).toEqual([nodes[place]?.id, nodes[place + 1]?.id].sort());
    }
  });

  it('turns: two runs hang together by what both read, or by their family', async () => {
    const [rerun] = await api().sql(
      `select run_id from workflow.run_records where parent_run_id = $1 and record_kind = 'run' order by 1 desc limit 1`,
      [PARENT_RUN],
    );
    const [first] = await pathsBetween(run(PARENT_RUN), run(String(rerun?.run_id)));
    expect(first).toMatchObject({ length: 1, edges: [{ kind: 'WORKFLOW_RUN_CHILDREN' }] });
    const [family] = await pathsBetween(
      run(PARENT_RUN),
      run(String(rerun?.run_id)),
      ', only: [DOCUMENT_RUNS]',
    );
    expect(family?.nodes.map(({ type }) => type)).toEqual(['WorkflowRun', 'Document', 'WorkflowRun']);
  });

  it('has the length that plain SQL finds, along three kinds of edges', async () => {
    const edges = `select distinct 'd' || doc_id as a, 'v' || chunk_id as b from indexing.vectors
      union select 'v' || chunk_id, 'b' || pipeline_run_id from indexing.vectors where pipeline_run_id is not null
      union select 'b' || id, 'r' || workflow_run_id from indexing.pipeline_runs where workflow_run_id is not null`;
    const [pair] = await api().sql(
      `select min(doc_id) as one, max(doc_id) as other from indexing.vectors v
      join indexing.pipeline_runs b on b.id = v.pipeline_run_id where b.workflow_run_id = $1`,
      [WALK_RUN],
    );
    const [row] = await api().sql(
      `with recursive e(a, b) as (select * from (${edges}) x union select b, a from (${edges}) y),
      w(at, n) as (select 'd' || $1::text, 0 union select e.b, w.n + 1 from w join e on e.a = w.at where w.n < 4)
      select min(n) as n from w where at = 'd' || $2::text`,
      [pair?.one, pair?.other],
    );
    const paths = await pathsBetween(
      encodeNodeId('Document', String(pair?.one)),
      encodeNodeId('Document', String(pair?.other)),
      ', limitPerEdge: 200, only: [DOCUMENT_VECTORS, PIPELINE_RUN_VECTORS, PIPELINE_RUN_WORKFLOW_RUN]',
    );
    expect(Number(row?.n)).toBe(4);
    expect(paths[0]?.length).toBe(4);
  });

  it('of a row to itself has no edge', async () => {
    const paths = await pathsBetween(run(WALK_RUN), run(WALK_RUN));
    expect(paths[0]).toMatchObject({ length: 0, edges: [], nodes: [{ id: run(WALK_RUN) }] });
  });

  it('is none where there is none within the depth', async () => {
    const [failure] = await api().sql('select id from observability.request_failures limit 1');
    const alone = encodeNodeId('RequestFailure', String(failure?.id));
    expect((await ask('', run(WALK_RUN), alone)).data.path).toMatchObject({ paths: [] });
    const [chunk] = await api().sql(
      `select chunk_id from indexing.vectors v join indexing.pipeline_runs b on b.id = v.pipeline_run_id
      where b.workflow_run_id = $1 limit 1`,
      [WALK_RUN],
    );
    const [call] = await api().sql(
      'select id from observability.token_usage where run_id = $1 order by id limit 1',
      [WALK_RUN],
    );
    const ends = [
      encodeNodeId('Vector', String(chunk?.chunk_id)),
      encodeNodeId('TokenUsage', String(call?.id)),
    ] as const;
    expect(await pathsBetween(...ends, ', depth: 1')).toEqual([]);
    expect(await pathsBetween(...ends, ', depth: 2')).not.toEqual([]);
  });

  it('gives the rows on it as they are selected, in one statement for each level and one more', async () => {
    const [child] = await api().sql(
      `select run_id from workflow.run_records where parent_run_id = $1 and record_kind = 'run' limit 1`,
      [PARENT_RUN],
    );
    api().statements.length = 0;
    const { path } = await api().data(
      `query ($from: ID!, $to: ID!) { path(from: $from, to: $to, depth: 6) {
        ways: paths { nodes { row: node { ... on WorkflowRun { runId records(first: 1) { totalCount } } } } } } }`,
      { from: run(PARENT_RUN), to: run(String(child?.run_id)) },
    );
    expect(path.ways[0].nodes).toEqual([
      { row: { runId: PARENT_RUN, records: { totalCount: expect.any(Number) } } },
      { row: { runId: child?.run_id, records: { totalCount: expect.any(Number) } } },
    ]);
    expect(api().statements.length).toBeLessThanOrEqual(7);
  });

  it.each([
    ['from', run('nobody'), run(WALK_RUN), 'Nothing has the id given as from.'],
    ['to', run(WALK_RUN), run('nobody'), 'Nothing has the id given as to.'],
    ['both', run('nobody'), run('nobody'), 'Nothing has the id given as from.'],
    ['a text', 'x', run(WALK_RUN), '"x" is not an id of this API.'],
    ['a key of another kind', run(WALK_RUN), encodeNodeId('RunRecord', 'x'), 'to takes a BigInt.'],
  ])('is refused for an unknown id: %s', async (_, from, to, message) => {
    const { data, errors } = await ask('', from, to);
    expect(data).toEqual({ path: null });
    expect(errors?.map((error) => [error.extensions.code, error.message])).toEqual([
      ['BAD_USER_INPUT', message],
    ]);
  });

  it.each(['depth: 0', 'depth: 7', 'limitPerEdge: 1000'])('is refused with the bound for %s', async (arg) => {
    const { errors } = await ask(`, ${arg}`, run(WALK_RUN), run(PARENT_RUN));
    expect(errors?.[0]?.message).toMatch(/takes 1 to (6|200), but got/);
  });

  it('does not lead through what the caller may not read', async ({ serve }) => {
    const server = await serve(api().database, { secrets: { jwtSecret: JWT_SECRET } });
    const [turn] = await api().sql(
      'select id, user_id from retrieval.chat_history_turns where user_id is not null order by id limit 1',
    );
    const [note] = await api().sql(
      'select id from retrieval.paper_notes where user_id = $1 order by id limit 1',
      [turn?.user_id],
    );
    const document = `query ($from: ID!, $to: ID!) { path(from: $from, to: $to, depth: 2, only: [STREAMLIT_USER_CHAT_TURNS, STREAMLIT_USER_NOTES]) { paths { length } unavailable { edge } } }`;
    const ends = {
      from: encodeNodeId('ChatTurn', String(turn?.id)),
      to: encodeNodeId('PaperNote', String(note?.id)),
    };
    const open = await server.ask(
      document,
      ends,
      await bearer({ scope: 'lineage:read content:read auth:read' }),
    );
    expect(open.data.path.paths).toEqual([{ length: 2 }]);
    const closed = await server.ask(document, ends, await bearer({ scope: 'lineage:read content:read' }));
    expect(closed.data.path.paths).toEqual([]);
    expect(closed.data.path.unavailable).toContainEqual({ edge: 'ChatTurn.user' });
  });
});

describe('ways in a graph', () => {
  const edge = (from: string, to: string) => ({ from, to, kind: 'K' });

  it('are found shortest first, each node once', () => {
    const graph = [edge('a', 'b'), edge('b', 'c'), edge('a', 'c'), edge('d', 'c')];
    const ways = waysBetween(graph, 'a', 'd', { most: 10, length: 6 });
    expect(ways.map(({ ids }) => ids.join(''))).toEqual(['acd', 'abcd']);
  });

  it('end in time where there are more of them than anybody counts', () => {
    const all = Array.from({ length: 40 }, (_, place) => `n${place}`);
    const graph = all.flatMap((one) => all.filter((other) => other !== one).map((other) => edge(one, other)));
    const started = performance.now();
    expect(waysBetween(graph, 'n0', 'n1', { most: 5000, length: 6 }).length).toBeGreaterThan(100);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
