import { beforeAll, expect, test } from 'vitest';
import { demo } from '../../../prisma/seed/demo.ts';
import { type DemoRow, TABLES } from '../../../prisma/seed/rows.ts';
import { WRITTEN_RUNS } from '../../../prisma/seed/stories/as-written.ts';
import {
  CHILD_RUNS,
  LOST_PARENT,
  MISREAD_QUESTION,
  ORPHAN_RUN,
  PARENT_RUN,
} from '../../../prisma/seed/stories/family.ts';
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
import { closedAfterAll } from '../../support/closed-after-all.ts';
import type { TestDatabase } from '../../support/databases.ts';

const open = closedAfterAll();
let opened: TestDatabase;
beforeAll(async () => {
  opened = await open.database('demo');
});

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

/** The anchors of all answers whose page and words are numbers. */
const ANCHORS = `workflow.run_records r, jsonb_array_elements(payload_json -> 'citation_anchors') a
  where r.record_kind = 'question' and jsonb_typeof(a -> 'page') = 'number' and jsonb_typeof(a -> 'start_word') = 'number'`;

test('a citation opens a chunk in which the quote stands word for word, where the anchor says', async () => {
  const [found] = await column(`select count(*)::int from ${ANCHORS}`);
  expect(found).toBeGreaterThan(200);
  expect(
    await column(`select r.id from ${ANCHORS} and not exists (
      select from indexing.vectors v join ingestion.documents d using (doc_id)
      where d.path = coalesce(r.payload_json ->> 'paper_path', d.path) and v.page = (a ->> 'page')::int
        and v.start_word <= (a ->> 'start_word')::int and v.end_word >= (a ->> 'end_word')::int
        and array_to_string((string_to_array(v.text, ' '))[(a ->> 'start_word')::int - v.start_word + 1 :
          (a ->> 'end_word')::int - v.start_word + 1], ' ') = r.payload_json ->> 'quote_snippet')`),
  ).toEqual([]);
});

test('chunks are cut as Ragonometrics cuts them: anew on each page, 350 words, every 275 words', async () => {
  expect(
    await column(`select id from indexing.vectors where text is not null and (start_word % 275 <> 0
      or end_word - start_word > 349 or cardinality(string_to_array(text, ' ')) <> end_word - start_word + 1)`),
  ).toEqual([]);
  expect(
    await column(`select pipeline_run_id from indexing.vectors where page is not null
      group by pipeline_run_id, doc_id, page having min(start_word) <> 0`),
  ).toEqual([]);
});

const answersOf = `select q.run_id, q.record_key, q.payload_json ->> 'answer' as answer
  from workflow.run_records q where q.record_kind = 'question'`;

test('two arms answer the same questions, and not alike', async () => {
  const arms = ARMS.map(({ runId }) => runId);
  const [compared] = await opened.sql(
    `select count(*) filter (where one.answer = other.answer)::int as same,
       count(*) filter (where one.answer <> other.answer)::int as different
     from (${answersOf}) one join (${answersOf}) other using (record_key)
     where one.run_id = $1 and other.run_id = $2`,
    arms,
  );
  expect(compared).toEqual({ same: 12, different: 12 });
});

test('a remediation mends an answer that its parent and the rerun got wrong', async () => {
  const answers = await column(
    `select answer from (${answersOf}) q where record_key = $1 and run_id = any($2) order by array_position($2, run_id)`,
    [MISREAD_QUESTION, [PARENT_RUN, ...CHILD_RUNS]],
  );
  const [wrong, repeated, mended] = answers;
  expect(repeated).toBe(wrong);
  expect(mended).not.toBe(wrong);
  expect(
    await column(`select run_id from workflow.run_records where metadata_json -> 'corrects' ->> 'run' = $1`, [
      PARENT_RUN,
    ]),
  ).toEqual([CHILD_RUNS[1]]);
});

test('answers rest on a paper that was retracted', async () => {
  const retracted = `select d.path from ingestion.documents d join ingestion.paper_metadata m using (doc_id)
    where (m.openalex_json ->> 'is_retracted')::boolean`;
  expect(await column(retracted)).toHaveLength(1);
  const [runs] = await column(`select count(distinct run_id)::int from workflow.run_records
    where record_kind = 'question' and payload_json ->> 'paper_path' in (${retracted})`);
  expect(runs).toBeGreaterThan(3);
});

test('some runs are as Ragonometrics writes them', async () => {
  const written = Object.values(WRITTEN_RUNS);
  for (const runId of written) expect(await tablesOf(runId)).toContain('records');
  expect(await tablesOf(WRITTEN_RUNS.skipped)).toEqual(['records', 'usage']);
  const among = 'where run_id = any($1)';
  expect(await column(`select distinct project_id from workflow.run_records ${among}`, [written])).toEqual([
    null,
  ]);
  expect(
    await column(
      `select count(*)::int from observability.token_usage ${among}
      and (cost_usd_total is not null or request_id is not null or session_id is not null)`,
      [written],
    ),
  ).toEqual([0]);
  expect(
    await column(
      `select count(*)::int from workflow.run_records ${among} and record_kind = 'run'
      and status = 'completed' and created_at > finished_at`,
      [written],
    ),
  ).toEqual([written.length]);
  expect(
    await column(
      `select count(*)::int from workflow.run_records ${among} and record_kind = 'step' and status = 'skipped'
      and step = 'index'`,
      [written],
    ),
  ).toEqual([2]);
  // One paper of each run is a document, by the name of its file, whatever machine wrote the path.
  expect(
    await column(
      `select run_id from workflow.run_records r ${among} and record_kind = 'run' and papers_dir like '%.%'
      and not exists (select from ingestion.documents d where lower(regexp_replace(d.path, '.*[/\\\\]', ''))
        = lower(regexp_replace(r.papers_dir, '.*[/\\\\]', '')))`,
      [written],
    ),
  ).toEqual([]);
});

test('an index that was built anew took the rows of the one before, which kept its shard', async () => {
  const ofRun = (table: string): string =>
    `select count(*)::int from indexing.${table} t join indexing.pipeline_runs b on b.id = t.pipeline_run_id where b.workflow_run_id = $1`;
  expect(await column(ofRun('vectors'), [WRITTEN_RUNS.first])).toEqual([0]);
  expect(await column(ofRun('index_shards'), [WRITTEN_RUNS.first])).toEqual([1]);
  expect(await column(ofRun('vectors'), [WRITTEN_RUNS.rebuilt])).toEqual([16]);
  expect(await column('select min(id)::int from indexing.vectors')).toEqual([0]);
});

test('a job names its run in its result', async () => {
  expect(
    await column(`select result_json ->> 'run_id' from workflow.async_jobs where status = 'completed'`),
  ).toEqual([WALK_RUN]);
});

test('questions, calls and searches are tied', async () => {
  expect(
    await column(`select u.id from observability.token_usage u where question_id is not null and request_id is not null and (
      not exists (select from workflow.run_records q where q.run_id = u.run_id and q.question_id = u.question_id)
      or not exists (select from retrieval.retrieval_events e where e.run_id = u.run_id and e.request_id = u.request_id))`),
  ).toEqual([]);
});
