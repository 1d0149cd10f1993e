import { describe, expect } from 'vitest';
import { REUSING_RUN } from '../../prisma/seed/stories/reuse.ts';
import { WALK_RUN } from '../../prisma/seed/stories/walk.ts';
import { databaseForTest, type TestDatabase } from '../support/databases.ts';
import { describeEveryDatabase } from '../support/every-database.ts';
import { serverTest as it } from '../support/server-test.ts';
import { bearer, JWT_SECRET } from '../support/tokens.ts';

interface Source {
  readonly state: string;
  readonly runId: string;
  readonly distance: number;
  readonly buildCount: number;
  readonly run: { readonly runId: string } | null;
}

const SOURCE = 'indexSource { state runId distance buildCount run { runId } }';

const KNOWN = `select run_id from workflow.run_records union select run_id from observability.token_usage
  union select run_id from retrieval.retrieval_events union select run_id from ingestion.prep_manifests
  union select workflow_run_id from indexing.pipeline_runs`;

/** Walks from record to record, by hand. */
async function expectedSources({ sql }: Pick<TestDatabase, 'sql'>): Promise<ReadonlyMap<string, Source>> {
  const known = new Set((await sql(KNOWN)).map(({ run_id }) => String(run_id)));
  const steps = await sql(
    `select run_id, reuse_source_run_id as source from workflow.run_records
     where record_kind = 'step' and step = 'index' and reuse_source_run_id <> '' order by id`,
  );
  const next = new Map(steps.map(({ run_id, source }) => [String(run_id), String(source)]));
  const rows = await sql(
    'select workflow_run_id, count(*)::int as count from indexing.pipeline_runs where workflow_run_id is not null group by 1',
  );
  const builds = new Map(rows.map(({ workflow_run_id, count }) => [String(workflow_run_id), Number(count)]));
  const runs = await sql(`select run_id from workflow.run_records where record_kind = 'run'`);
  const sourceOf = (id: string): Source => {
    const seen = [id];
    let at = id;
    const ended = (state: string, run: string | null): Source => ({
      state,
      runId: at,
      distance: seen.length - 1,
      buildCount: builds.get(at) ?? 0,
      run: run === null ? null : { runId: run },
    });
    while (!builds.has(at)) {
      const source = next.get(at);
      if (source === undefined) break;
      at = source;
      const isCircle = seen.includes(at);
      seen.push(at);
      if (isCircle) return ended('CYCLE', null);
    }
    if (at === id && seen.length === 1)
      return builds.has(at) ? ended('BUILT_HERE', at) : ended('ABSENT', null);
    return known.has(at) ? ended('REUSED', at) : ended('DANGLING', null);
  };
  return new Map(runs.map(({ run_id }) => [String(run_id), sourceOf(String(run_id))]));
}

const LISTS = {
  shards:
    'select b.workflow_run_id, s.id from indexing.pipeline_runs b join indexing.index_shards s on s.pipeline_run_id = b.id order by 2',
  vectors:
    'select b.workflow_run_id, v.id from indexing.pipeline_runs b join indexing.vectors v on v.pipeline_run_id = b.id order by 2',
  documents:
    'select distinct b.workflow_run_id, v.doc_id as id from indexing.pipeline_runs b join indexing.vectors v on v.pipeline_run_id = b.id order by 2',
};

describeEveryDatabase((api, content) => {
  it('every run has the index source of plain SQL, and all of them come in one statement', async () => {
    const expected = await expectedSources(api());
    expect(expected.size).toBeGreaterThan(5);
    api().statements.length = 0;
    const { workflowRuns } = await api().data(`{ workflowRuns(first: 100) { nodes { runId ${SOURCE} } } }`);
    expect(api().statements).toHaveLength(1);
    expect(
      Object.fromEntries(
        workflowRuns.nodes.map((run: { runId: string; indexSource: Source }) => [run.runId, run.indexSource]),
      ),
    ).toEqual(Object.fromEntries(expected));
    if (content === 'demo') expect(expected.get(REUSING_RUN)?.state).toBe('REUSED');
  });

  it.each(Object.entries(LISTS))('%s of a run include those of its index source', async (list, sql) => {
    const sources = await expectedSources(api());
    const rows = await api().sql(sql);
    const key = list === 'documents' ? 'docId' : 'rowId';
    const { workflowRuns } = await api().data(`{ workflowRuns(first: 100) { nodes { runId
      own: ${list}(first: 0) { totalCount }
      all: ${list}(first: 5, includeReused: true) { totalCount nodes { ${key} } } } } }`);
    for (const { runId, own, all } of workflowRuns.nodes) {
      const ofRun = (id: string | undefined) =>
        rows.flatMap(({ workflow_run_id, id: row }) => (workflow_run_id === id ? [String(row)] : []));
      const expected = ofRun(sources.get(runId)?.run?.runId);
      expect([runId, own.totalCount]).toEqual([runId, ofRun(runId).length]);
      expect([runId, all.totalCount]).toEqual([runId, expected.length]);
      expect(all.nodes.map((node: Record<string, string>) => node[key])).toEqual(expected.slice(0, 5));
    }
  });
});

async function step(opened: TestDatabase, run: string, source: string | null, step = 'index'): Promise<void> {
  await opened.sql(
    `insert into workflow.run_records (run_id, record_kind, step, record_key, reuse_source_run_id)
     values ($1, 'step', $2, (select 'key ' || count(*) from workflow.run_records), $3)`,
    [run, step, source],
  );
}

const build = (opened: TestDatabase, run: string) =>
  opened.sql(`insert into indexing.pipeline_runs (workflow_run_id, created_at) values ($1, now())`, [run]);

describe('the index source of a run', () => {
  it('is found through chains, and says how each of them ends', async ({ serve }) => {
    const opened = await databaseForTest('empty');
    const { sql } = opened;
    await step(opened, 'first', null);
    await build(opened, 'first');
    await build(opened, 'first');
    await step(opened, 'second', 'first');
    await step(opened, 'third', 'second');
    await step(opened, 'fourth', 'third');
    // Its own build decides, whatever its step says; what comes after it ends there.
    await step(opened, 'rebuilt', 'third');
    await build(opened, 'rebuilt');
    await step(opened, 'of rebuilt', 'rebuilt');
    await step(opened, 'lost', 'nobody');
    await step(opened, 'of lost', 'lost');
    await step(opened, 'unbuilt', null);
    await step(opened, 'of unbuilt', 'unbuilt');
    await step(opened, 'empty', '');
    await step(opened, 'other step', 'first', 'agentic');
    await step(opened, 'itself', 'itself');
    await step(opened, 'circle a', 'circle b');
    await step(opened, 'circle b', 'circle c');
    await step(opened, 'circle c', 'circle b');
    // The later of two records counts.
    await step(opened, 'twice', 'nobody');
    await step(opened, 'twice', 'first');
    await sql(`insert into observability.token_usage (created_at, run_id) values (now(), 'usage only')`);
    await step(opened, 'of usage only', 'usage only');
    const server = await serve(opened.database);
    const expected: Record<string, readonly [string, string, number, number, string | null]> = {
      first: ['BUILT_HERE', 'first', 0, 2, 'first'],
      second: ['REUSED', 'first', 1, 2, 'first'],
      fourth: ['REUSED', 'first', 3, 2, 'first'],
      rebuilt: ['BUILT_HERE', 'rebuilt', 0, 1, 'rebuilt'],
      'of rebuilt': ['REUSED', 'rebuilt', 1, 1, 'rebuilt'],
      lost: ['DANGLING', 'nobody', 1, 0, null],
      'of lost': ['DANGLING', 'nobody', 2, 0, null],
      unbuilt: ['ABSENT', 'unbuilt', 0, 0, null],
      'of unbuilt': ['REUSED', 'unbuilt', 1, 0, 'unbuilt'],
      empty: ['ABSENT', 'empty', 0, 0, null],
      'other step': ['ABSENT', 'other step', 0, 0, null],
      itself: ['CYCLE', 'itself', 1, 0, null],
      'circle a': ['CYCLE', 'circle b', 3, 0, null],
      'circle b': ['CYCLE', 'circle b', 2, 0, null],
      twice: ['REUSED', 'first', 1, 2, 'first'],
      'of usage only': ['REUSED', 'usage only', 1, 0, 'usage only'],
      'usage only': ['ABSENT', 'usage only', 0, 0, null],
    };
    for (const [id, [state, runId, distance, buildCount, run]] of Object.entries(expected)) {
      const { workflowRun } = await server.data(
        `query ($id: String!) { workflowRun(runId: $id) { ${SOURCE} vectors(includeReused: true) { totalCount } } }`,
        { id },
      );
      expect([id, workflowRun.indexSource]).toEqual([
        id,
        { state, runId, distance, buildCount, run: run === null ? null : { runId: run } },
      ]);
      expect(workflowRun.vectors.totalCount).toBe(0);
    }
  });

  it('gives the rows of the source as any list: filtered, sorted, paged, by variables and from a page of runs', async ({
    serve,
  }) => {
    const opened = await databaseForTest('demo');
    const server = await serve(opened.database);
    const [count] = await opened.sql(
      `select count(*)::int as all, count(*) filter (where page = 2)::int as second from indexing.vectors v
       join indexing.pipeline_runs b on b.id = v.pipeline_run_id where b.workflow_run_id = $1`,
      [WALK_RUN],
    );
    const ask = `query ($id: String!, $reused: Boolean, $after: String) { workflowRun(runId: $id) {
      vectors(includeReused: $reused, first: 3, after: $after, orderBy: [{ page: DESC }]) {
        totalCount estimatedCount pageInfo { endCursor hasNextPage } nodes { page document { docId } } }
      second: vectors(includeReused: $reused, where: { page: { eq: 2 } }) { totalCount }
      documents(includeReused: $reused) { totalCount edges { node { docId } } }
      vectorsOfSource: indexSource { run { vectors { totalCount } } } } }`;
    const { workflowRun: with1 } = await server.data(ask, { id: REUSING_RUN, reused: true });
    expect(with1.vectors.totalCount).toBe(count?.all);
    expect(with1.second.totalCount).toBe(count?.second);
    expect(with1.vectorsOfSource.run.vectors.totalCount).toBe(count?.all);
    expect(with1.vectors.nodes).toHaveLength(3);
    const next = await server.data(ask, {
      id: REUSING_RUN,
      reused: true,
      after: with1.vectors.pageInfo.endCursor,
    });
    expect(next.workflowRun.vectors.nodes).toHaveLength(3);
    for (const reused of [false, null, undefined]) {
      const { workflowRun } = await server.data(ask, { id: REUSING_RUN, reused });
      expect([workflowRun.vectors.totalCount, workflowRun.documents.totalCount]).toEqual([0, 0]);
    }
  });

  it('leads a caller into no other project, and says of a missing table at its field only', async ({
    serve,
  }) => {
    const opened = await databaseForTest('demo');
    await opened.sql(
      `update workflow.run_records set project_id = case run_id when $1 then 'mine' else 'theirs' end where run_id in ($1, $2)`,
      [REUSING_RUN, WALK_RUN],
    );
    await opened.sql(`update workflow.run_records set project_id = 'theirs' where run_id <> $1`, [
      REUSING_RUN,
    ]);
    const server = await serve(opened.database, { secrets: { jwtSecret: JWT_SECRET } });
    const ask = `{ workflowRun(runId: "${REUSING_RUN}") { status ${SOURCE} vectors(includeReused: true) { totalCount } } }`;
    const mine = await server.ask(ask, {}, await bearer({ scope: 'lineage:read', projects: ['mine'] }));
    expect(mine.data.workflowRun).toMatchObject({
      indexSource: { state: 'DANGLING', runId: WALK_RUN, run: null, buildCount: 0 },
      vectors: { totalCount: 0 },
    });
    const older = await databaseForTest('demo');
    await older.exec('drop table indexing.pipeline_runs cascade');
    const without = await serve(older.database);
    const { data, errors } = await without.ask(ask);
    expect(data.workflowRun).toEqual({ status: 'completed', indexSource: null, vectors: null });
    expect(errors?.map(({ path, extensions }) => [path?.at(-1), extensions.code])).toEqual([
      ['indexSource', 'NOT_IN_THIS_DATABASE'],
      ['vectors', 'NOT_IN_THIS_DATABASE'],
    ]);
  });
});
