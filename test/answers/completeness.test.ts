import { describe, expect } from 'vitest';
import { type Content, databaseForTest, type TestDatabase } from '../support/databases.ts';
import { NEEDS_REAL_RUNS, realRunsAsWrittenPresent, realRunsPresent } from '../support/real-runs.ts';
import { serverTest as it, serverForTest } from '../support/server-test.ts';
import { bearer, JWT_SECRET } from '../support/tokens.ts';

const STEPS = ['prep', 'ingest', 'enrich', 'econ_data', 'agentic', 'index', 'evaluate', 'report'];
const DONE = ['completed', 'success', 'ok'];

interface Part {
  readonly part: string;
  readonly step: string | null;
  readonly state: string;
  readonly why: string;
  readonly evidence: {
    readonly table: string;
    readonly rows: number;
    readonly firstAt: string | null;
    readonly lastAt: string | null;
  } | null;
}

const PARTS = 'isPartial parts { part step state why evidence { table rows firstAt lastAt } }';
const COMPLETENESS = `query ($id: String!) { workflowRun(runId: $id) { completeness { ${PARTS} } } }`;

/** By hand: the rows of each part of each run. */
const ROWS = `select run_id, 'HEADER' as part, count(*)::int as rows from workflow.run_records where record_kind = 'run' and step = '' and record_key = 'main' group by 1
  union all select run_id, 'MANIFEST', count(*)::int from ingestion.prep_manifests group by 1
  union all select run_id, 'STEP ' || step, count(*)::int from workflow.run_records where record_kind = 'step' group by 1, 2
  union all select run_id, case record_kind when 'report' then 'REPORT' else 'QUESTIONS' end, count(*)::int from workflow.run_records where record_kind in ('report', 'question') group by 1, 2
  union all select workflow_run_id, 'INDEX', count(*)::int from indexing.pipeline_runs where workflow_run_id is not null group by 1
  union all select workflow_run_id, 'VECTORS', count(*)::int from indexing.pipeline_runs b join indexing.vectors v on v.pipeline_run_id = b.id where workflow_run_id is not null group by 1
  union all select run_id, 'EVENTS', count(*)::int from retrieval.retrieval_events where run_id is not null group by 1
  union all select run_id, 'USAGE', count(*)::int from observability.token_usage where run_id is not null group by 1`;

/** The rules as docs/tour.md has them, over the rows that plain SQL finds. */
async function expectedOf({ sql }: TestDatabase): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const rows = await sql(ROWS);
  const known = new Set(rows.map(({ run_id }) => String(run_id)));
  for (const { run_id } of await sql('select distinct run_id from workflow.run_records'))
    known.add(String(run_id));
  const steps = await sql(
    `select run_id, step, max(status) as status, max(nullif(reuse_source_run_id, '')) as source from workflow.run_records where record_kind = 'step' group by 1, 2`,
  );
  const headers = await sql(
    `select run_id, report_question_count as questions, report_hash is not null as report from workflow.run_records where record_kind = 'run' and step = '' and record_key = 'main'`,
  );
  const anyRows = (part: string) => rows.some((row) => row.part === part);
  const states = new Map<string, ReadonlyMap<string, string>>();
  for (const id of known) {
    const count = (part: string) =>
      Number(rows.find((row) => row.run_id === id && row.part === part)?.rows ?? 0);
    const step = (name: string) => steps.find((row) => row.run_id === id && row.step === name);
    const header = headers.find(({ run_id }) => run_id === id);
    const reused = (name: string) => {
      const source = step(name)?.source;
      return source == null ? undefined : known.has(String(source)) ? 'REUSED' : 'DANGLING';
    };
    const isDone = (name: string) => DONE.includes(String(step(name)?.status));
    const indexless = (): string => {
      if (reused('index')) return String(reused('index'));
      if (['skipped', 'failed', 'error'].includes(String(step('index')?.status))) return 'NOT_EXPECTED';
      return isDone('index') ? 'EXPECTED' : 'ABSENT';
    };
    const there = (part: string, otherwise: () => string): [string, string] => [
      part,
      count(part) > 0 ? 'PRESENT' : otherwise(),
    ];
    states.set(
      id,
      new Map([
        there('HEADER', () => (steps.some(({ run_id }) => run_id === id) ? 'EXPECTED' : 'ABSENT')),
        there('MANIFEST', () =>
          anyRows('MANIFEST') ? (step('prep') ? 'EXPECTED' : 'ABSENT') : 'NOT_EXPECTED',
        ),
        ...STEPS.map((name, place): [string, string] => {
          const later = STEPS.slice(place + 1).some((one) => step(one));
          return [`STEP ${name}`, reused(name) ?? (step(name) ? 'PRESENT' : later ? 'EXPECTED' : 'ABSENT')];
        }),
        there('REPORT', () => (header?.report === true || isDone('report') ? 'EXPECTED' : 'ABSENT')),
        Number(header?.questions ?? 0) > count('QUESTIONS')
          ? ['QUESTIONS', 'EXPECTED']
          : there('QUESTIONS', () => reused('agentic') ?? 'ABSENT'),
        there('INDEX', indexless),
        there('VECTORS', () => (count('INDEX') > 0 ? 'EXPECTED' : indexless())),
        there('EVENTS', () => {
          if (!anyRows('EVENTS')) return 'NOT_EXPECTED';
          return reused('agentic') ?? (step('agentic') ? 'EXPECTED' : 'ABSENT');
        }),
        there('USAGE', () => reused('agentic') ?? (isDone('agentic') ? 'EXPECTED' : 'ABSENT')),
      ]),
    );
  }
  return states;
}

const nameOf = ({ part, step }: Part): string => (part === 'STEP' ? `STEP ${step}` : part);

async function isThatOfPlainSql(content: Content): Promise<ReadonlySet<string>> {
  const opened = await databaseForTest(content);
  const server = await serverForTest(opened.database);
  const rows = await opened.sql(ROWS);
  const seen = new Set<string>();
  for (const [id, states] of await expectedOf(opened)) {
    const { workflowRun } = await server.data(COMPLETENESS, { id });
    const parts: readonly Part[] = workflowRun.completeness.parts;
    const known = parts.filter(({ part, step }) => part !== 'STEP' || STEPS.includes(String(step)));
    expect([id, known.map((part) => [nameOf(part), part.state])]).toEqual([id, [...states]]);
    for (const part of parts) {
      const found = rows.find((row) => row.run_id === id && row.part === nameOf(part));
      expect([id, nameOf(part), part.evidence?.rows]).toEqual([id, nameOf(part), Number(found?.rows ?? 0)]);
      expect(part.why.length).toBeGreaterThan(5);
      seen.add(part.state);
    }
    const isPartial =
      states.get('HEADER') !== 'PRESENT' ||
      [...states.values()].some((one) => ['EXPECTED', 'DANGLING'].includes(one));
    expect([id, workflowRun.completeness.isPartial]).toEqual([id, isPartial]);
  }
  return seen;
}

const partOf = (run: { completeness: { parts: readonly Part[] } }, name: string): Part => {
  const found = run.completeness.parts.find((part) => nameOf(part) === name);
  if (!found) throw new Error(`There is no part ${name}.`);
  return found;
};

async function records(
  opened: TestDatabase,
  id: string,
  of: readonly (readonly [string, string, string, string?])[],
) {
  for (const [kind, step, status, source] of of)
    await opened.sql(
      `insert into workflow.run_records (run_id, record_kind, step, record_key, status, reuse_source_run_id, created_at)
       values ($1, $2, $3, 'main', $4, $5, '2026-01-02T03:04:05Z')`,
      [id, kind, step, status, source ?? null],
    );
}

describe('completeness', () => {
  it('of each run of the demo is that of the rules over plain SQL', async () => {
    expect([...(await isThatOfPlainSql('demo'))].sort()).toEqual(
      expect.arrayContaining(['ABSENT', 'EXPECTED', 'PRESENT', 'REUSED']),
    );
  });

  it.skipIf(!realRunsPresent)(`of each real run too (${NEEDS_REAL_RUNS})`, async () => {
    expect([...(await isThatOfPlainSql('real-runs'))]).toContain('REUSED');
  });

  it.skipIf(!realRunsAsWrittenPresent)(
    `and as the producer writes them: no manifest, no event is expected (${NEEDS_REAL_RUNS})`,
    async () => {
      expect([...(await isThatOfPlainSql('real-runs-as-written'))]).toContain('NOT_EXPECTED');
    },
  );

  it('says by what a run without header is known, and when', async ({ serve }) => {
    const opened = await databaseForTest('empty');
    await opened.sql(
      `insert into observability.token_usage (created_at, run_id) select '2026-01-02T10:02:00Z'::timestamptz + n * interval '10 s', 'lost' from generate_series(0, 40) as n`,
    );
    const server = await serve(opened.database);
    const { workflowRun } = await server.data(COMPLETENESS, { id: 'lost' });
    expect(partOf(workflowRun, 'HEADER')).toMatchObject({
      state: 'ABSENT',
      why: 'no header; known by 41 calls from 2026-01-02 10:02 to 10:08 UTC',
      evidence: { table: 'workflow.run_records', rows: 0, firstAt: null, lastAt: null },
    });
    expect(partOf(workflowRun, 'USAGE')).toMatchObject({
      state: 'PRESENT',
      why: '41 calls from 2026-01-02 10:02 to 10:08 UTC',
      evidence: { rows: 41, firstAt: '2026-01-02T10:02:00+00:00' },
    });
    expect(workflowRun.completeness.isPartial).toBe(true);
  });

  it('takes an empty source for none, as reusedFromRunId does', async ({ serve }) => {
    const opened = await databaseForTest('empty');
    await records(opened, 'run', [
      ['run', '', 'completed'],
      ['step', 'agentic', 'completed', ''],
      ['step', 'index', 'skipped', ''],
    ]);
    const server = await serve(opened.database);
    const { workflowRun } = await server.data(COMPLETENESS, { id: 'run' });
    const names = ['STEP agentic', 'STEP index', 'INDEX', 'VECTORS', 'QUESTIONS', 'USAGE'];
    expect(names.map((name) => partOf(workflowRun, name).state)).toEqual([
      'PRESENT',
      'PRESENT',
      'NOT_EXPECTED',
      'NOT_EXPECTED',
      'ABSENT',
      'EXPECTED',
    ]);
    expect(
      [...((await expectedOf(opened)).get('run') ?? [])].filter(([name]) => names.includes(name)),
    ).toEqual(expect.arrayContaining(names.map((name) => [name, partOf(workflowRun, name).state])));
  });

  it('tells a step taken over from one that leads to nothing, and names a step of its own', async ({
    serve,
  }) => {
    const opened = await databaseForTest('empty');
    await records(opened, 'source', [['run', '', 'completed']]);
    await records(opened, 'run', [
      ['run', '', 'completed'],
      ['step', 'prep', 'completed'],
      ['step', 'agentic', 'completed', 'source'],
      ['step', 'index', 'completed', 'gone'],
      ['step', 'publish', 'completed'],
    ]);
    const server = await serve(opened.database);
    const { workflowRun } = await server.data(COMPLETENESS, { id: 'run' });
    const stateOf = (name: string) => [partOf(workflowRun, name).state, partOf(workflowRun, name).why];
    expect(stateOf('STEP agentic')).toEqual(['REUSED', 'step taken over from run source']);
    expect(stateOf('STEP index')).toEqual([
      'DANGLING',
      'step taken over from run gone, of which nothing is known',
    ]);
    expect(stateOf('INDEX')[0]).toBe('DANGLING');
    expect(stateOf('VECTORS')[0]).toBe('DANGLING');
    expect(stateOf('STEP ingest')).toEqual([
      'EXPECTED',
      'no record of the step, though the later step agentic has one',
    ]);
    expect(stateOf('STEP evaluate')[0]).toBe('ABSENT');
    expect(stateOf('STEP publish')[0]).toBe('PRESENT');
    expect(stateOf('MANIFEST')[0]).toBe('NOT_EXPECTED');
  });

  it('counts questions against those that the header says', async ({ serve }) => {
    const opened = await databaseForTest('empty');
    await records(opened, 'run', [
      ['run', '', 'completed'],
      ['question', 'agentic', 'high'],
    ]);
    await opened.sql(`update workflow.run_records set report_question_count = 3 where record_kind = 'run'`);
    const server = await serve(opened.database);
    const { workflowRun } = await server.data(COMPLETENESS, { id: 'run' });
    expect(partOf(workflowRun, 'QUESTIONS')).toMatchObject({
      state: 'EXPECTED',
      why: '1 question of the 3 that the header says',
    });
  });

  it('is one statement for a page of runs, whatever is selected of it', async ({ serve }) => {
    const opened = await databaseForTest('demo');
    const server = await serve(opened.database);
    await opened.database.capabilities();
    opened.statements.length = 0;
    const { workflowRuns } = await server.data(
      '{ workflowRuns(first: 3) { nodes { only: completeness { isPartial } completeness { some: parts { name: step evidence { rows } } } } } }',
    );
    expect(workflowRuns.nodes).toHaveLength(3);
    expect(workflowRuns.nodes[0].completeness.some.length).toBeGreaterThan(12);
    expect(opened.statements).toHaveLength(1);
  });

  it('says of a missing table at its part only', async ({ serve }) => {
    const opened = await databaseForTest('demo');
    await opened.exec('drop table observability.token_usage; drop table indexing.vectors cascade;');
    const server = await serve(opened.database);
    const { data, errors } = await server.ask(COMPLETENESS, { id: 'demo-walk' });
    const { parts, isPartial } = data.workflowRun.completeness;
    const without: readonly Part[] = parts.filter(({ state }: Part) => state === null);
    expect(without.map(({ part }) => part)).toEqual(['VECTORS', 'USAGE']);
    expect(without[1]).toMatchObject({
      evidence: null,
      why: 'This database has no table observability.token_usage.',
    });
    expect(
      errors?.map(({ path, extensions }) => [path?.at(-1), extensions.code, extensions.missing]),
    ).toEqual([
      ['state', 'NOT_IN_THIS_DATABASE', 'table indexing.vectors'],
      ['state', 'NOT_IN_THIS_DATABASE', 'table observability.token_usage'],
    ]);
    expect(typeof isPartial).toBe('boolean');
  });

  it('knows a run by the other tables where there are no records at all', async ({ serve }) => {
    const opened = await databaseForTest('demo');
    await opened.exec('drop table workflow.run_records cascade');
    const server = await serve(opened.database);
    const { data, errors } = await server.ask(COMPLETENESS, { id: 'demo-walk' });
    const parts: readonly Part[] = data.workflowRun.completeness.parts;
    expect(parts.filter(({ state }) => state === null).map(({ part }) => part)).toEqual([
      'HEADER',
      'STEP',
      'REPORT',
      'QUESTIONS',
    ]);
    expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(
      new Set(['NOT_IN_THIS_DATABASE']),
    );
    expect(parts.find(({ part }) => part === 'USAGE')?.state).toBe('PRESENT');
  });

  it("keeps another project's rows out of evidence, why and states", async ({ serve }) => {
    const opened = await databaseForTest('empty');
    await records(opened, 'mine', [
      ['run', '', 'completed'],
      ['step', 'index', 'completed', 'theirs'],
    ]);
    await records(opened, 'theirs', [['run', '', 'completed']]);
    await opened.sql(`update workflow.run_records set project_id = run_id`);
    await opened.sql(
      `insert into observability.token_usage (created_at, run_id, project_id) values (now(), 'mine', 'theirs'), (now(), 'mine', 'mine')`,
    );
    await opened.sql(
      `insert into ingestion.prep_manifests (run_id, created_at, payload) values ('theirs', now(), '{}')`,
    );
    const server = await serve(opened.database, { secrets: { jwtSecret: JWT_SECRET } });
    const headers = await bearer({ scope: 'lineage:read', projects: ['mine'] });
    const { data } = await server.ask(
      `{ mine: workflowRun(runId: "mine") { completeness { ${PARTS} } } theirs: workflowRun(runId: "theirs") { completeness { isPartial } } }`,
      {},
      headers,
    );
    expect(data.theirs).toBeNull();
    expect(partOf(data.mine, 'USAGE').evidence?.rows).toBe(1);
    // That others have manifests, and that their run is there, is not said.
    expect(partOf(data.mine, 'MANIFEST').state).toBe('NOT_EXPECTED');
    expect(partOf(data.mine, 'STEP index').state).toBe('DANGLING');
  });
});
