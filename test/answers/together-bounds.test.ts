import { beforeAll, describe, expect, it } from 'vitest';
import { CHILD_RUNS, PARENT_RUN } from '../../prisma/seed/stories/family.ts';
import { ARMS, WORKSTREAM } from '../../prisma/seed/stories/workstream.ts';
import { closedAfterAll } from '../support/closed-after-all.ts';
import type { TestDatabase } from '../support/databases.ts';
import type { TestServer } from '../support/server.ts';
import { bearer, JWT_SECRET } from '../support/tokens.ts';

/** One arm of the workstream and one child of the family are of project labor, the rest is of project trade. */
const LABOR_RUNS = [ARMS[0].runId, CHILD_RUNS[0]];
const TRADE_RUNS = [ARMS[1].runId, CHILD_RUNS[1], PARENT_RUN];

const open = closedAfterAll();
let opened: TestDatabase;
let server: TestServer;
let labor: { authorization: string };
let withoutContent: { authorization: string };
beforeAll(async () => {
  opened = await open.database('demo');
  for (const [project, runs] of [
    ['labor', LABOR_RUNS],
    ['trade', TRADE_RUNS],
  ] as const) {
    await opened.sql('update workflow.run_records set project_id = $1 where run_id = any($2)', [
      project,
      runs,
    ]);
    await opened.sql('update observability.token_usage set project_id = $1 where run_id = any($2)', [
      project,
      runs,
    ]);
  }
  server = await open.server(opened.database, { secrets: { jwtSecret: JWT_SECRET } });
  labor = await bearer({ scope: 'lineage:read content:read', projects: ['labor'] });
  withoutContent = await bearer({ scope: 'lineage:read' });
});

describe('a token for one of two projects', () => {
  it('sees of a workstream only the runs, arms and calls of its project', async () => {
    const { data } = await server.ask(
      `query ($id: String!) { workstream(workstreamId: $id) { runCount armCount arms { arm runs { totalCount } } runs { nodes { runId } } usage { calls } } }`,
      { id: WORKSTREAM },
      labor,
    );
    const [{ count } = { count: 0 }] = await opened.sql(
      'select count(*)::int from observability.token_usage where run_id = $1',
      [ARMS[0].runId],
    );
    expect(data.workstream).toEqual({
      runCount: 1,
      armCount: 1,
      arms: [{ arm: ARMS[0].arm, runs: { totalCount: 1 } }],
      runs: { nodes: [{ runId: ARMS[0].runId }] },
      usage: { calls: count },
    });
  });

  it('does not see a workstream of which no run is of its project', async () => {
    const trade = await bearer({ scope: 'lineage:read', projects: ['nobody'] });
    const { data } = await server.ask(
      `query ($id: String!) { workstream(workstreamId: $id) { runCount } workstreams { totalCount } }`,
      { id: WORKSTREAM },
      trade,
    );
    expect(data).toEqual({ workstream: null, workstreams: { totalCount: 0 } });
  });

  it('does not learn of siblings, of a root, or of questions of other projects', async () => {
    const { data, errors } = await server.ask(
      `query ($id: String!) { workflowRun(runId: $id) { root { runId } siblings { totalCount } }
         documents(first: 100) { nodes { runRecords(first: 500) { nodes { runId } } } } }`,
      { id: CHILD_RUNS[0] },
      labor,
    );
    expect(errors).toBeUndefined();
    expect(data.workflowRun).toEqual({ root: { runId: CHILD_RUNS[0] }, siblings: { totalCount: 0 } });
    const runs = data.documents.nodes.flatMap(
      ({ runRecords }: { runRecords: { nodes: { runId: string }[] } }) =>
        runRecords.nodes.map(({ runId }) => runId),
    );
    expect(runs).toContain(CHILD_RUNS[0]);
    for (const run of TRADE_RUNS) expect(runs).not.toContain(run);
  });
});

describe('a token without content:read', () => {
  it('has workstreams, roots and the questions of a paper, but not their texts', async () => {
    const { data, errors } = await server.ask(
      `{ workstreams { nodes { runCount } } documents(first: 1) { nodes { runRecords(first: 1) { nodes { runId payloadJson(path: "answer") } } } } }`,
      {},
      withoutContent,
    );
    expect(data.workstreams.nodes.length).toBeGreaterThan(0);
    expect(data.documents.nodes[0].runRecords.nodes[0]).toEqual({
      runId: expect.any(String),
      payloadJson: null,
    });
    expect(errors?.map(({ extensions: { code, scope } }) => [code, scope])).toEqual([
      ['FORBIDDEN', 'content:read'],
    ]);
  });
});
