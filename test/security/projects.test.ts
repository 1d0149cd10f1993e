import { beforeAll, describe, expect } from 'vitest';
import { encodeNodeId } from '../../src/schema/node-id.ts';
import { closedAfterAll } from '../support/closed-after-all.ts';
import { databaseForTest, type TestDatabase } from '../support/databases.ts';
import type { TestServer } from '../support/server.ts';
import { serverTest as it } from '../support/server-test.ts';
import { bearer, JWT_SECRET } from '../support/tokens.ts';

/** The rows of project labor by plain SQL: their own project counts, else that of their run's header. */
const HEADER = `select run_id from workflow.run_records
  where record_kind = 'run' and step = '' and record_key = 'main' and project_id = 'labor'`;
const OWN = (table: string) =>
  `select count(*)::int from ${table} where coalesce(project_id = 'labor', run_id in (${HEADER}))`;
const LABOR = (table: string) => `select count(*)::int from ${table} where project_id = 'labor'`;
const OF_RUN = (table: string, column = 'run_id') =>
  `select count(*)::int from ${table} where ${column} in (${HEADER})`;

const open = closedAfterAll();
let opened: TestDatabase;
let server: TestServer;
let labor: { authorization: string };
let nobody: { authorization: string };
let otherRun: string;
beforeAll(async () => {
  opened = await open.database('demo');
  // What the demo lacks: a call of another project within a run of labor, and runs known by their calls only.
  await opened.sql(`insert into observability.token_usage (created_at, run_id, project_id, total_tokens)
    select now(), run_id, 'trade', 7 from (${HEADER} order by run_id limit 1) run`);
  await opened.sql(`insert into observability.token_usage (created_at, run_id, project_id, total_tokens)
    values (now(), 'usage-of-labor', 'labor', 3), (now(), 'usage-of-trade', 'trade', 5), (now(), null, 'labor', 11)`);
  server = await open.server(opened.database, { secrets: { jwtSecret: JWT_SECRET } });
  const scope = 'lineage:read content:read auth:read';
  labor = await bearer({ scope, projects: ['labor', 'unknown'] });
  nobody = await bearer({ scope, projects: [] });
  otherRun = String(
    (await values(`select min(run_id) from workflow.run_records where project_id = 'trade'`))[0],
  );
});

const ask = (query: string, variables: Record<string, unknown> = {}, as = labor) =>
  server.ask(query, variables, as);
const values = async (sql: string): Promise<unknown[]> =>
  (await opened.sql(sql)).map((row) => Object.values(row)[0]);
const number = async (sql: string): Promise<number> => Number((await values(sql))[0]);

describe('a token for the project labor', () => {
  it.each([
    ['tokenUsageList', OWN('observability.token_usage')],
    ['runRecords', OWN('workflow.run_records')],
    ['workflowRuns', `select count(*)::int from (${HEADER}) run`],
    ['prepManifests', OF_RUN('ingestion.prep_manifests')],
    ['pipelineRuns', OF_RUN('indexing.pipeline_runs', 'workflow_run_id')],
    ['retrievalEvents', OF_RUN('retrieval.retrieval_events')],
    ['chatTurns', LABOR('retrieval.chat_history_turns')],
    ['paperComparisons', LABOR('retrieval.paper_comparison_runs')],
    ['paperComparisonCells', LABOR('retrieval.paper_comparison_cells')],
    ['paperNotes', LABOR('retrieval.paper_notes')],
    ['projectQueryCacheEntries', LABOR('retrieval.project_query_cache')],
    ['projects', LABOR('auth.projects')],
    ['projectPapers', LABOR('auth.project_papers')],
    ['projectPersonas', LABOR('auth.project_personas')],
  ])('sees of %s what plain SQL says, in rows and in counts', async (list, sql) => {
    const expected = await number(sql);
    const { data, errors } = await ask(`{ ${list}(first: 500) { totalCount nodes { id } } }`);
    expect(errors).toBeUndefined();
    expect(data[list].totalCount).toBe(expected);
    expect(data[list].nodes).toHaveLength(Math.min(expected, 500));
    const all = await ask(`{ ${list} { totalCount } }`, {}, await bearer({ scope: 'lineage:read' }));
    expect(expected).toBeGreaterThan(0);
    expect(expected).toBeLessThan(all.data[list].totalCount);
  });

  it('sees each run of labor whole, but for what is marked as of another project', async () => {
    const { data } = await ask(
      '{ workflowRuns(first: 500) { nodes { runId projectId usage { calls totalTokens } records { totalCount } } } }',
    );
    expect(data.workflowRuns.nodes.length).toBeGreaterThan(0);
    for (const run of data.workflowRuns.nodes) {
      expect(run.projectId).toBe('labor');
      const id = `run_id = '${run.runId}'`;
      const usage = `from observability.token_usage where ${id} and project_id is distinct from 'trade'`;
      expect(run.usage.calls).toBe(await number(`select count(*) ${usage}`));
      expect(run.usage.totalTokens).toBe(await number(`select coalesce(sum(total_tokens), 0) ${usage}`));
      expect(run.records.totalCount).toBe(
        await number(`select count(*) from workflow.run_records where ${id}`),
      );
    }
  });

  it('finds no run of another project: not by id, node id, record, call, parent or child', async () => {
    const { data, errors } = await ask(
      `query ($run: String!, $node: ID!) {
        workflowRun(runId: $run) { status } node(id: $node) { id }
        runRecords(where: { runId: { eq: $run } }) { totalCount nodes { payloadJson } }
        tokenUsageList(where: { runId: { eq: $run } }) { totalCount }
        prepManifest(runId: $run) { corpusHash }
        vectors(first: 500) { nodes { workflowRun { projectId } } }
        runs: workflowRuns(first: 500) { nodes { parent { projectId } children { nodes { projectId } }
          steps { reusedFrom { runId } } } } }`,
      { run: otherRun, node: encodeNodeId('WorkflowRun', otherRun) },
    );
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      workflowRun: null,
      node: null,
      runRecords: { totalCount: 0, nodes: [] },
      tokenUsageList: { totalCount: 0 },
      prepManifest: null,
    });
    expect(JSON.stringify(data)).toContain('"projectId":"labor"');
    expect(JSON.stringify(data)).not.toContain('"projectId":"trade"');
    const reused = data.runs.nodes.flatMap((run: { steps: { reusedFrom: { runId: string } | null }[] }) =>
      run.steps.flatMap((step) => step.reusedFrom?.runId ?? []),
    );
    const theirs = await values(HEADER);
    for (const id of reused) expect(theirs).toContain(id);
  });

  it('knows a run without header by what of it is of labor', async () => {
    const { data } =
      await ask(`{ mine: workflowRun(runId: "usage-of-labor") { header { id } usage { totalTokens } }
      other: workflowRun(runId: "usage-of-trade") { runId }
      workflowRuns(withoutHeader: true, first: 500) { nodes { runId } totalCount } }`);
    expect(data.mine).toEqual({ header: null, usage: { totalTokens: 3 } });
    expect(data.other).toBeNull();
    expect(data.workflowRuns).toEqual({ nodes: [{ runId: 'usage-of-labor' }], totalCount: 1 });
  });

  it('sees no rows of tables in which no project can be told: FORBIDDEN', async () => {
    for (const list of ['asyncJobs', 'queryCacheEntries', 'requestFailures']) {
      const { data, errors } = await ask(`{ ${list} { totalCount } documents(first: 1) { totalCount } }`);
      expect(data).toEqual({ [list]: null, documents: { totalCount: 12 } });
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    }
  });

  it('gets an estimate of its own rows only', async () => {
    const { errors } = await ask('{ tokenUsageList { estimatedCount } workflowRuns { estimatedCount } }');
    expect(errors).toBeUndefined();
  });
});

it('a token for no project sees no run', async () => {
  const { data } = await ask(
    '{ workflowRuns { totalCount } other: workflowRuns(withoutHeader: true) { totalCount } tokenUsageList { totalCount } retrievalEvents { totalCount } }',
    {},
    nobody,
  );
  const none = { totalCount: 0 };
  expect(data).toEqual({ workflowRuns: none, other: none, tokenUsageList: none, retrievalEvents: none });
});

it('where the database knows no projects (before 0013), such a token sees nothing that has one', async ({
  serve,
}) => {
  const old = await databaseForTest('demo');
  await old.sql('alter table workflow.run_records drop column project_id');
  const before0013 = await serve(old.database, { secrets: { jwtSecret: JWT_SECRET } });
  const { data, errors } = await before0013.ask(
    '{ workflowRuns { totalCount } documents { totalCount } }',
    {},
    labor,
  );
  expect(data).toEqual({ workflowRuns: null, documents: { totalCount: 12 } });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'NOT_IN_THIS_DATABASE' });
});

describe('a token for the project default-shared', () => {
  it('sees what names no project: null and an empty text mean this one', async ({ serve }) => {
    const own = await databaseForTest('demo');
    await own.sql(`update workflow.run_records set project_id = '' where project_id = 'labor'`);
    await own.sql(`update observability.token_usage set project_id = null where project_id = 'labor'`);
    const shared = await serve(own.database, { secrets: { jwtSecret: JWT_SECRET } });
    const token = await bearer({ scope: 'lineage:read content:read', projects: ['default-shared'] });
    const headers = `select run_id from workflow.run_records where record_kind = 'run' and step = '' and record_key = 'main'`;
    const other = `run_id in (${headers} and nullif(project_id, '') <> 'default-shared')`;
    const ofProject = `case when nullif(project_id, '') is not null then project_id = 'default-shared' else coalesce(not ${other}, true) end`;
    const expected = {
      workflowRuns: `${headers} and coalesce(nullif(project_id, ''), 'default-shared') = 'default-shared'`,
      runRecords: `select id from workflow.run_records where ${ofProject}`,
      tokenUsageList: `select id from observability.token_usage where ${ofProject}`,
      prepManifests: `select run_id from ingestion.prep_manifests where not (${other})`,
      retrievalEvents: `select id from retrieval.retrieval_events where run_id is not null and not (${other})`,
      pipelineRuns: `select id from indexing.pipeline_runs where workflow_run_id is not null and not (workflow_${other})`,
    };
    for (const [list, sql] of Object.entries(expected)) {
      const { data, errors } = await shared.ask(`{ ${list} { totalCount } }`, {}, token);
      expect(errors).toBeUndefined();
      expect([list, data[list].totalCount]).toEqual([list, (await own.sql(sql)).length]);
      expect([list, data[list].totalCount > 0]).toEqual([list, true]);
    }
  });

  it('does not see a row that names none within a run of another project', async ({ serve }) => {
    const own = await databaseForTest('demo');
    await own.sql(`update observability.token_usage set project_id = null`);
    const shared = await serve(own.database, { secrets: { jwtSecret: JWT_SECRET } });
    const token = await bearer({ scope: 'lineage:read', projects: ['default-shared'] });
    const [{ run_id: run } = {}] = await own.sql(`select u.run_id from observability.token_usage u
      join workflow.run_records h on h.run_id = u.run_id and h.record_kind = 'run' and h.project_id = 'labor' limit 1`);
    const { data } = await shared.ask(
      'query ($run: String!) { tokenUsageList(where: { runId: { eq: $run } }) { totalCount } }',
      { run },
      token,
    );
    expect(run).toEqual(expect.any(String));
    expect(data.tokenUsageList.totalCount).toBe(0);
  });
});

it('a run that names no project is of the project default-shared', async ({ serve }) => {
  const own = await databaseForTest('demo');
  await own.sql(`insert into auth.projects (project_id, name, slug, is_active, created_at, updated_at)
    values ('default-shared', 'Shared by all', 'default-shared', true, now(), now()) on conflict do nothing`);
  await own.sql(`insert into workflow.run_records (run_id, record_kind, step, record_key, status, project_id, created_at, updated_at)
    values ('null project', 'run', '', 'main', 'completed', null, now(), now()), ('empty project', 'run', '', 'main', 'completed', '', now(), now())`);
  const all = await serve(own.database);
  for (const run of ['null project', 'empty project']) {
    const { workflowRun } = await all.data(
      'query ($run: String!) { workflowRun(runId: $run) { project { projectId } } }',
      { run },
    );
    expect(workflowRun.project).toEqual({ projectId: 'default-shared' });
  }
});

it('a call that names no project is of the project of its run, else of default-shared', async ({ serve }) => {
  const own = await databaseForTest('demo');
  await own.sql(`insert into auth.projects (project_id, name, slug, is_active, created_at, updated_at)
    values ('default-shared', 'Shared by all', 'default-shared', true, now(), now()) on conflict do nothing`);
  const [{ run_id: labor } = {}] = await own.sql(
    `select run_id from workflow.run_records where record_kind = 'run' and project_id = 'labor' limit 1`,
  );
  await own.sql(`insert into workflow.run_records (run_id, record_kind, step, record_key, status, project_id, created_at, updated_at)
    values ('no project', 'run', '', 'main', 'completed', '', now(), now())`);
  await own.sql(`insert into observability.token_usage (step, run_id, project_id, created_at) values
    ('null of a run', '${labor}', null, now()), ('empty of a run', '${labor}', '', now()), ('own', 'no project', 'labor', now()),
    ('gone', '${labor}', 'deleted', now()), ('of a run without', 'no project', null, now()), ('of no run', null, null, now()),
    ('of no header', 'unheard of', null, now())`);
  const all = await serve(own.database);
  const projectOf = async (step: string) => {
    const { list } = await all.data(
      'query ($step: String!) { list: tokenUsageList(where: { step: { eq: $step } }) { nodes { project { projectId } } } }',
      { step },
    );
    return list.nodes;
  };
  const project = (projectId: string) => [{ project: { projectId } }];
  expect(await projectOf('null of a run')).toEqual(project('labor'));
  expect(await projectOf('empty of a run')).toEqual(project('labor'));
  expect(await projectOf('own')).toEqual(project('labor'));
  expect(await projectOf('gone')).toEqual([{ project: null }]);
  expect(await projectOf('of a run without')).toEqual(project('default-shared'));
  expect(await projectOf('of no run')).toEqual(project('default-shared'));
  expect(await projectOf('of no header')).toEqual(project('default-shared'));
  // In a filter too, where the edge is a subquery.
  const { list } = await all.data(
    `{ list: tokenUsageList(where: { step: { in: ["null of a run", "of no run"] }, project: { some: { projectId: { eq: "labor" } } } }) { nodes { step } } }`,
  );
  expect(list.nodes).toEqual([{ step: 'null of a run' }]);
});
