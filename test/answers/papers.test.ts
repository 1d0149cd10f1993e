import { describe, expect, it } from 'vitest';
import { databaseForTest } from '../support/databases.ts';
import { NEEDS_REAL_RUNS, realRunsAsWrittenPresent } from '../support/real-runs.ts';
import { serverForTest } from '../support/server-test.ts';
import { useServer } from '../support/use-server.ts';

const api = useServer('demo');

interface Edge {
  readonly evidence: readonly string[];
  readonly path: string;
  readonly missing: string | null;
  readonly node: { readonly docId: string; readonly runId: string } | null;
}

const PAPERS =
  'papers(first: 100) { totalCount nodes { docId } edges { evidence path missing node { docId } } }';

/** By hand, for runs without chains: what the file name is, and each tie on its own. */
const NAME = (path: string) => `lower(substring(replace(${path}, chr(92), '/') from '[^/]*$'))`;
const BY_HAND = `with tie(run_id, doc_id, evidence) as (
    select b.workflow_run_id, v.doc_id, 'INDEX_ROWS' from indexing.pipeline_runs b join indexing.vectors v on v.pipeline_run_id = b.id
  union all
    select s.run_id, v.doc_id, 'REUSED_INDEX' from workflow.run_records s
    join indexing.pipeline_runs b on b.workflow_run_id = s.reuse_source_run_id join indexing.vectors v on v.pipeline_run_id = b.id
    where s.record_kind = 'step' and s.step = 'index'
  union all
    select m.run_id, d.doc_id, 'MANIFEST' from ingestion.prep_manifests m
    cross join jsonb_array_elements(m.payload -> 'files') f join ingestion.documents d on ${NAME('d.path')} = ${NAME(`(f ->> 'path')`)}
  union all
    select h.run_id, d.doc_id, 'PAPERS_DIR' from workflow.run_records h join ingestion.documents d
    on ${NAME('d.path')} = ${NAME('h.papers_dir')} or lower(d.path) like lower(h.papers_dir) || '/%'
    where h.record_kind = 'run')
  select run_id, doc_id, array_agg(distinct evidence order by evidence) as evidence from tie
  where run_id in (select run_id from workflow.run_records where record_kind = 'run') group by run_id, doc_id`;

const lines = (rows: readonly (readonly [unknown, unknown, unknown])[]): string[] =>
  rows.map(([run, paper, evidence]) => `${run} ${paper} ${[...(evidence as string[])].sort()}`).sort();

describe('the papers of a run', () => {
  it('are those of plain SQL, with the same evidence, from the run and from the paper', async () => {
    const rows = await api().sql(BY_HAND);
    const expected = lines(rows.map((row) => [row.run_id, row.doc_id, row.evidence]));
    expect(expected.length).toBeGreaterThan(0);
    const { workflowRuns, documents } = await api().data(
      `{ workflowRuns(first: 100) { nodes { runId ${PAPERS} } }
         documents { nodes { docId runs(first: 500) { edges { evidence node { runId } } } } } }`,
    );
    const there = workflowRuns.nodes.flatMap((run: { runId: string; papers: { edges: Edge[] } }) =>
      run.papers.edges.map(({ node, evidence }) => [run.runId, node?.docId, evidence]),
    );
    const back = documents.nodes.flatMap((paper: { docId: string; runs: { edges: Edge[] } }) =>
      paper.runs.edges.map(({ node, evidence }) => [node?.runId, paper.docId, evidence]),
    );
    const withHeader = new Set(rows.map((row) => row.run_id));
    expect(lines(there)).toEqual(expected);
    expect(lines(back.filter(([run]: [string]) => withHeader.has(run)))).toEqual(expected);
  });

  it('take one statement for all runs', async () => {
    api().statements.length = 0;
    await api().data(`{ workflowRuns { nodes { ${PAPERS} } } }`);
    expect(api().statements).toHaveLength(1);
  });

  it('are filtered, sorted and paged as any list', async () => {
    const page = `papers(first: 2, orderBy: { title: DESC }, where: { title: { isNull: false } }`;
    const { workflowRun } = await api().data(
      `{ workflowRun(runId: "demo-walk") { all: papers(first: 100, orderBy: { title: DESC }) { nodes { title } }
         ${page}) { nodes { title } pageInfo { endCursor } } } }`,
    );
    const titles = workflowRun.all.nodes.map(({ title }: { title: string }) => title);
    const { workflowRun: next } = await api().data(
      `query ($after: String) { workflowRun(runId: "demo-walk") { ${page}, after: $after) { nodes { title } } } }`,
      { after: workflowRun.papers.pageInfo.endCursor },
    );
    expect([...workflowRun.papers.nodes, ...next.papers.nodes].map(({ title }) => title)).toEqual(
      titles.slice(0, 4),
    );
  });
});

describe('a run that the producer wrote', () => {
  const RUN = 'as-written';
  async function papersWhere(script: string) {
    const opened = await databaseForTest('empty');
    await opened.exec(`insert into ingestion.documents (doc_id, path) values
        ('doc-a', '/app/papers/A Paper (2010).pdf'), ('doc-b', '/app/papers/b.pdf'), ('doc-c', '/elsewhere/100%_c.pdf');
      ${script}`);
    const server = await serverForTest(opened.database);
    const { workflowRun } = await server.data(
      `query ($id: String!) { workflowRun(runId: $id) { ${PAPERS} } }`,
      { id: RUN },
    );
    return workflowRun.papers;
  }
  const record = (columns: Record<string, string | null>): string => {
    const all = { run_id: RUN, record_kind: 'run', step: '', record_key: 'main', ...columns };
    const value = (text: string | null) => (text === null ? 'null' : `'${text}'`);
    return `insert into workflow.run_records (${Object.keys(all)}) values (${Object.values(all).map(value)});`;
  };
  const index = (run: string, doc: string, id: number): string =>
    `insert into indexing.pipeline_runs (id, workflow_run_id) values (${id}, '${run}');
     insert into indexing.vectors (id, doc_id, chunk_id, pipeline_run_id) values (${id}, '${doc}', 'chunk-${id}', ${id});`;

  it.each([
    ['papers\\A Paper (2010).pdf', 'doc-a'],
    ['PAPERS\\a PAPER (2010).PDF', 'doc-a'],
    ['/app/papers/b.pdf', 'doc-b'],
    ['b.pdf/', 'doc-b'],
    ['papers/100%_C.pdf', 'doc-c'],
    ['/App/Papers', 'doc-a doc-b'],
    ['\\app\\papers\\', 'doc-a doc-b'],
    ['/', 'doc-a doc-b doc-c'],
    ['/app/paper', ''],
    ['100__c.pdf', ''],
    ['', ''],
  ])('finds the papers of papersDir %j: %s', async (papersDir, found) => {
    const { nodes } = await papersWhere(record({ papers_dir: papersDir }));
    expect(nodes.map(({ docId }: { docId: string }) => docId).join(' ')).toBe(found);
  });

  it('shows a paper that no document holds, once for all that name it', async () => {
    const papers = await papersWhere(
      `${record({ papers_dir: 'papers\\gone.pdf' })} insert into ingestion.prep_manifests (run_id, created_at, payload)
       values ('${RUN}', now(), '{"files": [{"path": "papers\\\\Gone.pdf"}, {"path": "x/b.pdf"}, {"path": 5}, 7, {}]}');`,
    );
    expect(papers.totalCount).toBe(3);
    expect(papers.edges).toEqual([
      { evidence: ['MANIFEST'], path: 'x/b.pdf', missing: null, node: { docId: 'doc-b' } },
      ...papers.edges.slice(1),
    ]);
    expect(papers.edges.slice(1)).toEqual(
      expect.arrayContaining([
        {
          evidence: ['MANIFEST', 'PAPERS_DIR'],
          path: expect.stringMatching(/gone/i),
          missing: expect.stringMatching(/gone/i),
          node: null,
        },
        { evidence: ['MANIFEST'], path: '5', missing: '5', node: null },
      ]),
    );
    expect(papers.nodes).toEqual([{ docId: 'doc-b' }]);
  });

  it('says which folder it read where nothing else names papers, and only there', async () => {
    const alone = await papersWhere(record({ papers_dir: '\\papers' }));
    expect(alone.edges).toEqual([
      { evidence: ['PAPERS_DIR'], path: '\\papers', missing: '\\papers', node: null },
    ]);
    const { edges } = await papersWhere(record({ papers_dir: '\\papers' }) + index(RUN, 'doc-a', 1));
    expect(edges.map(({ evidence }: Edge) => evidence)).toEqual([['INDEX_ROWS']]);
  });

  it('goes through chains of reused indexes, and ends in a circle', async () => {
    const reuse = (run: string, of: string) =>
      record({ run_id: run, record_kind: 'step', step: 'index', reuse_source_run_id: of });
    const { edges } = await papersWhere(
      record({}) +
        reuse(RUN, 'first') +
        reuse('first', 'second') +
        reuse('second', 'first') +
        index('second', 'doc-c', 1),
    );
    expect(edges).toEqual([
      { evidence: ['REUSED_INDEX'], path: '/elsewhere/100%_c.pdf', missing: null, node: { docId: 'doc-c' } },
    ]);
  });

  it('follows no empty text: a source of an index, a path of a manifest', async () => {
    const opened = await databaseForTest('empty');
    await opened.exec(`insert into ingestion.documents (doc_id, path) values ('doc-a', '/a.pdf'), ('nameless', '');
      ${record({ record_kind: 'step', step: 'index', reuse_source_run_id: '' })}
      ${index('', 'doc-a', 1)}
      insert into ingestion.prep_manifests (run_id, created_at, payload) values ('${RUN}', now(), '{"files": [{"path": ""}]}');`);
    const server = await serverForTest(opened.database);
    const data = await server.data(
      `query ($id: String!) { workflowRun(runId: $id) { papers { totalCount } }
         read: document(docId: "doc-a") { runs { nodes { runId } } } nameless: document(docId: "nameless") { runs { nodes { runId } } } }`,
      { id: RUN },
    );
    expect(data).toEqual({
      workflowRun: { papers: { totalCount: 0 } },
      read: { runs: { nodes: [{ runId: '' }] } },
      nameless: { runs: { nodes: [] } },
    });
  });

  it('still has the other ties where the database has no manifests, or nothing of an index', async () => {
    const { edges } = await papersWhere(
      `${record({ papers_dir: 'b.pdf' })} drop table ingestion.prep_manifests; drop table indexing.vectors cascade;`,
    );
    expect(edges.map(({ evidence }: Edge) => evidence)).toEqual([['PAPERS_DIR']]);
  });
});

describe('the rows of a real database, as the producer writes them', () => {
  it('have papers for each run, or the folder in which none of them is', async ({ skip }) => {
    if (!realRunsAsWrittenPresent) return skip(NEEDS_REAL_RUNS);
    const opened = await databaseForTest('real-runs-as-written');
    const server = await serverForTest(opened.database);
    const { workflowRuns } = await server.data(
      `{ workflowRuns(first: 100) { nodes { runId papersDir ${PAPERS} } } }`,
    );
    const rows = await opened.sql(BY_HAND);
    const found = workflowRuns.nodes.flatMap((run: { runId: string; papers: { edges: Edge[] } }) =>
      run.papers.edges.flatMap(({ node, evidence }) => (node ? [[run.runId, node.docId, evidence]] : [])),
    );
    expect(lines(found)).toEqual(lines(rows.map((row) => [row.run_id, row.doc_id, row.evidence])));
    const without = workflowRuns.nodes.filter(
      ({ papers }: { papers: { nodes: unknown[] } }) => papers.nodes.length === 0,
    );
    expect(without.map(({ papers }: { papers: { edges: Edge[] } }) => papers.edges[0]?.missing)).toEqual(
      without.map(({ papersDir }: { papersDir: string }) => papersDir),
    );
  });
});
