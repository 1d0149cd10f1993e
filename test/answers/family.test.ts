import { describe, expect } from 'vitest';
import { PARENT_RUN } from '../../prisma/seed/stories/family.ts';
import { databaseForTest } from '../support/databases.ts';
import { serverTest as it } from '../support/server-test.ts';
import { useServer } from '../support/use-server.ts';

const api = useServer('demo');

/** By hand: runs below each run, with their distance. */
const BELOW = `with recursive below as (
  select parent_run_id as of, run_id, 1 as distance from workflow.run_records
  where record_kind = 'run' and parent_run_id is not null
  union select below.of, child.run_id, below.distance + 1 from below
  join workflow.run_records child on child.parent_run_id = below.run_id and child.record_kind = 'run')
select of, run_id, distance from below`;

interface Edge {
  readonly distance: number;
  readonly node: { readonly runId: string };
}

describe('the family of a run', () => {
  it('goes down and up as far as plain SQL does', async () => {
    // A parent of which nothing else is known is not a run that could be listed.
    const rows = await api().sql(`${BELOW} where of in (select run_id from workflow.run_records)`);
    expect(rows.length).toBeGreaterThan(0);
    const { workflowRuns } = await api().data(
      `{ workflowRuns(first: 500) { nodes { runId
        ancestors { edges { distance node { runId } } } descendants { edges { distance node { runId } } } } } }`,
    );
    const pairs = (name: 'ancestors' | 'descendants') =>
      workflowRuns.nodes.flatMap((run: Record<typeof name, { edges: Edge[] }> & { runId: string }) =>
        run[name].edges.map(({ distance, node }) => [run.runId, node.runId, distance].join(' ')),
      );
    expect(pairs('descendants').sort()).toEqual(
      rows.map((row) => `${row.of} ${row.run_id} ${row.distance}`).sort(),
    );
    expect(pairs('ancestors').sort()).toEqual(
      rows.map((row) => `${row.run_id} ${row.of} ${row.distance}`).sort(),
    );
  });

  it('is filtered, sorted, paged and counted as any list', async () => {
    const { workflowRun } = await api().data(
      `query ($id: String!) { workflowRun(runId: $id) {
        all: descendants { totalCount } none: descendants(where: { status: { eq: "nothing" } }) { totalCount nodes { runId } }
        first: descendants(first: 1, orderBy: { runId: ASC }) { nodes { runId } pageInfo { endCursor hasNextPage } } } }`,
      { id: PARENT_RUN },
    );
    const rows = await api().sql(`${BELOW} where of = $1 order by run_id`, [PARENT_RUN]);
    expect(workflowRun.all.totalCount).toBe(rows.length);
    expect(workflowRun.none).toEqual({ totalCount: 0, nodes: [] });
    expect(workflowRun.first.nodes).toEqual([{ runId: rows[0]?.run_id }]);
    expect(workflowRun.first.pageInfo.hasNextPage).toBe(rows.length > 1);
  });

  it('takes one statement for all runs', async () => {
    api().statements.length = 0;
    await api().data('{ workflowRuns { nodes { descendants { nodes { runId } } } } }');
    expect(api().statements).toHaveLength(1);
  });

  it('ends in a circle, and never names the run itself', async ({ serve }) => {
    const opened = await databaseForTest('demo');
    const [child] = await opened.sql(
      `select run_id from workflow.run_records where parent_run_id = $1 and record_kind = 'run' limit 1`,
      [PARENT_RUN],
    );
    await opened.sql(
      `update workflow.run_records set parent_run_id = $1 where run_id = $2 and record_kind = 'run'`,
      [child?.run_id, PARENT_RUN],
    );
    const server = await serve(opened.database);
    const { workflowRun } = await server.data(
      'query ($id: String!) { workflowRun(runId: $id) { ancestors { edges { distance node { runId } } } descendants { nodes { runId } } } }',
      { id: PARENT_RUN },
    );
    expect(workflowRun.ancestors.edges).toEqual([{ distance: 1, node: { runId: child?.run_id } }]);
    expect(workflowRun.descendants.nodes.map(({ runId }: { runId: string }) => runId)).not.toContain(
      PARENT_RUN,
    );
  });

  it.each([0, 21, -1])('refuses a depth of %i with the bound', async (depth) => {
    const { data, errors } = await api().ask(
      'query ($id: String!, $depth: Int!) { workflowRun(runId: $id) { status ancestors(depth: $depth) { totalCount } } }',
      { id: PARENT_RUN, depth },
    );
    expect(data.workflowRun).toMatchObject({ ancestors: null });
    expect(errors?.map(({ message }) => message)).toEqual([`depth takes 1 to 20, but got ${depth}.`]);
  });
});
