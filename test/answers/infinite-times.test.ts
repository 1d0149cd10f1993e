import { expect } from 'vitest';
import { databaseForTest } from '../support/databases.ts';
import { serverTest as it } from '../support/server-test.ts';

/** Runs of which one never began, one never ends, and one has taken two seconds; a call that was made at no time. */
async function endless() {
  const opened = await databaseForTest('empty');
  await opened.exec(`insert into workflow.run_records
      (run_id, record_kind, step, record_key, status, created_at, started_at, finished_at) values
    ('ever', 'run', '', 'main', 'completed', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', 'infinity'),
    ('ever', 'step', 'prep', 'main', 'completed', '2026-01-02T03:04:05Z', '-infinity', '2026-01-02T03:04:05Z'),
    ('never', 'run', '', 'main', 'running', '2026-01-02T03:04:05Z', '-infinity', null),
    ('plain', 'run', '', 'main', 'completed', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', '2026-01-02T03:04:07Z'),
    ('plain', 'step', 'prep', 'main', 'completed', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z', '2026-01-02T03:04:06.5Z');
    insert into observability.token_usage (created_at, run_id) values ('infinity', 'never'), ('-infinity', 'lost'), ('2026-01-02T03:04:05Z', 'lost');`);
  return opened;
}

it('an infinite time has no difference: its own durationMs is null, and the other runs stand', async ({
  serve,
}) => {
  const { database } = await endless();
  const server = await serve(database);
  const data = await server.data(`{
    all: workflowRuns(orderBy: [{ durationMs: ASC }, { runId: ASC }]) { nodes { runId durationMs } }
    long: workflowRuns(where: { durationMs: { gt: 5 } }) { nodes { runId } }
    compareRuns(runIds: ["ever", "plain"]) { steps { step runs { runId durationMs } } } }`);
  expect(data).toEqual({
    all: {
      nodes: [
        { runId: 'plain', durationMs: 2000 },
        { runId: 'ever', durationMs: null },
        { runId: 'never', durationMs: null },
      ],
    },
    long: { nodes: [{ runId: 'plain' }] },
    compareRuns: {
      steps: [
        {
          step: 'prep',
          runs: [
            { runId: 'ever', durationMs: null },
            { runId: 'plain', durationMs: 1500 },
          ],
        },
      ],
    },
  });
});

it('a last sign at an infinite time is told as it is, and how long ago that was is null', async ({
  serve,
}) => {
  const { database } = await endless();
  const server = await serve(database);
  const { never, lost } = await server.data(`{
    never: workflowRun(runId: "never") { outcome outcomeReason liveness { lastSignAt from silentForMs stalledForMs } }
    lost: workflowRun(runId: "lost") { completeness { parts { part why } } } }`);
  expect(never).toEqual({
    outcome: 'RUNNING',
    outcomeReason: 'The run is not finished; its last sign of life is of infinity.',
    liveness: { lastSignAt: 'infinity', from: 'USAGE', silentForMs: null, stalledForMs: null },
  });
  expect(lost.completeness.parts).toContainEqual({
    part: 'USAGE',
    why: expect.stringMatching(/^2 calls from -infinity to 2026-01-02 03:04:05\+00$/),
  });
});

it('groups by time and audits take infinite times as values', async ({ serve }) => {
  const { database } = await endless();
  const server = await serve(database);
  const data = await server.data(`{
    usageBy(groupBy: [DAY]) { nodes { at calls } }
    usageOverTime(interval: DAY, from: "2026-01-02T00:00:00Z", to: "2026-01-03T00:00:00Z") { nodes { calls } }
    lineageAudit { kind count } workflowRuns { nodes { activity { nodes { at } } } } }`);
  expect(data.usageBy.nodes).toEqual(
    expect.arrayContaining([
      { at: '-infinity', calls: 1 },
      { at: 'infinity', calls: 1 },
      { at: '2026-01-02T00:00:00+00:00', calls: 1 },
    ]),
  );
  expect(data.usageOverTime.nodes).toEqual([{ calls: 1 }]);
  expect(data.workflowRuns.nodes).toHaveLength(3);
});
