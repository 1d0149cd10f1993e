import { afterAll, beforeAll, expect, test } from 'vitest';
import { demo } from '../../../prisma/seed/demo.ts';
import { type DemoRow, TABLES } from '../../../prisma/seed/rows.ts';
import { CHILD_RUNS, LOST_PARENT, ORPHAN_RUN, PARENT_RUN } from '../../../prisma/seed/stories/family.ts';
import * as headless from '../../../prisma/seed/stories/headless.ts';
import { JOB_STATUSES } from '../../../prisma/seed/stories/jobs-and-caches.ts';
import { REUSING_RUN } from '../../../prisma/seed/stories/reuse.ts';
import {
  FAILED_RUN,
  PAUSED_RUN,
  RUNNING_RUN,
  UNKNOWN_STATUS,
} from '../../../prisma/seed/stories/unfinished.ts';
import { WALK_RUN } from '../../../prisma/seed/stories/walk.ts';
import { ARMS, WORKSTREAM } from '../../../prisma/seed/stories/workstream.ts';
import { type TestDatabase, testDatabase } from '../../support/databases.ts';

let opened: TestDatabase;
beforeAll(async () => {
  opened = await testDatabase('demo');
});
afterAll(() => opened.close());

/** The first column of each row. */
const column = async (text: string, values: readonly unknown[] = []): Promise<unknown[]> =>
  (await opened.sql(text, values)).map((row) => Object.values(row)[0]);

test('is the same every time, and fills every table', () => {
  const made = (): readonly (readonly DemoRow[])[] => {
    const rows = demo();
    return TABLES.map((table) => rows.of(table));
  };
  // As text: comparing thousands of rows one by one takes seconds.
  const first = JSON.stringify(made());
  expect(JSON.stringify(made()) === first).toBe(true);
  expect(made().filter(({ length }) => length === 0)).toEqual([]);
});

/** Which tables know a run. */
async function tablesOf(runId: string): Promise<unknown[]> {
  return column(
    `select 'records' from workflow.run_records where run_id = $1 union select 'manifest' from ingestion.prep_manifests where run_id = $1
     union select 'usage' from observability.token_usage where run_id = $1 union select 'events' from retrieval.retrieval_events where run_id = $1
     union select 'build' from indexing.pipeline_runs where workflow_run_id = $1 order by 1`,
    [runId],
  );
}

test('runs without a header are known by one table each', async () => {
  expect(await tablesOf(headless.USAGE_ONLY_RUN)).toEqual(['usage']);
  expect(await tablesOf(headless.EVENTS_ONLY_RUN)).toEqual(['events']);
  expect(await tablesOf(headless.NEVER_STARTED_RUN)).toEqual(['manifest']);
  expect(await tablesOf(headless.BUILD_ONLY_RUN)).toEqual(['build']);
  expect(await tablesOf(headless.UNKNOWN_RUN)).toEqual([]);
  expect(await column('select count(*)::int from observability.token_usage where run_id is null')).toEqual([
    8,
  ]);
});

test('a run that reused an index has no build; its step names the source', async () => {
  expect(await tablesOf(REUSING_RUN)).toEqual(['events', 'manifest', 'records', 'usage']);
  const source = 'select reuse_source_run_id from workflow.run_records where run_id = $1 and step = $2';
  expect(await column(source, [REUSING_RUN, 'index'])).toEqual([WALK_RUN]);
});

test('runs form families and experiments, and end in every way', async () => {
  const header = `from workflow.run_records where record_kind = 'run' and`;
  expect(await column(`select run_id ${header} parent_run_id = $1 order by id`, [PARENT_RUN])).toEqual([
    ...CHILD_RUNS,
  ]);
  expect(await column(`select parent_run_id ${header} run_id = $1`, [ORPHAN_RUN])).toEqual([LOST_PARENT]);
  expect(await tablesOf(LOST_PARENT)).toEqual([]);
  expect(await column(`select arm ${header} workstream_id = $1 order by id`, [WORKSTREAM])).toEqual(
    ARMS.map(({ arm }) => arm),
  );
  expect(
    await column(`select status ${header} run_id = any($1) order by status`, [
      [WALK_RUN, FAILED_RUN, RUNNING_RUN, PAUSED_RUN],
    ]),
  ).toEqual(['completed', 'failed', UNKNOWN_STATUS, 'running']);
  expect(await column('select status from workflow.async_jobs order by id')).toEqual([...JOB_STATUSES]);
});

test('the walk has 84 questions, two index versions, and keys that no double holds', async () => {
  expect(
    await column(
      `select count(*)::int from workflow.run_records where run_id = $1 and record_kind = 'question'`,
      [WALK_RUN],
    ),
  ).toEqual([84]);
  const build = 'join indexing.pipeline_runs b on b.id = pipeline_run_id where workflow_run_id = $1';
  expect(
    await column(`select count(distinct index_id)::int from indexing.index_shards ${build}`, [WALK_RUN]),
  ).toEqual([2]);
  expect(await column(`select max(v.id)::text from indexing.vectors v ${build}`, [WALK_RUN])).toEqual([
    '9223372036854775807',
  ]);
  expect(await column('select count(*) > 700 from indexing.vectors where id > 9007199254740992')).toEqual([
    true,
  ]);
});

test('reports count what their questions say', async () => {
  expect(
    await column(`select r.run_id from workflow.run_records r, lateral (
        select count(*)::int as n, avg((payload_json ->> 'confidence_score')::float8) as mean,
          jsonb_build_object('low', count(*) filter (where status = 'low'), 'medium', count(*) filter (where status = 'medium'),
            'high', count(*) filter (where status = 'high')) as labels
        from workflow.run_records q where q.run_id = r.run_id and q.record_kind = 'question') q
      where r.record_kind = 'report' and (r.report_question_count <> n or abs(r.confidence_mean - mean) > 1e-9
        or r.confidence_label_counts_json <> labels or jsonb_array_length(r.payload_json #> '{agentic,report_questions}') <> n)`),
  ).toEqual([]);
});

test('every citation falls in a chunk of its document', async () => {
  expect(
    await column(`select r.id from workflow.run_records r, jsonb_array_elements(payload_json -> 'citation_anchors') a
      where r.record_kind = 'question' and not exists (select from indexing.vectors v where v.doc_id = a ->> 'doc_id'
        and v.page = (a ->> 'page')::int and v.start_word <= (a ->> 'start_word')::int and v.end_word >= (a ->> 'end_word')::int)`),
  ).toEqual([]);
});

test('questions, calls and searches are tied', async () => {
  expect(
    await column(`select u.id from observability.token_usage u where question_id is not null and (
      not exists (select from workflow.run_records q where q.run_id = u.run_id and q.question_id = u.question_id)
      or not exists (select from retrieval.retrieval_events e where e.run_id = u.run_id and e.request_id = u.request_id))`),
  ).toEqual([]);
});
