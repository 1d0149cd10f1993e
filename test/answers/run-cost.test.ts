import { describe, expect } from 'vitest';
import { WRITTEN_RUNS } from '../../prisma/seed/stories/as-written.ts';
import { REUSING_RUN } from '../../prisma/seed/stories/reuse.ts';
import { WALK_RUN } from '../../prisma/seed/stories/walk.ts';
import { databaseForTest, type TestDatabase } from '../support/databases.ts';
import { describeEveryDatabase } from '../support/every-database.ts';
import { reusedFrom } from '../support/reused-from-in-sql.ts';
import { serverTest as it } from '../support/server-test.ts';
import { bearer, JWT_SECRET } from '../support/tokens.ts';

const SUMS = 'calls totalTokens costUsd';
const COST = `cost { own { ${SUMS} } inherited { ${SUMS} } savedByReuse { ${SUMS} } total { ${SUMS} } unknownSources
  sources { runId step questionId state run { runId } usage { ${SUMS} } } }`;

interface Sum {
  readonly calls: number;
  readonly totalTokens: number;
  readonly costUsd: number | null;
}

const rounded = (sum: Sum): Sum => ({
  ...sum,
  costUsd: sum.costUsd === null ? null : Math.round(sum.costUsd * 1e9) / 1e9,
});

const STEPS = `('prep'), ('ingest'), ('enrich'), ('econ_data'), ('agentic'), ('index'), ('evaluate'), ('report')`;

/** By hand: the calls of these runs, steps and questions. */
async function sumOf(
  { sql }: Pick<TestDatabase, 'sql'>,
  where: string,
  values: readonly unknown[],
): Promise<Sum> {
  const [row] = await sql(
    `select count(*)::int as calls, coalesce(sum(total_tokens), 0)::int as "totalTokens", sum(cost_usd_total) as "costUsd"
     from observability.token_usage u left join (values ${STEPS}) as pipeline(name)
       on u.step = pipeline.name or left(u.step, length(pipeline.name) + 1) = pipeline.name || '_' where ${where}`,
    values,
  );
  return rounded({
    calls: Number(row?.calls),
    totalTokens: Number(row?.totalTokens),
    costUsd: row?.costUsd == null ? null : Number(row.costUsd),
  });
}

const REUSED_FROM = reusedFrom();

describeEveryDatabase((api, content) => {
  it('every run costs what plain SQL finds: by itself, and with what it took over', async () => {
    // No chain here is longer than one link, which the test of reuseChain holds.
    const taken = await api().sql(
      `select run_id, record_kind, step, question_id, ${REUSED_FROM} as source from workflow.run_records
       where ${REUSED_FROM} is not null and record_kind in ('step', 'question')`,
    );
    api().statements.length = 0;
    const { workflowRuns } = await api().data(`{ workflowRuns(first: 100) { nodes { runId ${COST} } } }`);
    expect(api().statements).toHaveLength(1);
    const withCalls = new Set(
      (await api().sql('select distinct run_id from observability.token_usage')).map(({ run_id }) => run_id),
    );
    for (const { runId, cost } of workflowRuns.nodes) {
      const own = await sumOf(api(), 'run_id = $1', [runId]);
      expect([runId, rounded(cost.own)]).toEqual([runId, own]);
      const sources = taken.filter(({ run_id }) => run_id === runId);
      const known = sources.filter(({ source }) => withCalls.has(source));
      expect([runId, cost.sources.length, cost.unknownSources]).toEqual([
        runId,
        sources.length,
        sources.length - known.length,
      ]);
      const conditions = known.map(({ record_kind, step, question_id, source }) =>
        record_kind === 'step'
          ? `(run_id = '${source}' and pipeline.name = '${step}')`
          : `(run_id = '${source}' and question_id = '${question_id}')`,
      );
      const made = conditions.length > 0 ? conditions.join(' or ') : 'false';
      const isKnown = known.length === sources.length;
      expect([runId, cost.inherited && rounded(cost.inherited)]).toEqual([
        runId,
        isKnown || known.length > 0 ? await sumOf(api(), made, []) : null,
      ]);
      expect([runId, cost.savedByReuse && rounded(cost.savedByReuse)]).toEqual([
        runId,
        isKnown ? await sumOf(api(), made, []) : null,
      ]);
      expect([runId, cost.total && rounded(cost.total)]).toEqual([
        runId,
        isKnown ? await sumOf(api(), `run_id = $1 or ${made}`, [runId]) : null,
      ]);
    }
    if (content !== 'demo') return;
    const costOf = (id: string) =>
      workflowRuns.nodes.find(({ runId }: { runId: string }) => runId === id).cost;
    expect(costOf(REUSING_RUN).inherited.calls).toBeGreaterThan(0);
    expect(costOf(REUSING_RUN).sources).toMatchObject([
      { runId: WALK_RUN, step: 'index', questionId: null, state: 'KNOWN', run: { runId: WALK_RUN } },
    ]);
    expect(costOf(WRITTEN_RUNS.skipped).sources).toMatchObject([
      { runId: WRITTEN_RUNS.first, step: 'agentic', questionId: expect.stringMatching(/^A/), state: 'KNOWN' },
    ]);
  });
});

async function record(
  { sql }: TestDatabase,
  [run, step, from, question]: readonly [string, string, (string | undefined)?, string?],
): Promise<void> {
  await sql(
    `insert into workflow.run_records (run_id, record_kind, step, record_key, question_id, reuse_source_run_id)
     values ($1, $2, $3, coalesce($4, 'main'), $4, $5)`,
    [run, question === undefined ? 'step' : 'question', step, question ?? null, from ?? null],
  );
}

const call = ({ sql }: TestDatabase, run: string, step: string, tokens: number, question?: string) =>
  sql(
    `insert into observability.token_usage (created_at, run_id, step, total_tokens, question_id) values (now(), $1, $2, $3, $4)`,
    [run, step, tokens, question ?? null],
  );

const TOKENS = `query ($id: String!) { workflowRun(runId: $id) { cost { unknownSources
  own { totalTokens } inherited { totalTokens } savedByReuse { totalTokens } total { totalTokens }
  sources { runId step questionId state usage { totalTokens } } } } }`;

describe('the cost of a run', () => {
  it('counts a call once, at the end of chains, and says what is unknown', async ({ serve }) => {
    const opened = await databaseForTest('empty');
    const add = async (...records: Parameters<typeof record>[1][]) => {
      for (const one of records) await record(opened, one);
    };
    await add(['first', 'agentic'], ['first', 'index'], ['first', 'agentic', undefined, 'A01']);
    await call(opened, 'first', 'agentic_plan', 1);
    await call(opened, 'first', 'agentic_report_question_answer', 10, 'A01');
    await call(opened, 'first', 'index_embeddings', 100);
    await call(opened, 'first', 'indexing', 1000);
    await add(['second', 'index', 'first'], ['second', 'agentic', undefined, 'A01']);
    await call(opened, 'second', 'agentic_plan', 5);
    // Over a run in between; a step and an answer of it, whose calls are the same.
    await add(
      ['third', 'index', 'second'],
      ['third', 'agentic', 'first'],
      ['third', 'agentic', 'first', 'A01'],
    );
    await call(opened, 'third', 'report', 7);
    // A run without any call tells nothing of what it cost, and neither does one that is not there.
    await add(['silent', 'agentic'], ['of silent', 'agentic', 'silent'], ['of nobody', 'agentic', 'nobody']);
    await add(['half', 'agentic', 'silent'], ['half', 'index', 'first'], ['half', 'prep', 'first']);
    await add(['circle', 'index', 'circle']);
    await add(['asked', 'agentic', 'first', 'A01'], ['asked', 'agentic', 'second', 'A02']);
    const server = await serve(opened.database);
    const costOf = async (id: string) => (await server.data(TOKENS, { id })).workflowRun.cost;
    const tokens = (totalTokens: number | null) => (totalTokens === null ? null : { totalTokens });
    const expected: Record<string, readonly [number, number | null, number | null, number | null, number]> = {
      first: [1111, 0, 0, 1111, 0],
      second: [5, 100, 100, 105, 0],
      third: [7, 111, 111, 118, 0],
      'of silent': [0, null, null, null, 1],
      'of nobody': [0, null, null, null, 1],
      half: [0, 100, null, null, 1],
      circle: [0, null, null, null, 1],
      // The second run has no such question: its calls for it, of which there are none, are known.
      asked: [0, 10, 10, 10, 0],
    };
    for (const [id, [own, inherited, saved, total, unknown]] of Object.entries(expected)) {
      const cost = await costOf(id);
      expect([id, { ...cost, sources: [] }]).toEqual([
        id,
        {
          own: tokens(own),
          inherited: tokens(inherited),
          savedByReuse: tokens(saved),
          total: tokens(total),
          unknownSources: unknown,
          sources: [],
        },
      ]);
    }
    const source = (
      runId: string,
      step: string,
      state: string,
      usage: number | null,
      questionId: string | null = null,
    ) => ({
      runId,
      step,
      questionId,
      state,
      usage: tokens(usage),
    });
    expect((await costOf('half')).sources).toEqual([
      source('first', 'index', 'KNOWN', 100),
      source('first', 'prep', 'KNOWN', 0),
      source('silent', 'agentic', 'NO_USAGE', null),
    ]);
    expect((await costOf('of nobody')).sources).toEqual([source('nobody', 'agentic', 'DANGLING', null)]);
    expect((await costOf('circle')).sources).toEqual([source('circle', 'index', 'CYCLE', null)]);
    expect((await costOf('asked')).sources).toEqual([
      source('first', 'agentic', 'KNOWN', 10, 'A01'),
      source('second', 'agentic', 'KNOWN', 0, 'A02'),
    ]);
  });

  it('takes a filter, keeps to the projects of the caller, and lacks with the calls', async ({ serve }) => {
    const opened = await databaseForTest('demo');
    const server = await serve(opened.database, { secrets: { jwtSecret: JWT_SECRET } });
    const document = `{ workflowRun(runId: "${REUSING_RUN}") { runId cost { inherited(where: { totalTokens: { gt: 2000 } }) { calls } sources { state } } } }`;
    const all = await bearer({ scope: 'lineage:read content:read' });
    const { data } = await server.ask(document, {}, all);
    expect(data.workflowRun.cost.inherited).toEqual({
      calls: (
        await sumOf(opened, `run_id = $1 and pipeline.name = 'index' and total_tokens > 2000`, [WALK_RUN])
      ).calls,
    });
    await opened.sql(
      `update workflow.run_records set project_id = case run_id when $1 then 'mine' else 'theirs' end`,
      [REUSING_RUN],
    );
    const mine = await bearer({ scope: 'lineage:read content:read', projects: ['mine'] });
    const bound = await server.ask(document, {}, mine);
    expect(bound.data.workflowRun.cost).toEqual({ inherited: null, sources: [{ state: 'DANGLING' }] });
    const older = await databaseForTest('demo');
    await older.exec('drop table observability.token_usage cascade');
    const without = await serve(older.database);
    const answer = await without.ask(document);
    expect(answer.data.workflowRun).toEqual({ runId: REUSING_RUN, cost: null });
    expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual(['NOT_IN_THIS_DATABASE']);
  });
});
