import { describe, expect } from 'vitest';
import { databaseForTest, type TestDatabase } from '../support/databases.ts';
import type { TestServer } from '../support/server.ts';
import { serverTest as it, serverForTest } from '../support/server-test.ts';

interface Page {
  readonly nodes: readonly { readonly outcome: string }[];
  readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
}

interface Story {
  readonly header?: { readonly status: string | null; readonly finished?: boolean };
  readonly records?: readonly (readonly [kind: string, step: string, status: string, agentic?: string])[];
  readonly age: string;
}

/** Each story, and what happened in it. */
const STORIES: Readonly<Record<string, readonly [Story, outcome: string, reason: RegExp]>> = {
  'all worked': [
    {
      header: { status: 'completed', finished: true },
      records: [['step', 'prep', 'completed']],
      age: '9 days',
    },
    'COMPLETED',
    /^The run came to its end, and no step and no report failed\.$/,
  ],
  'a step failed, yet the header says completed': [
    {
      header: { status: 'completed', finished: true },
      records: [
        ['step', 'prep', 'completed'],
        ['step', 'index', 'failed'],
      ],
      age: '9 days',
    },
    'COMPLETED_WITH_FAILURES',
    /Failed: index\.$/,
  ],
  'the agent of the report failed': [
    {
      header: { status: 'completed', finished: true },
      records: [['report', 'report', 'completed', 'failed']],
      age: '9 days',
    },
    'COMPLETED_WITH_FAILURES',
    /Failed: the report\.$/,
  ],
  'the header says failed': [
    { header: { status: 'failed', finished: true }, records: [['step', 'agentic', 'failed']], age: '9 days' },
    'FAILED',
    /Failed: agentic\.$/,
  ],
  'a step is being written': [
    { header: { status: 'running' }, records: [['step', 'prep', 'completed']], age: '1 minute' },
    'RUNNING',
    /not finished/,
  ],
  'nothing was written for a day': [
    { header: { status: 'running' }, records: [['step', 'prep', 'completed']], age: '1 day' },
    'STALLED',
    /not finished, and its last sign of life is of \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC\./,
  ],
  'no status, but an end': [{ header: { status: null, finished: true }, age: '9 days' }, 'COMPLETED', /end/],
  'a status of which nobody knows': [
    { header: { status: 'cancelled', finished: true }, age: '9 days' },
    'UNKNOWN',
    /none that is known here/,
  ],
  'no header, but a report': [
    { records: [['report', 'report', 'completed']], age: '9 days' },
    'COMPLETED',
    /end/,
  ],
  'no header, and steps that go on': [
    { records: [['step', 'prep', 'running']], age: '1 minute' },
    'RUNNING',
    /not finished/,
  ],
  'no header, step or report': [
    { records: [['artifact', 'report', 'generated']], age: '9 days' },
    'UNKNOWN',
    /no header, no step and no report/,
  ],
};

async function write({ sql }: TestDatabase, runId: string, { header, records = [], age }: Story) {
  const rows = [
    ...(header ? [['run', '', 'main', header.status, header.finished ?? false, null]] : []),
    ...records.map(([kind, step, status, agentic]) => [kind, step, 'main', status, false, agentic ?? null]),
  ];
  for (const [kind, step, key, status, finished, agentic] of rows) {
    await sql(
      `insert into workflow.run_records (run_id, record_kind, step, record_key, status, agentic_status, finished_at, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, case when $7::bool then now() - $8::interval end, now() - $8::interval, now() - $8::interval)`,
      [runId, kind, step, key, status, agentic, finished, age],
    );
  }
}

async function told(): Promise<{ readonly server: TestServer; readonly opened: TestDatabase }> {
  const opened = await databaseForTest('empty');
  for (const [runId, [story]] of Object.entries(STORIES)) await write(opened, runId, story);
  return { server: await serverForTest(opened.database), opened };
}

describe('what happened to a run', () => {
  it('is judged by its header, its steps and its report, and said why', async () => {
    const { server } = await told();
    for (const [runId, [, outcome, reason]] of Object.entries(STORIES)) {
      const { workflowRun } = await server.data(
        'query ($id: String!) { workflowRun(runId: $id) { outcome outcomeReason } }',
        { id: runId },
      );
      expect([runId, workflowRun.outcome]).toEqual([runId, outcome]);
      expect(workflowRun.outcomeReason).toMatch(reason);
    }
  });

  it('is filtered and sorted by as any column, with pages', async () => {
    const { server } = await told();
    const withHeader = Object.entries(STORIES).filter(([, [{ header }]]) => header);
    const named = (wanted: string) =>
      withHeader.flatMap(([runId, [, outcome]]) => (outcome === wanted ? [runId] : [])).sort();
    const { failures, running } = await server.data(`{
      failures: workflowRuns(where: { outcome: { in: [FAILED, COMPLETED_WITH_FAILURES] } }) { totalCount nodes { runId } }
      running: workflowRuns(where: { NOT: { outcome: { ne: RUNNING } } }) { nodes { runId } } }`);
    const ids = ({ nodes }: { nodes: { runId: string }[] }) => nodes.map(({ runId }) => runId).sort();
    expect(ids(failures)).toEqual([...named('FAILED'), ...named('COMPLETED_WITH_FAILURES')].sort());
    expect(failures.totalCount).toBe(ids(failures).length);
    expect(ids(running)).toEqual(named('RUNNING'));
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: { workflowRuns: Page } = await server.data(
        `query ($after: String) { workflowRuns(first: 3, after: $after, orderBy: [{ outcome: ASC }])
          { nodes { outcome } pageInfo { endCursor hasNextPage } } }`,
        { after },
      );
      seen.push(...page.workflowRuns.nodes.map(({ outcome }) => outcome));
      after = page.workflowRuns.pageInfo.hasNextPage ? page.workflowRuns.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(withHeader.map(([, [, outcome]]) => outcome).sort());
  });

  it('takes a model call as a sign of life', async () => {
    const { server, opened } = await told();
    await opened.sql(
      `insert into observability.token_usage (created_at, run_id) values (now(), 'nothing was written for a day')`,
    );
    const { workflowRun } = await server.data(
      '{ workflowRun(runId: "nothing was written for a day") { outcome } }',
    );
    expect(workflowRun.outcome).toBe('RUNNING');
  });

  it('is known where the database has the columns of the ERD only', async ({ serve }) => {
    const { opened } = await told();
    for (const column of ['agentic_status', 'finished_at', 'updated_at', 'started_at'])
      await opened.sql(`alter table workflow.run_records drop column ${column}`);
    await opened.sql('drop table observability.token_usage');
    const again = await serve(opened.database);
    const { workflowRun } = await again.data(
      '{ workflowRun(runId: "a step failed, yet the header says completed") { outcome lastActivityAt } }',
    );
    expect(workflowRun.outcome).toBe('COMPLETED_WITH_FAILURES');
    expect(workflowRun.lastActivityAt).toEqual(expect.any(String));
  });
});
