import { describe, expect } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { accessOf } from '../../src/lineage/check/access.ts';
import { isApart } from '../../src/lineage/check/is-apart.ts';
import type { Edge } from '../../src/lineage/edges/edge.ts';
import { EDGES } from '../../src/lineage/edges.ts';
import { joined } from '../../src/lineage/joined.ts';
import { DatabaseSources } from '../../src/lineage/sources.ts';
import { EVERYTHING } from '../../src/security/principal.ts';
import { databaseForTest } from '../support/databases.ts';
import { type Distributed, distribute, EACH_FOR_ITSELF } from '../support/distributed.ts';
import { logLines } from '../support/log-lines.ts';
import { serverTest } from '../support/server-test.ts';
import { bearer, JWT_SECRET } from '../support/tokens.ts';

const it = serverTest;

async function spread(tables: readonly Distributed[]) {
  const opened = await databaseForTest('demo');
  if (tables.length > 0) await distribute(opened, tables);
  await opened.database.capabilities();
  return opened;
}

describe('the number of statements', () => {
  it('is that of the parts of a query, for 1 row and for 300', async ({ serve }) => {
    const { database, statements } = await spread(EACH_FOR_ITSELF);
    const { data } = await serve(database);
    for (const first of [1, 5, 300]) {
      statements.length = 0;
      await data(`{ workflowRuns(first: ${first}, orderBy: [{ createdAt: DESC }]) { nodes { runId steps { step }
        records(first: ${first}) { totalCount nodes { rowId run { status } } } } } }`);
      expect(statements).toHaveLength(4);
    }
  });

  it('is one where nothing leads to a part', async ({ serve }) => {
    const { database, statements } = await spread(EACH_FOR_ITSELF);
    const { data } = await serve(database);
    const none =
      'query ($no: Boolean = false) { workflowRuns(first: 3) { nodes { runId steps @include(if: $no) { step } } } }';
    for (const query of [
      none,
      '{ workflowRuns(first: 0) { nodes { steps { step } } } }',
      '{ workflowRun(runId: "no such run") { steps { step } } }',
    ]) {
      statements.length = 0;
      await data(query);
      expect(statements).toHaveLength(1);
    }
  });

  it('is one for sums and for what is followed again and again: they stay with their parent', async ({
    serve,
  }) => {
    const { database, statements } = await spread(EACH_FOR_ITSELF);
    const { data } = await serve(database);
    statements.length = 0;
    await data(`{ workflowRun(runId: "demo-walk") { usage { calls } ancestors { nodes { status } }
      descendants { edges { distance node { runId } } } } }`);
    expect(statements).toHaveLength(1);
  });

  it('asks for each key once, whatever leads to it', async ({ serve }) => {
    const { database, statements } = await spread(EACH_FOR_ITSELF);
    const { data } = await serve(database);
    statements.length = 0;
    const { vectors } = await data(
      '{ vectors(first: 200) { nodes { docId document { title metadata { author } } } } }',
    );
    const docIds: string[] = vectors.nodes.map(({ docId }: { docId: string }) => docId);
    const different = [...new Set(docIds)];
    expect(different.length).toBeLessThan(docIds.length);
    expect(statements.slice(1).map(({ values }) => values)).toEqual([[different], [different]]);
  });
});

describe('what is apart', () => {
  const EDGES_OF_RUN = `runId tokenUsage(first: 1) { nodes { rowId } } retrievalEvents(first: 2) { nodes { rowId } }
    pipelineRuns(first: 1) { nodes { rowId vectors(first: 1) { nodes { rowId } } } }`;
  const ONE = `{ workflowRun(runId: "demo-walk") { ${EDGES_OF_RUN} } }`;
  const SOME = `{ workflowRuns(first: 3, orderBy: [{ runId: DESC }]) { nodes { ${EDGES_OF_RUN} } } }`;
  const by = (column: string, groups: readonly number[]): readonly Distributed[] =>
    ['workflow.run_records', 'observability.token_usage', 'retrieval.retrieval_events'].map(
      (table, index) => ({ table, column, group: groups[index] ?? 0 }),
    );

  it.for<readonly [string, readonly Distributed[], string, number]>([
    ['nothing without Citus', [], SOME, 1],
    ['below one run what is not distributed as it is', by('run_id', [1, 1, 1]), ONE, 2],
    ['below one run what lies in another group', by('run_id', [1, 1, 2]), ONE, 3],
    ['below one run what lies in no group', by('run_id', [0, 0, 0]), ONE, 4],
    ['below one run what is joined by another column', by('id', [1, 1, 1]), ONE, 4],
    ['below a page all that is distributed', by('run_id', [1, 1, 1]), SOME, 4],
  ])('%s', async ([, tables, query, expected], { serve }) => {
    const { database, statements } = await spread(tables);
    const { data } = await serve(database);
    statements.length = 0;
    await data(query);
    expect(statements).toHaveLength(expected);
  });

  it('what an edge says of itself, in any database', async () => {
    const { database } = await spread([]);
    const sources = new DatabaseSources(await database.capabilities(), accessOf(EVERYTHING));
    const edge: Edge = EDGES.WorkflowRun.tokenUsage;
    const isOf = (one: Edge): boolean =>
      isApart(joined('WorkflowRun.tokenUsage', 'WorkflowRun', one), sources, 'known');
    expect([isOf(edge), isOf({ ...edge, apart: true })]).toEqual([false, true]);
  });
});

describe('a part', () => {
  const CALLS = `{ workflowRuns(first: 5) { nodes { runId steps { step } tokenUsage(first: 2) { totalCount nodes { rowId } } } } }`;

  it('that fails takes only itself along', async ({ serve }) => {
    const { database, exec } = await spread(EACH_FOR_ITSELF);
    const { ask, data } = await serve(database);
    const before = await data(CALLS);
    await exec('drop table observability.token_usage cascade');
    const { data: after, errors } = await ask(CALLS);
    expect(after.workflowRuns.nodes).toEqual(
      before.workflowRuns.nodes.map((run: object) => ({ ...run, tokenUsage: null })),
    );
    expect(errors?.map(({ extensions: { code } }) => code)).toEqual(['NOT_IN_THIS_DATABASE']);
    expect(errors?.[0]?.path).toEqual(['workflowRuns', 'nodes', 0, 'tokenUsage']);
  });

  it('that fails for a reason nobody knows is logged once', async ({ serve }) => {
    const { database } = await spread(EACH_FOR_ITSELF);
    const failing: Database = {
      label: database.label,
      query: (statement) =>
        statement.text.includes('row_number')
          ? Promise.reject(new Error('a statement that this database does not know'))
          : database.query(statement),
      capabilities: () => database.capabilities(),
      close: () => database.close(),
    };
    const { lines, logger } = logLines();
    const { ask } = await serve(failing, {}, logger);
    const { data, errors } = await ask('{ workflowRuns(first: 5) { nodes { runId steps { step } } } }');
    expect(data.workflowRuns.nodes.map(({ steps }: { steps: null }) => steps)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR', count: 5 } }]);
    expect(lines.filter((line) => line.includes('request failed'))).toHaveLength(1);
  });

  it('that is too large says so in its place', async ({ serve }) => {
    const { database, sql } = await spread(EACH_FOR_ITSELF);
    const { ask } = await serve(database, { maxAnswerBytes: 4000 });
    const { data, errors } = await ask(`{ workflowRuns(first: 5, orderBy: [{ runId: ASC }]) { nodes { runId
      records(first: 500) { nodes { payloadJson } } } } }`);
    const runs = await sql(`select run_id from workflow.run_records where record_kind = 'run' and step = ''
      and record_key = 'main' order by run_id limit 5`);
    expect(data.workflowRuns.nodes).toEqual(runs.map(({ run_id: runId }) => ({ runId, records: null })));
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('The answer of records is larger than 4000 bytes'),
      extensions: { code: 'ANSWER_TOO_LARGE' },
    });
  });

  it('is bound to the projects of the caller', async ({ serve }) => {
    const headers = await bearer({ scope: 'lineage:read', projects: ['labor', 'trade'] });
    const answers = await Promise.all(
      [[], EACH_FOR_ITSELF].map(async (tables) => {
        const { database } = await spread(tables);
        const { ask } = await serve(database, { secrets: { jwtSecret: JWT_SECRET } });
        return ask(
          `{ workflowRuns(first: 50) { nodes { runId records(first: 50) { totalCount nodes { rowId } }
            retrievalEvents { totalCount } tokenUsage(first: 20) { nodes { rowId run { runId } } } } }
            documents(first: 50) { nodes { docId chatTurns { totalCount } workflowRuns { totalCount } } } }`,
          {},
          headers,
        );
      }),
    );
    const [nested, apart] = answers;
    expect(nested?.data).toEqual(expect.anything());
    expect(apart).toEqual(nested);
    expect(nested?.data.workflowRuns.nodes.length).toBeGreaterThan(0);
  });
});
