import { describe, expect, it } from 'vitest';
import { databaseForTest } from '../support/databases.ts';
import { describeEveryDatabase } from '../support/every-database.ts';
import { serverTest } from '../support/server-test.ts';
import { bearer, JWT_SECRET } from '../support/tokens.ts';
import { useServer } from '../support/use-server.ts';

interface Happened {
  readonly at: string;
  readonly kind: string;
  readonly node: { readonly __typename: string; readonly rowId: string; readonly runId: string };
}

/** By hand: what happened in each run, in the order of time. */
const BY_HAND = `select run_id, to_json(at) #>> '{}' as at, kind, id::text as id from (
    select run_id, coalesce(started_at, created_at) as at, 'RECORD' as kind, id from workflow.run_records
    union all select run_id, created_at, 'CALL', id from observability.token_usage
    union all select run_id, created_at, 'EVENT', id from retrieval.retrieval_events
    union all select result_json ->> 'run_id', coalesce(started_at, created_at), 'JOB', id from workflow.async_jobs) all_of_them
  where run_id is not null order by run_id, at, lower(kind) collate "C", all_of_them.id`;

const TYPES: Readonly<Record<string, string>> = {
  RECORD: 'RunRecord',
  CALL: 'TokenUsage',
  EVENT: 'RetrievalEvent',
  JOB: 'AsyncJob',
};

const NODE =
  'node { __typename ... on RunRecord { rowId runId } ... on TokenUsage { rowId runId } ... on RetrievalEvent { rowId runId } ... on AsyncJob { rowId runId } }';
const LINE = `nodes { at kind ${NODE} }`;
const ACTIVITY = `query ($id: String!, $first: Int, $after: String, $where: RunActivityWhere, $orderBy: [RunActivityOrderBy!]) {
  workflowRun(runId: $id) { activity(first: $first, after: $after, where: $where, orderBy: $orderBy) { totalCount ${LINE} pageInfo { hasNextPage endCursor } } } }`;

const line = ({ at, kind, node }: Happened) => [new Date(at).getTime(), kind, node.rowId];

describeEveryDatabase((api, content) => {
  it('is what plain SQL finds, in its order, of each run', async () => {
    const runs = new Map<string, [number, unknown, unknown][]>();
    for (const { run_id, at, kind, id } of await api().sql(BY_HAND))
      runs.set(String(run_id), [
        ...(runs.get(String(run_id)) ?? []),
        [new Date(String(at)).getTime(), kind, id],
      ]);
    expect(runs.size).toBeGreaterThan(10);
    const kinds = new Set<unknown>();
    for (const [id, expected] of runs) {
      const { workflowRun } = await api().data(ACTIVITY, { id, first: 500 });
      // A job can name a run of which no table knows anything.
      if (workflowRun === null) continue;
      const { totalCount, nodes } = workflowRun.activity;
      expect([id, totalCount, nodes.map(line)]).toEqual([id, expected.length, expected.slice(0, 500)]);
      for (const { kind, node } of nodes) {
        expect(node).toMatchObject({ __typename: TYPES[kind], runId: id });
        kinds.add(kind);
      }
    }
    expect(kinds.size).toBeGreaterThanOrEqual(content === 'demo' ? 4 : 2);
  });
});

describe('the activity of a run', () => {
  const api = useServer('demo');
  const ID = 'demo-walk';

  it('comes page by page, in both orders', async () => {
    const { workflowRun: all } = await api().data(ACTIVITY, { id: ID, first: 500 });
    const expected: readonly Happened[] = all.activity.nodes;
    for (const direction of ['ASC', 'DESC']) {
      const seen: Happened[] = [];
      let after: string | null = null;
      do {
        const page: { workflowRun: { activity: Page } } = await api().data(ACTIVITY, {
          id: ID,
          first: 7,
          after,
          orderBy: [{ at: direction }],
        });
        const { nodes, pageInfo } = page.workflowRun.activity;
        seen.push(...nodes);
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      } while (after !== null);
      expect(seen).toEqual(direction === 'ASC' ? expected : expected.toReversed());
    }
  });

  it('is filtered by kind and time, and takes one statement', async () => {
    const { workflowRun: all } = await api().data(ACTIVITY, { id: ID, first: 500 });
    const nodes: readonly Happened[] = all.activity.nodes;
    const at = nodes[Math.floor(nodes.length / 2)]?.at;
    api().statements.length = 0;
    const { workflowRun } = await api().data(ACTIVITY, {
      id: ID,
      first: 500,
      where: { kind: { in: ['CALL', 'EVENT'] }, at: { gte: at } },
    });
    expect(api().statements).toHaveLength(1);
    const expected = nodes.filter(
      (one) =>
        ['CALL', 'EVENT'].includes(one.kind) && new Date(one.at).getTime() >= new Date(String(at)).getTime(),
    );
    expect(expected.length).toBeGreaterThan(0);
    expect(workflowRun.activity).toMatchObject({ totalCount: expected.length, nodes: expected });
  });

  serverTest(
    'puts what happened at the same time in the order of its keys, as numbers',
    async ({ serve }) => {
      const { exec, database } = await databaseForTest('empty');
      await exec(
        `insert into observability.token_usage (id, created_at, run_id) values (10, '2026-01-01', 'run'), (9, '2026-01-01', 'run'), (100, '2026-01-01', 'run')`,
      );
      const server = await serve(database);
      const { workflowRun } = await server.data(ACTIVITY, { id: 'run', first: 2 });
      const { nodes, pageInfo } = workflowRun.activity;
      const { workflowRun: next } = await server.data(ACTIVITY, { id: 'run', after: pageInfo.endCursor });
      expect([...nodes, ...next.activity.nodes].map(({ node }: Happened) => node.rowId)).toEqual([
        '9',
        '10',
        '100',
      ]);
    },
  );

  serverTest('leaves out what the database lacks, and only that', async ({ serve }) => {
    const { exec, sql, database } = await databaseForTest('demo');
    await exec(
      'drop table observability.token_usage; drop table workflow.async_jobs cascade; alter table workflow.run_records drop column started_at',
    );
    const server = await serve(database);
    const { data, errors } = await server.ask(ACTIVITY, { id: ID, first: 500 });
    const [found] = await sql(
      `select (select count(*) from workflow.run_records where run_id = '${ID}') + (select count(*) from retrieval.retrieval_events where run_id = '${ID}') as rows`,
    );
    expect(errors).toBeUndefined();
    expect(data.workflowRun.activity.totalCount).toBe(Number(found?.rows));
  });

  serverTest(
    "keeps another project's rows out, and jobs from whoever is bound to projects",
    async ({ serve }) => {
      const { exec, database } = await databaseForTest('empty');
      await exec(`insert into workflow.run_records (run_id, record_kind, step, record_key, created_at, project_id) values ('run', 'run', '', 'main', '2026-01-01', 'mine');
      insert into observability.token_usage (created_at, run_id, project_id) values ('2026-01-02', 'run', 'mine'), ('2026-01-03', 'run', 'theirs');
      insert into workflow.async_jobs (job_id, queue_name, job_type, status, attempt_count, max_attempts, retry_delay_seconds, available_at, created_at, updated_at, payload_json, result_json)
        values ('job', 'main', 'workflow', 'completed', 1, 3, 5, now(), '2025-12-31', now(), '{}', '{"run_id": "run"}')`);
      const server = await serve(database, { secrets: { jwtSecret: JWT_SECRET } });
      const kindsOf = async (claims: { projects?: readonly string[] }) => {
        const { data, errors } = await server.ask(
          ACTIVITY,
          { id: 'run' },
          await bearer({ scope: 'lineage:read content:read', ...claims }),
        );
        expect(errors).toBeUndefined();
        return data.workflowRun?.activity.nodes.map(({ kind, node }: Happened) => node && kind);
      };
      expect(await kindsOf({})).toEqual(['JOB', 'RECORD', 'CALL', 'CALL']);
      expect(await kindsOf({ projects: ['mine'] })).toEqual(['RECORD', 'CALL']);
      // They know the run by their call.
      expect(await kindsOf({ projects: ['theirs'] })).toEqual(['CALL']);
    },
  );
});

interface Page {
  readonly nodes: readonly Happened[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
