import { describe, expect } from 'vitest';
import { type Content, databaseForTest, type TestDatabase } from '../support/databases.ts';
import { NEEDS_REAL_RUNS, realRunsAsWrittenPresent, realRunsPresent } from '../support/real-runs.ts';
import { serverTest as it, serverForTest } from '../support/server-test.ts';
import { bearer, JWT_SECRET } from '../support/tokens.ts';

/** By hand: each time at which something of a run was written. */
const SIGNS = `select run_id, 'HEADER' as sign, greatest(updated_at, started_at, created_at) as at from workflow.run_records where record_kind = 'run' and step = '' and record_key = 'main'
  union all select run_id, upper(record_kind), greatest(updated_at, finished_at, started_at, created_at) from workflow.run_records where record_kind in ('step', 'report')
  union all select run_id, 'USAGE', created_at from observability.token_usage where run_id is not null`;

const RUNS = `select run_id from workflow.run_records union select run_id from observability.token_usage where run_id is not null
  union select run_id from ingestion.prep_manifests union select workflow_run_id from indexing.pipeline_runs where workflow_run_id is not null
  union select run_id from retrieval.retrieval_events where run_id is not null`;

const LIVENESS = `query ($id: String!) { workflowRun(runId: $id) { outcome liveness { lastSignAt from silentForMs stalledForMs } } }`;

async function isThatOfPlainSql(content: Content): Promise<readonly string[]> {
  const opened = await databaseForTest(content);
  const server = await serverForTest(opened.database);
  const runs = (await opened.sql(RUNS)).map(({ run_id }) => String(run_id));
  const signs = await opened.sql(
    `select run_id, max(at)::text as last, array_agg(sign) filter (where at = latest) as signs
     from (select *, max(at) over (partition by run_id) as latest from (${SIGNS}) as s) as s group by 1`,
  );
  const outcomes: string[] = [];
  for (const id of runs) {
    const { workflowRun } = await server.data(LIVENESS, { id });
    const { lastSignAt, from, silentForMs, stalledForMs } = workflowRun.liveness;
    const expected = signs.find(({ run_id }) => run_id === id);
    if (!expected) {
      expect([id, lastSignAt, from, silentForMs, stalledForMs]).toEqual([id, null, null, null, null]);
      continue;
    }
    const [same] = await opened.sql('select $1::timestamptz = $2::timestamptz as same', [
      lastSignAt,
      expected.last,
    ]);
    expect([id, lastSignAt, same?.same]).toEqual([id, lastSignAt, true]);
    expect(expected.signs).toContain(from);
    const isOpen = ['RUNNING', 'STALLED'].includes(workflowRun.outcome);
    expect([id, silentForMs !== null, stalledForMs !== null]).toEqual([
      id,
      isOpen,
      workflowRun.outcome === 'STALLED',
    ]);
    outcomes.push(workflowRun.outcome);
  }
  return outcomes;
}

async function slowAndDead(): Promise<TestDatabase> {
  const opened = await databaseForTest('empty');
  const write = (id: string, kind: string, age: string) =>
    opened.sql(
      `insert into workflow.run_records (run_id, record_kind, step, record_key, status, created_at, updated_at)
       values ($1, $2, case $2 when 'run' then '' else 'agentic' end, 'main', 'running', now() - $3::interval, now() - $3::interval)`,
      [id, kind, age],
    );
  for (const id of ['slow', 'dead', 'asking']) await write(id, 'run', '3 days');
  await write('slow', 'step', '1 hour');
  await write('dead', 'step', '7 hours');
  await opened.sql(
    `insert into observability.token_usage (created_at, run_id) values (now() - interval '10 minutes', 'asking')`,
  );
  return opened;
}

describe('liveness', () => {
  it('of each run of the demo is that of plain SQL, and agrees with its outcome', async () => {
    const outcomes = await isThatOfPlainSql('demo');
    expect(outcomes).toContain('STALLED');
    expect(outcomes).toContain('COMPLETED');
  });

  it.skipIf(!realRunsPresent)(`of each real run too (${NEEDS_REAL_RUNS})`, async () => {
    expect((await isThatOfPlainSql('real-runs')).length).toBeGreaterThanOrEqual(15);
  });

  it.skipIf(!realRunsAsWrittenPresent)(`and as the producer writes them (${NEEDS_REAL_RUNS})`, async () => {
    expect((await isThatOfPlainSql('real-runs-as-written')).length).toBe(15);
  });

  it('tells a slow run from a dead one, and by what', async ({ serve }) => {
    const opened = await slowAndDead();
    const server = await serve(opened.database);
    const data = await server.data(`{
      slow: workflowRun(runId: "slow") { ...L } dead: workflowRun(runId: "dead") { ...L } asking: workflowRun(runId: "asking") { ...L } }
      fragment L on WorkflowRun { outcome liveness { from silentForMs stalledForMs } }`);
    const hour = 3_600_000;
    expect(data.slow).toMatchObject({ outcome: 'RUNNING', liveness: { from: 'STEP', stalledForMs: null } });
    expect(data.slow.liveness.silentForMs / hour).toBeCloseTo(1, 1);
    expect(data.dead).toMatchObject({ outcome: 'STALLED', liveness: { from: 'STEP' } });
    expect(data.dead.liveness.stalledForMs / hour).toBeCloseTo(7, 1);
    expect(data.asking).toMatchObject({
      outcome: 'RUNNING',
      liveness: { from: 'USAGE', stalledForMs: null },
    });
  });

  it('is one statement, in a list too, and named by aliases', async ({ serve }) => {
    const opened = await slowAndDead();
    const server = await serve(opened.database);
    opened.statements.length = 0;
    const { workflowRuns } = await server.data(
      '{ workflowRuns(orderBy: [{ runId: ASC }]) { nodes { runId alive: liveness { sign: from } liveness { stalledForMs } } } }',
    );
    expect(opened.statements).toHaveLength(1);
    expect(workflowRuns.nodes.map((run: { alive: { sign: string } }) => run.alive.sign)).toEqual([
      'USAGE',
      'STEP',
      'STEP',
    ]);
  });

  it('says that the records are missing at its own field, and does without the calls', async ({ serve }) => {
    const opened = await slowAndDead();
    await opened.sql('drop table observability.token_usage');
    const without = await serve(opened.database);
    const { workflowRun } = await without.data('{ workflowRun(runId: "asking") { liveness { from } } }');
    expect(workflowRun.liveness.from).toBe('HEADER');
  });

  it("is nothing of another project's run", async ({ serve }) => {
    const opened = await slowAndDead();
    await opened.sql(`update workflow.run_records set project_id = 'theirs' where run_id = 'dead'`);
    await opened.sql(
      `insert into observability.token_usage (created_at, run_id, project_id) values (now(), 'slow', 'theirs')`,
    );
    const server = await serve(opened.database, { secrets: { jwtSecret: JWT_SECRET } });
    const headers = await bearer({ scope: 'lineage:read', projects: ['default-shared'] });
    const body = await server.ask(
      '{ dead: workflowRun(runId: "dead") { liveness { from } } slow: workflowRun(runId: "slow") { liveness { from } } }',
      {},
      headers,
    );
    expect(body.data).toEqual({ dead: null, slow: { liveness: { from: 'STEP' } } });
  });
});
