import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { useServer } from '../support/use-server.ts';

// docs/tour.md, stop by stop.
const DOCS = join(import.meta.dirname, '../../docs');
const FILES = readdirSync(join(DOCS, 'tour')).sort();
const read = (name: string): string => readFileSync(join(DOCS, 'tour', name), 'utf8');
const api = useServer('demo');
const one = async (sql: string): Promise<Record<string, unknown>> => (await api().sql(sql))[0] ?? {};

test.each(FILES)('%s stands in the page as it is', (name) => {
  const page = readFileSync(join(DOCS, 'tour.md'), 'utf8');
  expect(page).toContain(`](tour/${name})\n\n\`\`\`graphql\n${read(name)}\`\`\``);
});

describe('what a stop shows is what plain SQL finds', () => {
  const ask = (name: string) => {
    const file = FILES.find((one) => one.endsWith(`-${name}.graphql`));
    if (file === undefined) throw new Error(`The tour has no ${name}.`);
    return api().data(read(file));
  };
  const USAGE = `from observability.token_usage where run_id = 'demo-walk'`;

  test('runs', async () => {
    const { workflowRuns } = await ask('runs');
    const headers = await api().sql(`select run_id, status from workflow.run_records
      where record_kind = 'run' and step = '' and record_key = 'main' order by coalesce(finished_at, updated_at, created_at) desc, run_id desc`);
    expect(workflowRuns.totalCount).toBe(headers.length);
    expect(workflowRuns.nodes).toMatchObject(
      headers.slice(0, 5).map(({ run_id: runId, status }) => ({ runId, status })),
    );
  });

  test('one run: its steps, and a URL without its password', async () => {
    const { workflowRun: run } = await ask('one-run');
    const { count } = await one(
      `select count(*)::int as count from workflow.run_records where run_id = 'demo-walk' and record_kind = 'step'`,
    );
    expect(run.steps).toHaveLength(Number(count));
    expect(run.header.configEffectiveJson).toMatch(/^postgres:\/\/\[redacted\]@/);
  });

  test('into the index', async () => {
    const { workflowRun: run } = await ask('into-the-index');
    const { count } = await one(`select count(*)::int as count from indexing.vectors v
      join indexing.pipeline_runs p on p.id = v.pipeline_run_id where p.workflow_run_id = 'demo-walk'`);
    const [build] = run.pipelineRuns.nodes;
    expect(build.vectors).toMatchObject({ totalCount: count, nodes: { length: 3 } });
    expect(build.shards.nodes[0].indexVersion.indexId).toEqual(expect.any(String));
  });

  test('what it asked and spent', async () => {
    const { workflowRun: run } = await ask('what-it-asked-and-spent');
    const { calls, tokens } = await one(
      `select count(*)::int as calls, sum(total_tokens)::int as tokens ${USAGE}`,
    );
    expect(run.usage).toMatchObject({ calls, totalTokens: tokens });
    const step = await one(`select count(*)::int as calls ${USAGE} and step = 'index'`);
    expect(run.embedding.calls).toBe(step.calls);
    expect(run.retrievalEvents.nodes[0].tokenUsage.nodes).not.toEqual([]);
  });

  test('an answer', async () => {
    const { workflowRun: run } = await ask('an-answer');
    const [question] = run.records.nodes;
    const { answer } = await one(`select payload_json ->> 'answer' as answer from workflow.run_records
      where run_id = 'demo-walk' and record_kind = 'question' and record_key = '${question.recordKey}'`);
    expect(question.answer).toBe(answer);
    expect(question.tokenUsage.nodes).not.toEqual([]);
  });

  test('a reused index', async () => {
    const { workflowRun: run, source: reused } = await ask('a-reused-index');
    expect(run.pipelineRuns.totalCount).toBe(0);
    const { source } = await one(`select reuse_source_run_id as source from workflow.run_records
      where run_id = 'demo-reuse' and step = 'index'`);
    const index = run.steps.find(({ step }: { step: string }) => step === 'index');
    expect(index.reusedFrom.runId).toBe(source);
    expect(index.reusedFrom.pipelineRuns.nodes).not.toEqual([]);
    const { count } = await one(`select count(*)::int as count from indexing.vectors v
      join indexing.pipeline_runs b on b.id = v.pipeline_run_id where b.workflow_run_id = '${source}'`);
    expect(run.indexSource).toEqual({ state: 'REUSED', distance: 1, run: { runId: source } });
    expect(run.vectors.totalCount).toBe(count);
    const rows = await api().sql(`select run_id, step from workflow.run_records
      where reuse_source_run_id = '${source}' order by id`);
    expect(reused.reusedBy.edges).toEqual(
      rows.map(({ run_id: runId, step }) => ({ distance: 1, node: { runId, step } })),
    );
  });

  test('a family', async () => {
    const { workflowRun: run } = await ask('a-family');
    const children = await api().sql(`select run_id from workflow.run_records
      where parent_run_id = 'demo-parent' and record_kind = 'run' order by coalesce(finished_at, updated_at, created_at) desc`);
    expect(run.children.nodes.map(({ runId }: { runId: string }) => runId)).toEqual(
      children.map(({ run_id }) => run_id),
    );
  });

  test('without a header', async () => {
    const { workflowRun: run, workflowRuns } = await ask('without-a-header');
    const { calls } = await one(
      `select count(*)::int as calls from observability.token_usage where run_id = 'demo-usage-only'`,
    );
    expect(run).toMatchObject({ header: null, usage: { calls } });
    expect(workflowRuns.nodes.map(({ runId }: { runId: string }) => runId)).toContain('demo-usage-only');
  });

  test('the way back', async () => {
    const { documents } = await ask('the-way-back');
    const [paper] = documents.nodes;
    const runs = await api().sql(`select distinct p.workflow_run_id as run from indexing.pipeline_runs p
      join indexing.vectors v on v.pipeline_run_id = p.id join ingestion.documents d using (doc_id)
      where d.title like 'Minimum Wages%' and p.workflow_run_id in (select run_id from workflow.run_records where record_kind = 'run')`);
    expect(paper.workflowRuns.nodes.map(({ runId }: { runId: string }) => runId).sort()).toEqual(
      runs.map(({ run }) => run).sort(),
    );
  });

  test('words on the page', async () => {
    const { runRecord } = await ask('words-on-the-page');
    const { quote } = await one(
      `select payload_json ->> 'quote_snippet' as quote from workflow.run_records where run_id = 'demo-walk' and record_key = 'A01'`,
    );
    expect(runRecord.citations.nodes).toMatchObject([{ status: 'RESOLVED', quote }]);
    expect(runRecord.citations.nodes[0].document.citedBy.runs.totalCount).toBeGreaterThan(3);
  });

  test('what rests on this', async () => {
    const { lineage } = await ask('what-rests-on-this');
    const { records } = await one(
      `select count(*)::int as records from workflow.run_records where run_id = 'demo-walk'`,
    );
    expect(lineage.nodes[0]).toMatchObject({ type: 'WorkflowRun', title: 'demo-walk' });
    expect(lineage.nodes[0].truncated).toContainEqual({
      edge: 'WORKFLOW_RUN_RECORDS',
      shown: 3,
      total: records,
    });
    expect(lineage).toMatchObject({ isPartial: true, mermaid: expect.stringMatching(/^flowchart/) });
  });

  test('an experiment', async () => {
    const { workstream } = await ask('an-experiment');
    const arms = await api().sql(`select arm, count(*)::int as runs from workflow.run_records
      where record_kind = 'run' and workstream_id = 'ws-model-size' group by arm order by arm`);
    expect(
      workstream.arms.map(({ arm, runs }: { arm: string; runs: { nodes: [] } }) => ({
        arm,
        runs: runs.nodes.length,
      })),
    ).toEqual(arms);
  });

  test('the questions of a paper', async () => {
    const { documents } = await ask('the-questions-of-a-paper');
    const { edges } = documents.nodes[0].runRecords;
    expect(edges).toHaveLength(3);
    for (const { node } of edges) expect(node.run.root.runId).toEqual(expect.any(String));
  });

  test('the price of a run', async () => {
    const { workflowRun } = await ask('the-price-of-a-run');
    const { own, made } = await one(
      `select sum(cost_usd_total) filter (where run_id = 'demo-reuse') as own,
        sum(cost_usd_total) filter (where run_id = 'demo-walk' and step like 'index%') as made from observability.token_usage`,
    );
    const { cost } = workflowRun;
    expect(cost.own.costUsd).toBeCloseTo(Number(own), 9);
    expect(cost.inherited.costUsd).toBeCloseTo(Number(made), 9);
    expect(cost.total.costUsd).toBeCloseTo(Number(own) + Number(made), 9);
    expect(cost.sources).toEqual([{ step: 'index', state: 'KNOWN', run: { runId: 'demo-walk' } }]);
  });

  test('what changed between runs', async () => {
    const { compareRuns } = await ask('what-changed-between-runs');
    const answers = await api().sql(`select question_id as id from workflow.run_records
      where record_kind = 'question' and run_id in ('demo-arm-gpt-5', 'demo-arm-gpt-5-nano') group by 1
      having count(distinct payload_json ->> 'answer') > 1 or count(distinct status) > 1 order by 1`);
    expect(
      compareRuns.questions.flatMap((question: { questionId: string; isDifferent: boolean }) =>
        question.isDifferent ? [question.questionId] : [],
      ),
    ).toEqual(answers.map(({ id }) => id));
    expect(compareRuns.configuration).toContainEqual({
      path: 'chat_model',
      values: [{ value: 'gpt-5' }, { value: 'gpt-5-nano' }],
    });
  });

  test('earlier answers', async () => {
    const { workflowRun } = await ask('earlier-answers');
    const rows =
      await api().sql(`select q.run_id, q.status, q.payload_json ->> 'answer' as answer from workflow.run_records q
      join workflow.run_records h on h.run_id = q.run_id and h.record_kind = 'run'
      where q.record_kind = 'question' and q.question_id = 'A02' and q.run_id in ('demo-parent', 'demo-rerun') order by h.started_at desc`);
    const [record] = workflowRun.records.nodes;
    expect(record.earlierAnswers.nodes).toEqual(
      rows.map(({ run_id: runId, status, answer }) => ({ runId, status, answer })),
    );
    expect(rows.map(({ answer }) => answer)).not.toContain(record.answer);
  });

  test('what is missing of a run', async () => {
    const { workflowRun } = await ask('what-is-missing-of-a-run');
    const { calls } = await one(
      `select count(*)::int as calls from observability.token_usage where run_id = 'demo-usage-only'`,
    );
    const [header] = workflowRun.completeness.parts;
    expect(header).toMatchObject({ part: 'HEADER', state: 'ABSENT' });
    expect(header.why).toMatch(new RegExp(`^no header; known by ${calls} calls? `));
    expect(workflowRun).toMatchObject({ completeness: { isPartial: true }, liveness: { from: 'USAGE' } });
  });

  test('what does not fit together', async () => {
    const { lineageAudit } = await ask('what-does-not-fit-together');
    const calls = await api().sql(`select run_id from observability.token_usage where run_id is not null
      and run_id not in (select run_id from workflow.run_records where record_kind = 'run') order by created_at, id::text`);
    const [usage, long, jobs] = lineageAudit;
    expect(usage).toMatchObject({ kind: 'USAGE_OF_UNKNOWN_RUN', count: calls.length });
    expect(usage.rows.nodes.map(({ unknownRun }: { unknownRun: string }) => unknownRun)).toEqual(
      calls.slice(0, 2).map(({ run_id }) => run_id),
    );
    const open = await api().sql(
      `select run_id from workflow.run_records where record_kind = 'run' and status = 'running' and finished_at is null order by started_at`,
    );
    expect(long.count).toBe(open.length);
    expect(long.rows.nodes.map(({ runId }: { runId: string }) => runId)).toEqual(
      open.slice(0, 2).map(({ run_id }) => run_id),
    );
    const { jobs: running } = await one(
      `select count(*)::int as jobs from workflow.async_jobs where status = 'running'`,
    );
    expect(jobs).toMatchObject({ count: running, rows: { nodes: [{ __typename: 'AsyncJob' }] } });
  });

  test('what happened', async () => {
    const { workflowRun } = await ask('what-happened');
    const rows =
      await api().sql(`select 'RECORD' as kind, coalesce(started_at, created_at) as at from workflow.run_records where run_id = 'demo-walk'
      union all select 'CALL', created_at ${USAGE}
      union all select 'EVENT', created_at from retrieval.retrieval_events where run_id = 'demo-walk'
      union all select 'JOB', coalesce(started_at, created_at) from workflow.async_jobs where result_json ->> 'run_id' = 'demo-walk' order by at desc`);
    const { totalCount, nodes } = workflowRun.activity;
    expect(totalCount).toBe(rows.length);
    expect(nodes.map(({ at }: { at: string }) => new Date(at).getTime())).toEqual(
      rows.slice(0, 12).map(({ at }) => new Date(String(at)).getTime()),
    );
  });
});
