import { describe, expect, it } from 'vitest';
import { useServer } from '../support/use-server.ts';

const api = useServer('demo');

/** By hand, over the calls `u`. */
const MEASURES = `count(*)::int as calls, coalesce(sum(u.input_tokens), 0)::int as "inputTokens",
  coalesce(sum(u.output_tokens), 0)::int as "outputTokens", coalesce(sum(u.total_tokens), 0)::int as "totalTokens",
  round(sum(u.cost_usd_total)::numeric, 9)::float8 as "costUsd", count(u.cost_usd_total)::int as "pricedCalls",
  count(*) filter (where u.total_tokens is null)::int as "callsWithoutTokens",
  count(*) filter (where u.cache_hit)::int as "cacheHits",
  json_build_object('p50', percentile_cont(0.5) within group (order by u.latency_ms),
    'p95', percentile_cont(0.95) within group (order by u.latency_ms),
    'p99', percentile_cont(0.99) within group (order by u.latency_ms),
    'max', max(u.latency_ms), 'mean', avg(u.latency_ms)::float8) as "latencyMs",
  to_json(min(u.created_at)) as "firstAt", to_json(max(u.created_at)) as "lastAt"`;

const FIELDS = `calls inputTokens outputTokens totalTokens costUsd pricedCalls callsWithoutTokens cacheHits
  latencyMs { p50 p95 p99 max mean } firstAt lastAt`;

interface Sums {
  readonly calls: number;
  readonly totalTokens: number;
  readonly costUsd: number | null;
}

/** Money is compared to a billionth of a dollar. */
const rounded = <Row extends { readonly costUsd?: unknown }>(row: Row): Row => ({
  ...row,
  costUsd: typeof row.costUsd === 'number' ? Math.round(row.costUsd * 1e9) / 1e9 : row.costUsd,
});

/** Each row that has sums: its list and key in the graph, and its calls in plain SQL. */
const OWNERS = {
  WorkflowRun: {
    list: 'workflowRuns',
    key: 'runId',
    sql: `select u.run_id as owner, u.* from observability.token_usage u`,
  },
  RunRecord: {
    list: 'runRecords',
    key: 'rowId',
    sql: `select r.id::text as owner, u.* from observability.token_usage u
      join workflow.run_records r on r.run_id = u.run_id and ((r.record_kind = 'question' and u.question_id = r.question_id)
        or (r.record_kind = 'step' and (u.step = r.step or left(u.step, length(r.step) + 1) = r.step || '_')))`,
  },
  Document: {
    list: 'documents',
    key: 'docId',
    sql: `select d.doc_id as owner, u.* from observability.token_usage u join (
      select distinct v.doc_id, b.workflow_run_id from indexing.vectors v
      join indexing.pipeline_runs b on b.id = v.pipeline_run_id) d on d.workflow_run_id = u.run_id`,
  },
  StreamlitSession: {
    list: 'streamlitSessions',
    key: 'rowId',
    sql: `select s.id::text as owner, u.* from observability.token_usage u
      join auth.streamlit_sessions s on s.session_id = u.session_id`,
  },
  Project: {
    list: 'projects',
    key: 'projectId',
    sql: `select u.project_id as owner, u.* from observability.token_usage u`,
  },
} as const;

describe.each(Object.entries(OWNERS))('the sums of each %s', (_type, { list, key, sql }) => {
  it('are those of plain SQL, and of the list beside them', async () => {
    const rows = await api().sql(`select u.owner, ${MEASURES} from (${sql}) u group by 1`);
    const byOwner = new Map(rows.map(({ owner, ...sums }) => [owner, sums]));
    const found = (
      await api().data(
        `{ ${list}(first: 500) { nodes { ${key} usage { ${FIELDS} } tokenUsage { totalCount } } } }`,
      )
    )[list].nodes;
    const owners = found.filter((node: Record<string, unknown>) => byOwner.has(node[key]));
    expect(owners.length).toBeGreaterThan(0);
    for (const { [key]: owner, usage, tokenUsage } of found) {
      const sums = byOwner.get(owner);
      expect(usage.calls).toBe(tokenUsage.totalCount);
      if (sums) expect(rounded(usage)).toEqual(rounded(sums));
      else expect(usage).toMatchObject({ calls: 0, totalTokens: 0, costUsd: null, firstAt: null });
    }
  });

  it('are the same in groups by model', async () => {
    const rows = await api().sql(
      `select u.owner, u.model, ${MEASURES} from (${sql}) u group by 1, 2 order by 1, 2`,
    );
    const { nodes } = (
      await api().data(
        `{ ${list}(first: 500) { nodes { ${key} usageBy(groupBy: [MODEL]) { nodes { model ${FIELDS} } } } } }`,
      )
    )[list];
    const known = new Set(nodes.map((node: Record<string, unknown>) => node[key]));
    const groups = nodes.flatMap((node: { usageBy: { nodes: Sums[] } } & Record<string, unknown>) =>
      node.usageBy.nodes.map((group) => rounded({ owner: node[key], ...group })),
    );
    const byText = (a: object, b: object): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
    expect(groups.sort(byText)).toEqual(
      rows
        .filter(({ owner }) => known.has(owner))
        .map((row) => rounded(row))
        .sort(byText),
    );
  });
});
