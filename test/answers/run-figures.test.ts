import { describe, expect } from 'vitest';
import { type Content, databaseForTest } from '../support/databases.ts';
import { NEEDS_REAL_RUNS, realRunsAsWrittenPresent } from '../support/real-runs.ts';
import type { Answer } from '../support/server.ts';
import { serverTest as it, serverForTest } from '../support/server-test.ts';
import { useServer } from '../support/use-server.ts';

/** Each figure of a run with a header, by plain SQL over `h`, its header. */
const FIGURES: Readonly<Record<string, string>> = {
  lastActivityAt: `to_json(coalesce(h.finished_at, h.updated_at, h.created_at)) #>> '{}'`,
  failedSteps: `(select count(*)::int from workflow.run_records s where s.run_id = h.run_id and s.record_kind = 'step' and s.status = 'failed')`,
  questionCount: `(select count(*)::int from workflow.run_records q where q.run_id = h.run_id and q.record_kind = 'question')`,
  durationMs: `case when h.finished_at is not null then round(extract(epoch from h.finished_at - h.started_at) * 1000)::float8 end`,
  calls: '(select count(*)::int from observability.token_usage u where u.run_id = h.run_id)',
  totalTokens:
    '(select coalesce(sum(u.total_tokens), 0)::int from observability.token_usage u where u.run_id = h.run_id)',
  costUsd:
    '(select sum(u.cost_usd_total::text::numeric)::float8 from observability.token_usage u where u.run_id = h.run_id)',
};
const HEADERS = `workflow.run_records h where h.record_kind = 'run' and h.step = '' and h.record_key = 'main'`;
const selected = Object.entries(FIGURES).map(([field, sql]) => `${sql} as "${field}"`);

const CONTENTS: readonly Content[] = realRunsAsWrittenPresent ? ['demo', 'real-runs-as-written'] : ['demo'];
if (!realRunsAsWrittenPresent) process.stderr.write(`${NEEDS_REAL_RUNS}\n`);

describe.each(CONTENTS)('the figures of each run (%s)', (content) => {
  const api = useServer(content);

  it('are those of plain SQL', async () => {
    const rows = await api().sql(
      `select h.run_id as "runId", ${selected.join(', ')} from ${HEADERS} order by h.run_id`,
    );
    expect(rows.length).toBeGreaterThan(0);
    const { workflowRuns } = await api().data(
      `{ workflowRuns(first: 500, orderBy: [{ runId: ASC }]) { nodes { runId finishedAt status ${Object.keys(FIGURES).join(' ')} } } }`,
    );
    for (const [at, { finishedAt, status, ...run }] of workflowRuns.nodes.entries()) {
      // Until now, which goes on.
      if (finishedAt === null && status === 'running') run.durationMs = null;
      expect(run).toEqual(rows[at]);
    }
  });

  it.each(Object.entries(FIGURES).filter(([field]) => field !== 'durationMs'))(
    'filter and sort the list as plain SQL does: %s',
    async (field, sql) => {
      const [median] = await api().sql(
        `select percentile_disc(0.5) within group (order by ${sql}) as value from ${HEADERS}`,
      );
      const [{ count } = {}] = await api().sql(
        `select count(*)::int as count from ${HEADERS} and ${sql} >= $1::${field === 'lastActivityAt' ? 'text' : 'float8'}`,
        [median?.value],
      );
      const first = await api().sql(
        `select h.run_id as "runId" from ${HEADERS} order by ${sql} desc, h.run_id desc limit 5`,
      );
      const { filtered, sorted } = await api().data(
        `query ($where: WorkflowRunWhere!) { filtered: workflowRuns(where: $where) { totalCount }
          sorted: workflowRuns(first: 5, orderBy: [{ ${field}: DESC }]) { nodes { runId } } }`,
        { where: { [field]: median?.value == null ? { isNull: false } : { gte: median.value } } },
      );
      expect(filtered.totalCount).toBe(count);
      expect(sorted.nodes).toEqual(first);
    },
  );
});

describe('the figures of a run', () => {
  it('without header are of the rows that there are', async ({ serve }) => {
    const opened = await databaseForTest('demo');
    const server = await serve(opened.database);
    const [expected] = await opened.sql(
      `select count(*)::int as calls, sum(total_tokens)::int as "totalTokens", to_json(max(created_at)) #>> '{}' as "lastActivityAt"
       from observability.token_usage where run_id = 'demo-usage-only'`,
    );
    const { workflowRun } = await server.data(
      '{ workflowRun(runId: "demo-usage-only") { calls totalTokens lastActivityAt failedSteps durationMs } }',
    );
    expect(workflowRun).toEqual({ ...expected, failedSteps: 0, durationMs: null });
  });

  it('of a running run last until now', async ({ serve }) => {
    const opened = await databaseForTest('empty');
    await opened.sql(
      `insert into workflow.run_records (run_id, record_kind, step, record_key, status, started_at, created_at, updated_at)
       values ('going', 'run', '', 'main', 'running', now() - interval '90 seconds', now(), now())`,
    );
    const server = await serve(opened.database);
    const { workflowRun } = await server.data('{ workflowRun(runId: "going") { durationMs } }');
    expect(workflowRun.durationMs).toBeGreaterThanOrEqual(90_000);
  });

  it.each(['ASC', 'DESC', 'ASC_NULLS_FIRST', 'DESC_NULLS_LAST'])(
    'are sorted by a duration that does not grow between pages: %s',
    async (direction) => {
      const opened = await databaseForTest('empty');
      const server = await serverForTest(opened.database);
      await opened.sql(
        `insert into workflow.run_records (run_id, record_kind, step, record_key, status, started_at, finished_at, created_at, updated_at)
         select id, 'run', '', 'main', status, now() - age::interval, now() - age::interval + lasted::interval, now(), now()
         from (values ('a', 'running', '90 seconds', null), ('b', 'running', '1 day', null), ('c', 'completed', '9 days', '1 hour'),
           ('d', 'completed', '2 minutes', '1 minute'), ('e', 'paused', '1 hour', null), ('f', 'completed', '9 days', '2 hours'))
           as run (id, status, age, lasted)`,
      );
      const down = direction.startsWith('DESC');
      const nulls = direction.includes('NULLS') ? `nulls ${down ? 'last' : 'first'}` : '';
      const expected = await opened.sql(`select run_id from workflow.run_records
        order by finished_at - started_at ${down ? 'desc' : 'asc'} ${nulls}, run_id ${down ? 'desc' : 'asc'}`);
      const query = `query ($after: String, $before: String, $first: Int, $last: Int) { workflowRuns(first: $first, last: $last,
        after: $after, before: $before, orderBy: [{ durationMs: ${direction} }]) { edges { cursor node { runId durationMs } } } }`;
      const walk = async (page: { first: 1 } | { last: 1 }, side: 'after' | 'before') => {
        const found: string[] = [];
        let cursor: string | null = null;
        while (found.length <= expected.length) {
          const data: Answer['data'] = await server.data(query, { ...page, [side]: cursor });
          const [edge] = data.workflowRuns.edges;
          if (!edge) break;
          found.push(edge.node.runId);
          cursor = edge.cursor;
        }
        return found;
      };
      const ids = expected.map(({ run_id }) => run_id);
      expect(await walk({ first: 1 }, 'after')).toEqual(ids);
      expect(await walk({ last: 1 }, 'before')).toEqual(ids.toReversed());
    },
  );

  it('are computed for the rows of the page only, in one statement', async ({ serve }) => {
    const opened = await databaseForTest('demo');
    const server = await serve(opened.database);
    opened.statements.length = 0;
    await server.data(
      '{ workflowRuns(first: 2) { nodes { outcome outcomeReason calls totalTokens costUsd failedSteps questionCount } } }',
    );
    expect(opened.statements).toHaveLength(1);
    const [statement] = opened.statements;
    const values = (statement?.values ?? []).map((value) => value);
    const plan = await opened.sql(`explain (analyze, format json) ${statement?.text}`, values);
    const loops = JSON.stringify(plan).match(
      /"Relation Name":\s*"token_usage"[^{}]*?"Actual Loops":\s*(\d+)/g,
    );
    expect(loops?.length).toBeGreaterThan(0);
    for (const one of loops ?? []) expect(Number(/(\d+)$/.exec(one)?.[1])).toBeLessThanOrEqual(3);
  });

  it('are refused where a filter names them more often than a statement may have subqueries', async ({
    serve,
  }) => {
    const opened = await databaseForTest('empty');
    const server = await serve(opened.database);
    const OR = Array.from({ length: 500 }, (_, calls) => ({ calls: { gt: calls } }));
    const { errors } = await server.ask(
      'query ($where: WorkflowRunWhere) { workflowRuns(where: $where) { nodes { runId } } }',
      { where: { OR } },
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'COST_LIMIT_EXCEEDED', limit: 'subqueries' });
  });
});
