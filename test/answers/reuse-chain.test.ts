import { describe, expect } from 'vitest';
import { WALK_RUN } from '../../prisma/seed/stories/walk.ts';
import { databaseForTest, type TestDatabase } from '../support/databases.ts';
import { describeEveryDatabase } from '../support/every-database.ts';
import { reusedFrom } from '../support/reused-from-in-sql.ts';
import { serverTest as it, serverForTest } from '../support/server-test.ts';
import { bearer, JWT_SECRET } from '../support/tokens.ts';

const REUSED_FROM = reusedFrom();

/** By hand: the links of every record. */
const LINKS = `with recursive record as (select id, run_id, record_kind, step, record_key, ${REUSED_FROM} as source,
    coalesce(reuse_source_record_key, record_key) as source_key from workflow.run_records),
  link(of, distance, run_id, record_id, next, kind, step, key) as (
    select id, 0, run_id, id, source, record_kind, step, source_key from record
    union all select l.of, l.distance + 1, l.next, r.id, r.source, l.kind, l.step, r.source_key from link l
      left join record r on r.run_id = l.next and r.record_kind = l.kind and r.step = l.step and r.record_key = l.key
      where l.next is not null and l.distance < 100)
  select of::text, distance, run_id, record_id::text from link where distance > 0 order by link.of, distance`;

/** By hand: the records that rest on each run, at their shortest distance. */
const REUSED_BY = `with recursive taken as (select id, run_id, ${REUSED_FROM} as source from workflow.run_records),
  below(of, run_id, distance) as (select distinct source, source, 0 from taken where source is not null
    union select b.of, t.run_id, b.distance + 1 from below b join taken t on t.source = b.run_id and t.run_id <> b.run_id where b.distance < 19)
  select b.of, t.id::text as id, min(b.distance) + 1 as distance from below b join taken t on t.source = b.run_id and t.run_id <> b.run_id
  where t.run_id <> b.of group by 1, t.id order by 1, t.id`;

describeEveryDatabase((api) => {
  it('every record has the chain of plain SQL, and every run the records that rest on it', async () => {
    const links = await api().sql(LINKS);
    expect(links.length).toBeGreaterThan(0);
    const { runRecords } =
      await api().data(`{ runRecords(first: 500, where: { reusedFromRunId: { isNull: false } }, orderBy: { rowId: ASC }) {
      nodes { rowId reuseChain { distance runId run { runId } record { rowId } isCycle } } } }`);
    const found = runRecords.nodes.flatMap(
      ({ rowId, reuseChain }: { rowId: string; reuseChain: Record<string, never>[] }) =>
        reuseChain.map((link) => ({ rowId, ...link })),
    );
    const known = new Set(
      (await api().sql('select run_id from workflow.run_records')).map(({ run_id }) => run_id),
    );
    expect(found).toEqual(
      links.map(({ of, distance, run_id, record_id }) => ({
        rowId: of,
        distance,
        runId: run_id,
        run: known.has(run_id) ? { runId: run_id } : null,
        record: record_id === null ? null : { rowId: record_id },
        isCycle: false,
      })),
    );
    const expected = (await api().sql(REUSED_BY)).filter(({ of }) => known.has(of));
    const runs = [...new Set(expected.map(({ of }) => String(of)))];
    const records: unknown[] = [];
    for (const id of runs) {
      const { workflowRun } = await api().data(
        `query ($id: String!) { workflowRun(runId: $id) {
          reusedBy(depth: 20, first: 500) { edges { distance node { rowId } } } } }`,
        { id },
      );
      for (const { distance, node } of workflowRun.reusedBy.edges)
        records.push({ of: id, id: node.rowId, distance });
    }
    expect(records).toEqual(expected);
  });
});

interface Taken {
  readonly run: string;
  readonly kind?: string;
  readonly step?: string;
  readonly key?: string;
  readonly from?: string;
  readonly fromKey?: string;
  readonly payload?: object;
}

async function add(opened: TestDatabase, records: readonly Taken[]): Promise<void> {
  for (const { run, kind = 'step', step = 'agentic', key = 'main', from, fromKey, payload } of records)
    await opened.sql(
      `insert into workflow.run_records (run_id, record_kind, step, record_key, reuse_source_run_id, reuse_source_record_key, payload_json)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [run, kind, step, key, from ?? null, fromKey ?? null, payload ? JSON.stringify(payload) : null],
    );
}

const CHAIN = `query ($run: String!, $kind: String! = "step", $key: String! = "main") {
  runRecord(runId: $run, recordKind: $kind, step: "agentic", recordKey: $key) {
    reuseChain { distance runId isCycle run { runId } record { runId recordKind recordKey } } } }`;

describe('the chain of a result', () => {
  it('ends where the work was done, where a run has no such record, and where nothing is known', async ({
    serve,
  }) => {
    const opened = await databaseForTest('empty');
    const question = { kind: 'question', key: 'A01' };
    await add(opened, [
      { run: 'one' },
      { run: 'two', from: 'one', fromKey: 'main' },
      { run: 'three', from: 'two', fromKey: 'main' },
      { run: 'lost', from: 'gone' },
      { run: 'of lost', from: 'lost' },
      { run: 'other', step: 'prep' },
      { run: 'without', from: 'other' },
      { run: 'asked', ...question },
      { run: 'asked again', ...question, payload: { _reused_from: { run_id: 'asked' } } },
      { run: 'renamed', kind: 'question', key: 'B07', from: 'asked again', fromKey: 'A01' },
      // The producer names "main" also for what has another key.
      { run: 'misnamed', ...question, from: 'asked', fromKey: 'main' },
      { run: 'itself', from: 'itself' },
      { run: 'a', from: 'b' },
      { run: 'b', from: 'c' },
      { run: 'c', from: 'b' },
    ]);
    const server = await serve(opened.database);
    const link = (distance: number, runId: string, key: string | null, isCycle = false) => ({
      distance,
      runId,
      isCycle,
      run: runId === 'gone' ? null : { runId },
      record:
        key === null ? null : { runId, recordKind: key === 'main' ? 'step' : 'question', recordKey: key },
    });
    const expected: readonly (readonly [object, readonly object[]])[] = [
      [{ run: 'one' }, []],
      [{ run: 'three' }, [link(1, 'two', 'main'), link(2, 'one', 'main')]],
      [{ run: 'of lost' }, [link(1, 'lost', 'main'), link(2, 'gone', null)]],
      [{ run: 'without' }, [link(1, 'other', null)]],
      [
        { run: 'renamed', kind: 'question', key: 'B07' },
        [link(1, 'asked again', 'A01'), link(2, 'asked', 'A01')],
      ],
      [{ run: 'misnamed', ...question }, [link(1, 'asked', 'A01')]],
      [{ run: 'itself' }, [link(1, 'itself', 'main', true)]],
      [{ run: 'a' }, [link(1, 'b', 'main'), link(2, 'c', 'main'), link(3, 'b', 'main', true)]],
    ];
    for (const [variables, chain] of expected) {
      const { runRecord } = await server.data(CHAIN, variables);
      expect([variables, runRecord.reuseChain]).toEqual([variables, chain]);
    }
  });

  it('is one statement for a list of records, and is cut after 100 links', async ({ serve }) => {
    const opened = await databaseForTest('empty');
    await opened.exec(`insert into workflow.run_records (run_id, record_kind, step, record_key, reuse_source_run_id)
      select 'run-' || n, 'step', 'agentic', 'main', case when n > 0 then 'run-' || n - 1 end from generate_series(0, 150) n`);
    const server = await serve(opened.database);
    const { runRecord } = await server.data(CHAIN, { run: 'run-150' });
    expect(runRecord.reuseChain).toHaveLength(100);
    expect(runRecord.reuseChain.at(-1)).toMatchObject({ distance: 100, runId: 'run-50' });
    opened.statements.length = 0;
    const { runRecords } = await server.data(
      '{ runRecords(first: 20, orderBy: { rowId: ASC }) { nodes { reuseChain { distance record { runId } } } } }',
    );
    expect(opened.statements).toHaveLength(1);
    expect(runRecords.nodes[19].reuseChain).toHaveLength(19);
  });

  it('leads a caller into no other project, and says of a missing column at its field only', async ({
    serve,
  }) => {
    const opened = await databaseForTest('empty');
    await add(opened, [{ run: 'theirs' }, { run: 'mine', from: 'theirs' }]);
    await opened.sql(`insert into workflow.run_records (run_id, record_kind, step, record_key, project_id)
      values ('mine', 'run', '', 'main', 'mine'), ('theirs', 'run', '', 'main', 'theirs')`);
    const server = await serve(opened.database, { secrets: { jwtSecret: JWT_SECRET } });
    const headers = await bearer({ scope: 'lineage:read content:read', projects: ['mine'] });
    const { data } = await server.ask(CHAIN, { run: 'mine' }, headers);
    expect(data.runRecord.reuseChain).toEqual([
      { distance: 1, runId: 'theirs', isCycle: false, run: null, record: null },
    ]);
    const older = await databaseForTest('demo');
    await older.exec('alter table workflow.run_records drop column reuse_source_run_id cascade');
    const without = await serve(older.database);
    const { data: rest, errors } = await without.ask(
      `{ workflowRun(runId: "${WALK_RUN}") { status steps { step reuseChain { distance } } reusedBy(depth: 3) { totalCount } } }`,
    );
    expect(rest.workflowRun).toMatchObject({ status: 'completed', reusedBy: null });
    expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(
      new Set(['NOT_IN_THIS_DATABASE']),
    );
  });
});

describe('what took its result from a run', () => {
  it('is told with its shortest distance, up to the depth that is asked for, and never of the run itself', async ({
    serve,
  }) => {
    const opened = await databaseForTest('empty');
    await add(opened, [
      { run: 'one' },
      { run: 'two', from: 'one' },
      { run: 'two', step: 'index', from: 'one' },
      { run: 'three', step: 'prep', from: 'two' },
      { run: 'three', step: 'index', from: 'one' },
      { run: 'four', from: 'three', kind: 'question', payload: { _reused_from: { run_id: 'two' } } },
      { run: 'five', kind: 'question', payload: { _reused_from: { run_id: 'three' } } },
      { run: 'one', step: 'report', from: 'three' },
    ]);
    const server = await serve(opened.database);
    const reusedBy = async (args: string) => {
      const { workflowRun } = await server.data(
        `{ workflowRun(runId: "one") { reusedBy${args} { totalCount edges { distance node { runId step } } } } }`,
      );
      const { totalCount, edges } = workflowRun.reusedBy;
      expect(edges).toHaveLength(totalCount);
      return edges.map(({ distance, node }: { distance: number; node: Record<string, string> }) =>
        [node.runId, node.step, distance].join(' '),
      );
    };
    const direct = ['two agentic 1', 'two index 1', 'three index 1'];
    expect(await reusedBy('')).toEqual(direct);
    expect(await reusedBy('(depth: 1)')).toEqual(direct);
    const all = [
      'two agentic 1',
      'two index 1',
      'three prep 2',
      'three index 1',
      'four agentic 2',
      'five agentic 2',
    ];
    expect(await reusedBy('(depth: 2)')).toEqual(all);
    expect(await reusedBy('(depth: 20)')).toEqual(all);
    expect(await reusedBy('(depth: 20, where: { recordKind: { eq: "question" } })')).toEqual(all.slice(4));
    const { workflowRun } = await server.data(`{ workflowRun(runId: "one") {
      reusedBy(depth: 3, first: 2, orderBy: [{ runId: ASC }]) { nodes { runId } pageInfo { hasNextPage } estimatedCount } } }`);
    expect(workflowRun.reusedBy).toMatchObject({
      nodes: [{ runId: 'five' }, { runId: 'four' }],
      pageInfo: { hasNextPage: true },
      estimatedCount: expect.any(Number),
    });
  });

  it('is never a record that names its own run, in the field and in filters alike', async ({ serve }) => {
    const opened = await databaseForTest('empty');
    const itself = { _reused_from: { run_id: 'payload' } };
    await add(opened, [
      { run: 'column', from: 'column' },
      { run: 'payload', kind: 'question', payload: itself },
      { run: 'reused', from: 'reused' },
      { run: 'reusing', step: 'index', from: 'reused' },
      { run: 'reusing', step: 'prep', from: 'reusing' },
    ]);
    const server = await serve(opened.database);
    const ids = ['column', 'payload', 'reused', 'reusing'];
    const runs = ids.map(
      (id) =>
        `${id}: workflowRun(runId: "${id}") { reusedBy { totalCount } far: reusedBy(depth: 5) { totalCount } }`,
    );
    const filters = ['some: {}', 'none: {}', 'every: { step: { eq: "prep" } }'].map(
      (related, index) =>
        `f${index}: workflowRuns(withoutHeader: true, where: { reusedBy: { ${related} } }) { nodes { runId } }`,
    );
    const { f0, f1, f2, ...fields } = await server.data(`{ ${runs.join(' ')} ${filters.join(' ')} }`);
    const counts = await opened.sql(`select s.run_id, count(t.run_id)::int as n
      from (select distinct run_id from workflow.run_records) s
      left join workflow.run_records t on ${reusedFrom('t')} = s.run_id and t.run_id <> s.run_id group by 1`);
    const expected = Object.fromEntries(
      counts.map(({ run_id, n }) => [run_id, { reusedBy: { totalCount: n }, far: { totalCount: n } }]),
    );
    expect(fields).toEqual(expected);
    const having = (count: number) =>
      counts
        .filter(({ n }) => n === count)
        .map(({ run_id }) => run_id)
        .sort();
    const found = [f0, f1, f2].map(({ nodes }) => nodes.map((run: { runId: string }) => run.runId).sort());
    expect(found).toEqual([having(1), having(0), having(0)]);
  });

  it.each([0, 21, 50, -1])('refuses a depth of %i with the bound', async (depth) => {
    const opened = await databaseForTest('empty');
    await add(opened, [{ run: 'one' }]);
    const server = await serverForTest(opened.database);
    const { data, errors } = await server.ask(
      'query ($depth: Int!) { workflowRun(runId: "one") { runId reusedBy(depth: $depth) { totalCount } } }',
      { depth },
    );
    expect(data.workflowRun).toEqual({ runId: 'one', reusedBy: null });
    expect(errors?.map(({ message, extensions }) => [message, extensions.code])).toEqual([
      [`depth takes 1 to 20, but got ${depth}.`, 'BAD_USER_INPUT'],
    ]);
  });
});
