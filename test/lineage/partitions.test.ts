import { beforeAll, describe, expect, it } from 'vitest';
import { closedAfterAll } from '../support/closed-after-all.ts';
import type { TestDatabase } from '../support/databases.ts';
import { rowsRead } from '../support/rows-read.ts';
import type { TestServer } from '../support/server.ts';

const PARTITIONED = ['workflow.run_records', 'observability.token_usage', 'retrieval.retrieval_events'];

/** Replaces a table by one of 32 partitions, by the hash of its run ids. */
const partition = (name: string): string => {
  const parts = Array.from(
    { length: 32 },
    (_, part) =>
      `create table ${name}_${part} partition of ${name} for values with (modulus 32, remainder ${part});`,
  );
  return `create table ${name}_plain as table ${name};
    create table ${name}_parted (like ${name} including defaults) partition by hash (run_id);
    drop table ${name} cascade;
    alter table ${name}_parted rename to ${name.split('.')[1]};
    ${parts.join('\n')}
    insert into ${name} select * from ${name}_plain;
    drop table ${name}_plain;
    create index on ${name} (run_id);`;
};

const open = closedAfterAll();
let opened: TestDatabase;
let server: TestServer;
beforeAll(async () => {
  opened = await open.database('demo');
  for (const name of PARTITIONED) await opened.exec(partition(name));
  await opened.exec('analyze');
  server = await open.server(opened.database);
});

const RUN = 'demo-walk';

/** How many partitions of each table the one statement of a query looked into. */
async function partitionsOf(query: string): Promise<{ data: unknown; read: Record<string, number> }> {
  opened.statements.length = 0;
  const data = await server.data(query, { runId: RUN });
  expect(opened.statements).toHaveLength(1);
  const [statement] = opened.statements;
  const tables = statement ? [...(await rowsRead(opened.sql, statement)).keys()] : [];
  const read: Record<string, number> = {};
  for (const table of tables.filter((name) => /_\d+$/.test(name))) {
    const name = table.replace(/_\d+$/, '');
    read[name] = (read[name] ?? 0) + 1;
  }
  return { data, read };
}

describe('over tables that are partitioned by run', () => {
  it('the walk looks into one partition of each', async () => {
    const { data, read } = await partitionsOf(`query ($runId: String!) { workflowRun(runId: $runId) {
      runId status steps { step } records(first: 3) { totalCount nodes { rowId } }
      retrievalEvents(first: 3) { totalCount nodes { rowId } } tokenUsage(first: 3) { totalCount nodes { rowId } }
      usage { calls totalTokens } failedSteps questionCount } }`);
    expect(read).toEqual({ run_records: 1, token_usage: 1, retrieval_events: 1 });
    const counted = async (table: string): Promise<number> =>
      Number((await opened.sql(`select count(*) as n from ${table} where run_id = '${RUN}'`))[0]?.n);
    expect(data).toMatchObject({
      workflowRun: {
        runId: RUN,
        records: { totalCount: await counted('workflow.run_records') },
        retrievalEvents: { totalCount: await counted('retrieval.retrieval_events') },
        tokenUsage: { totalCount: await counted('observability.token_usage') },
        usage: { calls: await counted('observability.token_usage') },
      },
    });
  });

  it('the calls of a search: that of its run, and that of calls without a run', async () => {
    const { read } = await partitionsOf(`query ($runId: String!) { workflowRun(runId: $runId) {
      retrievalEvents(first: 1) { nodes { rowId tokenUsage { nodes { rowId } } } } } }`);
    expect(read).toEqual({ run_records: 1, retrieval_events: 1, token_usage: 2 });
  });

  it('a run that is not there: one of each to find that out', async () => {
    opened.statements.length = 0;
    await server.data('{ workflowRun(runId: "no such run") { status } }');
    const [statement] = opened.statements;
    const read = statement ? [...(await rowsRead(opened.sql, statement)).keys()] : [];
    const of = (table: string) => read.filter((name) => name.startsWith(`${table}_`)).length;
    expect([of('token_usage'), of('retrieval_events')]).toEqual([1, 1]);
    expect(of('run_records')).toBeLessThanOrEqual(2);
  });
});
