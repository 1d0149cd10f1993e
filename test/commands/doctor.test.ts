import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { examine } from '../../src/doctor/examine.ts';
import { printReport } from '../../src/doctor/print-report.ts';
import { toJson } from '../../src/doctor/report-json.ts';
import { createStatement, wantedIndexes } from '../../src/doctor/wanted-indexes.ts';
import { databaseForTest } from '../support/databases.ts';
import { serverUrl } from '../support/server-url.ts';

const statements = (indexes: Parameters<typeof createStatement>[0][]): string[] =>
  indexes.map(createStatement);

/** PostgreSQL's own migrations do not make these, and the walk reads by them. */
const LACKING = [
  'CREATE INDEX CONCURRENTLY ON retrieval.retrieval_events (run_id, id);',
  'CREATE INDEX CONCURRENTLY ON indexing.index_shards (pipeline_run_id, id);',
  'CREATE INDEX CONCURRENTLY ON indexing.index_shards (index_id);',
  'CREATE INDEX CONCURRENTLY ON indexing.vectors (pipeline_run_id, id);',
  'CREATE INDEX CONCURRENTLY ON observability.token_usage (run_id, id);',
  'CREATE INDEX CONCURRENTLY ON observability.token_usage (run_id, question_id);',
  'CREATE INDEX CONCURRENTLY ON indexing.vectors (doc_id, id);',
  'CREATE INDEX CONCURRENTLY ON workflow.async_jobs (created_at desc);',
  'CREATE INDEX CONCURRENTLY ON workflow.run_records (parent_run_id);',
  "CREATE INDEX CONCURRENTLY ON workflow.run_records (coalesce(finished_at, updated_at, created_at) desc, run_id desc) WHERE record_kind = 'run';",
];

describe('the doctor', () => {
  it('names the indexes that the edges want and a real deployment lacks, and only those', async () => {
    const { database } = await databaseForTest('empty');
    const missing = statements([...(await examine(database)).missingIndexes]);
    expect(missing).toEqual(expect.arrayContaining(LACKING));
    expect(
      missing.filter((statement) =>
        /workflow_run_id|reuse_source|request_id|doc_id\)|run_records \(created_at/.test(statement),
      ),
    ).toEqual([]);
  });

  it('is content once its statements were run', async () => {
    const { database, sql } = await databaseForTest('empty');
    for (const wanted of (await examine(database)).missingIndexes) {
      await sql(createStatement(wanted).replace('CONCURRENTLY ', ''));
    }
    const report = await examine(database);
    expect(report.missingIndexes).toEqual([]);
    expect(printReport(report)).toMatch(/Missing indexes.*: none/);
  });

  it('names the filters over a large table that no index serves', async () => {
    const { database, exec } = await databaseForTest('empty');
    expect((await examine(database)).unservedFilters).toEqual([]);
    await exec(`update pg_class set reltuples = 5e6 where oid = 'observability.token_usage'::regclass`);
    // What a database has is looked at every five seconds.
    const report = await vi.waitFor(
      async () => {
        const now = await examine(database);
        expect(now.unservedFilters).toHaveLength(1);
        return now;
      },
      { timeout: 30_000, interval: 500 },
    );
    expect(report.unservedFilters[0]).toMatchObject({
      table: 'observability.token_usage',
      columns: expect.arrayContaining(['model', 'latency_ms']),
    });
    expect(report.unservedFilters[0]?.columns).not.toContain('run_id');
    expect(printReport(report)).toMatch(
      /Filters and orders that no index serves.*\n.*token_usage \(<column>\).*model/,
    );
    expect(toJson(report)).toMatchObject({ unservedFilters: report.unservedFilters });
  });

  it('takes a partial index for what it holds', async () => {
    const { database, sql } = await databaseForTest('empty');
    await sql('create index on workflow.run_records (parent_run_id) where parent_run_id is not null');
    await sql('create index on indexing.index_shards (index_id) where is_active');
    const missing = statements([...(await examine(database)).missingIndexes]);
    expect(missing).not.toContain('CREATE INDEX CONCURRENTLY ON workflow.run_records (parent_run_id);');
    expect(missing).toContain('CREATE INDEX CONCURRENTLY ON indexing.index_shards (index_id);');
  });

  it('names tables and columns that are lacking', async () => {
    const { database, sql } = await databaseForTest('empty');
    await sql('drop table enrichment.openalex_cache');
    await sql('alter table workflow.run_records drop column persona_id');
    const report = await examine(database);
    expect(report.missingTables).toEqual(['enrichment.openalex_cache']);
    expect(report.missingColumns).toEqual(['workflow.run_records.persona_id']);
    expect(report.unreadable).toEqual([]);
  });

  it('names columns of another type than the graph expects', async () => {
    const { database, sql } = await databaseForTest('empty');
    expect((await examine(database)).otherTypes).toEqual([]);
    await sql('alter table observability.token_usage alter column created_at type timestamp');
    await sql('alter table observability.token_usage alter column total_tokens type text');
    await sql('alter table ingestion.documents alter column path type varchar(400)');
    const report = await examine(database);
    expect(report.otherTypes).toEqual([
      {
        column: 'observability.token_usage.created_at',
        type: 'timestamp without time zone',
        expected: 'timestamp with time zone',
      },
      { column: 'observability.token_usage.total_tokens', type: 'text', expected: 'integer' },
    ]);
    expect(printReport(report)).toContain('observability.token_usage.total_tokens: text, expected integer');
  });

  it("tells revision, version, pgvector, the user's rights and sizes", async () => {
    const { database, sql } = await databaseForTest('demo');
    expect((await examine(database)).revision).toBeUndefined();
    await sql('create table public.alembic_version (version_num text)');
    await sql("insert into public.alembic_version values ('0014')");
    const report = await examine(database);
    expect(report).toMatchObject({ revision: '0014', pgvector: undefined });
    expect(report.version).toMatch(/^\d+/);
    expect(report.writable).toContain('workflow.run_records');
    expect(report.sizes.map(({ bytes }) => bytes)).toEqual(
      report.sizes.map(({ bytes }) => bytes).sort((one, other) => other - one),
    );
    expect(printReport(report)).toContain('workflow.run_records');
  });

  it('wants each index once', () => {
    const all = statements([...wantedIndexes()]);
    expect(new Set(all).size).toBe(all.length);
  });

  const run = (url: string, ...words: readonly string[]) =>
    spawnSync(process.execPath, [join(import.meta.dirname, '../../src/commands/doctor.ts'), ...words], {
      env: { ...process.env, DATABASE_URL: url, CONNECT_TIMEOUT_MS: '2000' },
      encoding: 'utf8',
    });

  it.each([
    [
      'a database that does not answer',
      'postgres://someone:secret@127.0.0.1:1/x',
      /^PostgreSQL x at 127.0.0.1:1: .+\n$/,
    ],
    ['no database', '', /^DATABASE_URL is not set.+\n$/],
  ])('ends with one line and exit code 1 on %s', (_, url, line) => {
    const { status, stderr, stdout } = run(url);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(line);
    expect(stderr).not.toContain('secret');
  });

  it('says why in the words of the driver, also as JSON', () => {
    const url = 'postgres://someone:secret@127.0.0.1:1/x';
    expect(run(url).stderr).toContain('connect ECONNREFUSED 127.0.0.1:1');
    const { status, stdout, stderr } = run(url, '--json');
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(JSON.parse(stdout)).toEqual({
      error: expect.stringContaining('connect ECONNREFUSED 127.0.0.1:1'),
    });
    expect(stdout).not.toContain('secret');
  });

  it('as JSON, has all of the report, with the statements of the indexes', async () => {
    const { database } = await databaseForTest('empty');
    const report = await examine(database);
    const json = JSON.parse(JSON.stringify(toJson(report)));
    expect(Object.keys(json).sort()).toEqual(Object.keys(report).sort());
    expect(json.revision).toBeNull();
    expect(json.missingIndexes.map(({ statement }: { statement: string }) => statement)).toEqual(
      report.missingIndexes.map(createStatement),
    );
  });

  it.skipIf(serverUrl === undefined)('examines a PostgreSQL as a program (needs TEST_DATABASE_URL)', () => {
    const { status, stdout } = run(serverUrl ?? '');
    expect(status).toBe(0);
    expect(stdout).toContain('Missing tables');
  });
});
