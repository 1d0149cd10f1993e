import { describe, expect } from 'vitest';
import { WALK_RUN } from '../../prisma/seed/stories/walk.ts';
import { databaseForTest } from '../support/databases.ts';
import { serverTest as it, serverForTest } from '../support/server-test.ts';

/** A server over a demo that was changed as other revisions of Ragonometrics are. */
async function serverAfter(...changes: readonly string[]) {
  const opened = await databaseForTest('demo');
  for (const change of changes) await opened.sql(change);
  return serverForTest(opened.database);
}

describe('a deployment that differs', () => {
  it('lacks a table: its fields say so by name, the rest of the answer stands', async () => {
    const server = await serverAfter('drop table enrichment.openalex_cache');
    const { data, errors } = await server.ask(
      '{ openalexCacheEntries { totalCount } openalexCacheEntry(cacheKey: "x") { workId } documents(first: 1) { totalCount } }',
    );
    expect(data).toEqual({
      openalexCacheEntries: null,
      openalexCacheEntry: null,
      documents: { totalCount: 12 },
    });
    expect(errors?.map(({ extensions }) => extensions)).toEqual([
      { code: 'NOT_IN_THIS_DATABASE', missing: 'table enrichment.openalex_cache' },
      { code: 'NOT_IN_THIS_DATABASE', missing: 'table enrichment.openalex_cache' },
    ]);
  });

  it('lacks a column: only the field, the filter and the order that need it fail', async () => {
    const server = await serverAfter(
      'alter table workflow.run_records drop column project_id',
      'alter table observability.token_usage drop column project_id',
      'alter table observability.token_usage drop column cost_usd_total',
    );
    const { data, errors } = await server.ask(
      `query ($id: String!) { workflowRun(runId: $id) { status projectId usage { calls costUsd }
        tokenUsage(first: 1) { nodes { model projectId } }
        filtered: tokenUsage(where: { projectId: { eq: "labor" } }) { totalCount }
        sorted: tokenUsage(orderBy: [{ projectId: ASC }]) { totalCount nodes { rowId } } } }`,
      { id: WALK_RUN },
    );
    expect(data.workflowRun).toMatchObject({
      status: 'completed',
      projectId: null,
      usage: { calls: expect.any(Number), costUsd: null },
      tokenUsage: { nodes: [{ model: expect.any(String), projectId: null }] },
      filtered: null,
      sorted: null,
    });
    expect(new Set(errors?.map(({ extensions }) => `${extensions.code} ${extensions.missing}`))).toEqual(
      new Set([
        'NOT_IN_THIS_DATABASE column workflow.run_records.project_id',
        'NOT_IN_THIS_DATABASE column observability.token_usage.project_id',
        'NOT_IN_THIS_DATABASE column observability.token_usage.cost_usd_total',
      ]),
    );
  });

  it('lacks the table at the end of an edge: the edge fails, a run is still known by the others', async () => {
    const server = await serverAfter('drop table retrieval.retrieval_events');
    const { data, errors } = await server.ask(
      `{ workflowRun(runId: "${WALK_RUN}") { status retrievalEvents { totalCount } tokenUsage { totalCount } }
        unknown: workflowRun(runId: "nobody") { runId } usageOnly: workflowRun(runId: "demo-usage-only") { runId createdAt } }`,
    );
    expect(data.workflowRun).toEqual({
      status: 'completed',
      retrievalEvents: null,
      tokenUsage: { totalCount: expect.any(Number) },
    });
    expect(data.unknown).toBeNull();
    expect(data.usageOnly.runId).toBe('demo-usage-only');
    expect(errors).toHaveLength(1);
  });

  it('has a column of the ERD only: columns beyond it are not needed for a query that does not ask for them', async ({
    serve,
  }) => {
    const beyond = await databaseForTest('demo');
    const erd = new Set([
      'id',
      'run_id',
      'record_kind',
      'step',
      'record_key',
      'status',
      'workstream_id',
      'arm',
      'trigger_source',
      'created_at',
    ]);
    const columns = await beyond.sql(
      `select column_name as name from information_schema.columns where table_schema = 'workflow' and table_name = 'run_records'`,
    );
    for (const { name } of columns) {
      if (!erd.has(String(name))) await beyond.sql(`alter table workflow.run_records drop column ${name}`);
    }
    const server = await serve(beyond.database);
    const data = await server.data(
      `{ workflowRuns(first: 2) { totalCount nodes { runId status arm createdAt steps { step status } records(first: 2) { nodes { recordKind } } } } }`,
    );
    expect(data.workflowRuns.nodes).toHaveLength(2);
  });
});
