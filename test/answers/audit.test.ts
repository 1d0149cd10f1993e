import { expect } from 'vitest';
import { databaseForTest } from '../support/databases.ts';
import { describeEveryDatabase } from '../support/every-database.ts';
import { serverTest as it } from '../support/server-test.ts';

const KEYS: Readonly<Record<string, string>> = {
  workflowRuns: 'runId',
  records: 'rowId',
  tokenUsage: 'rowId',
  retrievalEvents: 'rowId',
  prepManifests: 'runId',
  pipelineRuns: 'rowId',
  shards: 'rowId',
  documents: 'docId',
  jobs: 'rowId',
};

const HEADER = `record_kind = 'run' and step = '' and record_key = 'main'`;
const HAS_HEADER = (id: string) => `${id} in (select run_id from workflow.run_records where ${HEADER})`;
const NAMED = `(select run_id from workflow.run_records union select run_id from observability.token_usage where run_id is not null
  union select workflow_run_id from indexing.pipeline_runs where workflow_run_id is not null
  union select run_id from ingestion.prep_manifests union select run_id from retrieval.retrieval_events where run_id is not null)`;
const OPEN = `coalesce(status, 'running') in ('running', 'queued', 'started', 'pending')`;
const NAME = (path: string) => `lower(substring(replace(${path}, chr(92), '/') from '[^/]*$'))`;

/** Of each kind, its list, and by hand the keys of its rows and when they came to be. */
const BY_HAND: Readonly<Record<string, readonly [list: string, sql: string]>> = {
  USAGE_OF_UNKNOWN_RUN: [
    'tokenUsage',
    `select id as key, created_at as at from observability.token_usage where run_id <> '' and not ${HAS_HEADER('run_id')}`,
  ],
  EVENT_WITHOUT_RUN: [
    'retrievalEvents',
    `select id as key, created_at as at from retrieval.retrieval_events where run_id is null or not ${HAS_HEADER('run_id')}`,
  ],
  MANIFEST_OF_UNSTARTED_RUN: [
    'prepManifests',
    `select run_id as key, created_at as at from ingestion.prep_manifests where run_id not in (select run_id from workflow.run_records)`,
  ],
  BUILD_OF_UNKNOWN_RUN: [
    'pipelineRuns',
    `select id as key, created_at as at from indexing.pipeline_runs where workflow_run_id <> '' and not ${HAS_HEADER('workflow_run_id')}`,
  ],
  DANGLING_REUSE: [
    'records',
    `select id as key, created_at as at from (select *, coalesce(nullif(reuse_source_run_id, ''), payload_json -> '_reused_from' ->> 'run_id') as source
      from workflow.run_records) r where source <> '' and source not in ${NAMED}`,
  ],
  DANGLING_PARENT: [
    'workflowRuns',
    `select run_id as key, coalesce(started_at, created_at) as at from workflow.run_records where ${HEADER} and parent_run_id <> '' and parent_run_id not in ${NAMED}`,
  ],
  RUN_WITHOUT_USAGE: [
    'workflowRuns',
    `select run_id as key, coalesce(started_at, created_at) as at from workflow.run_records
      where ${HEADER} and run_id not in (select run_id from observability.token_usage where run_id is not null)`,
  ],
  RUNNING_FOR_LONG: [
    'workflowRuns',
    `select run_id as key, coalesce(started_at, created_at) as at from workflow.run_records
      where ${HEADER} and finished_at is null and ${OPEN} and coalesce(started_at, created_at) < now() - interval '24 hours'`,
  ],
  FINISHED_BEFORE_STARTED: [
    'records',
    `select id as key, created_at as at from workflow.run_records where finished_at < started_at`,
  ],
  FAILED_WITH_REPORT: [
    'workflowRuns',
    `select run_id as key, coalesce(started_at, created_at) as at from workflow.run_records h where ${HEADER}
      and exists (select from workflow.run_records r where r.run_id = h.run_id and r.record_kind = 'report')
      and (status in ('failed', 'error') or ((status = 'completed' or (finished_at is not null and ${OPEN}))
        and exists (select from workflow.run_records r where r.run_id = h.run_id and r.record_kind in ('step', 'report')
          and (r.status in ('failed', 'error') or r.agentic_status in ('failed', 'error')))))`,
  ],
  MISSING_QUESTIONS: [
    'workflowRuns',
    `select h.run_id as key, min(coalesce(h.started_at, h.created_at)) as at from workflow.run_records h
      left join workflow.run_records q on q.run_id = h.run_id and q.record_kind = 'question'
      where h.record_kind = 'run' and h.step = '' and h.record_key = 'main' group by h.run_id, h.report_question_count
      having count(q.id) < h.report_question_count`,
  ],
  SHARD_WITHOUT_VECTORS: [
    'shards',
    `select id as key, created_at as at from indexing.index_shards
      where pipeline_run_id is null or pipeline_run_id not in (select pipeline_run_id from indexing.vectors where pipeline_run_id is not null)`,
  ],
  DOCUMENT_WITHOUT_RUN: [
    'documents',
    `select doc_id as key, extracted_at as at from ingestion.documents d where doc_id not in (
        select v.doc_id from indexing.vectors v join indexing.pipeline_runs b on b.id = v.pipeline_run_id where b.workflow_run_id is not null)
      and not exists (select from ingestion.prep_manifests m cross join jsonb_array_elements(case jsonb_typeof(m.payload -> 'files') when 'array' then m.payload -> 'files' end) f where ${NAME(`(f ->> 'path')`)} = ${NAME('d.path')})
      and not exists (select from workflow.run_records where ${HEADER} and papers_dir <> '' and (${NAME('papers_dir')} = ${NAME('d.path')}
        or starts_with(lower(replace(d.path, chr(92), '/')), lower(rtrim(replace(papers_dir, chr(92), '/'), '/')) || '/')))`,
  ],
  STUCK_JOB: [
    'jobs',
    `select id as key, coalesce(started_at, created_at) as at from workflow.async_jobs
      where status = 'running' and greatest(locked_at, started_at, updated_at, created_at) < now() - interval '24 hours'`,
  ],
};

interface Entry {
  readonly kind: string;
  readonly count: number;
  readonly oldestAt: string | null;
  readonly description: string;
  readonly [list: string]: unknown;
}

interface MixedPage {
  readonly totalCount: number;
  readonly nodes: readonly ({ readonly __typename: string } & Readonly<Record<string, unknown>>)[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

/** Of each list, the type of its rows; their key is `key` whichever it is. */
const TYPES: Readonly<Record<string, string>> = {
  workflowRuns: 'WorkflowRun',
  records: 'RunRecord',
  tokenUsage: 'TokenUsage',
  retrievalEvents: 'RetrievalEvent',
  prepManifests: 'PrepManifest',
  pipelineRuns: 'PipelineRun',
  shards: 'IndexShard',
  documents: 'Document',
  jobs: 'AsyncJob',
};
const OF_ANY_TYPE = Object.entries(KEYS)
  .map(([list, key]) => `... on ${TYPES[list]} { key_${key}: ${key} }`)
  .join(' ');

/** The rows of a kind as `rows` has them: page by page, at most the first `most`. */
async function mixedRows(ask: Ask, kind: string, first: number, most: number) {
  const found: (readonly [type: string, key: string])[] = [];
  let total = 0;
  let after = '';
  do {
    const { lineageAudit } = await ask(
      `{ lineageAudit(kinds: [${kind}]) { rows(first: ${first}${after}) { totalCount nodes { __typename ${OF_ANY_TYPE} } pageInfo { hasNextPage endCursor } } } }`,
    );
    const [page] = lineageAudit.map(({ rows }) => rows as MixedPage);
    if (!page) throw new Error(`${kind} has no entry.`);
    const { totalCount, nodes, pageInfo } = page;
    total = totalCount;
    for (const { __typename, ...keys } of nodes)
      found.push([__typename, String(Object.values(keys).find((key) => key !== undefined))]);
    after = pageInfo.hasNextPage ? `, after: "${pageInfo.endCursor}"` : '';
  } while (after !== '' && found.length < most);
  return { total, found };
}

type Sql = (text: string) => Promise<readonly Record<string, unknown>[]>;
type Ask = (query: string) => Promise<{ lineageAudit: readonly Entry[] }>;

/** Asks for each kind with its list, and for all kinds at once; gives how many of each were found. */
async function isThatOfPlainSql(ask: Ask, sql: Sql): Promise<ReadonlyMap<string, number>> {
  const { lineageAudit: all } = await ask('{ lineageAudit { kind description count oldestAt } }');
  expect(all.map(({ kind }) => kind)).toEqual(Object.keys(BY_HAND));
  for (const entry of all) {
    const { kind, count, oldestAt } = entry;
    const [list = '', text = ''] = BY_HAND[kind] ?? [];
    const rows = await sql(`select key::text, at::text from (${text}) found order by 1`);
    const oldest = (await sql(`select to_json(min(at)) #>> '{}' as at from (${text}) found`))[0]?.at;
    expect([kind, count, oldestAt && new Date(oldestAt).getTime()]).toEqual([
      kind,
      rows.length,
      typeof oldest === 'string' ? new Date(oldest).getTime() : null,
    ]);
    const selected = Object.entries(KEYS).map(
      ([name, key]) => `${name}(first: 500) { totalCount nodes { key: ${key} } }`,
    );
    const { lineageAudit } = await ask(`{ lineageAudit(kinds: [${kind}]) { ${selected.join(' ')} } }`);
    expect(lineageAudit).toHaveLength(1);
    for (const name of Object.keys(KEYS)) {
      const found = lineageAudit[0]?.[name] as { totalCount: number; nodes: { key: string }[] } | null;
      const keys = found?.nodes.map(({ key }) => key).sort();
      const expected = rows.map(({ key }) => String(key)).sort();
      if (name !== list) expect([kind, name, found]).toEqual([kind, name, null]);
      else if (rows.length <= 500) expect([kind, keys]).toEqual([kind, expected]);
      else expect(keys).toHaveLength(500);
      if (name === list) expect([kind, found?.totalCount]).toEqual([kind, rows.length]);
    }
    const inOrder = await sql(`select key::text from (${text}) found order by at, key::text`);
    // Pages of two at least twice, and all that there are in ten pages.
    const size = Math.min(500, Math.max(2, Math.ceil(rows.length / 10)));
    const { total, found } = await mixedRows(ask, kind, size, 10 * size);
    expect([kind, total]).toEqual([kind, rows.length]);
    expect([kind, found]).toEqual([
      kind,
      inOrder.slice(0, found.length).map(({ key }) => [TYPES[list], String(key)]),
    ]);
    expect(found.length).toBe(Math.min(rows.length, 10 * size));
  }
  return new Map(all.map(({ kind, count }) => [kind, count]));
}

describeEveryDatabase((api, content) => {
  it('finds of each kind what plain SQL finds', async () => {
    const { data, sql } = api();
    const found = await isThatOfPlainSql(data, sql);
    // Real deployments keep runs whose calls were not recorded; the demo has a job that nobody works on.
    expect(found.get('RUN_WITHOUT_USAGE')).toBeGreaterThan(0);
    if (content !== 'demo') expect(found.get('FAILED_WITH_REPORT')).toBeGreaterThan(0);
  });

  it('agrees with Document.runs about the documents that no run read', async () => {
    const { documents, lineageAudit } = await api().data(
      '{ documents(first: 100) { nodes { docId runs { totalCount } } } lineageAudit(kinds: [DOCUMENT_WITHOUT_RUN]) { documents(first: 100) { nodes { docId } } } }',
    );
    const unread = documents.nodes.filter(
      (one: { runs: { totalCount: number } }) => one.runs.totalCount === 0,
    );
    const ids = (nodes: readonly { docId: string }[]) => nodes.map(({ docId }) => docId).sort();
    expect(ids(lineageAudit[0].documents.nodes)).toEqual(ids(unread));
  });
});

/** One row of each kind, and beside it one that is nearly so. */
const ODD = `
  insert into observability.token_usage (created_at, run_id) values ('2020-01-02', 'odd-nobody'), ('2020-01-01', null), ('2020-01-01', '');
  insert into retrieval.retrieval_events (created_at, run_id) values ('2020-01-03', 'odd-nobody-2'), ('2020-01-04', null);
  insert into ingestion.prep_manifests (run_id, created_at, payload) values ('odd-unstarted', now(), '{"files": 7}'), ('odd-steps', now(), '{"files": []}');
  insert into indexing.pipeline_runs (id, created_at, workflow_run_id) values (9001, now(), 'odd-steps'), (9002, now(), null);
  insert into indexing.index_shards (id, created_at, shard_name, pipeline_run_id, is_active) values (9001, now(), 'odd-1', 9001, true), (9002, now(), 'odd-2', null, true);
  insert into ingestion.documents (doc_id, path) values ('odd-unread', '/nowhere/odd.pdf'), ('odd-folder', '/App/Odd/x.pdf'), ('odd-file', '/nowhere/Odd File.pdf');
  insert into workflow.async_jobs (job_id, queue_name, job_type, status, attempt_count, max_attempts, retry_delay_seconds, available_at, created_at, updated_at, payload_json)
    select 'odd-' || hours, 'main', 'index', 'running', 1, 3, 5, now(), now() - hours * interval '1 hour', now() - hours * interval '1 hour', '{}' from unnest(array[23, 25, 99]) as hours;
  insert into workflow.run_records (run_id, record_kind, step, record_key, status, created_at, started_at, finished_at, parent_run_id, reuse_source_run_id, report_question_count, papers_dir, payload_json) values
    ('odd-steps', 'step', 'prep', 'main', 'completed', now(), null, null, null, null, null, null, null),
    ('odd-run', 'run', '', 'main', 'running', now(), now() - interval '25 hours', null, 'odd-gone', null, 2, 'odd file.PDF', null),
    ('odd-run', 'step', 'index', 'main', 'completed', now(), now(), now() - interval '1 s', null, 'odd-gone', null, null, null),
    ('odd-run', 'step', 'prep', 'main', 'completed', now(), now(), now(), null, 'odd-nobody', null, null, null),
    ('odd-run', 'question', 'agentic', 'A01', 'high', now(), null, null, null, null, null, null, '{"_reused_from": {"run_id": "odd-gone-too"}}'),
    ('odd-run', 'question', 'agentic', 'A02', 'high', now(), null, null, null, null, null, null, '{"_reused_from": {"run_id": "odd-steps"}}'),
    ('odd-late', 'run', '', 'main', 'running', now(), now() - interval '23 hours', null, 'odd-unstarted', null, 1, '\\\\app\\\\odd\\\\', null),
    ('odd-failed', 'run', '', 'main', 'completed', now(), now(), now(), '', '', 0, null, null),
    ('odd-failed', 'step', 'index', 'main', 'failed', now(), null, null, null, null, null, null, null),
    ('odd-failed', 'report', 'report', 'main', 'completed', now(), null, null, null, null, null, null, null);`.replaceAll(
  '\\\\',
  '\\',
);

it('finds each kind where it was put, and not what is nearly so', async ({ serve }) => {
  const { exec, sql, database } = await databaseForTest('demo');
  await exec(ODD);
  const server = await serve(database);
  const found = await isThatOfPlainSql(server.data, sql);
  expect([...found].filter(([, count]) => count === 0)).toEqual([]);
  const { lineageAudit } = await server.data(
    `{ lineageAudit { kind workflowRuns(where: { runId: { startsWith: "odd-" } }) { nodes { runId } }
       records(where: { runId: { startsWith: "odd-" } }) { nodes { step recordKey } } documents { nodes { docId } } jobs { nodes { jobId } } } }`,
  );
  const of = (kind: string, list: string, key: string) =>
    lineageAudit
      .find((one: Entry) => one.kind === kind)
      [list].nodes.map((node: Record<string, string>) => node[key]);
  expect(of('DANGLING_PARENT', 'workflowRuns', 'runId')).toEqual(['odd-run']);
  expect(of('RUNNING_FOR_LONG', 'workflowRuns', 'runId')).toEqual(['odd-run']);
  expect(of('FAILED_WITH_REPORT', 'workflowRuns', 'runId')).toEqual(['odd-failed']);
  expect(of('MISSING_QUESTIONS', 'workflowRuns', 'runId')).toEqual(['odd-late']);
  expect(of('DANGLING_REUSE', 'records', 'recordKey')).toEqual(['main', 'A01']);
  expect(of('FINISHED_BEFORE_STARTED', 'records', 'step')).toEqual(['index']);
  expect(of('DOCUMENT_WITHOUT_RUN', 'documents', 'docId')).toContain('odd-unread');
  expect(of('DOCUMENT_WITHOUT_RUN', 'documents', 'docId')).not.toContain('odd-folder');
  expect(of('DOCUMENT_WITHOUT_RUN', 'documents', 'docId')).not.toContain('odd-file');
  expect(of('STUCK_JOB', 'jobs', 'jobId')).not.toContain('odd-23');
});
