import { describe, expect } from 'vitest';
import { WRITTEN_RUNS } from '../../prisma/seed/stories/as-written.ts';
import { databaseForTest } from '../support/databases.ts';
import { describeEveryDatabase } from '../support/every-database.ts';
import { reusedFrom } from '../support/reused-from-in-sql.ts';
import { serverTest as it } from '../support/server-test.ts';
import { bearer, JWT_SECRET } from '../support/tokens.ts';

const REUSED = '{ runRecord(rowId: $id) { reusedFromRunId reusedFrom { runId } } }';

describeEveryDatabase((api, content) => {
  it('every record says whose result it took over, by its column or its payload', async () => {
    const rows = await api().sql(
      `select id::text as row_id, ${reusedFrom()} as source
       from workflow.run_records order by created_at desc, id desc limit 500`,
    );
    const { runRecords } = await api().data(
      '{ runRecords(first: 500) { nodes { rowId reusedFromRunId reusedFrom { runId } } } }',
    );
    expect(
      runRecords.nodes.map(({ rowId, reusedFromRunId }: Record<string, string>) => [rowId, reusedFromRunId]),
    ).toEqual(rows.map(({ row_id, source }) => [row_id, source]));
    if (content === 'demo') {
      const found =
        await api().data(`{ runRecords(where: { reusedFromRunId: { eq: "${WRITTEN_RUNS.first}" } }) {
        nodes { runId recordKind reuseSourceRunId } } }`);
      expect(found.runRecords.nodes).toEqual([
        { runId: WRITTEN_RUNS.skipped, recordKind: 'question', reuseSourceRunId: null },
      ]);
    }
  });
});

/** Payloads that name no run. */
const ODD: readonly unknown[] = [
  null,
  'text',
  [],
  7,
  {},
  { _reused_from: null },
  { _reused_from: 'source' },
  { _reused_from: ['source'] },
  { _reused_from: [{ run_id: 'source' }] },
  { _reused_from: 7 },
  { _reused_from: {} },
  { _reused_from: { run_id: null } },
  { _reused_from: { run_id: '' } },
  { _reused_from: { run_id: 7 } },
  { _reused_from: { run_id: ['source'] } },
  { _reused_from: { run_id: { run_id: 'source' } } },
  [{ _reused_from: { run_id: 'source' } }],
  { nested: { _reused_from: { run_id: 'source' } } },
];

describe('the source of a record', () => {
  it('is null for payloads of any other form, from both ends', async ({ serve }) => {
    const opened = await databaseForTest('empty');
    const add = (key: string, payload: unknown, column: string | null = null, run = 'run') =>
      opened.sql(
        `insert into workflow.run_records (run_id, record_kind, step, record_key, payload_json, reuse_source_run_id)
         values ($1, 'question', 'agentic', $2, $3::jsonb, $4)`,
        [run, key, payload === undefined ? null : JSON.stringify(payload), column],
      );
    for (const [index, payload] of ODD.entries()) await add(`odd ${index}`, payload);
    await add('nothing', undefined);
    await add('empty column', undefined, '');
    await add('payload', { _reused_from: { run_id: 'source', finished_at: 'never' } });
    await add('payload beside an empty column', { _reused_from: { run_id: 'source' } }, '');
    await add('column first', { _reused_from: { run_id: 'other' } }, 'source');
    await add('gone', { _reused_from: { run_id: 'gone' } });
    await add('own', undefined, null, 'source');
    const server = await serve(opened.database);
    const { workflowRun, source } = await server.data(`{
      workflowRun(runId: "run") { records(first: 100) { nodes { recordKey reusedFromRunId reusedFrom { runId } } } }
      source: workflowRun(runId: "source") { reusedBy { totalCount nodes { recordKey } } } }`);
    const named = workflowRun.records.nodes.filter(
      ({ reusedFromRunId }: { reusedFromRunId: string | null }) => reusedFromRunId !== null,
    );
    const taken = ['payload', 'payload beside an empty column', 'column first'];
    expect(named).toEqual([
      ...taken.map((recordKey) => ({
        recordKey,
        reusedFromRunId: 'source',
        reusedFrom: { runId: 'source' },
      })),
      { recordKey: 'gone', reusedFromRunId: 'gone', reusedFrom: null },
    ]);
    expect(source.reusedBy).toEqual({
      totalCount: 3,
      nodes: taken.map((recordKey) => ({ recordKey })),
    });
  });

  it('is what the column says for who may not read payloads, and where there are none', async ({ serve }) => {
    const opened = await databaseForTest('demo');
    const [row] = await opened.sql(
      `select id from workflow.run_records where payload_json -> '_reused_from' ->> 'run_id' is not null`,
    );
    const [step] = await opened.sql(
      'select id, reuse_source_run_id as source from workflow.run_records where reuse_source_run_id is not null limit 1',
    );
    const ask = `query ($id: BigInt!) ${REUSED}`;
    const server = await serve(opened.database, { secrets: { jwtSecret: JWT_SECRET } });
    const may = await bearer({ scope: 'lineage:read content:read' });
    const mayNot = await bearer({ scope: 'lineage:read' });
    const first = { reusedFromRunId: WRITTEN_RUNS.first, reusedFrom: { runId: WRITTEN_RUNS.first } };
    const nothing = { reusedFromRunId: null, reusedFrom: null };
    const source = { reusedFromRunId: step?.source, reusedFrom: { runId: step?.source } };
    expect((await server.ask(ask, { id: String(row?.id) }, may)).data.runRecord).toEqual(first);
    expect((await server.ask(ask, { id: String(row?.id) }, mayNot)).data.runRecord).toEqual(nothing);
    expect((await server.ask(ask, { id: String(step?.id) }, mayNot)).data.runRecord).toEqual(source);
    const older = await databaseForTest('demo');
    await older.exec('alter table workflow.run_records drop column payload_json cascade');
    const without = await serve(older.database);
    expect((await without.data(ask, { id: String(step?.id) })).runRecord).toEqual(source);
  });

  it('is looked up from the other end by indexes that a real deployment has', async ({ serve }) => {
    const opened = await databaseForTest('empty');
    await opened.exec(`insert into workflow.run_records (run_id, record_kind, step, record_key, reuse_source_run_id, payload_json)
      select 'run-' || n, 'question', 'agentic', 'A' || n, case when n % 50 = 0 then 'run-' || (n - 1) end,
        case when n % 40 = 1 then jsonb_build_object('_reused_from', jsonb_build_object('run_id', 'run-' || (n - 1)), 'answer', repeat(md5(n::text), 20)) end
      from generate_series(1, 20000) n; analyze workflow.run_records`);
    const server = await serve(opened.database);
    opened.statements.length = 0;
    const { workflowRun } = await server.data(
      '{ workflowRun(runId: "run-40") { reusedBy { nodes { runId } } } }',
    );
    expect(workflowRun.reusedBy.nodes).toEqual([{ runId: 'run-41' }]);
    const { text = '', values } = opened.statements.find(({ text }) => text.includes('_reused_from')) ?? {};
    const lines = await opened.sql(`explain ${text}`, values);
    const plan = lines.map((line) => String(line['QUERY PLAN'])).join(' ');
    expect(plan).toContain('run_records_payload_json_idx');
    expect(plan).toContain('run_records_reuse_source_run_id');
    expect(plan).not.toMatch(/Seq Scan on run_records|Materialize/);
  });
});
