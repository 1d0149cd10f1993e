import { describe, expect, it } from 'vitest';
import { databaseForTest } from '../support/databases.ts';
import { serverForTest } from '../support/server-test.ts';
import { bearer, JWT_SECRET } from '../support/tokens.ts';

/** Three papers, each with the words 0-99 of page 1; only the third has a page 2. */
const PAPERS = `insert into ingestion.documents (doc_id, path) values
    ('a', '/app/papers/A Paper.pdf'), ('b', '/app/papers/b.pdf'), ('c', '/elsewhere/c.pdf');
  insert into indexing.vectors (id, doc_id, chunk_id, page, start_word, end_word, text) values
    (1, 'a', 'old a', 1, 0, 99, 'x'), (2, 'b', 'old b', 1, 0, 99, 'x'), (3, 'c', 'old c', 1, 0, 99, 'x'), (4, 'c', 'old c 2', 2, 0, 99, 'x');`;

const run = (papersDir: string, id = 'r'): string =>
  `insert into workflow.run_records (run_id, record_kind, step, record_key, papers_dir) values ('${id}', 'run', '', 'main', '${papersDir}');`;
const answer = (more: object = {}, page = 1, id = 'r'): string =>
  `insert into workflow.run_records (run_id, record_kind, step, record_key, payload_json) values ('${id}', 'question', 'agentic', 'A01',
    '${JSON.stringify({ ...more, citation_anchors: [{ page, start_word: 10, end_word: 19 }] })}');`;
const reuse = (from: string, id = 'r'): string =>
  `insert into workflow.run_records (run_id, record_kind, step, record_key, reuse_source_run_id) values ('${id}', 'step', 'index', 'main', '${from}');`;
/** A build with a chunk of its own for page 1 of these papers, and for page 2 of \`c\`. */
const build = (of: string, papers: string, number = 1): string =>
  `insert into indexing.pipeline_runs (id, workflow_run_id) values (${number}, '${of}');
   insert into indexing.vectors (id, doc_id, chunk_id, page, start_word, end_word, text, pipeline_run_id)
   select ${number} * 100 + v.id, v.doc_id, '${of}${number} ' || v.chunk_id, v.page, 0, 99, 'x', ${number}
   from indexing.vectors v where v.doc_id = any(string_to_array('${papers}', ' ')) and v.pipeline_run_id is null;`;
const manifest = (...files: readonly string[]): string =>
  `insert into ingestion.prep_manifests (run_id, created_at, payload) values ('r', now(), '${JSON.stringify({ files: files.map((path) => ({ path })) })}');`;

const CITATIONS = `{ runRecord(runId: "r", recordKind: "question", step: "agentic", recordKey: "A01") { citations { nodes {
  page section status why document { docId } candidates { nodes { docId } } vectors { nodes { chunkId } } quote } } } }`;

async function served(script: string) {
  const opened = await databaseForTest('empty');
  await opened.exec(PAPERS + script);
  const server = await serverForTest(opened.database, { secrets: { jwtSecret: JWT_SECRET } });
  const own = await bearer({ scope: 'lineage:read content:read' });
  return { ...server, ask: (query: string, variables = {}, as = own) => server.ask(query, variables, as) };
}

async function citationOf(script: string) {
  const server = await served(script);
  const { data } = await server.ask(CITATIONS);
  return data.runRecord.citations.nodes[0];
}

/** Status, papers and chunks in one line. */
async function found(script: string): Promise<string> {
  const { status, why, document, candidates, vectors } = await citationOf(script);
  const ids = candidates.nodes.map(({ docId }: { docId: string }) => docId);
  expect(document?.docId ?? null).toBe(status === 'RESOLVED' ? ids[0] : null);
  return [
    status,
    why ?? ids.join(' '),
    ...vectors.nodes.map(({ chunkId }: { chunkId: string }) => chunkId),
  ].join(', ');
}

describe('a citation is looked for', () => {
  it.each([
    ['in the paper that papersDir names', run('papers\\A PAPER.pdf') + answer(), 'RESOLVED, a, old a'],
    ['in the papers of the manifest', run('x') + manifest('y/B.PDF') + answer(), 'RESOLVED, b, old b'],
    ['in each paper of a folder', run('/app/papers') + answer(), 'AMBIGUOUS, a b, old a, old b'],
    [
      'in all that a run names',
      run('/app/papers') + manifest('c.pdf') + answer(),
      'AMBIGUOUS, a b c, old a, old b, old c',
    ],
    [
      'in the one that has the page',
      run('/app/papers') + manifest('c.pdf') + answer({}, 2),
      'RESOLVED, c, old c 2',
    ],
    ['in the index of the run first', run('b.pdf') + build('r', 'a') + answer(), 'RESOLVED, a, r1 old a'],
    [
      'in all papers of that index',
      run('b.pdf') + build('r', 'a c') + answer(),
      'AMBIGUOUS, a c, r1 old a, r1 old c',
    ],
    ['there alone', run('c.pdf') + build('r', 'a') + answer({}, 2), 'UNRESOLVED, NO_CHUNK'],
    [
      'in both builds of a run',
      run('x') + build('r', 'a') + build('r', 'a', 2) + answer(),
      'RESOLVED, a, r1 old a, r2 old a',
    ],
    [
      'in the index that was taken over',
      run('b.pdf') + reuse('s') + build('s', 'a') + answer(),
      'RESOLVED, a, s1 old a',
    ],
    [
      'through a chain of reuse',
      run('b.pdf') + reuse('s') + reuse('t', 's') + build('t', 'a') + answer(),
      'RESOLVED, a, t1 old a',
    ],
    ['in a circle of reuse', run('b.pdf') + reuse('s') + reuse('r', 's') + answer(), 'RESOLVED, b, old b'],
    [
      'in the own index before the one taken over',
      run('x') + build('r', 'a') + reuse('s') + build('s', 'b', 2) + answer({ paper_path: 'A Paper.pdf' }),
      'RESOLVED, a, r1 old a',
    ],
    [
      'by name where a later build took all chunks',
      run('b.pdf') + build('r', '') + answer(),
      'RESOLVED, b, old b',
    ],
    [
      'in the paper that the answer names',
      run('/app/papers') + answer({ paper_path: 'papers\\B.pdf' }),
      'RESOLVED, b, old b',
    ],
    [
      'in its chunks of the own index',
      run('x') + build('r', 'a b') + answer({ paper_path: 'b.pdf' }),
      'RESOLVED, b, r1 old b',
    ],
    [
      'in the papers that the answer lists',
      run('x') + answer({ papers: ['a paper.PDF', { path: 'c.pdf' }, 5, null, {}, ['b.pdf']] }),
      'AMBIGUOUS, a c, old a, old c',
    ],
    [
      'by an empty name as by none',
      run('b.pdf') + answer({ paper_path: '', papers: 'b.pdf' }),
      'RESOLVED, b, old b',
    ],
    [
      'nowhere else if the answer names a paper that is not there',
      run('b.pdf') + build('r', 'a') + answer({ paper_path: 'gone.pdf' }),
      'UNRESOLVED, NO_DOCUMENT',
    ],
    ['nowhere if no paper is there', run('gone.pdf') + answer(), 'UNRESOLVED, NO_DOCUMENT'],
    ['nowhere in a run without a header', answer(), 'UNRESOLVED, NO_DOCUMENT'],
    ['on its page', run('b.pdf') + answer({}, 2), 'UNRESOLVED, NO_CHUNK'],
  ])('%s', async (_, script, expected) => {
    expect(await found(script)).toBe(expected);
  });

  it('not in what answers of other kinds name', async () => {
    const server = await served(
      run('b.pdf') + answer().replace("'question', 'agentic', 'A01'", "'report', 'report', 'main'"),
    );
    const { data } = await server.ask(
      '{ runRecords { nodes { recordKind citations { totalCount } } } documents { nodes { citations { totalCount } } } }',
    );
    const counts = [...data.runRecords.nodes, ...data.documents.nodes].map(
      ({ citations }) => citations.totalCount,
    );
    expect(counts).toEqual([0, 0, 0, 0, 0]);
  });
});

describe('a database that lacks', () => {
  const there = run('b.pdf') + answer();

  it.each([
    ['manifests', 'drop table ingestion.prep_manifests', 'RESOLVED'],
    ['builds', 'drop table indexing.pipeline_runs cascade', 'RESOLVED'],
    ['builds of chunks', 'alter table indexing.vectors drop column pipeline_run_id cascade', 'RESOLVED'],
    ['papersDir', 'alter table workflow.run_records drop column papers_dir', 'UNRESOLVED'],
  ])('%s has the other ways', async (_, script, status) => {
    expect((await citationOf(`${there} ${script};`)).status).toBe(status);
  });

  it('chunks still gives what the answer says, and tells at each other field what is missing', async () => {
    const server = await served(`${there} drop table indexing.vectors cascade;`);
    const { data, errors } = await server.ask(CITATIONS);
    expect(data.runRecord.citations.nodes).toEqual([
      {
        page: 1,
        section: null,
        status: null,
        why: null,
        document: null,
        candidates: null,
        vectors: null,
        quote: null,
      },
    ]);
    expect(new Set(errors?.map(({ extensions }) => `${extensions.code} ${extensions.missing}`))).toEqual(
      new Set(['NOT_IN_THIS_DATABASE table indexing.vectors']),
    );
    expect(errors?.map(({ path }) => path?.at(-1)).sort()).toEqual([
      'candidates',
      'document',
      'quote',
      'status',
      'vectors',
      'why',
    ]);
  });

  it('texts of chunks lacks the quote alone', async () => {
    const server = await served(`${there} alter table indexing.vectors drop column text;`);
    const { data, errors } = await server.ask(CITATIONS);
    expect(data.runRecord.citations.nodes[0]).toMatchObject({ status: 'RESOLVED', quote: null });
    expect(errors).toMatchObject([
      { extensions: { code: 'NOT_IN_THIS_DATABASE', missing: 'column indexing.vectors.text' } },
    ]);
  });
});

describe('a caller', () => {
  const two = `${run('b.pdf')} ${answer()} ${run('b.pdf', 'other')} ${answer({}, 1, 'other')}
    update workflow.run_records set project_id = case run_id when 'r' then 'labor' else 'trade' end where record_kind = 'run';`;
  const BACK = `{ documents(where: { docId: { eq: "b" } }) { nodes { citations { totalCount nodes { run { runId } } }
      citedBy { runs { totalCount } questions { totalCount } } } }
    vectors(where: { docId: { eq: "b" } }) { nodes { citedBy { totalCount } } } }`;

  it('who is bound to a project sees what cites a paper in it, and nothing of others', async () => {
    const server = await served(two);
    const scope = 'lineage:read content:read';
    const { data: all } = await server.ask(BACK);
    expect(all.documents.nodes[0].citedBy).toEqual({ runs: { totalCount: 2 }, questions: { totalCount: 2 } });
    const { data, errors } = await server.ask(BACK, {}, await bearer({ scope, projects: ['labor'] }));
    expect(errors).toBeUndefined();
    expect(data.documents.nodes).toEqual([
      {
        citations: { totalCount: 1, nodes: [{ run: { runId: 'r' } }] },
        citedBy: { runs: { totalCount: 1 }, questions: { totalCount: 1 } },
      },
    ]);
    expect(data.vectors.nodes).toEqual([{ citedBy: { totalCount: 1 } }]);
  });

  it('without content:read learns nothing of citations, and the rest stands', async () => {
    const server = await served(
      two +
        build('r', 'b') +
        "insert into indexing.index_shards (shard_name, pipeline_run_id, is_active, created_at) values ('s', 1, true, now());",
    );
    const query = `{ workflowRun(runId: "r") { runId groundedShare grounding { answers } }
      runRecords(where: { recordKind: { eq: "question" } }, first: 1) { nodes { recordKey citations { totalCount } } }
      documents(where: { docId: { eq: "a" } }) { nodes { docId citations { nodes { page } } citedBy { runs { totalCount } questions { totalCount } } } }
      vectors(first: 1) { nodes { chunkId citedBy { totalCount } } } indexShards { nodes { shardName citedBy { totalCount } } } }`;
    const { data, errors } = await server.ask(query, {}, await bearer({ scope: 'lineage:read' }));
    expect(data).toEqual({
      workflowRun: { runId: 'r', groundedShare: null, grounding: null },
      runRecords: { nodes: [{ recordKey: 'A01', citations: null }] },
      documents: { nodes: [{ docId: 'a', citations: null, citedBy: { runs: null, questions: null } }] },
      vectors: { nodes: [{ chunkId: expect.any(String), citedBy: null }] },
      indexShards: { nodes: [{ shardName: 's', citedBy: null }] },
    });
    expect(new Set(errors?.map(({ extensions }) => `${extensions.code} ${extensions.scope}`))).toEqual(
      new Set(['FORBIDDEN content:read']),
    );
    expect((await server.ask(query)).errors).toBeUndefined();
  });

  it.each(['orderBy: { groundedShare: ASC }', 'where: { groundedShare: { gte: 0 } }'])(
    'without content:read cannot guess it by a list: %s',
    async (argument) => {
      const server = await served(two);
      const { data, errors } = await server.ask(
        `{ workflowRuns(${argument}) { nodes { runId } } }`,
        {},
        await bearer({ scope: 'lineage:read' }),
      );
      expect(data.workflowRuns).toBeNull();
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    },
  );
});
