import { describe, expect } from 'vitest';
import { type Content, databaseForTest } from '../support/databases.ts';
import { NEEDS_REAL_RUNS, realRunsAsWrittenPresent } from '../support/real-runs.ts';
import { serverTest as it } from '../support/server-test.ts';
import { useServer } from '../support/use-server.ts';

const CONTENTS: readonly Content[] = realRunsAsWrittenPresent ? ['demo', 'real-runs-as-written'] : ['demo'];
if (!realRunsAsWrittenPresent) process.stderr.write(`${NEEDS_REAL_RUNS}\n`);

const OWN = `select v.chunk_id from indexing.pipeline_runs b join indexing.vectors v on v.pipeline_run_id = b.id
  where b.workflow_run_id = $1 order by v.id`;
const OF_PAPERS = 'select chunk_id from indexing.vectors where doc_id = any($1) order by id';

const ASK = `query ($runId: String!, $shared: Boolean, $reused: Boolean) {
  workflowRun(runId: $runId) {
    papers(first: 500) { nodes { docId } }
    vectors(first: 500, includeShared: $shared, includeReused: $reused) {
      totalCount
      edges { isShared node { chunkId } }
    }
  }
}`;

describe.each(CONTENTS)('the chunks of a run (%s)', (content) => {
  const api = useServer(content);
  const runs = async (): Promise<readonly string[]> =>
    (
      await api().sql("select distinct run_id from workflow.run_records where record_kind = 'run' order by 1")
    ).map(({ run_id }) => String(run_id));
  const chunks = async (query: string, value: unknown): Promise<readonly string[]> =>
    (await api().sql(query, [value])).map(({ chunk_id }) => String(chunk_id));

  it('are its own, or with includeShared those of its papers where it has none', async () => {
    let shared = 0;
    for (const runId of await runs()) {
      const own = await chunks(OWN, runId);
      const plain = (await api().data(ASK, { runId })).workflowRun;
      expect(plain.vectors.totalCount).toBe(own.length);
      const { papers, vectors } = (await api().data(ASK, { runId, shared: true })).workflowRun;
      const docIds = papers.nodes.map(({ docId }: { docId: string }) => docId);
      const expected = own.length > 0 ? own : await chunks(OF_PAPERS, docIds);
      expect(vectors.totalCount).toBe(expected.length);
      const found: { isShared: boolean; node: { chunkId: string } }[] = vectors.edges;
      expect(found.map(({ node }) => node.chunkId)).toEqual(expected.slice(0, 500));
      for (const { isShared } of found) expect(isShared).toBe(own.length === 0);
      if (own.length === 0 && found.length > 0) shared += 1;
    }
    expect(shared).toBeGreaterThan(0);
  });
});

it('a run whose index was taken over shows the chunks of the source as its own where reuse counts, else as shared', async ({
  serve,
}) => {
  const { database, exec } = await databaseForTest('empty');
  await exec(`insert into ingestion.documents (doc_id, path) values ('d', '/papers/a.pdf');
    insert into workflow.run_records (run_id, record_kind, step, record_key, papers_dir, reuse_source_run_id, created_at) values
      ('source', 'run', '', 'main', null, null, now()), ('user', 'run', '', 'main', '/else/A.PDF', null, now()), ('user', 'step', 'index', 'main', null, 'source', now());
    insert into indexing.pipeline_runs (id, workflow_run_id, created_at) values (1, 'source', now());
    insert into indexing.vectors (id, doc_id, chunk_id, pipeline_run_id) values (1, 'd', 'c', 1)`);
  const server = await serve(database);
  const ask = async (variables: object) => {
    const { workflowRun } = await server.data(ASK, { runId: 'user', ...variables });
    return workflowRun.vectors.edges.map(
      ({ isShared, node }: { isShared: boolean; node: { chunkId: string } }) => [node.chunkId, isShared],
    );
  };
  expect(await ask({})).toEqual([]);
  expect(await ask({ shared: true })).toEqual([['c', true]]);
  expect(await ask({ reused: true })).toEqual([['c', false]]);
  expect(await ask({ reused: true, shared: true })).toEqual([['c', false]]);
});
