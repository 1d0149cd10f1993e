import { describe, expect } from 'vitest';
import { LABOR } from '../../prisma/seed/stories/projects.ts';
import { REUSING_RUN } from '../../prisma/seed/stories/reuse.ts';
import { WALK_RUN } from '../../prisma/seed/stories/walk.ts';
import { databaseForTest } from '../support/databases.ts';
import { NEEDS_REAL_RUNS, realRunsAsWrittenPresent } from '../support/real-runs.ts';
import { reusedFrom } from '../support/reused-from-in-sql.ts';
import { serverTest as it } from '../support/server-test.ts';
import { bearer, JWT_SECRET } from '../support/tokens.ts';
import { useServer } from '../support/use-server.ts';

const api = useServer('demo');

const NAME = (path: string) => `lower(substring(replace(${path}, chr(92), '/') from '[^/]*$'))`;
const FOLDED = (path: string) => `lower(replace(${path}, chr(92), '/'))`;
const HEADERS = `workflow.run_records h where h.record_kind = 'run' and h.step = '' and h.record_key = 'main'`;

/** By hand: the runs of each row, and those that took a result from one of them, again and again. */
const affected = (first: string): string => `with recursive first(key, run_id) as (${first}),
  taken(run_id, source) as materialized (select distinct run_id, ${reusedFrom()} from workflow.run_records),
  affected(key, run_id) as (select key, run_id from first where run_id is not null
    union select a.key, t.run_id from affected a join taken t on t.source = a.run_id)
  select key, run_id from affected`;

const READERS = `select v.doc_id as key, b.workflow_run_id as run_id from indexing.pipeline_runs b join indexing.vectors v on v.pipeline_run_id = b.id
  union select d.doc_id, m.run_id from ingestion.prep_manifests m cross join jsonb_array_elements(m.payload -> 'files') f
    join ingestion.documents d on ${NAME('d.path')} = ${NAME(`(f ->> 'path')`)}
  union select d.doc_id, h.run_id from ingestion.documents d, ${HEADERS} and h.papers_dir <> ''
    and (${NAME('d.path')} = ${NAME('h.papers_dir')} or ${FOLDED('d.path')} like ${FOLDED('h.papers_dir')} || '/%')`;

const FIRST = {
  documents: { key: 'docId', sql: READERS },
  vectors: {
    key: 'chunkId',
    sql: `select v.chunk_id as key, b.workflow_run_id as run_id from indexing.vectors v join indexing.pipeline_runs b on b.id = v.pipeline_run_id
      union select v.chunk_id, r.run_id from indexing.vectors v join (${READERS}) r on r.key = v.doc_id`,
  },
  indexVersions: {
    key: 'indexId',
    sql: `select s.index_id as key, b.workflow_run_id as run_id from indexing.index_shards s join indexing.pipeline_runs b on b.id = s.pipeline_run_id`,
  },
  pipelineRuns: {
    key: 'rowId',
    sql: 'select id::text as key, workflow_run_id as run_id from indexing.pipeline_runs',
  },
} as const;

interface Impact {
  readonly runs: { readonly totalCount: number; readonly nodes: readonly { readonly runId: string }[] };
  readonly answers: { readonly totalCount: number };
  readonly usage: { readonly calls: number; readonly totalTokens: number; readonly costUsd: number | null };
}

const IMPACT = `impact { runs(first: 500) { totalCount nodes { runId } } answers(first: 0) { totalCount } usage { calls totalTokens costUsd } }`;

const rounded = (cost: number | null): number | null => (cost === null ? null : Math.round(cost * 1e9) / 1e9);

describe('the impact of a row', () => {
  it.each(Object.entries(FIRST))(
    'of each of %s is that of plain SQL: runs, answers and what they used',
    async (list, { key, sql }) => {
      const rows = await api().sql(affected(sql));
      const expected = Map.groupBy(rows, (row) => String(row.key));
      expect(expected.size).toBeGreaterThan(1);
      const data = await api().data(`{ list: ${list}(first: 60) { nodes { key: ${key} ${IMPACT} } } }`);
      let some = 0;
      for (const { key: id, impact } of data.list.nodes as readonly { key: string; impact: Impact }[]) {
        const runs = (expected.get(id) ?? []).map((row) => String(row.run_id)).sort();
        const [sums] = await api().sql(
          `select count(*) as calls, coalesce(sum(total_tokens), 0) as tokens, round(sum(cost_usd_total)::numeric, 9)::float8 as cost,
           (select count(*) from workflow.run_records where record_kind = 'question' and run_id = any($1)) as answers
         from observability.token_usage where run_id = any($1)`,
          [runs],
        );
        expect([id, impact.runs.nodes.map(({ runId }) => runId).sort()]).toEqual([id, runs]);
        expect(impact.runs.totalCount).toBe(runs.length);
        expect(impact.answers.totalCount).toBe(Number(sums?.answers));
        expect({ ...impact.usage, costUsd: rounded(impact.usage.costUsd) }).toEqual({
          calls: Number(sums?.calls),
          totalTokens: Number(sums?.tokens),
          costUsd: sums?.cost ?? null,
        });
        some += Number(runs.length > 0);
      }
      expect(some).toBeGreaterThan(0);
    },
  );

  it('reaches a run that reused an index, and one that reused that one', async ({ serve }) => {
    const opened = await databaseForTest('demo');
    await opened.sql(
      `update workflow.run_records set reuse_source_run_id = $1 where run_id = 'demo-rerun' and record_kind = 'step' and step = 'index'`,
      [REUSING_RUN],
    );
    // A circle ends.
    await opened.sql(
      `update workflow.run_records set reuse_source_run_id = 'demo-rerun' where run_id = $1 and record_kind = 'step' and step = 'prep'`,
      [WALK_RUN],
    );
    const server = await serve(opened.database);
    const { pipelineRuns } = await server.data(
      `{ pipelineRuns(where: { workflowRunId: { eq: "${WALK_RUN}" } }) { nodes { impact { runs { nodes { runId } } } } } }`,
    );
    const runs = pipelineRuns.nodes[0].impact.runs.nodes.map(({ runId }: { runId: string }) => runId);
    expect(runs.sort()).toEqual(['demo-rerun', REUSING_RUN, WALK_RUN].sort());
  });

  it('is filtered, sorted and paged as any list, and summed as any usage', async () => {
    const [paper] = await api().sql(
      'select doc_id from indexing.vectors group by 1 order by count(*) desc limit 1',
    );
    const { document } = await api().data(
      `query ($id: String!) { document(docId: $id) { impact {
        runs(first: 2, orderBy: [{ costUsd: DESC }], where: { outcome: { eq: COMPLETED }, costUsd: { isNull: false } }) {
          nodes { outcome costUsd } pageInfo { hasNextPage } estimatedCount }
        answers(first: 3, where: { status: { eq: "low" } }) { nodes { recordKind status run { runId } } }
        usage(where: { questionId: { isNull: false } }) { calls } all: usage { calls } } } }`,
      { id: paper?.doc_id },
    );
    const { runs, answers, usage, all } = document.impact;
    expect(runs.nodes.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['COMPLETED', 'COMPLETED']);
    expect(runs.nodes[0].costUsd).toBeGreaterThanOrEqual(runs.nodes[1].costUsd);
    for (const answer of answers.nodes)
      expect(answer).toMatchObject({ recordKind: 'question', status: 'low' });
    expect(answers.nodes.length).toBeGreaterThan(0);
    expect(usage.calls).toBeLessThan(all.calls);
    expect(usage.calls).toBeGreaterThan(0);
  });

  it('of a paper by what cites it, apart: the calls that gave the answers with a citation in it', async () => {
    const { documents } = await api().data(
      `{ documents { nodes { impact { usage { calls } }
        citedBy { questions(first: 500) { nodes { rowId } } usage { calls totalTokens } } } } }`,
    );
    let all = 0;
    for (const { citedBy, impact } of documents.nodes) {
      const ids = citedBy.questions.nodes.map(({ rowId }: { rowId: string }) => rowId);
      const [sums] = await api().sql(
        `select count(*) as calls, coalesce(sum(u.total_tokens), 0) as tokens from observability.token_usage u
         where exists (select from workflow.run_records r where r.id = any($1::bigint[]) and r.run_id = u.run_id and r.question_id = u.question_id)`,
        [ids],
      );
      expect(citedBy.usage).toEqual({ calls: Number(sums?.calls), totalTokens: Number(sums?.tokens) });
      expect(citedBy.usage.calls).toBeLessThanOrEqual(impact.usage.calls);
      all += citedBy.usage.calls;
    }
    expect(all).toBeGreaterThan(0);
  });

  it('takes one statement for many rows', async () => {
    api().statements.length = 0;
    await api().data(`{ vectors(first: 50) { nodes { ${IMPACT} } } }`);
    expect(api().statements).toHaveLength(1);
  });

  it('of a project alone where the caller is bound to it', async ({ serve }) => {
    const server = await serve(api().database, { secrets: { jwtSecret: JWT_SECRET } });
    const theirs = await api().sql(`select run_id from ${HEADERS} and project_id = $1`, [LABOR]);
    const bound = await bearer({ scope: 'lineage:read content:read', projects: [LABOR] });
    const { data } = await server.ask(`{ documents { nodes { ${IMPACT} } } }`, {}, bound);
    const runs = new Set(
      data.documents.nodes.flatMap(({ impact }: { impact: Impact }) =>
        impact.runs.nodes.map(({ runId }) => runId),
      ),
    );
    expect(runs.size).toBeGreaterThan(0);
    expect([...runs].filter((id) => !theirs.some(({ run_id }) => run_id === id))).toEqual([]);
  });

  it('does without the column of reuse, and says which table is missing', async ({ serve }) => {
    const opened = await databaseForTest('demo');
    await opened.exec(
      `alter table workflow.run_records drop column reuse_source_run_id cascade; drop table observability.token_usage`,
    );
    const server = await serve(opened.database);
    const { data, errors } = await server.ask(
      `{ pipelineRuns(where: { workflowRunId: { eq: "${WALK_RUN}" } }) { nodes { impact { runs { nodes { runId } } usage { calls } } } } }`,
    );
    expect(data.pipelineRuns.nodes[0].impact).toEqual({
      runs: { nodes: [{ runId: WALK_RUN }] },
      usage: null,
    });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['NOT_IN_THIS_DATABASE']);
  });
});

describe.skipIf(!realRunsAsWrittenPresent)(`the impact over real runs (${NEEDS_REAL_RUNS})`, () => {
  const real = useServer('real-runs-as-written');

  it('of each paper is that of plain SQL', async () => {
    const rows = await real().sql(affected(READERS));
    const expected = Map.groupBy(rows, (row) => String(row.key));
    const { documents } = await real().data(`{ documents(first: 100) { nodes { docId ${IMPACT} } } }`);
    const found = documents.nodes.map(({ docId, impact }: { docId: string; impact: Impact }) => [
      docId,
      impact.runs.nodes.map(({ runId }) => runId).sort(),
    ]);
    expect(found.some(([, runs]: [string, string[]]) => runs.length > 1)).toBe(true);
    expect(found).toEqual(
      found.map(([docId]: [string]) => [
        docId,
        (expected.get(docId) ?? []).map((row) => String(row.run_id)).sort(),
      ]),
    );
  });
});
