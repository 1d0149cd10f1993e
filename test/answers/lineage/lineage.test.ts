import { beforeAll, describe, expect } from 'vitest';
import { PARENT_RUN } from '../../../prisma/seed/stories/family.ts';
import { LABOR } from '../../../prisma/seed/stories/projects.ts';
import { REUSING_RUN } from '../../../prisma/seed/stories/reuse.ts';
import { WALK_RUN } from '../../../prisma/seed/stories/walk.ts';
import { encodeNodeId } from '../../../src/schema/node-id.ts';
import { closedAfterAll } from '../../support/closed-after-all.ts';
import { databaseForTest, type TestDatabase } from '../../support/databases.ts';
import { NEEDS_REAL_RUNS, realRunsAsWrittenPresent } from '../../support/real-runs.ts';
import { reusedFrom } from '../../support/reused-from-in-sql.ts';
import type { TestServer } from '../../support/server.ts';
import { serverTest as it } from '../../support/server-test.ts';
import { bearer, JWT_SECRET } from '../../support/tokens.ts';
import { useServer } from '../../support/use-server.ts';

const api = useServer('demo');

const run = (id: string): string => encodeNodeId('WorkflowRun', id);

interface Node {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly depth: number;
  readonly explored: boolean;
  readonly truncated: readonly {
    readonly edge: string;
    readonly shown: number;
    readonly total: number | null;
  }[];
}

const NODES = 'nodes { id type title depth explored truncated { edge shown total } }';
const DEEP = 'depth: 6, limitPerEdge: 200';

const aPaper = async (): Promise<string> => {
  const [row] = await api().sql(
    'select doc_id from indexing.vectors group by 1 order by count(*) desc limit 1',
  );
  return encodeNodeId('Document', String(row?.doc_id));
};

/** A graph by hand: pairs of a type and a key, from upstream to downstream. */
const recursive = (edges: readonly string[], start: string, way: 'down' | 'up'): string => `
  with recursive edges(from_type, from_key, to_type, to_key) as (${edges.map((edge) => `(${edge})`).join(' union all ')}),
  walk(type, key, depth) as (
    values ${start}
    union
    select ${way === 'down' ? 'e.to_type, e.to_key' : 'e.from_type, e.from_key'}, walk.depth + 1 from walk join edges e
      on ${way === 'down' ? '(e.from_type, e.from_key)' : '(e.to_type, e.to_key)'} = (walk.type, walk.key)
      where walk.depth < 6)
  select type, key, min(depth) as depth from walk group by type, key`;

const HEADERS = `workflow.run_records h where h.record_kind = 'run' and h.step = '' and h.record_key = 'main'`;
const BY_HAND = {
  'the family of a run': {
    start: ['WorkflowRun', PARENT_RUN],
    direction: 'DOWNSTREAM',
    only: ['WORKFLOW_RUN_CHILDREN'],
    edges: [
      `select 'WorkflowRun', h.parent_run_id, 'WorkflowRun', h.run_id from ${HEADERS} and h.parent_run_id is not null`,
    ],
  },
  'the index of a paper, and the runs that had it': {
    start: ['Document', ''],
    direction: 'DOWNSTREAM',
    only: [
      'DOCUMENT_PIPELINE_RUNS',
      'PIPELINE_RUN_SHARDS',
      'PIPELINE_RUN_WORKFLOW_RUN',
      'WORKFLOW_RUN_RECORDS',
    ],
    edges: [
      `select distinct 'Document', doc_id, 'PipelineRun', pipeline_run_id::text from indexing.vectors where pipeline_run_id is not null`,
      `select 'PipelineRun', pipeline_run_id::text, 'IndexShard', id::text from indexing.index_shards where pipeline_run_id is not null`,
      `select 'PipelineRun', id::text, 'WorkflowRun', workflow_run_id from indexing.pipeline_runs where workflow_run_id is not null`,
      `select 'WorkflowRun', run_id, 'RunRecord', id::text from workflow.run_records`,
    ],
  },
  'what a reusing run took over': {
    start: ['WorkflowRun', REUSING_RUN],
    direction: 'UPSTREAM',
    only: [
      'WORKFLOW_RUN_REUSING_RUNS',
      'PIPELINE_RUN_WORKFLOW_RUN',
      'DOCUMENT_PIPELINE_RUNS',
      'WORKFLOW_RUN_CHILDREN',
    ],
    edges: [
      `select 'WorkflowRun', h.parent_run_id, 'WorkflowRun', h.run_id from ${HEADERS} and h.parent_run_id is not null`,
      `select distinct 'WorkflowRun', ${reusedFrom()}, 'WorkflowRun', run_id from workflow.run_records
        where ${reusedFrom()} is not null`,
      `select 'PipelineRun', id::text, 'WorkflowRun', workflow_run_id from indexing.pipeline_runs where workflow_run_id is not null`,
      `select distinct 'Document', doc_id, 'PipelineRun', pipeline_run_id::text from indexing.vectors where pipeline_run_id is not null`,
    ],
  },
  'a project and what people did in it': {
    start: ['Project', LABOR],
    direction: 'DOWNSTREAM',
    only: [
      'PROJECT_PAPERS',
      'PROJECT_PAPER_NOTES',
      'PROJECT_COMPARISONS',
      'PAPER_COMPARISON_CELLS',
      'PROJECT_CHAT_TURNS',
      'CHAT_TURN_TOKEN_USAGE',
    ],
    edges: [
      `select 'Project', project_id, 'ProjectPaper', id::text from auth.project_papers`,
      `select 'ProjectPaper', p.id::text, 'PaperNote', n.id::text from auth.project_papers p join retrieval.paper_notes n using (project_id, paper_id)`,
      `select 'Project', project_id, 'PaperComparison', comparison_id from retrieval.paper_comparison_runs where project_id is not null`,
      `select 'PaperComparison', comparison_id, 'PaperComparisonCell', id::text from retrieval.paper_comparison_cells`,
      `select 'Project', project_id, 'ChatTurn', id::text from retrieval.chat_history_turns where project_id is not null`,
      `select 'ChatTurn', c.id::text, 'TokenUsage', u.id::text from retrieval.chat_history_turns c join observability.token_usage u using (request_id)`,
    ],
  },
  'what a model call was made for': {
    start: ['TokenUsage', ''],
    direction: 'UPSTREAM',
    only: [
      'WORKFLOW_RUN_TOKEN_USAGE',
      'RUN_RECORD_TOKEN_USAGE',
      'WORKFLOW_RUN_RECORDS',
      'PREP_MANIFEST_RUN',
      'WORKFLOW_RUN_CHILDREN',
    ],
    edges: [
      `select 'WorkflowRun', run_id, 'TokenUsage', id::text from observability.token_usage where run_id is not null`,
      `select 'RunRecord', c.id::text, 'TokenUsage', u.id::text from workflow.run_records c join observability.token_usage u on u.run_id = c.run_id
        and (c.record_kind = 'question' and u.question_id = c.question_id or c.record_kind = 'step' and split_part(u.step, '_', 1) = c.step)`,
      `select 'WorkflowRun', run_id, 'RunRecord', id::text from workflow.run_records`,
      `select 'PrepManifest', run_id, 'WorkflowRun', run_id from ingestion.prep_manifests`,
      `select 'WorkflowRun', h.parent_run_id, 'WorkflowRun', h.run_id from ${HEADERS} and h.parent_run_id is not null`,
    ],
  },
} as const;

describe('the lineage of a row', () => {
  it.each(Object.entries(BY_HAND))(
    'of %s is that of a recursive SQL',
    async (_, { start, direction, only, edges }) => {
      const [type, named] = start;
      const [paper] =
        await api().sql(`select v.doc_id from indexing.vectors v join indexing.pipeline_runs b on b.id = v.pipeline_run_id
      where b.workflow_run_id is not null group by 1 order by count(*) desc limit 1`);
      const [call] =
        await api().sql(`select u.id from observability.token_usage u join workflow.run_records h using (run_id)
      where u.run_id is not null and u.question_id is not null and h.record_kind = 'run' and h.parent_run_id is not null
        and h.parent_run_id in (select run_id from workflow.run_records) order by u.id limit 1`);
      const key = named || String(type === 'Document' ? paper?.doc_id : call?.id);
      const way = direction === 'DOWNSTREAM' ? 'down' : 'up';
      const rows = await api().sql(recursive(edges, `('${type}', '${key}', 0)`, way));
      expect(new Set(rows.map((row) => row.type)).size).toBeGreaterThanOrEqual(only.length > 1 ? 3 : 1);
      const { lineage } = await api().data(
        `query ($of: ID!) { lineage(of: $of, direction: ${direction}, ${DEEP}, only: [${only}]) { nodes { id depth } isPartial } }`,
        { of: encodeNodeId(type, key) },
      );
      expect(lineage.isPartial).toBe(false);
      const expected = rows.map((row) => ({
        id: encodeNodeId(String(row.type), String(row.key)),
        depth: Number(row.depth),
      }));
      const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
      expect(lineage.nodes.toSorted(byId)).toEqual(expected.toSorted(byId));
    },
  );

  it('is given closest first, and its edges lie between its nodes', async () => {
    const { lineage } = await api().data(
      `query ($of: ID!) { lineage(of: $of, depth: 3, only: [DOCUMENT_VECTORS, VECTOR_SHARDS, INDEX_SHARD_WORKFLOW_RUN]) {
         nodes { id depth } edges { from to } } }`,
      { of: await aPaper() },
    );
    const depths = lineage.nodes.map(({ depth }: Node) => depth);
    expect(depths).toEqual(depths.toSorted((a: number, b: number) => a - b));
    expect(new Set(depths)).toEqual(new Set([0, 1, 2, 3]));
    const ids = new Set(lineage.nodes.map(({ id }: Node) => id));
    expect(ids.size).toBe(lineage.nodes.length);
    for (const { from, to } of lineage.edges) expect([ids.has(from), ids.has(to)]).toEqual([true, true]);
  });

  it('both ways is what lies above and what lies below, and nothing beside', async () => {
    const ids = async (direction: string): Promise<string[]> => {
      const { lineage } = await api().data(
        `query ($of: ID!) { lineage(of: $of, direction: ${direction}, depth: 2) { nodes { id } } }`,
        { of: run(REUSING_RUN) },
      );
      return lineage.nodes.map(({ id }: Node) => id);
    };
    const [up, down, both] = [await ids('UPSTREAM'), await ids('DOWNSTREAM'), await ids('BOTH')];
    expect(up.length).toBeGreaterThan(1);
    expect(down.length).toBeGreaterThan(1);
    expect(new Set(both)).toEqual(new Set([...up, ...down]));
  });

  it('ties a run and a paper that only papersDir names, which no edge does', async () => {
    const [tied] = await api().sql(
      `select h.run_id, d.doc_id from ${HEADERS.replace(
        ' where',
        ` join ingestion.documents d on lower(d.path) like lower(h.papers_dir) || '/%' where`,
      )} and not exists (select from indexing.pipeline_runs b where b.workflow_run_id = h.run_id) order by 1, 2 limit 1`,
    );
    const paper = encodeNodeId('Document', String(tied?.doc_id));
    const edge = { from: paper, to: run(String(tied?.run_id)), kind: 'DOCUMENT_RUNS', grade: 'AVAILABLE_TO' };
    const { up, down } = await api().data(
      `query ($run: ID!, $paper: ID!) {
         up: lineage(of: $run, direction: UPSTREAM, depth: 1, limitPerEdge: 200, only: [DOCUMENT_RUNS]) { edges { from to kind grade } }
         down: lineage(of: $paper, direction: DOWNSTREAM, depth: 1, limitPerEdge: 200, only: [DOCUMENT_RUNS]) { edges { from to kind grade } } }`,
      { run: edge.to, paper },
    );
    expect(up.edges).toContainEqual(edge);
    expect(down.edges).toContainEqual(edge);
  });

  it('keeps to types, and goes through no others', async () => {
    const { lineage } = await api().data(
      `query ($of: ID!) { lineage(of: $of, depth: 3, types: [RunRecord, TokenUsage]) { nodes { type } } }`,
      { of: run(WALK_RUN) },
    );
    expect(new Set(lineage.nodes.map(({ type }: Node) => type))).toEqual(
      new Set(['WorkflowRun', 'RunRecord', 'TokenUsage']),
    );
  });

  it('gives the rows themselves, whatever is selected of them, under any names', async () => {
    const { lineage } = await api().data(
      `query ($of: ID!, $no: Boolean = false) { lineage(of: $of, depth: 1, only: [VECTOR_WORKFLOW_RUN, WORKFLOW_RUN_RECORDS], limitPerEdge: 2) {
         nodes { id row: node { id ... on RunRecord { step usage { calls } } ... on Vector { document { title } } } }
         again: nodes { node @include(if: $no) { id } other: node { ... on WorkflowRun { records(first: 1) { totalCount nodes { rowId } } } } } } }`,
      { of: run(WALK_RUN) },
    );
    expect(lineage.nodes.map(({ row }: { row: { id: string } }) => row.id)).toEqual(
      lineage.nodes.map(({ id }: Node) => id),
    );
    const [row] = await api().sql('select count(*) as count from workflow.run_records where run_id = $1', [
      WALK_RUN,
    ]);
    expect(lineage.again[0]).toEqual({
      other: { records: { totalCount: Number(row?.count), nodes: [{ rowId: expect.any(String) }] } },
    });
    expect(lineage.nodes.some(({ row }: { row: { document?: object } }) => row.document)).toBe(true);
  });

  it('takes one statement for each level and one more, however wide it is', async () => {
    const paper = await aPaper();
    const count = async (depth: number, limit: number): Promise<number> => {
      api().statements.length = 0;
      await api().data(
        `query ($of: ID!) { lineage(of: $of, depth: ${depth}, limitPerEdge: ${limit}) { nodes { title node { id } } } }`,
        { of: paper },
      );
      return api().statements.length;
    };
    for (const depth of [1, 2, 3]) {
      expect(await count(depth, 1)).toBe(depth + 1);
      expect(await count(depth, 200)).toBe(depth + 1);
    }
  });
});

describe('what a lineage leaves out', () => {
  it('is said at the node and edge, with how many rows there are', async () => {
    const of = await aPaper();
    const [row] = await api().sql(
      'select count(*) as count from indexing.vectors group by doc_id order by 1 desc limit 1',
    );
    const { lineage } = await api().data(
      `query ($of: ID!) { lineage(of: $of, direction: DOWNSTREAM, depth: 1, limitPerEdge: 3, only: [DOCUMENT_VECTORS, VECTOR_SHARDS]) {
         ${NODES} isPartial totalNodes } }`,
      { of },
    );
    const total = Number(row?.count);
    expect(total).toBeGreaterThan(3);
    expect(lineage).toMatchObject({ isPartial: true, totalNodes: total + 1 });
    expect(lineage.nodes[0].truncated).toEqual([{ edge: 'DOCUMENT_VECTORS', shown: 3, total }]);
    expect(lineage.nodes.map(({ explored }: Node) => explored)).toEqual([true, false, false, false]);
  });

  it('is said where the most nodes are reached: each row of an edge is a node or counted', async () => {
    const { lineage } = await api().data(
      `query ($of: ID!) { lineage(of: $of, depth: 6, limitPerEdge: 200) { ${NODES} edges { from to kind } isPartial } }`,
      { of: await aPaper() },
    );
    expect(lineage.nodes).toHaveLength(1000);
    expect(lineage.isPartial).toBe(true);
    for (const { truncated } of lineage.nodes)
      for (const { shown, total } of truncated) expect(shown).toBeLessThan(total);
    const cut = lineage.nodes.filter(({ truncated }: Node) => truncated.length > 0);
    expect(cut.length).toBeGreaterThan(1);
  });

  it('is nothing where all of it is there', async () => {
    const { lineage } = await api().data(
      `query ($of: ID!) { lineage(of: $of, depth: 1, limitPerEdge: 200) { ${NODES} isPartial totalNodes unavailable { edge } } }`,
      { of: run(WALK_RUN) },
    );
    expect(lineage).toMatchObject({ isPartial: false, totalNodes: lineage.nodes.length, unavailable: [] });
    expect(lineage.nodes.flatMap(({ truncated }: Node) => truncated)).toEqual([]);
  });
});

describe('a lineage is refused', () => {
  const codes = ({ errors }: { errors?: readonly { message: string; extensions: { code: string } }[] }) =>
    errors?.map(({ message, extensions }) => [extensions.code, message]);

  it.each(['', 'x', 'demo-walk', Buffer.from('Nothing:1').toString('base64url'), encodeNodeId('Query', 'x')])(
    'for %j, which is no id',
    async (of) => {
      const answer = await api().ask('query ($of: ID!) { lineage(of: $of) { totalNodes } }', { of });
      expect(answer.data).toEqual({ lineage: null });
      expect(codes(answer)).toEqual([['BAD_USER_INPUT', `${JSON.stringify(of)} is not an id of this API.`]]);
    },
  );

  it('for a key that the type cannot have', async () => {
    const answer = await api().ask('query ($of: ID!) { lineage(of: $of) { totalNodes } }', {
      of: encodeNodeId('RunRecord', 'x'),
    });
    expect(codes(answer)).toEqual([['BAD_USER_INPUT', 'of takes a BigInt.']]);
  });

  it.each([
    ['depth', 0, 6],
    ['depth', 50, 6],
    ['depth', -1, 6],
    ['limitPerEdge', 1000, 200],
    ['limitPerEdge', 0, 200],
  ])('for a %s of %i, with the bound, by literal and by variable', async (name, value, most) => {
    const expected = [['BAD_USER_INPUT', `${name} takes 1 to ${most}, but got ${value}.`]];
    const of = run(WALK_RUN);
    api().statements.length = 0;
    const literal = `query ($of: ID!) { lineage(of: $of, ${name}: ${value}) { totalNodes } }`;
    expect(codes(await api().ask(literal, { of }))).toEqual(expected);
    const variable = `query ($of: ID!, $value: Int) { lineage(of: $of, ${name}: $value) { totalNodes } }`;
    expect(codes(await api().ask(variable, { of, value }))).toEqual(expected);
    expect(api().statements).toEqual([]);
  });

  it('for a kind or a type that there is not, before anything runs', async () => {
    for (const wrong of ['only: [NO_KIND]', 'types: [Query]', 'direction: SIDEWAYS']) {
      const { errors } = await api().ask(`query ($of: ID!) { lineage(of: $of, ${wrong}) { totalNodes } }`, {
        of: run(WALK_RUN),
      });
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
  });

  it('is null for an id that nothing has', async () => {
    const { lineage } = await api().data('query ($of: ID!) { lineage(of: $of) { totalNodes } }', {
      of: run('nobody-knows-me'),
    });
    expect(lineage).toBeNull();
  });

  it('before it runs where nodes times edges cost too much, and what is selected of them too', async ({
    serve,
  }) => {
    const server = await serve(api().database, { maxCost: 30_000 });
    const of = run(WALK_RUN);
    const deep = `query ($of: ID!) { lineage(of: $of, ${DEEP}) { nodes { id } } }`;
    const fits = await server.ask(deep, { of });
    expect(fits.errors).toBeUndefined();
    expect(fits.extensions?.cost.requested).toBeGreaterThan(1000);
    api().statements.length = 0;
    const { errors } = await server.ask(
      deep.replace('id }', 'node { ... on WorkflowRun { records(first: 100) { nodes { step } } } } }'),
      { of },
    );
    expect(errors?.[0]?.extensions.code).toBe('COST_LIMIT_EXCEEDED');
    expect(api().statements).toEqual([]);
  });
});

describe('who may not read all of it', () => {
  const open = closedAfterAll();
  let opened: TestDatabase;
  let server: TestServer;
  beforeAll(async () => {
    opened = await open.database('demo');
    server = await open.server(opened.database, { secrets: { jwtSecret: JWT_SECRET } });
  });

  it('is told which edges were not followed, and gets the rest', async () => {
    const [turn] = await opened.sql(
      'select id from retrieval.chat_history_turns where user_id is not null limit 1',
    );
    const of = encodeNodeId('ChatTurn', String(turn?.id));
    const document = `query ($of: ID!) { lineage(of: $of, direction: UPSTREAM, depth: 1) {
      nodes { type title } isPartial unavailable { edge code reason } } }`;
    const { data, errors } = await server.ask(document, { of }, await bearer({ scope: 'lineage:read' }));
    expect(errors).toBeUndefined();
    const { unavailable, nodes, isPartial } = data.lineage;
    const edges = unavailable.map(({ edge, code }: Record<string, string>) => `${edge} ${code}`);
    expect(edges).toContain('ChatTurn.user FORBIDDEN');
    expect(unavailable[0].reason).toMatch(/needs the scope auth:read/);
    expect(isPartial).toBe(true);
    const types = nodes.map(({ type }: Node) => type);
    expect(types).toContain('Document');
    expect(types).not.toContain('StreamlitUser');
    const all = await server.ask(
      document,
      { of },
      await bearer({ scope: 'lineage:read content:read auth:read' }),
    );
    expect(all.data.lineage.nodes.map(({ type }: Node) => type)).toContain('StreamlitUser');
  });

  it('gets titles made of what may be read', async () => {
    const [question] = await opened.sql(
      `select id, record_key, question from workflow.run_records where record_kind = 'question' order by id limit 1`,
    );
    const document = 'query ($of: ID!) { lineage(of: $of, depth: 1) { nodes { title } } }';
    const titleFor = async (scope: string): Promise<string> => {
      const { data } = await server.ask(
        document,
        { of: encodeNodeId('RunRecord', String(question?.id)) },
        await bearer({ scope }),
      );
      return data.lineage.nodes[0].title;
    };
    expect(await titleFor('lineage:read content:read')).toBe(
      `${question?.record_key}: ${question?.question}`,
    );
    expect(await titleFor('lineage:read')).toBe(question?.record_key);
  });

  it('gets no start of a type that is kept from them', async () => {
    const { data, errors } = await server.ask(
      'query ($of: ID!) { lineage(of: $of) { totalNodes } }',
      { of: encodeNodeId('StreamlitUser', 1) },
      await bearer({ scope: 'lineage:read' }),
    );
    expect(data).toEqual({ lineage: null });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });

  it('learns nothing of runs of other projects: neither nodes, nor edges, nor numbers', async () => {
    const of =
      await opened.sql(`select doc_id from indexing.vectors v join indexing.pipeline_runs b on b.id = v.pipeline_run_id
      group by 1 order by count(distinct b.workflow_run_id) desc limit 1`);
    const paper = encodeNodeId('Document', String(of[0]?.doc_id));
    const mine = await opened.sql(`select run_id from ${HEADERS} and h.project_id = $1`, [LABOR]);
    const bound = await bearer({ scope: 'lineage:read content:read auth:read', projects: [LABOR] });
    const document = `query ($of: ID!) { lineage(of: $of, direction: DOWNSTREAM, depth: 3, limitPerEdge: 1) {
      nodes { id type title truncated { edge shown total } } edges { from to } } }`;
    const { data } = await server.ask(
      document.replace('limitPerEdge: 1', 'limitPerEdge: 200'),
      { of: paper },
      bound,
    );
    const runs = data.lineage.nodes.filter(({ type }: Node) => type === 'WorkflowRun');
    expect(runs.length).toBeGreaterThan(0);
    const theirs = new Set(mine.map(({ run_id }) => run(String(run_id))));
    for (const { id } of runs) expect(theirs.has(id)).toBe(true);
    const cut = await server.ask(document, { of: paper }, bound);
    const counts = cut.data.lineage.nodes[0].truncated.filter(
      ({ edge }: { edge: string }) => edge === 'DOCUMENT_RUNS',
    );
    for (const { total } of counts) expect(total).toBeLessThanOrEqual(theirs.size);
    const [other] = await opened.sql(
      `select run_id from ${HEADERS} and h.project_id is distinct from $1 limit 1`,
      [LABOR],
    );
    const refused = await server.ask(document, { of: run(String(other?.run_id)) }, bound);
    expect(refused.data).toEqual({ lineage: null });
  });
});

describe('a database that lacks a table or a column', () => {
  it('has a lineage without that edge, and says so', async ({ serve }) => {
    const opened = await databaseForTest('demo');
    await opened.exec(`drop table retrieval.retrieval_events;
      alter table workflow.run_records drop column reuse_source_run_id cascade`);
    const server = await serve(opened.database);
    const { lineage } = await server.data(
      `query ($of: ID!) { lineage(of: $of, direction: DOWNSTREAM, depth: 2) {
        nodes { type title } isPartial unavailable { edge code reason } } }`,
      { of: run(WALK_RUN) },
    );
    const edges = lineage.unavailable.map(({ edge, code }: Record<string, string>) => `${edge} ${code}`);
    expect(edges).toContain('WorkflowRun.retrievalEvents NOT_IN_THIS_DATABASE');
    expect(edges).toContain('WorkflowRun.reusedBy NOT_IN_THIS_DATABASE');
    expect(lineage.isPartial).toBe(true);
    const types = new Set(lineage.nodes.map(({ type }: Node) => type));
    expect([...types].sort()).toEqual(['RunRecord', 'TokenUsage', 'WorkflowRun']);
  });
});

describe.skipIf(!realRunsAsWrittenPresent)(`over real runs (${NEEDS_REAL_RUNS})`, () => {
  const real = useServer('real-runs-as-written');

  it('every run has a lineage up to its papers and down to its answers, as plain SQL has it', async () => {
    const runs = await real().sql(
      `select h.run_id, count(q.id) as questions from ${HEADERS.replace(
        ' where',
        ` left join workflow.run_records q on q.run_id = h.run_id and q.record_kind = 'question' where`,
      )} group by 1 order by 1`,
    );
    expect(runs.length).toBeGreaterThan(10);
    for (const { run_id, questions } of runs) {
      const { lineage } = await real().data(
        `query ($of: ID!) { lineage(of: $of, depth: 1, limitPerEdge: 200, only: [WORKFLOW_RUN_RECORDS, DOCUMENT_RUNS]) {
          nodes { type title status } isPartial
        } workflowRun(runId: "${run_id}") { papers(first: 100) { nodes { id } } } }`.replace(
          'workflowRun',
          'run: workflowRun',
        ),
        { of: run(String(run_id)) },
      );
      const titles = lineage.nodes.filter(
        ({ type, title }: Node) => type === 'RunRecord' && /^[A-Z]\d\d/.test(title),
      );
      expect([run_id, titles.length]).toEqual([run_id, Number(questions)]);
    }
  });
});
