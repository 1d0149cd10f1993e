import { describe, expect } from 'vitest';
import { databaseForTest } from '../support/databases.ts';
import { serverTest as it, serverForTest } from '../support/server-test.ts';
import { bearer, JWT_SECRET } from '../support/tokens.ts';
import { useServer } from '../support/use-server.ts';

const api = useServer('demo');

interface Node {
  readonly rowId: string;
  readonly runId: string;
}

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly (Node & { readonly run: { readonly header: null } })[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

describe('an audit', () => {
  it('pages, filters and sorts its rows as any list', async () => {
    const rows = await api().sql(
      `select id::text as id, run_id from observability.token_usage where run_id <> '' and run_id not in
        (select run_id from workflow.run_records where record_kind = 'run') order by total_tokens desc nulls last, id desc`,
    );
    expect(rows.length).toBeGreaterThan(2);
    const seen: Node[] = [];
    let after: string | null = null;
    do {
      const page: { lineageAudit: [{ tokenUsage: Page }] } = await api().data(
        `query ($after: String) { lineageAudit(kinds: [USAGE_OF_UNKNOWN_RUN]) {
          tokenUsage(first: 2, after: $after, orderBy: [{ totalTokens: DESC }]) { totalCount nodes { rowId runId run { runId header { rowId } } } pageInfo { hasNextPage endCursor } } } }`,
        { after },
      );
      const { totalCount, nodes, pageInfo } = page.lineageAudit[0].tokenUsage;
      expect(totalCount).toBe(rows.length);
      for (const { run } of nodes) expect(run.header).toBeNull();
      seen.push(...nodes);
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen.map(({ rowId }) => rowId)).toEqual(rows.map(({ id }) => id));
    const runId = String(rows[0]?.run_id);
    const { lineageAudit } = await api().data(
      `query ($runId: String!) { lineageAudit(kinds: [USAGE_OF_UNKNOWN_RUN]) { count tokenUsage(where: { runId: { eq: $runId } }) { totalCount } } }`,
      { runId },
    );
    expect(lineageAudit).toEqual([
      { count: rows.length, tokenUsage: { totalCount: rows.filter((row) => row.run_id === runId).length } },
    ]);
  });

  it('pages rows of a type that several kinds find', async ({ serve }) => {
    const { exec, database } = await databaseForTest('empty');
    await exec(`insert into workflow.run_records (run_id, record_kind, step, record_key, created_at, started_at, finished_at, reuse_source_run_id)
      select 'run-' || n, 'run', '', 'main', now(), now(), case when n > 3 then now() - interval '1 s' end, case when n = 6 then 'gone' end
      from generate_series(1, 6) as n`);
    const server = await serve(database);
    const ask = async (page: string) => {
      const order = 'orderBy: [{ runId: DESC }]';
      const rows = '{ totalCount nodes { runId } pageInfo { endCursor } }';
      const { lineageAudit } = await server.data(
        `{ lineageAudit(kinds: [FINISHED_BEFORE_STARTED, RUN_WITHOUT_USAGE, DANGLING_REUSE]) {
          kind workflowRuns(${page}, ${order}) ${rows} records(first: 2, ${order}) ${rows} } }`,
      );
      return lineageAudit;
    };
    const runs = (...numbers: readonly number[]) => numbers.map((n) => ({ runId: `run-${n}` }));
    const [reuse, usage, times] = await ask('first: 2');
    expect([reuse.kind, usage.kind, times.kind]).toEqual([
      'DANGLING_REUSE',
      'RUN_WITHOUT_USAGE',
      'FINISHED_BEFORE_STARTED',
    ]);
    expect(reuse).toMatchObject({ workflowRuns: null, records: { totalCount: 1, nodes: runs(6) } });
    expect(usage).toMatchObject({ records: null, workflowRuns: { totalCount: 6, nodes: runs(6, 5) } });
    expect(times).toMatchObject({ workflowRuns: null, records: { totalCount: 3, nodes: runs(6, 5) } });
    const [, next] = await ask(`first: 3, after: "${usage.workflowRuns.pageInfo.endCursor}"`);
    expect(next.workflowRuns.nodes).toEqual(runs(4, 3, 2));
  });

  it('gives rows of any type as nodes and edges, forth and back', async () => {
    const [first, second, ...others] = await api().sql(
      `select id::text as id from observability.token_usage where run_id <> '' and run_id not in
        (select run_id from workflow.run_records where record_kind = 'run') order by created_at, id::text`,
    );
    const row = (one: typeof first) => ({ rowId: one?.id });
    const ask = async (page: string) => {
      const { lineageAudit } = await api().data(
        `{ lineageAudit(kinds: [USAGE_OF_UNKNOWN_RUN]) { rows(${page}) { few: nodes { ... on TokenUsage { rowId } } edges { cursor one: node { ... on TokenUsage { rowId } } }
          pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } }`,
      );
      return lineageAudit[0].rows;
    };
    const forth = await ask('first: 2');
    expect(forth.few).toEqual([row(first), row(second)]);
    expect(forth.edges.map(({ one }: { one: unknown }) => one)).toEqual(forth.few);
    const { startCursor, endCursor, ...more } = forth.pageInfo;
    expect(forth.edges.map(({ cursor }: { cursor: string }) => cursor)).toEqual([startCursor, endCursor]);
    expect(more).toEqual({ hasNextPage: others.length > 0, hasPreviousPage: false });
    expect((await ask(`last: 5, before: "${endCursor}"`)).few).toEqual([row(first)]);
    expect((await ask('last: 1')).few).toEqual([row(others.at(-1) ?? second)]);
    const { errors } = await api().ask('{ lineageAudit { rows(first: 501) { nodes { id } } } }');
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });

  it('is one statement for each kind, which reads nothing of other kinds', async () => {
    await api().database.capabilities();
    api().statements.length = 0;
    await api().data('{ lineageAudit { kind count rows { nodes { id } } } }');
    const reading = api().statements.filter(({ text }) => text.includes('"async_jobs"'));
    expect(api().statements).toHaveLength(14);
    expect(reading).toHaveLength(1);
  });

  it('is one statement where nothing is read, and counts nothing then', async () => {
    await api().database.capabilities();
    api().statements.length = 0;
    const { lineageAudit } = await api().data('{ lineageAudit(kinds: [STUCK_JOB]) { kind description } }');
    expect(lineageAudit).toEqual([{ kind: 'STUCK_JOB', description: expect.stringMatching(/^Jobs /) }]);
    expect(
      api()
        .statements.map(({ text }) => text)
        .join(),
    ).not.toContain('count(');
  });

  it('estimates at once, by one EXPLAIN for all kinds', async () => {
    api().statements.length = 0;
    const { lineageAudit } = await api().data('{ lineageAudit { kind estimatedCount } }');
    expect(lineageAudit).toHaveLength(14);
    for (const { kind, estimatedCount } of lineageAudit) {
      expect([kind, typeof estimatedCount]).toEqual([kind, 'number']);
    }
    const texts = api().statements.map(({ text }) => text);
    expect(texts).toHaveLength(2);
    expect(texts[1]).toMatch(/^explain/);
  });

  it.each([0, -5, 8761])('refuses staleAfterHours: %i with the bound', async (hours) => {
    const { data, errors } = await api().ask(
      'query ($hours: Int) { lineageAudit(staleAfterHours: $hours) { kind } }',
      { hours },
    );
    expect(data).toEqual({ lineageAudit: null });
    expect(errors?.map(({ message, extensions }) => [extensions.code, message])).toEqual([
      ['BAD_USER_INPUT', `staleAfterHours takes 1 to 8760, but got ${hours}.`],
    ]);
  });

  it('takes staleAfterHours from each request, and null for a day', async ({ serve }) => {
    const { exec, database } = await databaseForTest('empty');
    await exec(`insert into workflow.async_jobs (job_id, queue_name, job_type, status, attempt_count, max_attempts, retry_delay_seconds, available_at, created_at, updated_at, payload_json)
      select 'job-' || hours, 'main', 'index', 'running', 1, 3, 5, now(), now() - hours * interval '1 hour', now() - hours * interval '1 hour', '{}' from unnest(array[2, 30, 100]) as hours;
      insert into workflow.run_records (run_id, record_kind, step, record_key, status, created_at)
      select 'run-' || hours, 'run', '', 'main', 'running', now() - hours * interval '1 hour' from unnest(array[2, 30, 100]) as hours`);
    const server = await serve(database);
    for (const [hours, jobs] of [
      [1, 3],
      [29, 2],
      [99, 1],
      [8760, 0],
      [null, 2],
    ]) {
      const { lineageAudit } = await server.data(
        'query ($hours: Int) { lineageAudit(kinds: [STUCK_JOB, RUNNING_FOR_LONG], staleAfterHours: $hours) { count jobs { totalCount } workflowRuns { totalCount } } }',
        { hours },
      );
      expect(lineageAudit).toEqual([
        { count: jobs, jobs: null, workflowRuns: { totalCount: jobs } },
        { count: jobs, jobs: { totalCount: jobs }, workflowRuns: null },
      ]);
    }
  });

  it('gives each kind once, none for none, and refuses one that there is not', async () => {
    const { none, twice } = await api().data(
      '{ none: lineageAudit(kinds: []) { kind } twice: lineageAudit(kinds: [STUCK_JOB, STUCK_JOB]) { kind } }',
    );
    expect([none, twice]).toEqual([[], [{ kind: 'STUCK_JOB' }]]);
    const { errors } = await api().ask('{ lineageAudit(kinds: [LOST_SOCK]) { kind } }');
    expect(errors?.[0]?.message).toContain('LOST_SOCK');
  });

  it('says of a missing table at its kinds only', async ({ serve }) => {
    const { exec, database } = await databaseForTest('demo');
    await exec('drop table observability.token_usage; drop table workflow.async_jobs cascade;');
    const server = await serve(database);
    const { data, errors } = await server.ask(
      '{ lineageAudit { kind count tokenUsage { totalCount } jobs { totalCount } shards { totalCount } workflowRuns { totalCount } } }',
    );
    const lacking = data.lineageAudit.flatMap(({ kind, count }: { kind: string; count: number | null }) =>
      count === null ? [kind] : [],
    );
    expect(lacking).toEqual(['USAGE_OF_UNKNOWN_RUN', 'RUN_WITHOUT_USAGE', 'STUCK_JOB']);
    // The same error of the same field is told once, with its number.
    expect(
      errors?.map(({ path, extensions }) => [
        path?.slice(1),
        extensions.count ?? 1,
        extensions.code,
        extensions.missing,
      ]),
    ).toEqual([
      [[0, 'count'], 2, 'NOT_IN_THIS_DATABASE', 'table observability.token_usage'],
      [[13, 'count'], 1, 'NOT_IN_THIS_DATABASE', 'table workflow.async_jobs'],
      [[0, 'tokenUsage'], 1, 'NOT_IN_THIS_DATABASE', 'table observability.token_usage'],
      [[13, 'jobs'], 1, 'NOT_IN_THIS_DATABASE', 'table workflow.async_jobs'],
      [[6, 'workflowRuns'], 1, 'NOT_IN_THIS_DATABASE', 'table observability.token_usage'],
    ]);
    expect(data.lineageAudit[11].shards.totalCount).toBe(data.lineageAudit[11].count);
  });

  it('takes the ties that there are where a table of papers is missing', async ({ serve }) => {
    const { exec, sql, database } = await databaseForTest('demo');
    await exec('drop table indexing.vectors cascade; drop table ingestion.prep_manifests');
    const server = await serve(database);
    const { data } = await server.ask(
      '{ lineageAudit(kinds: [DOCUMENT_WITHOUT_RUN]) { count documents { totalCount } } documents { nodes { runs { totalCount } } } }',
    );
    const unread = data.documents.nodes.filter(
      (one: { runs: { totalCount: number } }) => one.runs.totalCount === 0,
    );
    const [all] = await sql('select count(*)::int as count from ingestion.documents');
    expect(data.lineageAudit).toEqual([{ count: unread.length, documents: { totalCount: unread.length } }]);
    expect(unread.length).toBeLessThan(Number(all?.count));
  });
});

describe('a caller with a token', () => {
  async function guarded() {
    const opened = await databaseForTest('empty');
    await opened.exec(`
      insert into workflow.run_records (run_id, record_kind, step, record_key, status, created_at, project_id) values
        ('mine', 'run', '', 'main', 'completed', '2026-01-02', 'mine'), ('theirs', 'run', '', 'main', 'completed', '2026-01-01', 'theirs');
      insert into observability.token_usage (created_at, run_id, project_id) values
        (now(), 'gone', 'mine'), (now(), 'gone', 'theirs'), (now(), 'gone', null);
      insert into retrieval.retrieval_events (created_at, run_id) values (now(), 'gone'), (now(), null);`);
    return serverForTest(opened.database, { secrets: { jwtSecret: JWT_SECRET } });
  }
  const AUDIT =
    '{ lineageAudit(kinds: [USAGE_OF_UNKNOWN_RUN, EVENT_WITHOUT_RUN, RUN_WITHOUT_USAGE, STUCK_JOB]) { kind count estimatedCount oldestAt tokenUsage { nodes { projectId } } workflowRuns { nodes { runId } } } }';

  it('who is bound to projects sees what the lists of these show, and no estimate', async () => {
    const server = await guarded();
    const ask = async (projects: readonly string[]) =>
      server.ask(AUDIT, {}, await bearer({ scope: 'lineage:read', projects }));
    const { data, errors } = await ask(['mine']);
    const [usage, events, runs, jobs] = data.lineageAudit;
    expect(usage).toMatchObject({
      count: 1,
      estimatedCount: null,
      tokenUsage: { nodes: [{ projectId: 'mine' }] },
    });
    expect(events).toMatchObject({ count: 0 });
    expect(runs).toMatchObject({ count: 1, workflowRuns: { nodes: [{ runId: 'mine' }] } });
    expect(runs.oldestAt).toMatch(/^2026-01-02/);
    // A job belongs to no project.
    expect(jobs).toMatchObject({ count: null, oldestAt: null });
    expect(new Set(errors?.map(({ path, extensions }) => `${path?.[1]} ${extensions.code}`))).toEqual(
      new Set(['3 FORBIDDEN']),
    );
    // What names no project, and no run that is there, is of the default one.
    const { data: shared } = await ask(['default-shared']);
    expect(shared.lineageAudit.map(({ count }: { count: number }) => count)).toEqual([1, 1, 0, null]);
  });

  it('is refused without lineage:read, and without content:read sees only the reuse that a column names', async ({
    serve,
  }) => {
    const opened = await databaseForTest('empty');
    await opened.exec(`insert into workflow.run_records (run_id, record_kind, step, record_key, created_at, reuse_source_run_id, payload_json) values
      ('run', 'question', 'agentic', 'A01', now(), null, '{"_reused_from": {"run_id": "gone"}}'),
      ('run', 'question', 'agentic', 'A02', now(), 'gone', null)`);
    const server = await serve(opened.database, { secrets: { jwtSecret: JWT_SECRET } });
    const ask = async (scope: string) =>
      server.ask(
        '{ lineageAudit(kinds: [DANGLING_REUSE]) { count records { nodes { recordKey } } } }',
        {},
        await bearer({ scope }),
      );
    const keys = (...all: readonly string[]) => all.map((recordKey) => ({ recordKey }));
    const refused = await ask('content:read');
    expect(refused.data).toBeUndefined();
    expect(refused.errors?.map(({ extensions }) => [extensions.code, extensions.scope])).toEqual([
      ['FORBIDDEN', 'lineage:read'],
    ]);
    const { data: without } = await ask('lineage:read');
    expect(without.lineageAudit).toEqual([{ count: 1, records: { nodes: keys('A02') } }]);
    const { data: both } = await ask('lineage:read content:read');
    expect(both.lineageAudit).toEqual([{ count: 2, records: { nodes: keys('A01', 'A02') } }]);
  });
});
