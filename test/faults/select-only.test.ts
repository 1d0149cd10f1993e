import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { WalkDocument } from '../../examples/generated/graphql.ts';
import { Postgres } from '../../src/database/postgres.ts';
import { examine } from '../../src/doctor/examine.ts';
import { printReport } from '../../src/doctor/print-report.ts';
import { serverOver } from '../support/cluster-server.ts';
import { hasPostgres, PgCluster, SCHEMAS } from '../support/pg-cluster.ts';

describe.skipIf(!hasPostgres)('a user with nothing but SELECT (needs the binaries of PostgreSQL)', () => {
  let cluster: PgCluster;
  let url: string;
  beforeAll(async () => {
    cluster = await PgCluster.withDemo();
    url = await cluster.reader();
    await cluster.session((client) =>
      client.query(`grant select on all tables in schema ${SCHEMAS} to reader`),
    );
  });
  afterAll(() => cluster.remove());

  function open(of: string): Postgres {
    const database = new Postgres({
      url: of,
      poolSize: 2,
      statementTimeout: 10_000,
      connectTimeout: 2000,
    });
    onTestFinished(() => database.close());
    return database;
  }

  test('gives the whole walk, as a superuser does', async () => {
    const walk = await (await serverOver(url)).data(WalkDocument, {});
    expect(walk.workflowRun?.steps).not.toEqual([]);
    expect(walk).toEqual(await (await serverOver(cluster.url)).data(WalkDocument, {}));
  });

  test('is enough for the doctor, who finds nothing that it could write', async () => {
    const report = await examine(open(url));
    const whole = await examine(open(cluster.url));
    expect(report).toEqual({ ...whole, user: 'reader', writable: [] });
    expect(report.missingTables).toEqual([]);
    expect(whole.writable).not.toEqual([]);
    expect(printReport(report)).toContain('reader');
  });

  test('and not even a superuser can write through the connection of the server', async () => {
    const database = open(cluster.url);
    const insert = `insert into workflow.run_records (run_id, record_kind, step, record_key) values ('planted', 'run', '', 'main')`;
    for (const text of [
      insert,
      `with planted as (${insert} returning 1) select * from planted`,
      'delete from ingestion.documents',
      'create table public.planted (a int)',
      'drop table ingestion.documents',
      `select nextval('workflow.run_records_id_seq')`,
      'grant all on schema workflow to public',
    ]) {
      const refused = database.query({ text, values: [] });
      await expect(refused, text).rejects.toMatchObject({ code: '25006' });
    }
    const [row] = await database.query({
      text: `select count(*) from workflow.run_records where run_id = 'planted'`,
      values: [],
    });
    expect(row).toEqual(['0']);
  });
});
