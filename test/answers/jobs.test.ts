import { describe, expect } from 'vitest';
import { examine } from '../../src/doctor/examine.ts';
import { databaseForTest } from '../support/databases.ts';
import { explain } from '../support/explain.ts';
import { serverTest as it } from '../support/server-test.ts';

describe('the run of a job', () => {
  it('is the one that its result names; a payload names none, nor does a result of another form', async ({
    serve,
  }) => {
    const opened = await databaseForTest('empty');
    await opened.exec(`insert into workflow.run_records (run_id, record_kind, step, record_key) values ('made', 'run', '', 'main');
      insert into workflow.async_jobs (job_id, queue_name, job_type, status, payload_json, result_json) values
        ('done', 'q', 'workflow', 'completed', '{}', '{"run_id": "made"}'),
        ('again', 'q', 'workflow', 'completed', '{}', '{"run_id": "made"}'),
        ('asked', 'q', 'workflow', 'queued', '{"run_id": "made"}', '{}'),
        ('lost', 'q', 'workflow', 'completed', '{}', '{"run_id": "nobody knows"}'),
        ('list', 'q', 'workflow', 'completed', '{}', '["run_id"]'),
        ('text', 'q', 'workflow', 'completed', '{}', '"run_id"')`);
    const server = await serve(opened.database);
    const { asyncJobs, workflowRun } = await server.data(
      `{ asyncJobs { nodes { jobId runId run { runId } } }
         workflowRun(runId: "made") { jobs(orderBy: { jobId: ASC }) { totalCount nodes { jobId } } } }`,
    );
    const seen = asyncJobs.nodes.map(({ jobId, runId, run }: Record<string, { runId: string } | null>) =>
      [jobId, runId, run?.runId].join(' '),
    );
    expect(seen.sort()).toEqual(
      ['done made made', 'again made made', 'asked  ', 'lost nobody knows ', 'list  ', 'text  '].sort(),
    );
    expect(workflowRun.jobs).toEqual({ totalCount: 2, nodes: [{ jobId: 'again' }, { jobId: 'done' }] });
  });

  it('is found by the index that doctor advises', async ({ serve }) => {
    const opened = await databaseForTest('empty');
    await opened.exec(`insert into workflow.async_jobs (job_id, queue_name, job_type, status, result_json)
      select 'job-' || n, 'q', 'workflow', 'completed', json_build_object('run_id', 'run-' || n) from generate_series(1, 5000) n`);
    const wanted = (await examine(opened.database)).missingIndexes.filter(
      ({ table, of }) => table === 'workflow.async_jobs' && of !== undefined,
    );
    expect(wanted.map(({ columns }) => columns)).toEqual([["(result_json ->> 'run_id')"]]);
    await opened.exec(`create index jobs_of_run on workflow.async_jobs (${wanted[0]?.columns}); analyze;`);
    expect((await examine(opened.database)).missingIndexes).not.toContainEqual(wanted[0]);
    await opened.exec(
      `insert into workflow.run_records (run_id, record_kind, step, record_key) values ('run-7', 'run', '', 'main')`,
    );
    const server = await serve(opened.database);
    opened.statements.length = 0;
    await server.data('{ workflowRun(runId: "run-7") { jobs { nodes { jobId } } } }');
    const [sent] = opened.statements.filter(({ text }) => text.includes('json_'));
    const plan = sent ? await explain(opened.sql, sent) : [];
    expect(plan.map(({ index }) => index)).toContain('jobs_of_run');
  });
});
