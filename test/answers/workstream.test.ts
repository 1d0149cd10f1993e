import { describe, expect } from 'vitest';
import { ARMS, WORKSTREAM } from '../../prisma/seed/stories/workstream.ts';
import { databaseForTest } from '../support/databases.ts';
import { describeEveryDatabase } from '../support/every-database.ts';
import { serverTest as it } from '../support/server-test.ts';

const USAGE = 'usage { calls totalTokens costUsd }';
const HEADERS = `(select * from workflow.run_records where record_kind = 'run' and step = '' and record_key = 'main' and workstream_id <> '') h`;
const SUMS = `select h.workstream_id, $KEY as arm, count(*)::int as calls, coalesce(sum(u.total_tokens), 0)::int as tokens,
    sum(u.cost_usd_total::text::numeric)::float8 as cost
  from ${HEADERS} join observability.token_usage u on u.run_id = h.run_id group by 1, 2`;

interface Sums {
  readonly calls: number;
  readonly totalTokens: number;
  readonly costUsd: number | null;
}

describeEveryDatabase((api) => {
  it('workstreams, their arms, runs and sums are those of plain SQL, in one statement', async () => {
    const rows = await api().sql(`select h.workstream_id, nullif(h.arm, '') as arm, count(*)::int as runs,
        to_json(min(coalesce(h.started_at, h.created_at))) as first,
        to_json(max(coalesce(h.finished_at, h.updated_at, h.created_at))) as last, array_agg(h.run_id order by coalesce(h.finished_at, h.updated_at, h.created_at) desc, h.run_id desc) as ids
      from ${HEADERS} group by 1, 2 order by 1, 2`);
    const sums = await api().sql(SUMS.replace('$KEY', `nullif(h.arm, '')`));
    expect(rows.length).toBeGreaterThan(0);
    api().statements.length = 0;
    const { workstreams } = await api().data(
      `{ workstreams(first: 100, orderBy: [{ workstreamId: ASC }]) { totalCount nodes { workstreamId runCount armCount firstActivityAt lastActivityAt ${USAGE}
         runs { totalCount } arms { arm runCount firstActivityAt lastActivityAt runs { nodes { runId } } ${USAGE} } } } }`,
    );
    expect(api().statements).toHaveLength(1);
    const ids = [...new Set(rows.map(({ workstream_id }) => workstream_id))];
    expect(workstreams.totalCount).toBe(ids.length);
    expect(workstreams.nodes.map(({ workstreamId }: { workstreamId: string }) => workstreamId)).toEqual(ids);
    const sumOf = (of: (row: Record<string, unknown>) => boolean): Sums => {
      const own = sums.filter(of);
      const costs = own.flatMap(({ cost }) => (cost === null ? [] : [Number(cost)]));
      return {
        calls: own.reduce((sum, { calls }) => sum + Number(calls), 0),
        totalTokens: own.reduce((sum, { tokens }) => sum + Number(tokens), 0),
        costUsd: costs.length === 0 ? null : costs.reduce((sum, cost) => sum + cost, 0),
      };
    };
    for (const node of workstreams.nodes) {
      const own = rows.filter(({ workstream_id }) => workstream_id === node.workstreamId);
      const sum = sumOf(({ workstream_id }) => workstream_id === node.workstreamId);
      const times = (of: 'first' | 'last') => own.map((row) => String(row[of])).sort();
      expect(node).toMatchObject({
        runCount: own.reduce((count, { runs }) => count + Number(runs), 0),
        armCount: own.filter(({ arm }) => arm !== null).length,
        firstActivityAt: times('first')[0],
        lastActivityAt: times('last').at(-1),
        usage: { calls: sum.calls, totalTokens: sum.totalTokens },
      });
      expect(node.runs.totalCount).toBe(node.runCount);
      if (sum.costUsd === null) expect(node.usage.costUsd).toBeNull();
      else expect(node.usage.costUsd).toBeCloseTo(sum.costUsd, 10);
      expect(node.arms).toEqual(
        own.map(({ arm, runs, first, last, ids: runIds }) => ({
          arm,
          runCount: runs,
          firstActivityAt: first,
          lastActivityAt: last,
          runs: { nodes: (runIds as string[]).slice(0, 20).map((runId) => ({ runId })) },
          usage: sumOf((row) => row.workstream_id === node.workstreamId && row.arm === arm),
        })),
      );
    }
  });

  it('a run leads to its workstream, and a group of calls does', async () => {
    const { workflowRuns, usageBy } = await api().data(
      `{ workflowRuns(first: 100) { nodes { workstreamId workstream { workstreamId } } }
         usageBy(groupBy: [WORKSTREAM, ARM], first: 100) { nodes { workstreamId calls workstream { workstreamId ${USAGE} } } } }`,
    );
    expect(workflowRuns.nodes.length).toBeGreaterThan(5);
    for (const { workstreamId, workstream } of workflowRuns.nodes)
      expect(workstream).toEqual(workstreamId ? { workstreamId } : null);
    const led = usageBy.nodes.filter(({ workstream }: { workstream: unknown }) => workstream !== null);
    expect(
      led.map(({ workstream }: { workstream: { workstreamId: string } }) => workstream.workstreamId),
    ).toEqual(
      usageBy.nodes.flatMap(({ workstreamId }: { workstreamId: string | null }) => workstreamId || []),
    );
  });
});

describe('a workstream', () => {
  const ask = `query ($id: String!) { workstream(workstreamId: $id) { workstreamId runCount arms { arm } } }`;

  it('is found by its id, and null where no header names it', async ({ serve }) => {
    const opened = await databaseForTest('demo');
    const server = await serve(opened.database);
    expect((await server.data(ask, { id: WORKSTREAM })).workstream).toEqual({
      workstreamId: WORKSTREAM,
      runCount: 2,
      arms: ARMS.map(({ arm }) => ({ arm })),
    });
    expect(await server.data(ask, { id: '' })).toEqual({ workstream: null });
    expect(await server.data(ask, { id: "'; --" })).toEqual({ workstream: null });
  });

  it('has one arm without a name for the runs that name none; its groups and buckets add up', async ({
    serve,
  }) => {
    const opened = await databaseForTest('demo');
    await opened.sql(`update workflow.run_records set arm = null where run_id = $1 and record_kind = 'run'`, [
      ARMS[0].runId,
    ]);
    await opened.sql(
      `update workflow.run_records set workstream_id = $1, arm = '' where run_id = 'demo-walk' and record_kind = 'run'`,
      [WORKSTREAM],
    );
    const server = await serve(opened.database);
    const { workstream } = await server.data(
      `query ($id: String!) { workstream(workstreamId: $id) { armCount usage { calls }
         arms { arm runCount usage { calls } usageBy(groupBy: [WORKSTREAM, ARM]) { nodes { workstreamId calls } } }
         usageBy(groupBy: [MODEL], first: 100) { nodes { calls workstream { workstreamId } } }
         usageOverTime(interval: MONTH, from: "2020-01-01T00:00:00Z", to: "2030-01-01T00:00:00Z", first: 200) { nodes { calls } } } }`,
      { id: WORKSTREAM },
    );
    expect(workstream.armCount).toBe(1);
    expect(
      workstream.arms.map(({ arm, runCount }: { arm: string; runCount: number }) => [arm, runCount]),
    ).toEqual([
      [ARMS[1].arm, 1],
      [null, 2],
    ]);
    const sum = (list: { calls: number }[]) => list.reduce((total, { calls }) => total + calls, 0);
    expect(workstream.usage.calls).toBeGreaterThan(0);
    expect(sum(workstream.arms.map(({ usage }: { usage: { calls: number } }) => usage))).toBe(
      workstream.usage.calls,
    );
    expect(sum(workstream.usageBy.nodes)).toBe(workstream.usage.calls);
    expect(sum(workstream.usageOverTime.nodes)).toBe(workstream.usage.calls);
    for (const { workstream: led } of workstream.usageBy.nodes)
      expect(led).toEqual({ workstreamId: WORKSTREAM });
  });

  it('is filtered, sorted and paged as any list', async ({ serve }) => {
    const opened = await databaseForTest('empty');
    await opened.exec(`insert into workflow.run_records (run_id, record_kind, step, record_key, workstream_id, arm, created_at, finished_at)
      select 'run-' || n, 'run', '', 'main', 'ws-' || n % 7, 'arm-' || n % 3, '2026-01-01'::timestamptz + n * interval '1 hour', '2026-01-01'::timestamptz + n * interval '1 hour' from generate_series(0, 29) n`);
    const server = await serve(opened.database);
    const page = `query ($after: String) { workstreams(first: 3, after: $after) { nodes { workstreamId } pageInfo { endCursor hasNextPage } } }`;
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const {
        workstreams,
      }: {
        workstreams: {
          nodes: { workstreamId: string }[];
          pageInfo: { endCursor: string; hasNextPage: boolean };
        };
      } = await server.data(page, { after });
      seen.push(...workstreams.nodes.map(({ workstreamId }) => workstreamId));
      ({ endCursor: after, hasNextPage: more } = workstreams.pageInfo);
    }
    // Run 29 is the last, and of workstream 29 mod 7.
    expect(seen).toEqual(['ws-1', 'ws-0', 'ws-6', 'ws-5', 'ws-4', 'ws-3', 'ws-2']);
    const { workstreams } = await server.data(
      '{ workstreams(where: { runCount: { gt: 4 } }, orderBy: [{ runCount: DESC }, { firstActivityAt: DESC }]) { totalCount nodes { workstreamId } } }',
    );
    expect(workstreams).toEqual({
      totalCount: 2,
      nodes: [{ workstreamId: 'ws-1' }, { workstreamId: 'ws-0' }],
    });
  });

  it('is missing where the database has no records, and nothing else with it', async ({ serve }) => {
    const opened = await databaseForTest('demo');
    await opened.exec('drop table workflow.run_records cascade');
    const server = await serve(opened.database);
    const { data, errors } = await server.ask(
      '{ workstreams { totalCount } tokenUsageList(first: 1) { totalCount } }',
    );
    expect(data.workstreams).toBeNull();
    expect(data.tokenUsageList.totalCount).toBeGreaterThan(0);
    expect(errors?.map(({ extensions, path }) => [extensions.code, path])).toEqual([
      ['NOT_IN_THIS_DATABASE', ['workstreams']],
    ]);
  });
});
