import { describe, expect } from 'vitest';
import { CHILD_RUNS, ORPHAN_RUN, PARENT_RUN } from '../../prisma/seed/stories/family.ts';
import { databaseForTest } from '../support/databases.ts';
import { describeEveryDatabase } from '../support/every-database.ts';
import { serverTest as it } from '../support/server-test.ts';

const FAMILY = `query ($id: String!) { workflowRun(runId: $id) { root { runId } siblings { totalCount nodes { runId } } } }`;

describeEveryDatabase((api, content) => {
  it('every run has the root and the siblings of plain SQL, in one statement', async () => {
    const rows = await api().sql(`with recursive header as (
        select run_id, parent_run_id, coalesce(finished_at, updated_at, created_at) as at from workflow.run_records where record_kind = 'run'),
      up(of, id, parent) as (select run_id, run_id, parent_run_id from header
        union all select up.of, header.run_id, header.parent_run_id from up join header on header.run_id = up.parent)
      select h.run_id, (select id from up where up.of = h.run_id and not exists (select from header where run_id = up.parent)) as root,
        array(select s.run_id from header s where s.parent_run_id = h.parent_run_id and s.run_id <> h.run_id
          order by s.at desc, s.run_id desc) as siblings
      from header h order by h.run_id`);
    expect(rows.length).toBeGreaterThan(5);
    if (content === 'demo') expect(rows.some(({ run_id, root }) => run_id !== root)).toBe(true);
    api().statements.length = 0;
    const { workflowRuns } = await api().data(
      '{ workflowRuns(first: 100, orderBy: [{ runId: ASC }]) { nodes { runId root { runId } siblings { nodes { runId } } } } }',
    );
    expect(api().statements).toHaveLength(1);
    const ids = (nodes: { runId: string }[]) => nodes.map(({ runId }) => runId);
    expect(
      workflowRuns.nodes.map((run: { runId: string; root: { runId: string }; siblings: { nodes: [] } }) => ({
        run_id: run.runId,
        root: run.root.runId,
        siblings: ids(run.siblings.nodes),
      })),
    ).toEqual(rows);
  });
});

describe('the root of a run', () => {
  it('is not there where the parents go in a circle; siblings stay', async ({ serve }) => {
    const opened = await databaseForTest('demo');
    await opened.sql(
      `update workflow.run_records set parent_run_id = $1 where run_id = $2 and record_kind = 'run'`,
      [CHILD_RUNS[0], PARENT_RUN],
    );
    const server = await serve(opened.database);
    const { workflowRun } = await server.data(FAMILY, { id: CHILD_RUNS[1] });
    expect(workflowRun).toEqual({
      root: null,
      siblings: { totalCount: 1, nodes: [{ runId: CHILD_RUNS[0] }] },
    });
  });

  it('is the run itself where nothing is known of its parent, and where nothing but calls is known of it', async ({
    serve,
  }) => {
    const opened = await databaseForTest('demo');
    const server = await serve(opened.database);
    for (const id of [ORPHAN_RUN, 'demo-usage-only']) {
      expect((await server.data(FAMILY, { id })).workflowRun.root).toEqual({ runId: id });
    }
  });

  it('has no siblings by a parent of no name', async ({ serve }) => {
    const opened = await databaseForTest('empty');
    await opened.exec(`insert into workflow.run_records (run_id, record_kind, step, record_key, parent_run_id)
      values ('one', 'run', '', 'main', ''), ('other', 'run', '', 'main', '')`);
    const server = await serve(opened.database);
    expect((await server.data(FAMILY, { id: 'one' })).workflowRun).toEqual({
      root: { runId: 'one' },
      siblings: { totalCount: 0, nodes: [] },
    });
  });

  it('is there for chains as long as 99 runs, and not for longer ones', async ({ serve }) => {
    const opened = await databaseForTest('empty');
    await opened.exec(`insert into workflow.run_records (run_id, record_kind, step, record_key, parent_run_id)
      select 'run-' || n, 'run', '', 'main', case when n > 0 then 'run-' || (n - 1) end from generate_series(0, 101) n`);
    const server = await serve(opened.database);
    expect((await server.data(FAMILY, { id: 'run-99' })).workflowRun.root).toEqual({ runId: 'run-0' });
    expect((await server.data(FAMILY, { id: 'run-100' })).workflowRun.root).toBeNull();
  });
});
