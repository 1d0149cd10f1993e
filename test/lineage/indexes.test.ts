import { beforeAll, describe, expect, it } from 'vitest';
import { seedScale } from '../../prisma/seed/scale.ts';
import { columnsOf, isTableType, TABLES, type TableType } from '../../src/database/tables.ts';
import { foundIndexes } from '../../src/doctor/catalog.ts';
import { examine } from '../../src/doctor/examine.ts';
import { createStatement } from '../../src/doctor/wanted-indexes.ts';
import type { Edge } from '../../src/lineage/edges/edge.ts';
import { EDGES } from '../../src/lineage/edges.ts';
import { closedAfterAll } from '../support/closed-after-all.ts';
import type { TestDatabase } from '../support/databases.ts';
import { explain } from '../support/explain.ts';
import type { TestServer } from '../support/server.ts';
import { askedTypeOf } from '../support/types.ts';
import { untilIndexed } from '../support/until-indexed.ts';

const EVERY = Object.entries(EDGES).flatMap(([type, edges]) =>
  Object.entries<Edge>(edges).map(([name, edge]) => ({ type, name, edge })),
);

const open = closedAfterAll();
let opened: TestDatabase;
let server: TestServer;
beforeAll(async () => {
  opened = await open.database('demo');
  await seedScale({ query: opened.sql, exec: opened.exec }, 'run', {
    runs: 100,
    vectors: 60,
    events: 20,
    usage: 40,
  });
  // So many of many projects that reading them in the order of their key is no match for an index.
  await opened.exec(`insert into auth.projects (project_id, name, slug)
      select 'project-' || n, 'Project ' || n, 'project-' || n from generate_series(0, 99) n;
    insert into retrieval.chat_history_turns (username, project_id, paper_id, query, answer)
      select 'somebody', 'project-' || n % 100, 'paper-' || n, 'q', 'a' from generate_series(1, 3000) n;
    insert into retrieval.paper_notes (username, project_id, paper_id, note_text)
      select 'somebody', 'project-' || n % 100, 'paper-' || n, 'a note' from generate_series(1, 3000) n`);
  await opened.exec('analyze');
  server = await open.server(opened.database);
});

/** The tables and columns by which an edge finds its rows; a workflow run is found by its header record. */
function steps(edge: Edge): readonly { readonly table: string; readonly columns: readonly string[] }[] {
  return [...(edge.via ?? []), edge].map(({ to, on }) => {
    const type: TableType = isTableType(to) ? to : 'RunRecord';
    const columns = Object.keys(on).map((field) => columnsOf(type).get(field)?.name ?? field);
    return { table: TABLES[type].name, columns };
  });
}

/** Of the few calls of this database the planner walks the key, in hope of a page of those that match. */
const KEY_IS_WALKED: ReadonlySet<string> = new Set(['Document.tokenUsage']);

/** The plan of what serves an edge from ten rows: one statement, or two where an index is missing. */
async function planOf({ type, name, edge }: (typeof EVERY)[number], first = 100) {
  const key = edge.to === 'WorkflowRun' ? 'status' : 'id';
  const below = edge.as === 'connection' ? `(first: ${first}) { nodes { ${key} } }` : `{ ${key} }`;
  opened.statements.length = 0;
  await server.data(`{ ${askedTypeOf(type).list}(first: 10) { nodes { ${name} ${below} } } }`);
  const sent = opened.statements.filter(({ text }) => text.includes('json_'));
  const plans = await Promise.all(sent.map((statement) => explain(opened.sql, statement)));
  return { plan: plans.flat(), statements: sent.length };
}

async function expectIndexes(walked: (typeof EVERY)[number]): Promise<void> {
  const leading = (await foundIndexes(opened.database)).map(({ table, columns }) => `${table}.${columns[0]}`);
  const all = steps(walked.edge);
  const unindexed = all.findIndex(
    ({ table, columns }) => !columns.some((column) => leading.includes(`${table}.${column}`)),
  );
  // Beyond a table that must be read as a whole, the plan is the planner's to choose.
  const end = unindexed < 0 ? all.length : unindexed;
  const indexed = all.slice(0, KEY_IS_WALKED.has(`${walked.type}.${walked.name}`) ? end - 1 : end);
  const { plan, statements } = await planOf(walked);
  expect(unindexed < 0 ? [1] : [1, 2]).toContain(statements);
  for (const { table, columns } of indexed) {
    const found = plan.filter((node) =>
      columns.some((column) => new RegExp(`\\b${column}\\)?(::text)? = `).test(node.indexCondition)),
    );
    expect(
      found.map((node) => node.index ?? node.table).filter(Boolean),
      `by an index of ${table}(${columns})`,
    ).not.toEqual([]);
  }
}

describe('with the indexes of a real deployment, an edge goes by the index of its column', () => {
  for (const walked of EVERY) {
    it(`${walked.type}.${walked.name}`, () => expectIndexes(walked));
  }
});

describe("with the indexes that the doctor advises, so does every edge, and a run's pages come in order", () => {
  beforeAll(async () => {
    // Indexes on expressions serve papers and jobs (test/answers). Those of runs are so small here that the planner,
    // which may not read whole tables in these tests, reads one of them as a whole instead.
    const { missingIndexes } = await examine(opened.database);
    for (const wanted of missingIndexes.filter(({ of }) => of === undefined)) {
      await opened.exec(createStatement(wanted).replace('CONCURRENTLY ', ''));
    }
    await opened.exec('analyze');
    await untilIndexed(opened.database, 'retrieval.retrieval_events', ['run_id', 'id']);
  });

  for (const walked of EVERY) {
    it(`${walked.type}.${walked.name}`, () => expectIndexes(walked));
  }

  it.each([
    ['retrievalEvents', 'retrieval_events_run_id_id_idx'],
    ['tokenUsage', 'token_usage_run_id_id_idx'],
    ['pipelineRuns', 'pipeline_runs_workflow_run_id_idx'],
  ])('WorkflowRun.%s by %s', async (name, index) => {
    const walked = EVERY.find((one) => one.type === 'WorkflowRun' && one.name === name);
    const { plan, statements } = walked ? await planOf(walked, 5) : { plan: [], statements: 0 };
    expect(statements).toBe(1);
    expect(plan.map((node) => node.index)).toContain(index);
  });
});
